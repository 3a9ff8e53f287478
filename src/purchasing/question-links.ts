import { createLinks, LETTERS } from '../platform/links/link.repository';
import type { LinkScope } from '../platform/links/link';
import { signLink, supplierLinkId } from '../platform/links/link-token';
import { defineLetterLinks } from '../process/outbox/links';
import type { ClaimedNotice } from '../process/outbox/notice.repository';

/** The question of a supplier's notice; null when it is none, or its facts do not name one. */
function questionOf({ to, aboutOrder: order, facts: { exceptionId, expiresAt } }: ClaimedNotice): LinkScope | null {
  if (!to.startsWith('supplier:') || order === null || typeof exceptionId !== 'string' || typeof expiresAt !== 'number') return null;
  const supplierId = to.slice('supplier:'.length);
  return { scope: 'supplier', id: supplierLinkId(exceptionId, supplierId), exceptionId, supplierId, order, exp: expiresAt };
}

/** Suppliers are led to what they are asked (BAK-59). */
defineLetterLinks('question', async ({ db, baseUrl, secret }, notices) => {
  const links = new Map<string, string>();
  for (const notice of notices) {
    const question = questionOf(notice);
    if (!question) continue;
    await createLinks(db).issue(question, { by: LETTERS, at: notice.createdAt });
    links.set(notice.id, `${baseUrl}/s/${signLink(secret, question)}`);
  }
  return links;
});
