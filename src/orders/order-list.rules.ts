import { isFinal, type OrderState, type Overlay, type Stage } from './order-state.rules';

/** By what a list of orders can be sorted; with `-` the latest first. */
export const ORDER_SORTS = ['promisedAt', '-promisedAt', 'takenAt', '-takenAt'] as const;
export type OrderSort = (typeof ORDER_SORTS)[number];

/** No more are counted: a screen says "over a thousand", and counting all would cost what the list saves. */
export const MOST_COUNTED = 1000;

/** What a list of orders may be narrowed by; instants are epoch ms of shop time, people are named by their id. */
export interface OrderFilter {
  readonly storeId: string;
  /** Of a life that has not ended, or of one that has. */
  readonly open?: boolean;
  /** In one of these. */
  readonly states?: readonly OrderState[];
  readonly overlay?: Overlay;
  readonly kind?: string;
  /** A stage that is under way. */
  readonly stage?: Stage;
  /** Promised by now, and not delivered. */
  readonly overdue?: boolean;
  /** Who has an open step of it, or a stage that is to be done. */
  readonly assignee?: string;
  readonly takenBy?: string;
  /** A product that one of its lines has. */
  readonly product?: string;
  /** The customer still owes something. */
  readonly owed?: boolean;
  readonly deliveryFrom?: number;
  readonly deliveryTo?: number;
  /** See `wordsOf`. */
  readonly q?: string;
}

/** Without a word on which orders are meant, those that are open: an order of last year is asked for by its number, its customer, its state or its day. */
export const withDefaults = (filter: OrderFilter): OrderFilter => {
  const { open, states, q, deliveryFrom, deliveryTo } = filter;
  return [open, states, q, deliveryFrom, deliveryTo].every((asked) => asked === undefined) ? { ...filter, open: true } : filter;
};

/** Whether the filter means open orders alone, by what it says or by what that is: of what has ended nobody has a step, and nothing is owed. */
export const meansOpen = ({ open, states, stage, overdue, owed, assignee }: OrderFilter): boolean =>
  open === true ||
  stage !== undefined ||
  assignee !== undefined ||
  overdue === true ||
  owed === true ||
  (states !== undefined && states.every((state) => !isFinal(state)));

/** Of open orders the next to be delivered comes first, of all others the last one. */
export const sortOf = (filter: OrderFilter): OrderSort => (meansOpen(filter) ? 'promisedAt' : '-promisedAt');
