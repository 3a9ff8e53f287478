import type { ShopClock } from '../base/clock';
import type { OrderState, Overlay, Stage } from './order-state.rules';
import type { Department, Position } from '../base/departments';
import type { Role } from '../base/roles';
import type { BakeryRules } from '../bakery/rulebook.rules';
import type { ShutGate } from '../bakery/gates.rules';
import type { WallClock } from '../base/rule';
import type { TaskKind } from '../bakery/bakery.tasks';
import type { Person } from '../process/tasks/task-rights.rules';
import type { Moment } from '../bakery/agenda.rules';
import type { Reason } from '../base/reason';
import type { NoticeTemplate } from '../bakery/letters/index.letters';
import type { Resume } from './repair.messages';
import type { BatchRows } from '../process/record/rows.messages';

/**
 * What crosses between the API, the workflow and the recorder. Instants are epoch milliseconds of shop time; money is fen.
 * Nothing here holds a name, a telephone number, an address or free text: those stay in Postgres under `textId`.
 */

export type OrderKind = 'bakery' | 'catering' | 'produce' | 'service';
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
}

/** What a bakery order's workflow starts from. */
export interface OrderInput {
  readonly number: string;
  readonly kind: OrderKind;
  readonly storeId: string;
  readonly intakeAt: number;
  /** Staff id of the sales consultant who took it. */
  readonly takenBy: string;
  readonly facts: OrderFacts;
  readonly rulesVersion: string;
  readonly rules: BakeryRules;
  readonly clock: ShopClock;
  /** Absent in an order's first run: what a run begins with that takes a lost order up from its record. */
  readonly resume?: Resume;
}

/** Who acts. `via` tells HTTP from the Temporal door; a customer or supplier acts by link, the order itself by its timers. */
export interface Actor {
  readonly kind: 'staff' | 'customer' | 'supplier' | 'system';
  /** Staff id or supplier id; absent for the customer and the system. */
  readonly id?: string;
  /** Staff: the roles they hold, and the departments they lead. */
  readonly roles?: readonly Position[];
  readonly via: 'http' | 'temporal' | 'link' | 'timer';
}

/** Every act says who, and where its free text lies. */
export interface Act {
  readonly by: Actor;
  readonly textId?: string;
}

