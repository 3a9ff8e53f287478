import type { LinkScope } from '../../platform/links/link';
import type { Db } from '../../platform/db/client';
import { createLinks, LETTERS } from '../../platform/links/link.repository';
import type { ClaimedNotice } from './notice.repository';
import { DAY_MS } from '../../base/rule';
import { signLink, supplierLinkId } from '../../platform/links/link-token';

/** Shop days a customer's link stays good. */
const CUSTOMER_LINK_DAYS = 60;

/** Counted from the notice's making, so that a repeated letter is the same letter. */
const endOf = ({ createdAt }: Pick<ClaimedNotice, 'createdAt'>): number => createdAt + CUSTOMER_LINK_DAYS * DAY_MS;

/** The question of a supplier's notice; null when its facts do not name one. */
function questionOf({ to, aboutOrder: order, facts: { exceptionId, expiresAt } }: ClaimedNotice): LinkScope | null {
  if (!to.startsWith('supplier:') || order === null || typeof exceptionId !== 'string' || typeof expiresAt !== 'number') return null;
  const supplierId = to.slice('supplier:'.length);
  return { scope: 'supplier', id: supplierLinkId(exceptionId, supplierId), exceptionId, supplierId, order, exp: expiresAt };
}

/**
 * The links that letters carry, each put on file before it leaves, so that it can be listed and revoked. One link serves all letters of an
 * order; letters written after it was revoked carry the next one.
 */
export function createLetterLinks({ db, baseUrl, secret }: { readonly db: Db; readonly baseUrl: string; readonly secret: string }) {
  const links = createLinks(db);
  /** The link of each of these notices: the customer's order, or the supplier's question; staff are led to their task. */
  return async function linksOf(notices: readonly ClaimedNotice[]): Promise<(notice: ClaimedNotice) => string | null> {
    const toCustomers = notices.flatMap(({ to, aboutOrder: order, ...notice }) =>
      to === 'customer' && order !== null ? [{ order, notice }] : [],
    );
    const ids = await links.ofLetters(
      toCustomers.map(({ order, notice: { createdAt } }) => ({ order, at: createdAt, expiresAt: endOf({ createdAt }) })),
    );
    for (const notice of notices) {
      const question = questionOf(notice);
      if (question) await links.issue(question, { by: LETTERS, at: notice.createdAt });
    }
    return (notice) => {
      const { to, aboutOrder: order } = notice;
      const id = to === 'customer' && order !== null ? ids.get(order) : undefined;
      if (id && order !== null) return `${baseUrl}/o/${signLink(secret, { scope: 'customer', id, order, exp: endOf(notice) })}`;
      if (!notice.to.startsWith('supplier:')) return `${baseUrl}${staffPath(notice)}`;
      const question = questionOf(notice);
      return question && `${baseUrl}/s/${signLink(secret, question)}`;
    };
  };
}

/**
 * Where staff see what a letter is about, the customer's number with it: the task, or else the order. It asks for their session. The
 * console's pages will take this place.
 */
function staffPath({ aboutOrder, facts: { task } }: ClaimedNotice): string {
  if (typeof task === 'string') return `/api/v1/tasks/${encodeURIComponent(task)}`;
  return aboutOrder === null ? '/api/v1/tasks' : `/api/v1/orders/${aboutOrder}`;
}
