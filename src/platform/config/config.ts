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
  const isProduction = config.nodeEnv === 'production';
  const missing = new Set<Field>(isProduction ? [...required, ...NEEDED_IN_PRODUCTION] : required);
  if (isProduction) wrong.push(...unfitForProduction(config));
  for (const field of missing) {
    const { name, must, means } = VARIABLES[field];
    if (!env[name] && config[field] === undefined) wrong.push(`${name} is missing: it must be ${must} (${means}).`);
  }
  if (wrong.length > 0) throw new ConfigError(wrong);
  return config as ConfigWith<F>;
}

const NEEDED_IN_PRODUCTION = ['secret', 'publicUrl'] as const satisfies readonly Field[];
/**
 * A word repeated and a row of digits have fewer. Of random keys of 32 hexadecimal digits, the shortest that are taken, one in 300,000 does;
 * with one more demanded it would be one in 10,000.
 */
const LEAST_DISTINCT = 9;
const PLACEHOLDER = /^(?:replace|change)-?me/i;

/** What serves a trial and not a shop on the internet, a sentence for each. */
function unfitForProduction({ clockRate, secret, publicUrl, demo }: Partial<Record<Field, unknown>>): string[] {
  const wrong: string[] = [];
  const refuse = (field: Field, why: string): void =>
    void wrong.push(`${VARIABLES[field].name} cannot be used with NODE_ENV=production: ${why}.`);
  if (clockRate !== undefined && clockRate !== 1) refuse('clockRate', 'the shop clock runs at rate 1 there');
  if (demo === true) refuse('demo', 'everybody knows the demo shop’s passwords');
  if (typeof secret === 'string' && (PLACEHOLDER.test(secret) || new Set(secret).size < LEAST_DISTINCT))
    refuse('secret', 'it can be guessed; make one with openssl rand -hex 32');
  if (typeof publicUrl === 'string' && !publicUrl.startsWith('https://'))
    refuse('publicUrl', 'it must be an https:// address, or passwords, sessions and links travel in the open');
  return wrong;
}

/** A sentence for each variable with our prefix that does not exist. */
export function unknownVariables(env: NodeJS.ProcessEnv): string[] {
  return Object.keys(env)
    .filter((name) => name.startsWith(OUR_PREFIX) && !VARIABLE_NAMES.includes(name))
    .map((name) => `${name} is not a variable of Levain: did you mean ${nearest(name, VARIABLE_NAMES)}?`);
}
