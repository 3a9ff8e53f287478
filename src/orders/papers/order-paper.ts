import type { FieldError } from '../../base/faults';
import type { Paper } from '../../platform/papers/paper';
import type { Phrasing } from '../../process/outbox/phrasing';
import type { TwoNames } from '../../process/outbox/names';
import type { OrderRecord } from '../order-read.repository';
import type { Services } from '../services';

/** What is written on a paper, without the file around it. */
export type Written = Pick<Paper, 'size' | 'onePage' | 'header' | 'footer' | 'blocks'>;

/** How a paper is asked for. */
export interface Asked {
  /** Shop time, epoch ms. */
  readonly now: number;
  /** By the customer's link, which is passed on easily: nothing stands there that proves who its holder is (BAK-45). */
  readonly byLink: boolean;
}

/** A paper of one order, as everything stands now. */
export interface Prepared {
  /** What a rule wants on it and is not there, as pointers below `/order` and `/shop`; empty: it can be printed. */
  readonly lacks: readonly FieldError[];
  /** Of a paper that lacks nothing. */
  readonly write: (p: Phrasing) => Written;
}

/** Something that is printed of an order. A kind of order brings its own (`papers`). */
export interface OrderPaper {
  readonly names: TwoNames;
  /** Who reads it: it is in their language unless another is asked for. `chinese`: it is always in Chinese. */
  readonly reader: 'customer' | 'staff' | 'chinese';
  /** The customer can have it by link. */
  readonly byLink?: true;
  /** Orders that have none are not offered it; without this, every order has one. */
  readonly isOf?: (order: OrderRecord) => boolean;
  readonly prepare: (services: Services, order: OrderRecord, asked: Asked) => Promise<Prepared>;
}
