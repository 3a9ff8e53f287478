import { parseArgs } from 'node:util';
import { StartProblem } from '../src/local-shop/start-problem';

/** What a run was told on its command line. */
export interface Told<N extends string, F extends string> {
  readonly numbers: Readonly<Record<N, number>>;
  readonly flags: Readonly<Record<F, boolean>>;
}

/**
 * Reads `--name NUMBER` and flags. `defaults` names every number there is, with its value when it is not given; those in `atLeastOne` may
 * not be 0, none may be negative.
 * @throws {StartProblem} for a value that is no number or too small, and for options there are not.
 */
export function readNumbers<N extends string, F extends string>(
  args: string[],
  defaults: Readonly<Record<N, number>>,
  flags: readonly F[],
  atLeastOne: readonly string[] = [],
): Told<N, F> {
  const names = Object.keys(defaults) as N[];
  const given = parsed(args, {
    ...Object.fromEntries(flags.map((flag) => [flag, { type: 'boolean' } as const])),
    ...Object.fromEntries(names.map((name) => [name, { type: 'string' } as const])),
  });
  const numberOf = (name: N): number => {
    const value = Number(given[name] ?? defaults[name]);
    const least = atLeastOne.includes(name) ? 1 : 0;
    if (!Number.isFinite(value) || value < least)
      throw new StartProblem(`--${name} must be a number of ${least} or more, not ${String(given[name])}.`);
    return value;
  };
  return {
    numbers: Object.fromEntries(names.map((name) => [name, numberOf(name)])) as Record<N, number>,
    flags: Object.fromEntries(flags.map((flag) => [flag, given[flag] === true])) as Record<F, boolean>,
  };
}

function parsed(args: string[], options: NonNullable<Parameters<typeof parseArgs>[0]>['options']): Record<string, unknown> {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new StartProblem(error instanceof Error ? error.message : String(error));
  }
}
