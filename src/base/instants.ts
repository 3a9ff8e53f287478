import { DAY_MS, MINUTE_MS } from './rule';

/**
 * Which instants can be meant, as pure ranges, so that the API's door and the order's own checks cannot disagree. All are epoch
 * milliseconds, and both ends belong to a range.
 */
export interface InstantRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Nothing that anybody sends lies outside. Every year in between has four digits in any zone, is after the first offset of a calendar
 * (1970), and leaves Temporal's nanoseconds (until 2262) sixty years for whatever is counted from it: links, deadlines, follow-ups.
 */
export const ANY_INSTANT: InstantRange = { from: Date.UTC(2000, 0, 1), to: Date.UTC(2199, 11, 31, 23, 59, 59, 999) };

/** A supplier that promises for later than this has misread the question (BAK-59). */
const LONGEST_PROMISE_MS = 366 * DAY_MS;

/** What is wrong with an instant, by the side on which it leaves its range; null when nothing is. */
export type InstantFault = 'unreadable' | 'too-early' | 'too-late';

/** Judges anything at all: what is no whole number of milliseconds is `unreadable`, like what lies outside `ANY_INSTANT`. */
export function instantFault(at: unknown, { from, to }: InstantRange = ANY_INSTANT): InstantFault | null {
  if (typeof at !== 'number' || !Number.isSafeInteger(at) || at < ANY_INSTANT.from || at > ANY_INSTANT.to) return 'unreadable';
  if (at < from) return 'too-early';
  return at > to ? 'too-late' : null;
}

/** BAK-22. When an order may be promised for: after this very moment, and no more than `aheadMs` from it. */
export const deliveries = (now: number, aheadMs: number): InstantRange => ({ from: now + 1, to: now + aheadMs });

/**
 * When something that is told of an order may have happened: a problem met, money received, a cake made. Not before the order was taken,
 * and not later than now. People write minutes, so the whole minute of the intake counts.
 */
export const happenings = (intakeAt: number, now: number): InstantRange => ({ from: intakeAt - (intakeAt % MINUTE_MS), to: now });

/** BAK-59. What a supplier may promise, whichever way it answers: later than now, and within the year. */
export const promises = (now: number): InstantRange => ({ from: now + 1, to: now + LONGEST_PROMISE_MS });

/** BAK-24, BAK-29. When a step may be planned or due: from the intake to the promised delivery. */
export const plans = (intakeAt: number, deliveryAt: number): InstantRange => ({ from: intakeAt, to: deliveryAt });