/** An act on a task: whoever stands in for somebody who may, may (BAK-04). The record keeps who acted, not for whom. */
interface OnTask extends Act {
  readonly deputyFor?: readonly Person[];
}
export interface CompleteTask extends OnTask {
  readonly taskId: string;
  /** The answer without its free text, shaped by the task's kind (`TaskAnswers`). */
  readonly choices: Readonly<Record<string, unknown>>;
}
export interface AssignTask extends OnTask {
  readonly taskId: string;
  /** Staff id, or null to release. */
  readonly to: string | null;
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
  readonly cost: 'ingredients' | 'labour' | 'packaging' | 'delivery' | 'waste';
  readonly amountFen: number;
}
export const EXCEPTION_TYPES = [
  'ingredient-shortage',
  'process-problem',
  'food-safety',
  'delivery-problem',
  'severe-weather',
  'receipt-problem',
  'other',
] as const;
export type ExceptionType = (typeof EXCEPTION_TYPES)[number];
export interface ReportException extends Act {
  readonly exceptionId: string;
  readonly type: ExceptionType;
  readonly foundAt: number;
  /** Catalogue id of the ingredient or thing concerned; required for a shortage. */
  readonly item?: string;
  /** BAK-76: of what is wrong; required for a problem at receipt. */
  readonly photoId?: string;
}
export interface AddPhoto extends Act {
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
/** A notice that cannot be delivered becomes a task to telephone (BAK-08); so does a confirmation letter not delivered in time (BAK-33). */
export interface NoticeUndeliverable {
  readonly noticeId: string;
  readonly template: string;
  /** It is still being tried, and its hour has passed (BAK-33). */
  readonly late?: true;
}

/** What an act's Update answers: where the process stands, and the batch that brings it there, which whoever asked has to write. */
export interface Decided {
  readonly revision: number;
  /** Absent when it is written already. */
  readonly batch?: RecordBatch;
}
/** What an accepted act answers: the revision at which the record can be read. */
export interface Recorded {
  readonly revision: number;
}

// ---- what the recorder writes ----

export interface StageRow {
  readonly stage: Stage;
  readonly assignee: string | null;
  readonly startedAt: number | null;
  readonly dueAt: number | null;
  readonly doneAt: number | null;
  readonly breachedAt: number | null;
  readonly applicable: boolean;
}

export interface Money {
  readonly totalFen: number;
  readonly depositFen: number;
  readonly receivedFen: number;
  readonly refundedFen: number;
  readonly outstandingFen: number;
}

/** The whole order as its workflow sees it; the `view` query answers it and `record` stores it. */
export interface OrderSnapshot {
  readonly number: string;
  readonly kind: OrderKind;
  readonly storeId: string;
  readonly state: OrderState;
  readonly overlays: readonly Overlay[];
  readonly revision: number;
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
  readonly closedAt: number | null;
  readonly stages: readonly StageRow[];
  readonly moments: readonly Moment[];
  /** What the next moves still wait for. */
  readonly shut: readonly ShutGate[];
}

export interface TaskRow {
  /** `<order number>-<sequence>`. */
  readonly id: string;
  readonly kind: TaskKind;
  readonly role: Role;
  readonly assignee: string | null;
  /** Whose clock it is, where a regulation names a department. */
  readonly department: Department | null;
  readonly openedAt: number;
  /** When its clock began: that of a complaint begins when it came in, whenever somebody opened the task. */
  readonly startedAt: number;
  readonly dueAt: number | null;
  /** The deadline without any extension; both move by the time the clock stood. */
  readonly firstDueAt: number | null;
  /** The clock stands since then; null while it runs. */
  readonly pausedSince: number | null;
  /** How long it stood in pauses that are over, ms. */
  readonly pausedMs: number;
  /** Why it is due then; null when it is not due at all. */
  readonly reason: Reason | null;
  readonly ruleIds: readonly string[];
  readonly breachedAt: number | null;
  readonly rung: number;
  /** The positions above its role, nearest first, as they were when it was opened. */
  readonly ladder: readonly Position[];
  readonly state: 'open' | 'done' | 'withdrawn';
  /** What one needs to answer: ids and choices only; the API adds names when it shows them. */
  readonly context: Readonly<Record<string, unknown>>;
  /** Staff ids that have answered (one, or one each on a committee task). */
  readonly answers: readonly TaskAnswer[];
  readonly closedAt: number | null;
}
/** Why a step is needed no more; `src/platform/words/choices.ts` says it to people. */
export type WithdrawReason =
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
  | 'nothing-owed'
  | 'exception-settled'
  | 'workflow-lost'
  | 'newer-repair'
  | 'workflow-lives';
/** Why a task's clock stands; `src/platform/words/choices.ts` says it to people. */
export type PauseReason = 'customer-to-answer' | 'order-on-hold' | 'case-open';
export interface TaskAnswer {
  readonly by: Actor;
  readonly at: number;
  readonly choices: Readonly<Record<string, unknown>>;
  readonly textId?: string;
}

/** One line of the timeline; `seq` and the hash chain are the recorder's. */
export interface TimelineEntry {
  /** `<workflow id>/<sequence>`: a repeat is a no-op. */
  readonly id: string;
  readonly at: number;
  /** Dotted past fact, e.g. `task.opened`, `order.accepted`, `signal.refused`. */
  readonly kind: string;
  readonly actor: Actor;
  readonly ruleId?: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly textId?: string;
}

/** A notice is a row first (BAK-08). Who, which template, with which facts; wording and addresses are the post's. */
export interface NoticeRow {
  /** `<workflow id>/<sequence>`; also the Message-ID. */
  readonly id: string;
  /** `customer`, `role:<role>`, `head:<department>`, `staff:<id>`, `supplier:<id>`. */
  readonly to: string;
  readonly template: NoticeTemplate;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Urgent ones ignore the quiet hours. */
  readonly urgent: boolean;
  readonly createdAt: number;
  readonly ruleId?: string;
  /** Written only in the place of an unsent one of its kind, which the same batch withdraws (`LetterLife`). */
  readonly instead?: true;
}

/** Unsent letters that a later decision made untrue (`LetterLife`). */
export interface Withdrawal {
  /** Of its line on the timeline, which is written only when a letter was really withdrawn. */
  readonly id: string;
  readonly at: number;
  readonly template: NoticeTemplate;
  /** To this recipient only. */
  readonly to?: string;
  /** Only letters that have these facts. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** The kind of the later fact, or `letter.newer`. */
  readonly why: string;
}

export interface ChangeRow {
  readonly id: string;
  readonly state: 'pending' | 'approved' | 'rejected' | 'withdrawn';
  readonly requestedBy: Actor;
  readonly requestedAt: number;
  readonly textId?: string;
  readonly previewHash: string;
  readonly basis: string;
  readonly decidedBy: Actor | null;
  readonly decidedAt: number | null;
  readonly decisionTextId?: string;
  /** True in the one batch that applies the private patch to the order's row. */
  readonly apply: boolean;
}

export interface ExceptionRow {
  readonly id: string;
  readonly type: ExceptionType;
  readonly foundAt: number;
  readonly reportedAt: number;
  readonly reporter: Actor;
  /** BAK-58: reported more than 2 h after it was found. */
  readonly late: boolean;
  readonly item: string | null;
  readonly state: 'open' | 'closed';
  readonly firstResponseAt: number | null;
  readonly outcome: string | null;
  readonly closedAt: number | null;
  readonly textId?: string;
}

export interface PaymentRow {
  readonly id: string;
  readonly direction: 'in' | 'refund';
  readonly amountFen: number;
  readonly method: string;
  readonly receivedAt: number;
  readonly by: Actor;
  readonly textId?: string;
}

export interface CostRow {
  readonly id: string;
  readonly cost: RecordCost['cost'];
  readonly amountFen: number;
  readonly at: number;
  readonly by: Actor;
}

/** BAK-59. One asked backup supplier. */
export interface SupplierContactRow {
  readonly id: string;
  readonly exceptionId: string;
  readonly supplierId: string;
  readonly askedAt: number;
  readonly answeredAt: number | null;
  readonly result: 'asked' | 'promised' | 'refused' | 'no-answer' | 'withdrawn' | 'failed';
  readonly promisedAt: number | null;
}

/** BAK-82. One rating for an order, the first one counts: the customer's own, by link, or what was said at the follow-up visit (AFT-88). */
export interface RatingRow {
  readonly score: number;
  readonly source: Actor['kind'] | 'follow-up-visit';
  readonly at: number;
  readonly textId?: string;
}
/** AFT-91. An opinion passed to the department concerned. */
export interface SuggestionRow {
  readonly id: string;
  readonly department: Role;
  readonly textId: string;
  readonly at: number;
}

/** The large parts of a snapshot. Most batches leave them as they are, and histories keep every batch. */
export const SNAPSHOT_PARTS = ['facts', 'stages', 'moments'] as const;
export type SnapshotPart = (typeof SNAPSHOT_PARTS)[number];
/** What the order's row becomes: a part that is left out stays as the batches before it left it. */
export type RecordedSnapshot = Omit<OrderSnapshot, SnapshotPart> & Partial<Pick<OrderSnapshot, SnapshotPart>>;

/** Which process it is, on record. */
export interface ProcessRef {
  /** The workflow's id. */
  readonly id: string;
  /** `order`, `sourcing`, `repair`, … */
  readonly kind: string;
  /** What people call it, unique in its kind. */
  readonly number: string;
  readonly storeId: string;
  /** The order it is about; an order is about itself. */
  readonly aboutOrder: string | null;
  /** The process that started it. */
  readonly parentId: string | null;
  /** Epoch ms of shop time. */
  readonly openedAt: number;
}

/** How a process stands; instants are epoch ms of shop time. */
export interface Standing {
  readonly state: string;
  readonly overlays: readonly string[];
  /** The next deadline of its open tasks. */
  readonly dueAt: number | null;
  readonly closedAt: number | null;
}

/** One transaction of the recorder: everything that was decided since the last one. */
export interface RecordBatch extends BatchRows {
  readonly process: ProcessRef;
  /** The process's name for this batch, rising by one: a repeat is a no-op, and one without its predecessor waits. */
  readonly revision: number;
  /** The first batch of a run: its revision may leave out some that a run before it never wrote (`fenceAfter`). */
  readonly first?: true;
  readonly standing: Standing;
  /** Absent from every process but an order: only it writes its own row. */
  readonly snapshot?: RecordedSnapshot;
  readonly events: readonly TimelineEntry[];
  readonly tasks: readonly TaskRow[];
  readonly notices: readonly NoticeRow[];
  /** Come before this batch's own notices. */
  readonly withdrawals: readonly Withdrawal[];
  readonly changes: readonly ChangeRow[];
  /** Ids of the Updates that it answers. */
  readonly acts: readonly string[];
  /** Rows of `texts` whose private patch is applied to the order's recipient or address (BAK-45). */
  readonly corrections: readonly string[];
}

// ---- sourcing ----

export interface SourcingInput {
  readonly orderNumber: string;
  readonly storeId: string;
  readonly exceptionId: string;
  readonly item: string;
  readonly startedAt: number;
  readonly clock: ShopClock;
  /** Of an order that was taken up from its record: an earlier search recorded up to here at the most. */
  readonly after?: number;
  /** Hours the whole search may take (BAK-59). */
  readonly dueAt: number;
  /** The order's own number (BAK-03). */
  readonly nextRung: WallClock;
}
export interface SupplierChoice {
  readonly id: string;
  readonly channel: 'email' | 'http';
  /** Shop minutes this supplier has to answer. */
  readonly limitMinutes: number;
}
export interface SupplierAnswer {
  readonly supplierId: string;
  readonly available: boolean;
  readonly promisedAt: number | null;
}
/** BAK-59. What the supervisor heard from a supplier by telephone or at the counter. */
export interface HandContact extends SupplierAnswer {
  readonly by: Actor;
}
export interface SourcingOutcome {
  readonly supplierId: string | null;
  readonly promisedAt: number | null;
  readonly asked: number;
}
