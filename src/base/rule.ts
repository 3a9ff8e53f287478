/** What a rule's value is measured in. Nothing anywhere parses a bare "1 day". */
export type Hours = { readonly unit: 'hours'; readonly n: number };
export type Minutes = { readonly unit: 'minutes'; readonly n: number };
export type CalendarDays = { readonly unit: 'calendar-days'; readonly n: number };
/** Hours in which people work: those of the working windows on working days, and no others. */
export type WorkingHours = { readonly unit: 'working-hours'; readonly n: number };
/** Whole days on which people work; the last one ends at the hour at which the first began. */
export type WorkingDays = { readonly unit: 'working-days'; readonly n: number };
/** A time of the store's day, `HH:MM`. "Before 17:00" means strictly earlier. */
export type TimeOfDay = { readonly unit: 'time-of-day'; readonly at: string };
/** A share in per cent. */
export type Percent = { readonly unit: 'percent'; readonly n: number };
/** A bare number of things: votes, attempts, kilobytes are never mixed with durations. */
export type Count = { readonly unit: 'count'; readonly n: number };

/** A length of time that the clock alone can tell. */
export type WallClock = Hours | Minutes | CalendarDays;

export type RuleValue = WallClock | WorkingHours | WorkingDays | TimeOfDay | Percent | Count;

export const hours = (n: number): Hours => ({ unit: 'hours', n });
export const minutes = (n: number): Minutes => ({ unit: 'minutes', n });
export const calendarDays = (n: number): CalendarDays => ({ unit: 'calendar-days', n });
export const workingHours = (n: number): WorkingHours => ({ unit: 'working-hours', n });
export const workingDays = (n: number): WorkingDays => ({ unit: 'working-days', n });
export const timeOfDay = (at: string): TimeOfDay => ({ unit: 'time-of-day', at });
export const percent = (n: number): Percent => ({ unit: 'percent', n });
export const count = (n: number): Count => ({ unit: 'count', n });

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** Wall-clock milliseconds of a duration; calendar days count 24 h each (BAK-52). */
export const toMs = (value: WallClock): number => value.n * { minutes: MINUTE_MS, hours: HOUR_MS, 'calendar-days': DAY_MS }[value.unit];

/** A clause of a regulation with the one number it fixes. `source` tells the regulation's own numbers from a *Reading*. */
export interface Rule<V extends RuleValue = RuleValue> {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly value: V;
  readonly source: 'regulation' | 'reading';
}

/** The bare values of a rulebook: what a running order carries from its start, so that a new version never changes it. */
export type ValuesOf<B extends Record<string, Rule>> = { readonly [K in keyof B]: B[K]['value'] };

export const valuesOf = <B extends Record<string, Rule>>(book: B): ValuesOf<B> =>
  Object.fromEntries(Object.entries(book).map(([key, rule]) => [key, rule.value])) as ValuesOf<B>;
