import type { z } from 'zod';
import { iso, isoOrNull } from '../platform/http/iso';
import type { Tongue } from '../platform/words/instants';
import { listedName } from '../platform/words/register';
import type { NoticeRecord } from '../process/outbox/notice-read.repository';
import { isNoticeTemplate, letterOf } from '../process/outbox/register.letters';
import type { Names } from '../process/views';
import type { NoticeView } from './order-acts.schema';
import type { Services } from './services';

/** An id behind `staff:`, `role:` or `supplier:`; an outside party's and the customer's kind is all that is said of them. */
const idOf = (to: string, kind: string): string | undefined => (to.startsWith(`${kind}:`) ? to.slice(kind.length + 1) : undefined);

/** Whom a letter was decided for, as people call them: somebody's name, a role, a head of a department, or what kind of party. */
function recipientName(to: string, names: Names, language: Tongue): string {
  const staff = idOf(to, 'staff');
  if (staff !== undefined) return names.get(staff) ?? staff;
  const [kind = to] = to.split(':');
  return listedName('who', idOf(to, 'role') ?? to, language) ?? listedName('who', kind, language) ?? to;
}

/** Letters with what they and their recipients are called; never where they went. */
export async function showNotices(
  services: Services,
  notices: readonly NoticeRecord[],
  language: Tongue,
): Promise<z.infer<typeof NoticeView>[]> {
  const names = await services.people.namesOf(notices.flatMap(({ to }) => idOf(to, 'staff') ?? []));
  return notices.map((notice) => ({
    ...notice,
    recipient: recipientName(notice.to, names, language),
    title: isNoticeTemplate(notice.template) ? letterOf(notice.template).name[language] : notice.template,
    channels: [...notice.channels],
    channel: notice.channels[0] ?? null,
    createdAt: iso(notice.createdAt),
    sentAt: isoOrNull(notice.sentAt),
    withdrawnAt: isoOrNull(notice.withdrawnAt),
  }));
}
