import { parseArgs } from 'node:util';
import { StartProblem } from '../src/main/embedded/start-problem';

/** Every number a run can be given, and what it is without. Times are real. */
const DEFAULTS = {
  /** Orders of each side in a round, rounds, orders worked on at a time. */
  orders: 200,
  rounds: 3,
  'in-flight': 20,
  /** Orders before the first round: they warm the machine, and the floor is shaped after them. */
  'warm-up': 20,
  /** Orders that live by the calendar; 0 leaves them out. */
  'calendar-orders': 3,
  /** Orders over HTTP; 0 leaves them out. */
  'http-orders': 100,
  /** With --load: requests a second and for how many seconds. */
  rate: 50,
  'rate-seconds': 60,
  /** With --load: orders parked for 72 hours, the worker's cache, timers that ring in one minute. */
  parked: 20_000,
  cache: 2_000,
  timers: 1_000,
  /** With --load: minutes of soak and orders a minute during it. */
  'soak-minutes': 20,
  'soak-orders': 30,
} as const;

/** Numbers without which nothing could be done. */
const AT_LEAST_ONE: readonly string[] = ['orders', 'in-flight', 'warm-up', 'cache'];

export type BenchOptions = { readonly load: boolean; readonly keep: boolean } & Readonly<Record<keyof typeof DEFAULTS, number>>;

/** @throws {StartProblem} for a value that is no number or too small, and for options there are not. */
export function readOptions(args: string[]): BenchOptions {
  const names = Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[];
  const flag = { type: 'boolean', default: false } as const;
  const options = { load: flag, keep: flag, ...Object.fromEntries(names.map((name) => [name, { type: 'string' } as const])) };
  const values = parsed(args, options);
  const numbers = names.map((name) => {
    const value = Number(values[name] ?? DEFAULTS[name]);
    const least = AT_LEAST_ONE.includes(name) ? 1 : 0;
    if (!Number.isFinite(value) || value < least)
      throw new StartProblem(`--${name} must be a number of ${least} or more, not ${String(values[name])}.`);
    return [name, value] as const;
  });
  return {
    load: values['load'] === true,
    keep: values['keep'] === true,
    ...(Object.fromEntries(numbers) as Record<keyof typeof DEFAULTS, number>),
  };
}

function parsed(args: string[], options: NonNullable<Parameters<typeof parseArgs>[0]>['options']): Record<string, unknown> {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new StartProblem(error instanceof Error ? error.message : String(error));
  }
}
