import { HOLIDAYS, HOLIDAY_YEARS, MAKE_UP_DAYS } from './holidays.data';
import { DAY_MS, MINUTE_MS } from './rule';

/** From `fromMs` on, the store's wall clock is UTC plus `minutes`. The first entry also holds for everything earlier. */
export interface ZoneOffset {
  readonly fromMs: number;
  readonly minutes: number;
}

/** A stretch of the store's working day, `HH:MM` each; the end is not part of it. */
export interface WorkingWindow {
  readonly from: string;
  readonly to: string;
}

/**
 * A store's days and hours as plain data, so that it can be stored, sent and kept with a decision. Days are store dates `YYYY-MM-DD`.
 * Nothing here asks the host for a zone: the offsets were resolved outside.
 */
export interface Calendar {
  /** IANA name, for people; the arithmetic uses `offsets`. */
  readonly zone: string;
  /** Earliest first, at least one. */
  readonly offsets: readonly ZoneOffset[];
  /** The day's windows, earliest first, at least one. */
  readonly windows: readonly WorkingWindow[];
  /** ISO weekdays (1 Monday … 7 Sunday) on which the store opens, before holidays and closures. */
  readonly weekdays: readonly number[];
  readonly holidays: readonly string[];
  readonly makeUpDays: readonly string[];
  /** Days on which this store departs from everything above. */
  readonly closures: Readonly<Record<string, 'open' | 'closed'>>;
  /** Years whose holidays are known. */
  readonly years: readonly number[];
  /** Beyond those years: true goes by weekdays alone and says so (`isAssumed`), false refuses to answer. */
  readonly assumeWeekdays: boolean;
}

/** China has kept one zone, and one offset, +08:00, since 1991. */
export const CHINA_ZONE = 'Asia/Shanghai';
export const CHINA_OFFSETS: readonly ZoneOffset[] = [{ fromMs: 0, minutes: 480 }];

/**
 * A shop in China, open every day but public holidays. It goes by weekdays in a year whose holidays are not published yet, because a
 * shop takes orders across New Year before the calendar is out; every reason that rests on this says so.
 */
export const defaultCalendar = (own: Partial<Calendar> = {}): Calendar => ({
  zone: CHINA_ZONE,
  offsets: CHINA_OFFSETS,
  windows: [
    { from: '08:00', to: '12:00' },
    { from: '13:00', to: '18:00' },
  ],
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  holidays: HOLIDAYS,
  makeUpDays: MAKE_UP_DAYS,
  closures: {},
  years: HOLIDAY_YEARS,
  assumeWeekdays: true,
  ...own,
});

// ---- instants and store days ----

const minutesAt = (cal: Calendar, ms: number): number =>
  (cal.offsets.findLast((offset) => offset.fromMs <= ms) ?? cal.offsets[0])?.minutes ?? 0;

/** The store's wall clock as `YYYY-MM-DDTHH:MM:SS.mmmZ`, the `Z` meaning nothing. */
const wallClock = (cal: Calendar, ms: number): string => new Date(ms + minutesAt(cal, ms) * MINUTE_MS).toISOString();

/** The store date of an instant, `YYYY-MM-DD`. */
export const localDay = (cal: Calendar, ms: number): string => wallClock(cal, ms).slice(0, 10);

