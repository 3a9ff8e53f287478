import type { Act } from '../base/actor';
import type { ShopClock } from '../base/clock';
import type { ChangeRow, CostRow } from './order-rows.messages';
import type { OrderState, Overlay, StageRow } from './order-state.rules';
import type { MomentOf, OrderKind, RulesOf, ShutGate } from './order-kinds.messages';
import type { OnTask } from '../process/process.messages';
import type { Resume } from './repair.messages';

/**
 * What crosses between the API, the workflow and the recorder. Instants are epoch milliseconds of shop time; money is fen.
 * Nothing here holds a name, a telephone number, an address or free text: those stay in Postgres under `textId`.
 */

export type Occasion = 'birthday' | 'wedding' | 'corporate' | 'other';
export type Urgency = 'normal' | 'rush';
export type DeliveryMethod = 'pickup' | 'courier';

/** One line as the workflow knows it; flavour, size and note stay in Postgres. */
export interface LineFacts {
  readonly product: string;
  readonly quantity: number;
  readonly unitPriceFen: number;
  readonly requirements: readonly string[];
  readonly allergens: readonly string[];
}

/** BAK-29. Minutes of one person's work of one kind. */
export interface WorkMinutes {
  readonly work: string;
  readonly minutes: number;
}

/** The part of an order that decides; versioned by approved changes. */
export interface OrderFacts {
  readonly lines: readonly LineFacts[];
  readonly occasion: Occasion;
  readonly urgency: Urgency;
  readonly complex: boolean;
  readonly deliveryAt: number;
  readonly method: DeliveryMethod;
  /** From the product table: has a decoration stage (BAK-46), breaks easily (BAK-64), is high-risk (BAK-30). */
  readonly decoration: boolean;
  readonly fragile: boolean;
  readonly highRisk: boolean;
  readonly totalFen: number;
  /** BAK-29. What its lines take of each kind of work; a kind of order without benches has none. */
  readonly workMinutes?: readonly WorkMinutes[];
}

/** What an order's workflow starts from. */
export interface OrderInput<K extends OrderKind = OrderKind> {
  readonly number: string;
  readonly kind: K;
  readonly storeId: string;
  readonly intakeAt: number;
  /** Staff id of the sales consultant who took it. */
  readonly takenBy: string;
  readonly facts: OrderFacts;
  readonly rulesVersion: string;
  readonly rules: RulesOf<K>;
  readonly clock: ShopClock;
  /** Absent in an order's first run: what a run begins with that takes a lost order up from its record. */
  readonly resume?: Resume<K>;
}

/** A change request. The patch itself (which may hold an address) is a row under `changeId`; here is what it does to the facts. */
export interface RequestChange extends Act {
  readonly changeId: string;
  readonly facts: OrderFacts;
  readonly previewHash: string;
  /** What the preview was computed from (`changeBasis`); when it no longer holds, the preview is stale. */
  readonly basis: string;
  readonly allergensAdded: readonly string[];
  /** Re-run feasibility when product, ingredients or date change (BAK-38). */
  readonly needsFeasibility: boolean;
  /** BAK-60. The open shortage of ours that makes it necessary: the swap it offers is exempt from the window and costs nothing extra. */
  readonly exceptionId?: string;
}
export interface RefreshPreview extends OnTask {
  readonly changeId: string;
  readonly previewHash: string;
  readonly basis: string;
  /** What the change does to the order as it is now. */
  readonly facts: OrderFacts;
  readonly allergensAdded: readonly string[];
  readonly needsFeasibility: boolean;
}
export interface DecideChange extends Act {
  readonly changeId: string;
  readonly decision: 'approve' | 'reject';
  /** Of the preview the decider saw; from Temporal UI it is absent and the stored preview counts if still fresh. */
  readonly previewHash?: string;
}
/** BAK-45. What of a delivery can be corrected directly. */
export const CORRECTABLE = ['address', 'recipient'] as const;
export type CorrectedPart = (typeof CORRECTABLE)[number];
/** BAK-45. A correction of recipient or address, applied directly; rows are written by id. */
export interface ConfirmDetails extends Act {
  readonly confirmed: boolean;
  /** The private patch's row in `texts`, when something was corrected. */
  readonly correctionId?: string;
  /** Which parts it corrects. */
  readonly corrected?: readonly CorrectedPart[];
}
export type CancelCause = 'store' | 'customer' | 'neither';
export interface Cancel extends Act {
  readonly cause: CancelCause;
  /** BAK-40: what the store manager gives back where the cause is neither side's; 0 … what is held. */
  readonly refundFen?: number;
}
export interface RecordPayment extends Act {
  readonly paymentId: string;
  readonly amountFen: number;
  readonly method: string;
  readonly receivedAt: number;
}
export interface RecordCost extends Act {
  readonly costId: string;
  readonly cost: CostRow['cost'];
  readonly amountFen: number;
}
export interface AddPhoto extends OnTask {
  readonly photoId: string;
  readonly step: string;
  readonly takenAt: number;
}
/** BAK-82. 1.0–5.0 in steps of a half. */
export interface Rate extends Act {
  readonly score: number;
}
/** BAK-60. The customer's answer to the alternatives; null refuses them all. */
export interface ChooseAlternative extends Act {
  readonly exceptionId: string;
  readonly option: string | null;
}
// ---- what the recorder writes ----

