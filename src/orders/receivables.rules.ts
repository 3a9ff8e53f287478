import { addDays, atTime, localDay, type Calendar } from '../base/calendar';

/** BAK-32. How long something has been owed since the order was handed over or, where it has not been, since it was promised; in whole days of the store. */
export const AGES = ['upcoming', 'week', 'month', 'older'] as const;
export type Age = (typeof AGES)[number];

/** The last day, counted back from today, of the two ages that have an end. */
export const LAST_DAY = { week: 7, month: 30 } as const;

/** Since when something must have been owed to be of an age: epoch ms of shop time, the first instant of each. */
export interface AgeEdges {
  readonly now: number;
  readonly week: number;
  readonly month: number;
}
/** Of what age something is that is owed since then, epoch ms of shop time. */
export function ageOf(since: number, { now, week, month }: AgeEdges): Age {
  if (since > now) return 'upcoming';
  if (since >= week) return 'week';
  return since >= month ? 'month' : 'older';
}

/** Where the ages begin, at shop time `now`. */
export function ageEdges(calendar: Calendar, now: number): AgeEdges {
  const start = (days: number): number => atTime(calendar, addDays(localDay(calendar, now), -days), '00:00');
  return { now, week: start(LAST_DAY.week), month: start(LAST_DAY.month) };
}
