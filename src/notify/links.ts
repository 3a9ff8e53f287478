import type { ClaimedNotice } from '../db/notice.repository';
import { DAY_MS } from '../domain/rulebook/rule';
import { signLink } from '../links/link-token';

/** Shop days a customer's link stays good. */
const CUSTOMER_LINK_DAYS = 60;

/**
 * The link of a notice: the customer's order, or the supplier's question. Its end is counted from the notice's making, so that a
 * repeated letter is the same letter. Null for staff.
 */
export function linkFor(notice: ClaimedNotice, { baseUrl, secret }: { readonly baseUrl: string; readonly secret: string }): string | null {
  const { to, orderNumber: order, createdAt, facts } = notice;
  if (to === 'customer')
    return `${baseUrl}/o/${signLink(secret, { scope: 'customer', order, exp: createdAt + CUSTOMER_LINK_DAYS * DAY_MS })}`;
  const { exceptionId, expiresAt } = facts;
  if (!to.startsWith('supplier:') || typeof exceptionId !== 'string' || typeof expiresAt !== 'number') return null;
  return `${baseUrl}/s/${signLink(secret, { scope: 'supplier', exceptionId, supplierId: to.slice('supplier:'.length), order, exp: expiresAt })}`;
}
