import type { FieldError } from '../../base/faults';
import type { OrderRecord } from '../order-read.repository';

/** That an order's state speaks against a paper. */
export const stateForbids = ({ state }: OrderRecord): FieldError => ({ pointer: '/order/state', code: 'state-forbids', params: { state } });

/** What speaks against a paper that only what is made has: the order was declined or cancelled. */
export const stillMade = (order: OrderRecord): FieldError[] =>
  order.state === 'declined' || order.state === 'cancelled' ? [stateForbids(order)] : [];
