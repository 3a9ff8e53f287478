import type { Moment } from '../base/moment';
import type { ReasonBase } from '../base/reason';
import { Refusal } from '../base/refusals';

/** BAK-94. The life of a custom order: each state, and what may follow it. A test walks this table. */
export const TRANSITIONS = {
  draft: ['awaiting-design', 'feasibility-review', 'cancelled'],
  'awaiting-design': ['feasibility-review', 'cancelled'],
  'feasibility-review': ['awaiting-deposit', 'declined', 'cancelled'],
  'awaiting-deposit': ['materials', 'feasibility-review', 'cancelled'],
  materials: ['making', 'cancelled'],
  making: ['decoration', 'final-check', 'materials', 'cancelled'],
  decoration: ['final-check', 'making', 'materials', 'cancelled'],
  'final-check': ['packing', 'making', 'decoration', 'materials', 'cancelled'],
  packing: ['ready', 'cancelled'],
  // a pick-up order is handed over at the counter; what is replaced at receipt is made once more (BAK-76)
  ready: ['out-for-delivery', 'delivered', 'making', 'cancelled'],
  'out-for-delivery': ['delivered', 'making', 'cancelled'],
  delivered: ['closed'],
  closed: [],
  declined: [],
  cancelled: [],
} as const satisfies Record<string, readonly string[]>;

export type OrderState = keyof typeof TRANSITIONS;
export const ORDER_STATES = Object.keys(TRANSITIONS) as OrderState[];

/**
 * Set on a state without replacing it (BAK-37, BAK-58…61, BAK-03, BAK-39). The last two say that the order stands still until somebody
 * repairs it: its workflow is gone, or Postgres refuses its record.
 */
export const OVERLAYS = [
  'change-pending',
  'exception-open',
  'escalated',
  'breached',
  'overdue',
  'workflow-lost',
  'record-refused',
] as const;
export type Overlay = (typeof OVERLAYS)[number];

/** The four monitored stages of BAK-46. */
export const STAGES = ['materials', 'making', 'quality-check', 'decoration'] as const;
export type Stage = (typeof STAGES)[number];
/** How far a stage is; instants are epoch ms of shop time. */
export interface StageRow {
  readonly stage: Stage;
  readonly assignee: string | null;
  readonly startedAt: number | null;
  readonly dueAt: number | null;
  readonly doneAt: number | null;
  readonly breachedAt: number | null;
  readonly applicable: boolean;
}

/** The ends of a life: nothing follows them. */
export const isFinal = (state: OrderState): boolean => TRANSITIONS[state].length === 0;

/** What is counted from once the goods are with their customer. */
const AFTER_HAND_OVER: readonly ReasonBase[] = ['deliveredAt', 'followUpTriedAt', 'visitAt'];

/** Whether nothing waits for a moment of an order any more: it has ended, or was handed over and the moment was on the way to that. */
export const isMoot = (
  { reason: { base } }: Pick<Moment, 'reason'>,
  { state, deliveredAt }: { readonly state: OrderState; readonly deliveredAt: number | null },
): boolean => isFinal(state) || (deliveredAt !== null && !AFTER_HAND_OVER.includes(base));

/** Whether BAK-94 lets `to` follow `from`. */
export const canMove = (from: OrderState, to: OrderState): boolean => (TRANSITIONS[from] as readonly OrderState[]).includes(to);

/** @throws {Refusal} `not-in-this-state` when BAK-94 forbids the step. */
export function assertMove(from: OrderState, to: OrderState): void {
  if (!canMove(from, to)) {
    throw new Refusal('not-in-this-state', { code: 'state-cannot-follow', params: { from, to } }, { rule: 'BAK-94' });
  }
}

const IN_PRODUCTION: readonly OrderState[] = ['materials', 'making', 'decoration', 'final-check'];
/** Accepted and not yet packed. */
export const inProduction = (state: OrderState): boolean => IN_PRODUCTION.includes(state);

const ACCEPTED: readonly OrderState[] = [...IN_PRODUCTION, 'packing', 'ready', 'out-for-delivery'];
/** Accepted (BAK-35) and not yet delivered: where changes, exceptions and cancellation live. */
export const isUnderWay = (state: OrderState): boolean => ACCEPTED.includes(state);

/** BAK-45. Recipient and address can be corrected until the order is on the road: afterwards nobody who carries it would hear of it. */
export const mayBeCorrected = (state: OrderState): boolean => isUnderWay(state) && state !== 'out-for-delivery';
