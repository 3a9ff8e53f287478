import { readNumbers } from './numbers';

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

/** @throws {StartProblem} as `readNumbers` does. */
export function readOptions(args: string[]): BenchOptions {
  const { numbers, flags } = readNumbers(args, DEFAULTS, ['load', 'keep'], AT_LEAST_ONE);
  return { ...flags, ...numbers };
}
