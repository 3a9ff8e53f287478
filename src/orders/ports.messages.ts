import type { AgendaFacts, Moment, ProductionDay } from '../bakery/agenda.rules';
import type { Calendar } from '../base/calendar';
import type { Span } from '../base/reason';
import type { Position } from '../base/departments';
import type { BakeryRules } from '../bakery/rulebook.rules';
import type { TaskKind } from '../bakery/bakery.tasks';
import type { DueInstant } from '../base/working-time';
import type {
  AddPhoto,
  AssignTask,
  Cancel,
  ChooseAlternative,
  CompleteTask,
  ConfirmDetails,
  DecideChange,
  NoticeUndeliverable,
  OrderInput,
  OrderSnapshot,
  Rate,
  RecordBatch,
  RecordCost,
  Recorded,
  RecordPayment,
  RefreshPreview,
  ReportException,
  RequestChange,
  SupplierAnswer,
  SupplierChoice,
} from './order.messages';
import type { Restarted, RestartOrder } from './repair.messages';

// ---- what activities need (implemented in src/db, src/notify, src/temporal; faked in unit tests) ----

/** The one writer of processes' rows. Repeating a batch does nothing. */
export interface Recorder {
  /**
   * One transaction: how the process stands, timeline appended and chained, tasks, notices and side rows upserted by id. Answers the revision
   * that is on file afterwards; a lower one than the batch's when its predecessor is missing, and nothing was written.
   */
  record(batch: RecordBatch): Promise<number>;
  /** The revision of a process on file; null when the process is not. */
  revisionOf(processId: string): Promise<number | null>;
}

/** An act on its way: its Update may have been accepted, its batch may not be written. */
export interface ActUnderWay {
  readonly processId: string;
  /** The Update's id. */
  readonly key: string;
  /** Real instant, epoch ms. */
  readonly begunAt: number;
}
/** What is under way between the API and its processes, on file, so that an act outlives whoever sent it (`src/process/record/sweeper.ts`). */
export interface ActsUnderWay {
  /** Before the Update is sent. Answers the revision on file, 0 when the process is not. Repeating does nothing. */
  begin(processId: string, key: string): Promise<number>;
  /** The act's batch is written, or there is none. */
  end(processId: string, key: string): Promise<void>;
  /** The oldest that began before a real instant. */
  begunBefore(instantMs: number, limit: number): Promise<ActUnderWay[]>;
}

/** Tells the operator of a batch that cannot be written; see `src/process/record/record-alarm.ts`. Repeating does nothing. */
export interface RecordAlarm {
  /** Shows on the process that its record is refused and opens the operator's task, unless `error` says that Postgres is away. */
  raise(batch: RecordBatch, error: unknown): Promise<void>;
  /** The record is written again: the alarm is withdrawn. */
  settle(batch: Pick<RecordBatch, 'process'>): Promise<void>;
}

/** Starts a lost order again from its record (`src/orders/restart.ts`). Repeating starts it once. */
export interface Restarter {
  restart(request: RestartOrder): Promise<Restarted>;
}

/** The store's calendar, resolved outside the workflow. */
export interface Calendars {
  calendarOf(storeId: string): Promise<Calendar>;
}

/** Staff of a store by login, for the Temporal door. */
export interface StaffDirectory {
  /** Null when nobody active in that store has that login. */
  findInStore(storeId: string, login: string): Promise<{ readonly id: string; readonly roles: readonly Position[] } | null>;
}

/** Backup suppliers (BAK-59). */
export interface Suppliers {
  /** Who may deliver `item`, in the order they are asked. */
  listFor(storeId: string, item: string): Promise<SupplierChoice[]>;
  /**
   * Asks one supplier. By e-mail: a notice row with an answer link, and the answer comes later by signal (`null` here).
   * By HTTP: the supplier's own answer. Repeating with the same `contactId` asks once. Throws when the supplier cannot be reached.
   */
  ask(request: SupplierRequest): Promise<SupplierAnswer | null>;
  /** Tells a supplier that it is no longer needed. */
  withdraw(request: SupplierRequest): Promise<void>;
}
export interface SupplierRequest {
  readonly contactId: string;
  readonly supplierId: string;
  readonly storeId: string;
  readonly orderNumber: string;
  readonly exceptionId: string;
  readonly item: string;
  /** Shop instant at which the answer link expires. */
  readonly expiresAt: number;
}

/** A customer's notice of whose trouble its order has yet to hear. */
export interface OwedNotice extends NoticeUndeliverable {
  readonly processId: string;
}

