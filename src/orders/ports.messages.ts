import type {
  AddPhoto,
  Cancel,
  ChooseAlternative,
  ConfirmDetails,
  DecideChange,
  OrderInput,
  OrderSnapshot,
  Rate,
  RecordCost,
  RecordPayment,
  RefreshPreview,
  ReportException,
  RequestChange,
} from './order.messages';
import type { OwedNotice, TaskOf } from '../process/ports.messages';
import type { AssignTask, CompleteTask, Recorded } from '../process/process.messages';
import type { SupplierAnswer } from '../purchasing/sourcing.messages';
import type { Restarted, RestartOrder } from './repair.messages';

/** Starts a lost order again from its record (`src/orders/restart.ts`). Repeating starts it once. */
export interface Restarter {
  restart(request: RestartOrder): Promise<Restarted>;
}

/** Tells an order's workflow what happened outside it (`src/orders/order-teller.ts`). */
export interface OrderTeller {
  /** BAK-08, BAK-33: the order opens a task to telephone. An order that has ended needs to hear nothing. Throws when Temporal is away. */
  tellUndeliverable(notice: OwedNotice): Promise<void>;
}

/** The activities that an order of any kind has. */
export interface OrderActivities {
  restartOrder(request: RestartOrder): Promise<Restarted>;
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
