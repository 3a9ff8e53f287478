import type { z } from 'zod';
import { Refusal } from '../../src/base/refusals';

/** A message that is read as it was sent, and what may be said of its fields, each by its path (`lines/0/item`). */
export interface Message {
  readonly rules: string;
  readonly given: object;
  /** Fields without which it is refused. */
  readonly needs: string;
  /** What else a field may be. */
  readonly takes?: Readonly<Record<string, readonly unknown[]>>;
  /** What it may not. */
  readonly refuses?: Readonly<Record<string, readonly unknown[]>>;
}

/** The message with another value at a path; `undefined` takes the field out. */
export function having(given: object, path: string, value: unknown): unknown {
  const copy = structuredClone(given);
  const steps = path.split('/');
  const last = steps.pop()!;
  const holder = steps.reduce<Record<string, unknown>>((at, step) => at[step] as Record<string, unknown>, copy as Record<string, unknown>);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
}

/** Tells the pointers of what is refused in a message, each once; none when it is taken. */
export type Refused = (message: unknown) => string[];

/** By one of the order's readers; what it takes it must read as it was sent. */
export const byReader =
  (read: (x: unknown) => unknown): Refused =>
  (message) => {
    try {
      expect(read(message)).toEqual(message);
      return [];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return (error.more.errors ?? []).map(({ pointer }) => pointer);
    }
  };

/** By one of the API's forms. */
export const byForm =
  (form: z.ZodType): Refused =>
  (message) => [...new Set(form.safeParse(message).error?.issues.map(({ path }) => `/${path.join('/')}`))];

/** Holds a reader or a form to what is said of its message. */
export function expectReads(refused: Refused, { given, needs, takes = {}, refuses = {} }: Message, under = ''): void {
  expect(refused(given)).toEqual([]);
  for (const path of needs.split(' ')) {
    expect([path, refused(having(given, path, undefined))]).toEqual([path, [`${under}/${path}`]]);
  }
  for (const [path, values] of Object.entries(takes)) {
    for (const value of values) expect([path, value, refused(having(given, path, value))]).toEqual([path, value, []]);
  }
  for (const [path, values] of Object.entries(refuses)) {
    for (const value of values) expect([path, value, refused(having(given, path, value)).length > 0]).toEqual([path, value, true]);
  }
}

/** So many of a thing. */
export const times = <T>(n: number, thing: T): T[] => Array<T>(n).fill(thing);
