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
import type { OwedNotice, TaskDesk } from '../process/ports.messages';
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

/** The acts of orders at the door from HTTP to Temporal (`src/orders/order-desk.ts`); see `TaskDesk` for what each answers and throws. */
export interface OrderDesk extends TaskDesk {
  /** Starts the order's workflow; already started is fine. Throws `unavailable`. */
  launch(input: OrderInput): Promise<void>;
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
  /** The live order, from its workflow. */
  view(order: string): Promise<OrderSnapshot>;
}
declare module '../process/ports.messages' {
  interface Desk extends OrderDesk {}
}
