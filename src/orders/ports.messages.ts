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
  RequestChange,
} from './order.messages';
import type { ReportException } from './exceptions.messages';
import type { DeskActs, OwedNotice, TaskDesk } from '../process/ports.messages';
import type { Recorded } from '../process/process.messages';
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

/** The acts of orders; `Answer` is what each comes back with. */
export interface OrderDeskActs<Answer> {
  requestChange(order: string, key: string, act: RequestChange): Promise<Answer>;
  refreshPreview(order: string, key: string, act: RefreshPreview): Promise<Answer>;
  decideChange(order: string, key: string, act: DecideChange): Promise<Answer>;
  confirmDetails(order: string, key: string, act: ConfirmDetails): Promise<Answer>;
  cancel(order: string, key: string, act: Cancel): Promise<Answer>;
  recordPayment(order: string, key: string, act: RecordPayment): Promise<Answer>;
  recordCost(order: string, key: string, act: RecordCost): Promise<Answer>;
  reportException(order: string, key: string, act: ReportException): Promise<Answer>;
  chooseAlternative(order: string, key: string, act: ChooseAlternative): Promise<Answer>;
  addPhoto(order: string, key: string, act: AddPhoto): Promise<Answer>;
  rate(order: string, key: string, act: Rate): Promise<Answer>;
}
/** Orders at the door from HTTP to Temporal (`src/orders/order-desk.ts`); see `Desk` for what each act answers and throws. */
export interface OrderDesk extends TaskDesk<Recorded>, OrderDeskActs<Recorded> {
  readonly trying: DeskActs<void>;
  /** Starts the order's workflow; already started is fine. Throws `unavailable`. */
  launch(input: OrderInput): Promise<void>;
  /** Whether Temporal answers. */
  ping(): Promise<void>;
  /** The live order, from its workflow. */
  view(order: string): Promise<OrderSnapshot>;
}
declare module '../process/ports.messages' {
  interface DeskActs<Answer> extends OrderDeskActs<Answer> {}
  interface Desk extends OrderDesk {}
}
