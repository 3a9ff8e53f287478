import { createLinks, type WantedLink } from '../platform/links/link.repository';
import { signLink } from '../platform/links/link-token';
import { defineLetterLinks } from '../process/outbox/links';
import type { ClaimedNotice } from '../process/outbox/notice.repository';
import { questionLink } from './question-link';

/** The link to the question of a supplier's notice; null when it is none, or its facts do not name one. */
function wantedBy({ to, createdAt: at, facts: { exceptionId, expiresAt } }: ClaimedNotice): WantedLink | null {
  if (!to.startsWith('supplier:') || typeof exceptionId !== 'string' || typeof expiresAt !== 'number') return null;
  return { ...questionLink({ exceptionId, supplierId: to.slice('supplier:'.length) }), at, expiresAt };
}

/** Suppliers are led to what they are asked (BAK-59). */
defineLetterLinks('question', async ({ db, baseUrl, secret }, notices) => {
  const wanted = notices.flatMap((notice) => {
    const link = wantedBy(notice);
    return link ? [{ notice: notice.id, ...link }] : [];
  });
  const idOf = await createLinks(db).ofLetters(wanted.map(({ notice: _its, ...link }) => link));
  return new Map(
    wanted.flatMap(({ notice, process, party, may, expiresAt: exp }) => {
      const id = idOf({ process, party });
      return id === undefined ? [] : [[notice, `${baseUrl}/s/${signLink(secret, { id, process, party, may, exp })}`] as const];
    }),
  );
});
