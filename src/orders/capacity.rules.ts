import { addDays, isOpenDay, localDay, localTime, weekdayOf, atTime, type Calendar } from '../base/calendar';

/** BAK-29. What an order takes of one kind of work. */
export interface WorkClaim {
  /** A kind of work that its kind of order has: `making`. */
  readonly work: string;
  /** Minutes of one person's work. */
  readonly minutes: number;
  /** When it is begun, or by when it must be done; epoch ms of shop time. */
  readonly at: number;
  /** True: done by then at the latest, so it falls on the last day before that has any capacity. */
  readonly deadline: boolean;
}

/** BAK-29. What a store has said it can do, in minutes of one person's work. */
export interface Limits {
  /** By kind of work, seven figures, Monday first; a kind of work that is missing has no limit. */
  readonly weekly: Readonly<Record<string, readonly number[]>>;
  /** By store date and kind of work: what holds on that day alone, whatever the calendar says. */
  readonly days: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** BAK-29. What is taken of one kind of work on one day. */
export interface Taken {
  readonly minutes: number;
  /** Numbers of the orders that take it. */
  readonly orders: readonly string[];
}

/** BAK-29. What a store can do on its days, and what of it is taken. */
export interface CapacityBook {
  readonly calendar: Calendar;
  readonly limits: Limits;
  /** By `slotOf`. */
  readonly taken: ReadonlyMap<string, Taken>;
}

/** BAK-29. What is free on the day on which a claim falls; minutes of one person's work. */
export interface Room {
  readonly work: string;
  /** Store date `YYYY-MM-DD`. */
  readonly day: string;
  readonly minutes: number;
  /** Null: no limit. */
  readonly limitMinutes: number | null;
  /** By others. */
  readonly takenMinutes: number;
  /** Whether the day can take it. */
  readonly fits: boolean;
  /** More than any day of the week could take, were it empty: no day is too full for it, a person has to spread it. */
  readonly oversize: boolean;
}

/** The weekdays by the names under which a limit is said, Monday first. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** How far back a deadline looks for a day with capacity: longer than any holiday. */
export const MOST_DAYS_BACK = 14;

const NOTHING: Taken = { minutes: 0, orders: [] };

/** Whether a store has said anything of what it can do: without that, no day is ever too full. */
export const isLimited = ({ weekly, days }: Limits): boolean => Object.keys(weekly).length > 0 || Object.keys(days).length > 0;

/** One kind of work on one store date. */
export const slotOf = (work: string, day: string): string => `${day}/${work}`;

/** BAK-29. What can be done of a kind of work on a store date, in minutes; null without a limit. Nothing on a day on which the store is closed. */
export function limitOn(work: string, day: string, { calendar, limits }: Pick<CapacityBook, 'calendar' | 'limits'>): number | null {
  const own = limits.days[day]?.[work];
  if (own !== undefined) return own;
  const weekly = limits.weekly[work];
  if (weekly === undefined) return null;
  return isOpenDay(calendar, day) ? (weekly[weekdayOf(day) - 1] ?? 0) : 0;
}

/** BAK-29. The store date on which a claim falls: the day it is begun, or the last one with capacity before its deadline. */
export function dayOf({ work, at, deadline }: Omit<WorkClaim, 'minutes'>, book: Pick<CapacityBook, 'calendar' | 'limits'>): string {
  const last = localDay(book.calendar, at);
  if (!deadline) return last;
  for (let back = 0; back <= MOST_DAYS_BACK; back += 1) {
    const day = addDays(last, -back);
    if (limitOn(work, day, book) !== 0) return day;
  }
  return last;
}

/** BAK-29. What is taken of each kind of work on each day, by what every order takes. */
export function takenBy(
  loads: readonly (WorkClaim & { readonly order: string })[],
  book: Pick<CapacityBook, 'calendar' | 'limits'>,
): Map<string, Taken> {
  const taken = new Map<string, Taken>();
  for (const load of loads) {
    const slot = slotOf(load.work, dayOf(load, book));
    const { minutes, orders } = taken.get(slot) ?? NOTHING;
    taken.set(slot, { minutes: minutes + load.minutes, orders: [...orders, load.order] });
  }
  return taken;
}

/** BAK-29. What is taken by others on the days of the claims, and whether there is room for them; a claim of nothing takes no room. */
export const roomFor = (claims: readonly WorkClaim[], book: CapacityBook): Room[] =>
  claims
    .filter(({ minutes }) => minutes > 0)
    .map((claim) => {
      const { work, minutes } = claim;
      const day = dayOf(claim, book);
      const limitMinutes = limitOn(work, day, book);
      const takenMinutes = (book.taken.get(slotOf(work, day)) ?? NOTHING).minutes;
      const fits = limitMinutes === null || takenMinutes + minutes <= limitMinutes;
      const mostOnAnyDay = Math.max(0, ...(book.limits.weekly[work] ?? []));
      return { work, day, minutes, limitMinutes, takenMinutes, fits, oversize: mostOnAnyDay > 0 && minutes > mostOnAnyDay };
    });

/** BAK-29. The first day that is too full for a claim that an emptier day could take; none when there is room, or no day would do. */
export const fullDay = (rooms: readonly Room[]): Room | undefined => rooms.find(({ fits, oversize }) => !fits && !oversize);

/** How far before and after the wanted day other days are looked for. */
export const MOST_DAYS_APART = 14;
const ON_EACH_SIDE = 2;

/** What is looked for: another instant of a promise, or of a planned start; epoch ms of shop time. */
export interface Wanted {
  readonly at: number;
  /** Nothing may fall before it. */
  readonly notBefore: number;
  /** The last instant that would do. */
  readonly notAfter: number;
  /** What is taken, were it that instant. */
  readonly claimsFor: (at: number) => readonly WorkClaim[];
}

/**
 * BAK-29. The nearest days earlier and later on which there is room, two on each side at most, earliest first: each at the hour that was wanted, or
 * the nearest whole hour at which the store is open.
 */
export function otherInstants({ at, notBefore, notAfter, claimsFor }: Wanted, book: CapacityBook): number[] {
  const { calendar } = book;
  const wanted = localDay(calendar, at);
  const fits = (instant: number): boolean => {
    const claims = claimsFor(instant);
    const inTime = instant > notBefore && instant <= notAfter && claims.every((claim) => claim.at >= notBefore);
    return inTime && roomFor(claims, book).every((room) => room.fits);
  };
  const on = (side: 1 | -1): number[] => {
    const found: number[] = [];
    for (let n = 1; n <= MOST_DAYS_APART && found.length < ON_EACH_SIDE; n += 1) {
      const instant = openHour(calendar, addDays(wanted, side * n), at);
      if (instant !== null && fits(instant)) found.push(instant);
    }
    return found;
  };
  return [...on(-1).reverse(), ...on(1)];
}

/** The whole hour of a store date at which the store is open and which is nearest to the time of day of `like`; null when it is closed. */
function openHour(calendar: Calendar, day: string, like: number): number | null {
  if (!isOpenDay(calendar, day)) return null;
  const wanted = atTime(calendar, day, localTime(calendar, like));
  const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)
    .filter((time) => calendar.windows.some(({ from, to }) => from <= time && time < to))
    .map((time) => atTime(calendar, day, time));
  return hours.reduce<number | null>(
    (best, hour) => (best === null || Math.abs(hour - wanted) < Math.abs(best - wanted) ? hour : best),
    null,
  );
}
