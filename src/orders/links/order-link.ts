import { Refusal } from '../../base/refusals';
import type { LinkAct, PartyLink } from '../../platform/links/link';
import { orderNumberOf, orderWorkflowId } from '../names.messages';
import type { OrderRecord } from '../order-read.repository';
import { orderOf, type Services } from '../services';

declare module '../../platform/links/link' {
  interface LinkActs {
    readonly 'details-confirmation': true;
    readonly changes: true;
    readonly cancellation: true;
    readonly 'design-approval': true;
    readonly alternative: true;
    readonly rating: true;
  }
}

/** What an order's customer may do by link. */
const MAY: readonly LinkAct[] = ['view', 'details-confirmation', 'changes', 'cancellation', 'design-approval', 'alternative', 'rating'];

/** The customer's link to their order, before it has a row and an end. */
export const customerLink = (order: string): Pick<PartyLink, 'process' | 'party' | 'may'> => ({
  process: orderWorkflowId(order),
  party: 'customer',
  may: MAY,
});

/** Whose order a link opens; null when it opens something else. */
const orderOfLink = ({ process, party }: Pick<PartyLink, 'process' | 'party'>): string | null =>
  party === 'customer' ? orderNumberOf(process) : null;

/** The order that a link opens; null for a link to something else. */
export async function orderBehind(services: Services, link: PartyLink): Promise<OrderRecord | null> {
  const number = orderOfLink(link);
  return number === null ? null : services.orders.find(number);
}

/** The same for an act. @throws {Refusal} `no-such-link` for a link to something else; `no-such-order`. */
export async function linkedOrder(services: Services, link: PartyLink): Promise<OrderRecord> {
  const number = orderOfLink(link);
  if (number === null) throw new Refusal('no-such-link', { code: 'link-for-something-else' });
  return orderOf(services, number, null);
}