export interface Money {
  readonly totalFen: number;
  readonly depositFen: number;
  readonly receivedFen: number;
  readonly refundedFen: number;
  readonly outstandingFen: number;
}

/** What an order's own row keeps of it, beside how its process stands. */
export interface OrderRecord {
  readonly version: number;
  readonly planVersion: number;
  readonly facts: OrderFacts;
  readonly risk: boolean;
  readonly money: Money;
  readonly costsFen: number;
  readonly acceptedAt: number | null;
  readonly changeWindowEndsAt: number | null;
  readonly plannedStartAt: number | null;
  readonly makingDoneAt: number | null;
  readonly deliveredAt: number | null;
  readonly followUpAt: number | null;
  readonly stages: readonly StageRow[];
  readonly moments: readonly MomentOf<OrderKind>[];
  /** What the next moves still wait for. */
  readonly shut: readonly ShutGate[];
}

/** The whole order as its workflow sees it; the `view` query answers it. */
export interface OrderSnapshot extends OrderRecord {
  readonly number: string;
  readonly kind: OrderKind;
  readonly storeId: string;
  readonly state: OrderState;
  readonly overlays: readonly Overlay[];
  readonly revision: number;
  readonly closedAt: number | null;
}

/** How an order ended: what its workflow answers to whoever waits for its end. */
export type OrderEnd = Pick<OrderSnapshot, 'number' | 'state' | 'revision' | 'money' | 'closedAt'>;

/** The large parts of a snapshot. Most batches leave them as they are, and histories keep every batch. */
export const SNAPSHOT_PARTS = ['facts', 'stages', 'moments', 'money', 'shut'] as const;
export type SnapshotPart = (typeof SNAPSHOT_PARTS)[number];
/** What the order's row becomes: a part that is left out stays as the batches before it left it. */
export type RecordedSnapshot = Omit<OrderRecord, SnapshotPart> & Partial<Pick<OrderRecord, SnapshotPart>>;

/** Why a step of an order is needed no more. */
export type OrderWithdrawReason =
  | 'order-cancelled'
  | 'order-delivered'
  | 'production-over'
  | 'made-again'
  | 'another-made'
  | 'sheet-reissued'
  | 'newer-amount'
  | 'newer-review'
  | 'no-supplier'
  | 'shortage-settled'
  | 'prepayment-in'
  | 'exception-settled'
  | 'workflow-lost'
  | 'newer-repair'
  | 'workflow-lives';

declare module '../process/process.messages' {
  interface WithdrawReasons extends Record<OrderWithdrawReason, true> {}
  interface OwnParts {
    /** Absent from every process but an order: only it writes its own row. */
    readonly snapshot?: RecordedSnapshot;
    readonly changes?: readonly ChangeRow[];
    /** Rows of `texts` whose private patch is applied to the order's recipient or address (BAK-45). */
    readonly corrections?: readonly string[];
  }
}
