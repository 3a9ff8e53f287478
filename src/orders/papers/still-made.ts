import type { FieldError } from '../../base/faults';
import type { OrderRecord } from '../order-read.repository';

/** What speaks against a paper that only what is made has: the order was declined or cancelled. */
export const stillMade = ({ state }: OrderRecord): FieldError[] =>
  state === 'declined' || state === 'cancelled' ? [{ pointer: '/order/state', code: 'state-forbids', params: { state } }] : [];
