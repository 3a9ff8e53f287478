import { lettersAbout } from '../../process/outbox/letter.letters';
import type { OrderContext } from '../letter-context.repository';

/** The boxed parts of letters about an order. */
export interface OrderCards {
  readonly goods: true;
  readonly delivery: true;
  readonly schedule: true;
  readonly amounts: true;
  /** What a change or a cancellation means for the money. */
  readonly refunds: true;
  /** The reckoning of a refund. */
  readonly calculation: true;
  readonly exception: true;
  /** BAK-38. What is different now. */
  readonly changes: true;
}
declare module '../../process/outbox/letter.letters' {
  interface SharedCards extends OrderCards {}
}

/** Defines a letter about an order: it reads the order (`about`), and is not written without one. */
export const defineOrderLetter = lettersAbout<OrderContext>('order');
