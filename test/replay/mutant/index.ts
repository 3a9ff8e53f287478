import { sleep } from '@temporalio/workflow';
import type { OrderInput, OrderEnd } from '../../../src/orders/order.messages';
import { order as today } from '../../../workflows/bakery/order';

/** The story with one pause put in front of it: a change that forgot `patched()`. */
export async function order(input: OrderInput<'bakery'>): Promise<OrderEnd> {
  await sleep('1 minute');
  return today(input);
}