/** Sends what is queued; see `activities/outbox.ts`. */
export interface PostOffice {
  /**
   * Sends the notices that are due, at most `limit`, each bounded by the ledger. Answers how many came to an end, and every customer's
   * notice that cannot be delivered, or not in its time (BAK-33), and is not yet acknowledged: it is answered again until `acknowledge`
   * is called.
   */
  deliverDue(limit: number): Promise<{ readonly settled: number; readonly undeliverable: readonly OwedNotice[] }>;
  /** The order has been told of this notice. Repeating does nothing. */
  acknowledge(noticeId: string): Promise<void>;
}

/** Tells an order's workflow what happened outside it (`src/orders/order-teller.ts`). */
export interface OrderTeller {
  /** BAK-08, BAK-33: the order opens a task to telephone. An order that has ended needs to hear nothing. Throws when Temporal is away. */
  tellUndeliverable(notice: OwedNotice): Promise<void>;
}

// ---- what the workflow proxies ----

export interface PlanAgenda {
  readonly storeId: string;
  readonly facts: AgendaFacts;
  readonly rules: BakeryRules;
}
export interface PlanProductionDay {
  readonly storeId: string;
  readonly from: number;
  readonly rules: BakeryRules;
}
/** A deadline `span` after `since` (shop instant), by the calendar of a store. */
export interface DueIn {
  readonly storeId: string;
  readonly span: Span;
  readonly since: number;
}
/** The activities as workflows see them; `activities/index.ts` is held to this by the compiler. */
export interface OrderActivities {
  record(batches: readonly RecordBatch[]): Promise<void>;
  restartOrder(request: RestartOrder): Promise<Restarted>;
  planAgenda(request: PlanAgenda): Promise<Moment[]>;
  planProductionDay(request: PlanProductionDay): Promise<ProductionDay>;
  dueIn(request: DueIn): Promise<DueInstant>;
  resolveSigner(request: {
    readonly storeId: string;
    readonly login: string;
  }): Promise<{ readonly id: string; readonly roles: readonly Position[] } | null>;
  listSuppliers(request: { readonly storeId: string; readonly item: string }): Promise<SupplierChoice[]>;
  askSupplier(request: SupplierRequest): Promise<SupplierAnswer | null>;
  withdrawSupplier(request: SupplierRequest): Promise<void>;
  /** Long-running: delivers what falls due, heartbeating, for at most `forSeconds` real seconds. */
  deliverNotices(request: { readonly forSeconds: number }): Promise<void>;
}

// ---- the door from HTTP to workflows ----

/** A task, as the desk finds whose it is; its kind names the Update that answers it. */
export interface TaskOf {
  readonly processId: string;
  readonly orderNumber: string;
  readonly kind: TaskKind;
}

/**
 * The only door from HTTP to Temporal (`src/orders/order-desk.ts`). Each act is an Update whose id is `key`; it answers when the
 * record can be read. Throws `Refusal` with the workflow's code, `busy` when ten are in flight, `unavailable` when Temporal is away.
 */
export interface OrderDesk {
  /** Starts the order's workflow; already started is fine. Throws `unavailable`. */
  launch(input: OrderInput): Promise<void>;
  completeTask(task: TaskOf, key: string, act: CompleteTask): Promise<Recorded>;
  assignTask(task: TaskOf, key: string, act: AssignTask): Promise<Recorded>;
  requestChange(order: string, key: string, act: RequestChange): Promise<Recorded>;
  refreshPreview(order: string, key: string, act: RefreshPreview): Promise<Recorded>;
  decideChange(order: string, key: string, act: DecideChange): Promise<Recorded>;
  confirmDetails(order: string, key: string, act: ConfirmDetails): Promise<Recorded>;
  cancel(order: string, key: string, act: Cancel): Promise<Recorded>;
  recordPayment(order: string, key: string, act: RecordPayment): Promise<Recorded>;
  recordCost(order: string, key: string, act: RecordCost): Promise<Recorded>;
  reportException(order: string, key: string, act: ReportException): Promise<Recorded>;
  chooseAlternative(order: string, key: string, act: ChooseAlternative): Promise<Recorded>;
  addPhoto(order: string, key: string, act: AddPhoto): Promise<Recorded>;
  rate(order: string, key: string, act: Rate): Promise<Recorded>;
  /** A supplier's answer by link, to the sourcing workflow. */
  answerSupplier(exceptionId: string, answer: SupplierAnswer): Promise<void>;
  /** The live order, from its workflow. */
  view(order: string): Promise<OrderSnapshot>;
  /** Whether Temporal answers. */
  ping(): Promise<void>;
}
