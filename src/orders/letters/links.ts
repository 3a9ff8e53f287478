import { DAY_MS } from '../../base/rule';
import { createLinks } from '../../platform/links/link.repository';
import { signLink } from '../../platform/links/link-token';
import { defineLetterLinks, type LinkDesk } from '../../process/outbox/links';
import type { ClaimedNotice } from '../../process/outbox/notice.repository';
import { customerLink } from '../links/order-link';
import { audienceOf } from '../../process/outbox/recipients';

/** Shop days a customer's link stays good. */
const CUSTOMER_LINK_DAYS = 60;

/** Counted from the notice's making, so that a repeated letter is the same letter. */
const endOf = (createdAt: number): number => createdAt + CUSTOMER_LINK_DAYS * DAY_MS;

/**
 * Where letters about orders lead: the customer to the order's page, staff to the order itself. One link serves all letters of an order to its
 * customer; letters written after it was revoked carry the next one.
 */
async function orderLinks({ db, baseUrl, secret }: LinkDesk, notices: readonly ClaimedNotice[]): Promise<Map<string, string>> {
  const about = notices.flatMap(({ id, to, createdAt, aboutOrder: order }) =>
    order === null ? [] : [{ id, order, audience: audienceOf(to), at: createdAt, expiresAt: endOf(createdAt) }],
  );
  const toCustomers = about.filter(({ audience }) => audience === 'customer');
  const idOf = await createLinks(db).ofLetters(toCustomers.map(({ order, at, expiresAt }) => ({ ...customerLink(order), at, expiresAt })));
  const links = new Map<string, string>();
  for (const { id, order } of about.filter(({ audience }) => audience === 'staff')) links.set(id, `${baseUrl}/api/v1/orders/${order}`);
  for (const { id, order, expiresAt } of toCustomers) {
    const link = customerLink(order);
    const linkId = idOf(link);
    if (linkId) links.set(id, `${baseUrl}/o/${signLink(secret, { ...link, id: linkId, exp: expiresAt })}`);
  }
  return links;
}

defineLetterLinks('order', orderLinks);
