import type { ShopClock } from '../base/clock';
import type { OrderState, StageRow } from './order-state.rules';
import type { MomentOf, OrderKind, OrderRules } from './order-kinds.messages';
import type { Actor } from '../base/actor';
import type { ChangeRow } from './order-rows.messages';
import type { ExceptionRow } from './exceptions.messages';
import type { TaskRow } from '../process/process.messages';

/** How an order's workflow came to be gone while the order lives on record; `missing` when Temporal knows none. */
export type Loss = 'terminated' | 'failed' | 'timed-out' | 'cancelled' | 'completed' | 'missing';

/** What the workflow `repair` starts from. */
export interface RepairInput {
  readonly number: string;
  readonly storeId: string;
  readonly clock: ShopClock;
  readonly rules: Pick<OrderRules, 'exceptionResponse' | 'nextRung'>;
  readonly how: Loss;
  /** Of the order, as its record has it. */
  readonly state: OrderState;
  readonly heldFen: number;
  readonly outstandingFen: number;
  /** The last revision that the lost workflow has recorded. */
  readonly revision: number;
  /** What earlier repairs of this order have on record: revisions, tasks, and the task nobody can answer any more. */
  readonly earlier: { readonly revision: number; readonly taskCount: number; readonly open: readonly TaskRow[] };
}

/** How a lost order ends without going on: everything given back, or written off. */
export interface Ending {
  readonly action: 'refund' | 'write-off';
}

/** The store manager's answer: start the order again, to go on or to end. */
export interface RestartOrder {
  readonly number: string;
  /** The new run records after this revision. */
  readonly after: number;
  /** Null to go on where the order was left. */
  readonly ending: Ending | null;
  readonly by: Actor;
  /** The reason, private text. */
  readonly textId?: string;
}
/** `alive`: somebody else has brought it back meanwhile, so nothing was done. */
export type Restarted = 'restarted' | 'alive';

/** What a run knows that takes an order up from its record. Instants are epoch ms of shop time. */
export interface Resume<K extends OrderKind = OrderKind> extends Omit<RestartOrder, 'number'> {
  /** When the old run was found gone: what rang before has been heard. */
  readonly leftAt: number;
  readonly state: OrderState;
  readonly version: number;
  readonly planVersion: number;
  readonly risk: boolean;
  readonly receivedFen: number;
  /** Ids of the payments and costs on record. */
  readonly entries: readonly string[];
  readonly refundedFen: number;
  readonly costsFen: number;
  readonly allowanceFen: number;
  readonly acceptedAt: number | null;
  readonly changeWindowEndsAt: number | null;
  readonly plannedStartAt: number | null;
  readonly makingDoneAt: number | null;
  readonly deliveredAt: number | null;
  readonly followUpAt: number | null;
  readonly stages: readonly StageRow[];
  readonly moments: readonly MomentOf<K>[];
  /** Every task of the order, in the order of their numbers. */
  readonly tasks: readonly TaskRow[];
  /** Those that wait for a decision. */
  readonly changes: readonly ChangeRow[];
  readonly exceptions: readonly ExceptionRow[];
  readonly photos: readonly { readonly id: string; readonly step: string; readonly takenAt: number }[];
  /** BAK-59: purchases that are promised and not called off. */
  readonly sourced: readonly { readonly exception: string; readonly supplierId: string; readonly item: string }[];
  /** BAK-60: what the customer has chosen, by exception. */
  readonly alternatives: readonly { readonly exception: string; readonly option: string | null }[];
  readonly detailsConfirmed: boolean;
  /** BAK-45: the plan for which the warm reminder went out. */
  readonly remindedFor: number | null;
  /** BAK-39: the promised hour that has passed in vain. */
  readonly overdueFor: number | null;
  readonly rated: number | null;
}
