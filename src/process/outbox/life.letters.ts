/** A later fact on the timeline that concerns a letter not sent yet. `Name` are the names of the letter's facts. */
export interface LaterFact<Name extends string = string> {
  /** The event's kind. */
  readonly event: string;
  /** Only such an event: `{ to: 'cancelled' }`. */
  readonly when?: Readonly<Record<string, unknown>>;
  /** What both speak of: the letter's fact by this name equals the event's. */
  readonly same?: Readonly<Partial<Record<Name, string>>>;
  /** Only letters with these facts. */
  readonly having?: Readonly<Partial<Record<Name, unknown>>>;
}
/** A later fact that leaves a customer's letter worth sending, with other figures; `adding` goes into its facts. */
export interface Renewal<Name extends string = string> extends LaterFact<Name> {
  readonly adding?: Readonly<Partial<Record<Name, unknown>>>;
}
/**
 * BAK-08. A letter waits: for the end of the quiet hours, for a mail server that is away, for the letter before it. Which later fact makes it
 * untrue meanwhile, each letter says once. The workflow's recorder reads it, so that whoever records a fact need not think of letters; news of
 * the end and of money never fall.
 */
export interface LetterLife<Name extends string = string> {
  /** It would not be true any more: it is withdrawn. */
  readonly falls?: readonly LaterFact<Name>[];
  /** It would name what no longer holds: it is withdrawn and written anew from what holds now. */
  readonly renewed?: readonly Renewal<Name>[];
  /** A newer letter of its kind to the same recipient takes its place, if both have the same facts by these names. */
  readonly newest?: readonly Name[];
  /** Also written outside the order's own record (a supplier's door). */
  readonly byOthers?: true;
}

/** The order moves to this state. */
export const moved = (to: string): LaterFact<never> => ({ event: 'order.moved', when: { to } });
/** No order any more. */
export const ENDED: readonly LaterFact<never>[] = [moved('cancelled'), moved('declined')];
export const DELIVERED = moved('delivered');
export const CHANGED: LaterFact<never> = { event: 'order.changed' };
export const REPLACED: LaterFact<never> = { event: 'order.replaced' };
export const OVERDUE: LaterFact<never> = { event: 'order.overdue' };
export const PAID: LaterFact<never> = { event: 'payment.received' };
export const REFUNDED: LaterFact<never> = { event: 'refund.paid' };
/** Making starts at another hour. */
export const START_MOVED: LaterFact<never> = { event: 'plan.made', when: { moved: true } };
export const TROUBLE_ON_THE_WAY: readonly LaterFact<never>[] = ['delivery-problem', 'severe-weather'].map((type) => ({
  event: 'exception.reported',
  when: { type },
}));
/** The task that the letter names needs nobody any more, or is due at another hour. */
export const TASK_OVER: readonly LaterFact<'task'>[] = ['task.done', 'task.withdrawn', 'task.moved'].map((event) => ({
  event,
  same: { task: 'task' },
}));
/** The task that the letter names is somebody else's. */
export const REASSIGNED: LaterFact<'task'> = { event: 'task.assigned', same: { task: 'task' } };
/** The exception that the letter names is over. */
export const EXCEPTION_CLOSED: LaterFact<'exception'> = { event: 'exception.closed', same: { exception: 'exception' } };
