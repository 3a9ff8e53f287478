import type { z } from 'zod';
import { nearest } from './nearest';
import { VARIABLE_NAMES, VARIABLES } from './variables';

type Table = typeof VARIABLES;
type Field = keyof Table;

/** The environment, parsed. Never logged: it holds secrets. */
export type Config = { readonly [F in Field]: z.output<Table[F]['schema']> };

/** `Config` in which the fields `F` are sure to be set. */
export type ConfigWith<F extends Field> = Config & { readonly [K in F]: NonNullable<Config[K]> };

/** What is wrong with the environment, a sentence a line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly sentences: readonly string[]) {
    super(sentences.join('\n'));
  }
}

/** A name that begins like this is meant for us, so one we do not know is a spelling mistake. */
const OUR_PREFIX = 'LEVAIN_';

/**
 * Reads the environment once, at start. An empty variable counts as not set. `required` names the fields this process cannot do without.
 * @throws {ConfigError} that names every bad, missing or unknown variable.
 */
export function readConfig<F extends Field = never>(env: NodeJS.ProcessEnv, required: readonly F[] = []): ConfigWith<F> {
  const wrong = unknownVariables(env);
  const config: Partial<Record<Field, unknown>> = {};
  for (const field of Object.keys(VARIABLES) as Field[]) {
    const { name, schema, must, fallback, secret } = { fallback: undefined, secret: false, ...VARIABLES[field] };
    const text = env[name] || fallback;
    const parsed = schema.safeParse(text);
    if (parsed.success) config[field] = parsed.data;
    else wrong.push(`${name} ${secret ? 'cannot be used' : `is "${text}"`}: it must be ${must}.`);
  }
  const missing = new Set<Field>(required);
  if (config.nodeEnv === 'production') {
    missing.add('secret');
    if (config.clockRate !== undefined && config.clockRate !== 1)
      wrong.push(`LEVAIN_CLOCK_RATE is "${env['LEVAIN_CLOCK_RATE']}": with NODE_ENV=production the shop clock runs at rate 1.`);
  }
  for (const field of missing) {
    const { name, must, means } = VARIABLES[field];
    if (!env[name] && config[field] === undefined) wrong.push(`${name} is missing: it must be ${must} (${means}).`);
  }
  if (wrong.length > 0) throw new ConfigError(wrong);
  return config as ConfigWith<F>;
}

/** A sentence for each variable with our prefix that does not exist. */
export function unknownVariables(env: NodeJS.ProcessEnv): string[] {
  return Object.keys(env)
    .filter((name) => name.startsWith(OUR_PREFIX) && !VARIABLE_NAMES.includes(name))
    .map((name) => `${name} is not a variable of Levain: did you mean ${nearest(name, VARIABLE_NAMES)}?`);
}
