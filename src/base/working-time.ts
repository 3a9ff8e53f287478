import { addDays, atTime, isAssumed, isWorkday, localDay, localTime, type Calendar } from './calendar';
import type { Reason, Span } from './reason';
import { HOUR_MS, MINUTE_MS, toMs } from './rule';

/** No deadline lies further off; a calendar that never opens is a mistake, not a long wait. */
const HORIZON_DAYS = 3_660;

/** Working time from `ms` on, stretch by stretch: the store's windows on working days. `until` is no longer part of a stretch. */
function* workingTime(cal: Calendar, ms: number): Generator<{ readonly from: number; readonly until: number }, never> {
  let day = localDay(cal, ms);
  for (let tried = 0; tried <= HORIZON_DAYS; tried += 1) {
    for (const window of isWorkday(cal, day) ? cal.windows : []) {
      const from = Math.max(ms, atTime(cal, day, window.from));
      const until = atTime(cal, day, window.to);
      if (from < until) yield { from, until };
    }
    day = addDays(day, 1);
  }
  throw new Error('The calendar has too few working hours.');
}

/**
 * From when working time that starts at `ms` is counted: `ms` itself while people work, else the next opening.
 * @throws {Error} for a year without holidays (see `isWorkday`), and when the calendar never opens.
 */
export const nextOpening = (cal: Calendar, ms: number): number => workingTime(cal, ms).next().value.from;

/**
 * The same hour `n` working days after `ms`, or after the next opening when nobody works at `ms`; the day it is counted from is not counted.
 * `n` is whole, 0 or more.
 * @throws {Error} as `nextOpening`.
 */
export function addWorkingDays(cal: Calendar, ms: number, n: number): number {
  const start = nextOpening(cal, ms);
  let day = localDay(cal, start);
  for (let left = n; left > 0; left -= 1) {
    do day = addDays(day, 1);
    while (!isWorkday(cal, day)); // ends: most Mondays to Fridays are worked
  }
  return n > 0 ? atTime(cal, day, localTime(cal, start)) + (start % MINUTE_MS) : start;
}

/**
 * The instant at which `n` working hours after `ms` are used up; only the windows of working days count. Work that ends with a window is
 * due at that window's end, not at the start of the next one. `n` is 0 or more.
 * @throws {Error} as `nextOpening`.
 */
export function addWorkingHours(cal: Calendar, ms: number, n: number): number {
  const stretches = workingTime(cal, ms);
  let left = n * HOUR_MS;
  for (;;) {
    const { from, until } = stretches.next().value;
    if (left <= until - from) return from + left;
    left -= until - from;
  }
}

/** When a length of time is up, and the year in which weekdays had to be assumed for it, which its reason then says. */
export type DueInstant = { readonly at: number } & Pick<Reason, 'assumedYear'>;

/**
 * When `span` after `since` (epoch ms) is up. Hours, minutes and calendar days run on the wall clock; working hours and working days only
 * while people work, whatever the customers' hours are.
 * @throws {Error} as `nextOpening`, for working time.
 */
export function dueIn(cal: Calendar, since: number, span: Span): DueInstant {
  if (span.unit !== 'working-hours' && span.unit !== 'working-days') return { at: since + toMs(span) };
  const at = span.unit === 'working-hours' ? addWorkingHours(cal, since, span.n) : addWorkingDays(cal, since, span.n);
  const day = localDay(cal, at);
  return isAssumed(cal, day) ? { at, assumedYear: Number(day.slice(0, 4)) } : { at };
}
