import type { WallClock, WorkingDays, WorkingHours } from './rule';

/** What an instant is counted from (`…At`), or who set it. */
export type ReasonBase =
  | 'reviewAt'
  | 'feasibleAt'
  | 'acceptedAt'
  | 'changeWindowEndsAt'
  | 'plannedStartAt'
  | 'decorationDueAt'
  | 'dispatchDueAt'
  | 'deliveryAt'
  | 'deliveredAt'
  | 'followUpTriedAt'
  | 'requestedAt'
  | 'changedAt'
  | 'reportedAt'
  | 'escalatedAt'
  | 'decidedAt'
  | 'failedAt'
  | 'foundAt'
  | 'visitAt'
  | 'feasibilityReview'
  | 'rushReview'
  | 'promise'
  | 'productionDay';

/** A length of time, as the rulebook has it. Working time needs a calendar to be counted: `dueIn` in `src/base/working-time.ts`. */
export type Span = WallClock | WorkingHours | WorkingDays;

/**
 * Why an instant is what it is, as data: `src/platform/words/reasons.ts` words it in the reader's language, and nothing reads it back out of prose.
 * Instants are epoch ms of shop time. Without `add`, `before`, `time` and `missedAt` the instant is the base itself.
 */
export interface Reason {
  /** The rule that sets it, e.g. `BAK-48`. */
  readonly rule: string;
  readonly base: ReasonBase;
  /** When the base was, or is planned to be. */
  readonly baseAt?: number;
  /** So long after the base. */
  readonly add?: Span;
  /** So long before it. */
  readonly before?: Span;
  /** At this time of the store's day, `HH:MM`: on the day before the base, or earlier than that on `day`. */
  readonly time?: string;
  /** Store date `YYYY-MM-DD`. */
  readonly day?: string;
  /** The instant that had passed already when the base came, so that it is done at once. */
  readonly missedAt?: number;
  /** The store is closed then: moved from this instant to the next open day. */
  readonly movedFrom?: number;
  /** The clock stood so long, ms: it is due so much later. */
  readonly pausedMs?: number;
  /** The year whose holidays are not known yet: weekdays are assumed. */
  readonly assumedYear?: number;
}
