import type { NoticeTemplate } from './order';

/** A later fact on the timeline that concerns a letter not sent yet. */
export interface LaterFact {
  /** The event's kind. */
  readonly event: string;
  /** Only such an event: `{ to: 'cancelled' }`. */
  readonly when?: Readonly<Record<string, unknown>>;
  /** What both speak of: the letter's fact by this name equals the event's. */
  readonly same?: Readonly<Record<string, string>>;
  /** Only letters with these facts. */
  readonly having?: Readonly<Record<string, unknown>>;
}
/** A later fact that leaves a customer's letter worth sending, with other figures; `adding` goes into its facts. */
export interface Renewal extends LaterFact {
  readonly adding?: Readonly<Record<string, unknown>>;
}
/** What becomes of one kind of letter that still lies unsent when the order moves on. */
export interface LetterLife {
  /** It would not be true any more: it is withdrawn. */
  readonly falls?: readonly LaterFact[];
  /** It would name what no longer holds: it is withdrawn and written anew from what holds now. */
  readonly renewed?: readonly Renewal[];
  /** A newer letter of its kind to the same recipient takes its place, if both have the same facts by these names. */
  readonly newest?: readonly string[];
  /** Also written outside the order's own record (a supplier's door). */
  readonly byOthers?: true;
}

const moved = (to: string): LaterFact => ({ event: 'order.moved', when: { to } });
const ENDED: readonly LaterFact[] = [moved('cancelled'), moved('declined')];
const DELIVERED = moved('delivered');
const TASK = { task: 'task' };
const EXCEPTION = { exception: 'exception' };
const CHANGED: LaterFact = { event: 'order.changed' };
const REPLACED: LaterFact = { event: 'order.replaced' };
const OVERDUE: LaterFact = { event: 'order.overdue' };
const PAID: LaterFact = { event: 'payment.received' };
const REFUNDED: LaterFact = { event: 'refund.paid' };
const EXCEPTION_CLOSED: LaterFact = { event: 'exception.closed', same: EXCEPTION };
const TROUBLE_ON_THE_WAY: readonly LaterFact[] = ['delivery-problem', 'severe-weather'].map((type) => ({
  event: 'exception.reported',
  when: { type },
}));
const TASK_OVER: readonly LaterFact[] = ['task.done', 'task.withdrawn', 'task.moved'].map((event) => ({ event, same: TASK }));
const REASSIGNED: LaterFact = { event: 'task.assigned', same: TASK };
const SUPPLIER_SETTLED: readonly LaterFact[] = ['promised', 'refused', 'no-answer', 'withdrawn', 'failed'].map((result) => ({
  event: `supplier.${result}`,
  same: { exceptionId: 'exception', supplierId: 'supplier' },
}));

/**
 * BAK-08. A letter waits: for the end of the quiet hours, for a mail server that is away, for the letter before it. Which later fact makes
 * it untrue meanwhile is said here, once for every letter. The workflow's recorder reads it, so that whoever records a fact need not think
 * of letters; news of the end and of money never fall.
 */
export const LETTER_LIVES: Readonly<Record<NoticeTemplate, LetterLife>> = {
  'task-opened': { falls: [...TASK_OVER, REASSIGNED], newest: ['task'] },
  'task-reminder': { falls: [...TASK_OVER, REASSIGNED, { event: 'task.breached', same: TASK }], newest: ['task'] },
  'task-late': {
    falls: [
      ...TASK_OVER,
      { ...REASSIGNED, having: { yours: true } },
      { event: 'task.raised', same: TASK, having: { yours: true } },
      { event: 'task.opened', same: { kind: 'kind' }, having: { notBegun: true } },
      ...[...ENDED, CHANGED, DELIVERED].map((fact) => ({ ...fact, having: { notBegun: true } })),
    ],
  },
  'design-waiting': { falls: [{ event: 'design.confirmed' }, { event: 'design.rejected' }, ...ENDED], newest: [] },
  'deposit-due': { falls: [PAID, { event: 'order.accepted' }, CHANGED, ...ENDED], newest: [] },
  'confirmation-letter': {
    falls: [CHANGED, { event: 'plan.made', when: { moved: true } }, DELIVERED, ...ENDED],
    renewed: [PAID, REFUNDED, { event: 'change-window.closed' }],
    newest: [],
  },
  'change-window-closing': { falls: [{ event: 'change-window.closed' }, DELIVERED, ...ENDED], renewed: [CHANGED], newest: [] },
  'order-changed': { falls: [CHANGED, DELIVERED, ...ENDED], renewed: [PAID, REFUNDED], newest: [] },
  'change-refused': { falls: [CHANGED, DELIVERED, ...ENDED] },
  'warm-reminder': {
    falls: [
      { event: 'details.confirmed' },
      { event: 'details.unanswered' },
      { event: 'plan.made', when: { moved: true } },
      moved('making'),
      DELIVERED,
      ...ENDED,
    ],
    renewed: [CHANGED],
    newest: [],
  },
  'details-corrected': { falls: [DELIVERED, ...ENDED] }, // each correction is a warning of its own
  'making-started': {
    falls: [...['packing', 'ready', 'out-for-delivery', 'delivered'].map(moved), ...TROUBLE_ON_THE_WAY, ...ENDED],
    renewed: [CHANGED, OVERDUE],
    newest: [],
  },
  'order-ready': {
    falls: [moved('out-for-delivery'), DELIVERED, { event: 'delivery.backup-plan' }, REPLACED, ...TROUBLE_ON_THE_WAY, ...ENDED],
    renewed: [OVERDUE],
    newest: [],
  },
  'out-for-delivery': { falls: [DELIVERED, REPLACED, ...TROUBLE_ON_THE_WAY, ...ENDED], renewed: [OVERDUE], newest: [] },
  'order-delivered': { renewed: [PAID, REFUNDED, { event: 'price.allowed' }] },
  'order-delayed': { falls: [CHANGED, REPLACED, DELIVERED, ...ENDED], newest: [] },
  'order-cancelled': { renewed: [{ ...REFUNDED, adding: { paid: true } }] },
  'order-declined': { renewed: [{ ...REFUNDED, adding: { paid: true } }] },
  'refund-paid': {},
  'price-allowed': { renewed: [PAID, { ...REFUNDED, adding: { paid: true } }] },
  alternatives: { falls: [{ event: 'alternative.chosen', same: EXCEPTION }, EXCEPTION_CLOSED, ...ENDED] },
  'exception-reported': {
    falls: [
      EXCEPTION_CLOSED,
      ...[...ENDED, DELIVERED, CHANGED].map((fact) => ({ ...fact, having: { type: 'overdue' } })),
      ...[...ENDED, DELIVERED].map((fact) => ({ ...fact, having: { step: 'dispatch-check' } })),
    ],
  },
  'committee-called': {
    falls: [EXCEPTION_CLOSED, { event: 'committee.decided', same: { ...EXCEPTION, round: 'round' } }],
    newest: ['exception'],
  },
  'supplier-request': { falls: SUPPLIER_SETTLED, byOthers: true },
  'supplier-withdrawn': {},
  'rating-invitation': { falls: [{ event: 'order.rated' }], newest: [] },
  suggestion: {},
};
