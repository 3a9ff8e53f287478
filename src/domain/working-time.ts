import { addDays, atTime, isWorkday, localDay, localTime, type Calendar } from './calendar';
import { HOUR_MS, MINUTE_MS } from './rulebook/rule';

/** No deadline lies further off; a calendar that never opens is a mistake, not a long wait. */
const HORIZON_DAYS = 3_660;

/**
 * The same hour `n` working days later; the day of `ms` itself is not counted, whether it is a working day or not.
 * @throws {Error} for a year without holidays (see `isWorkday`).
 */
export function addWorkingDays(cal: Calendar, ms: number, n: number): number {
  let day = localDay(cal, ms);
  let left = n;
  for (let tried = 0; left > 0; tried += 1) {
    if (tried > HORIZON_DAYS) throw new Error('The calendar has too few working days.');
    day = addDays(day, 1);
    if (isWorkday(cal, day)) left -= 1;
  }
  return n > 0 ? atTime(cal, day, localTime(cal, ms)) + (ms % MINUTE_MS) : ms;
}

/**
 * The instant at which `n` working hours after `ms` are used up; only the windows of working days count. Work that ends with a window is
 * due at that window's end, not at the start of the next one.
 * @throws {Error} for a year without holidays (see `isWorkday`).
 */
export function addWorkingHours(cal: Calendar, ms: number, n: number): number {
  let left = n * HOUR_MS;
  if (left <= 0) return ms;
  let day = localDay(cal, ms);
  for (let tried = 0; tried <= HORIZON_DAYS; tried += 1) {
    for (const { from, to } of isWorkday(cal, day) ? cal.windows : []) {
      const start = Math.max(ms, atTime(cal, day, from));
      const length = atTime(cal, day, to) - start;
      if (length <= 0) continue;
      if (left <= length) return start + left;
      left -= length;
    }
    day = addDays(day, 1);
  }
  throw new Error('The calendar has too few working hours.');
}
