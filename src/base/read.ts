import { Refusal } from './refusals';
import type { Fault, FieldError } from './faults';
import { instantFault } from './instants';

/**
 * Reads one value out of anything that may arrive. What is wrong goes into `faults` under its JSON pointer, and the answer then means
 * nothing. Total: it answers for whatever JSON can say, never throws, and repeats nothing of what was sent.
 */
export type Reader<T> = (x: unknown, pointer: string, faults: FieldError[]) => T;
/** A field that may be left out. */
export type Optional<T> = Reader<T> & { readonly optional: true };

/** The largest whole number of a record's column (`int4`). */
export const MOST = 2_147_483_647;
/** Characters of an id, a catalogue word, a row's name. */
const ID_LENGTH = 128;
/** More faults of one message help nobody. */
const MOST_FAULTS = 20;

function wrong<T>(faults: FieldError[], pointer: string, fault: Fault): T {
  if (faults.length < MOST_FAULTS) faults.push({ pointer, ...fault });
  return undefined as T;
}

/** A text that says something, of at most `max` characters; blanks around it do not count. */
export const text =
  (max: number): Reader<string> =>
  (x, pointer, faults) =>
    typeof x === 'string' && x.length <= max && x.trim() !== ''
      ? x.trim()
      : wrong(faults, pointer, { code: 'not-a-text', params: { max } });

/** What no column keeps as it is: control characters and halves of a pair. */
const UNWRITABLE = /[\p{Cc}\p{Cs}]/u;
/** A text as machines write it: nothing is taken off it, so nothing may stand around it. */
export const token =
  (max: number): Reader<string> =>
  (x, pointer, faults) =>
    typeof x === 'string' && x.length <= max && x !== '' && x.trim() === x && !UNWRITABLE.test(x)
      ? x
      : wrong(faults, pointer, { code: 'not-a-token', params: { max } });

/** An id as the service gives them out, or a word of a catalogue. */
export const id: Reader<string> = token(ID_LENGTH);

export const whole =
  (min: number, max: number = MOST): Reader<number> =>
  (x, pointer, faults) =>
    Number.isSafeInteger(x) && (x as number) >= min && (x as number) <= max
      ? (x as number)
      : wrong(faults, pointer, { code: 'not-a-whole-number', params: { min, max } });

/** An amount in fen that may be nothing, and one that may not. */
export const fen = whole(0);
export const positiveFen = whole(1);

/** An instant in epoch milliseconds; whether it fits its order is judged where it is told. */
export const instant: Reader<number> = (x, pointer, faults) =>
  instantFault(x) === null ? (x as number) : wrong(faults, pointer, { code: 'not-milliseconds' });

export const flag: Reader<boolean> = (x, pointer, faults) =>
  typeof x === 'boolean' ? x : wrong(faults, pointer, { code: 'wrong-type', params: { expected: 'boolean' } });

export const oneOf =
  <T extends string | number | boolean>(...known: readonly T[]): Reader<T> =>
  (x, pointer, faults) =>
    known.includes(x as T) ? (x as T) : wrong(faults, pointer, { code: 'not-one-of', params: { values: known.map(String) } });

export const orNull =
  <T>(reader: Reader<T>): Reader<T | null> =>
  (x, pointer, faults) =>
    x === null ? null : reader(x, pointer, faults);

export const optional = <T>(reader: Reader<T>): Optional<T> => Object.assign(reader.bind(undefined), { optional: true } as const);

/** A field of which a rule of its own says what it may be. */
export const under =
  <T>(rule: string, reader: Reader<T>): Reader<T> =>
  (x, pointer, faults) => {
    const found: FieldError[] = [];
    const value = reader(x, pointer, found);
    faults.push(...found.map((fault) => ({ ...fault, rule })));
    return value;
  };

/** A list of `min` to `max` things; a longer one is not looked into. */
export const listOf =
  <T>(item: Reader<T>, max: number, min = 0): Reader<readonly T[]> =>
  (x, pointer, faults) =>
    Array.isArray(x) && x.length >= min && x.length <= max
      ? x.map((member, n) => item(member, `${pointer}/${n}`, faults))
      : wrong(faults, pointer, { code: 'not-a-list', params: { min, max } });

const isObject = (x: unknown): x is Readonly<Record<string, unknown>> => typeof x === 'object' && x !== null && !Array.isArray(x);

/** An object whose fields somebody else reads. */
export const object: Reader<Readonly<Record<string, unknown>>> = (x, pointer, faults) =>
  isObject(x) ? x : wrong(faults, pointer, { code: 'wrong-type', params: { expected: 'object' } });

/** A reader for each field: the compiler asks for one whenever a type gets a new field. */
export type Fields<T> = { readonly [K in keyof T]-?: undefined extends T[K] ? Optional<Exclude<T[K], undefined>> : Reader<T[K]> };

/** An object of exactly these fields. */
export function shape<T>(fields: Fields<T>): Reader<T> {
  const known = Object.entries(fields) as [string, Reader<unknown> & { readonly optional?: true }][];
  const names = known.map(([name]) => name);
  return (x, pointer, faults) => {
    const given = object(x, pointer, faults);
    const found: Record<string, unknown> = {};
    if (!isObject(x)) return found as T;
    if (Object.keys(given).some((name) => !names.includes(name)))
      wrong(faults, pointer, { code: 'only-fields', params: { values: names } });
    for (const [name, reader] of known) {
      const value = Object.hasOwn(given, name) ? given[name] : undefined;
      if (value === undefined && reader.optional) continue;
      found[name] = reader(value, `${pointer}/${name}`, faults);
    }
    return found as T;
  };
}

/** Reads the whole of something. @returns what was read, or the refusal that names each bad field. */
export function read<T>(reader: Reader<T>, x: unknown, pointer = ''): T | Refusal {
  const faults: FieldError[] = [];
  const value = reader(x, pointer, faults);
  return faults.length > 0 ? unreadable(faults) : value;
}

/** The refusal of what could not be read; its rule is the one that all its faults stand under. */
export function unreadable(faults: readonly FieldError[]): Refusal {
  const [rule, ...others] = new Set(faults.map((fault) => fault.rule));
  return new Refusal(
    'invalid-request',
    { code: 'message-unreadable' },
    { errors: faults, ...(rule !== undefined && others.length === 0 && { rule }) },
  );
}
