import type { TwoNames } from '../process/outbox/names';

/** A place in the shop where steps of orders are worked. */
export interface Bench extends TwoNames {
  /** Outside the kitchen: its steps bring orders to their customers. */
  readonly away?: true;
}