/** How far the store's clock is from UTC at an instant, as ISO 8601 writes it: `+08:00`. */
export function offsetOf(cal: Calendar, ms: number): string {
  const minutes = minutesAt(cal, ms);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.trunc(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}

/** The store's wall clock at an instant, `HH:MM`. */
export const localTime = (cal: Calendar, ms: number): string => wallClock(cal, ms).slice(11, 16);

/** BAK-22. Whether the store's clock shows a whole hour; where it is half an hour off UTC, UTC's whole hours are none of its own. */
export const isWholeHour = (cal: Calendar, ms: number): boolean => wallClock(cal, ms).endsWith(':00:00.000Z');

const utcOf = (day: string, time: string): number => Date.parse(`${day}T${time}:00.000Z`);

/**
 * The instant at which the store's clock shows `time` (`HH:MM`) on `day`. An hour the clock skips becomes as much later as it skipped; of
 * an hour it repeats, the first counts.
 * @throws {RangeError} when either is not a date or a time.
 */
export function atTime(cal: Calendar, day: string, time: string): number {
  const wall = utcOf(day, time);
  if (Number.isNaN(wall)) throw new RangeError(`${day} ${time} is not a day and a time.`);
  const instants = cal.offsets
    .map((offset) => wall - offset.minutes * MINUTE_MS)
    .filter((ms) => ms + minutesAt(cal, ms) * MINUTE_MS === wall);
  return instants.length > 0 ? Math.min(...instants) : wall - minutesAt(cal, wall - DAY_MS) * MINUTE_MS;
}

/** `n` calendar days later (earlier when negative), whatever the clocks do meanwhile. */
export const addDays = (day: string, n: number): string => new Date(utcOf(day, '00:00') + n * DAY_MS).toISOString().slice(0, 10);

/** ISO weekday, 1 Monday … 7 Sunday. */
export const weekdayOf = (day: string): number => new Date(utcOf(day, '00:00')).getUTCDay() || 7;

// ---- days on which people work ----

const isCovered = (cal: Calendar, day: string): boolean => cal.years.includes(Number(day.slice(0, 4)));

/** Whether the calendar can only go by weekdays on that day: its year's holidays are unknown and the store has not said. */
export const isAssumed = (cal: Calendar, day: string): boolean => !isCovered(cal, day) && cal.closures[day] === undefined;

/** Closures first, then holidays and make-up days, then `weekdays`. */
function isOnDuty(cal: Calendar, day: string, weekdays: readonly number[]): boolean {
  const own = cal.closures[day];
  if (own !== undefined) return own === 'open';
  if (isAssumed(cal, day) && !cal.assumeWeekdays) {
    throw new Error(`The calendar holds no public holidays for ${day.slice(0, 4)}, so nobody can say whether ${day} is a working day.`);
  }
  if (cal.holidays.includes(day)) return false;
  return cal.makeUpDays.includes(day) || weekdays.includes(weekdayOf(day));
}

/**
 * A working day as the law counts them: Monday to Friday and make-up days, without public holidays; the store's closures override.
 * @throws {Error} for a year whose holidays are unknown, unless the calendar says `assumeWeekdays`.
 */
export const isWorkday = (cal: Calendar, day: string): boolean => isOnDuty(cal, day, [1, 2, 3, 4, 5]);

/**
 * Whether the store is open: its own weekdays and make-up days, without public holidays; its closures override.
 * @throws {Error} as `isWorkday`.
 */
export const isOpenDay = (cal: Calendar, day: string): boolean => isOnDuty(cal, day, cal.weekdays);

/**
 * The first open day from `day` on, `day` itself included.
 * @throws {Error} when the store stays closed for a year.
 */
export function nextOpenDay(cal: Calendar, day: string): string {
  for (let n = 0; n <= 366; n += 1) {
    const candidate = addDays(day, n);
    if (isOpenDay(cal, candidate)) return candidate;
  }
  throw new Error(`The calendar shows no open day within a year of ${day}.`);
}

/**
 * BAK-08. The instant at which a notice that is not urgent may go: `ms` itself outside the quiet hours, else their end. `from` and `until`
 * are `HH:MM`; the hours usually run over midnight. At `from` sharp it is quiet, at `until` sharp no longer.
 */
export function quietUntil(cal: Calendar, from: string, until: string, ms: number): number {
  const time = localTime(cal, ms);
  const overnight = from > until;
  const quiet = overnight ? time >= from || time < until : time >= from && time < until;
  if (!quiet) return ms;
  const day = localDay(cal, ms);
  return atTime(cal, overnight && time >= from ? addDays(day, 1) : day, until);
}

/** The store's calendar, resolved outside the workflow. */
export interface Calendars {
  calendarOf(storeId: string): Promise<Calendar>;
}
