import type { Db } from '../../platform/db/client';
import { absenceOf } from '../../platform/people/staff-read.repository';
import type { LetterContext, ProcessFacts, ShopFacts } from './facts';
import { gatherContexts } from './letter-contexts';
import type { ClaimedNotice } from './notice.repository';
import { wordsOf } from './notice-words';
import { partiesOf } from './parties';
import type { Directory, StaffContact } from './recipients';
import { isNoticeTemplate, letterOf } from './register.letters';

/** All that a notice's letter is written from, and who may get it. */
export interface LetterSource extends Omit<Directory, 'customer' | 'sms'> {
  readonly shop: ShopFacts;
  readonly process: ProcessFacts | null;
  readonly about: LetterContext | null;
  /** Private words under the notice's text id, or its context's. */
  readonly words: string | null;
}

/** Gathers, for a batch of notices at once, what their letters are written from. A notice whose store is not on file has no source. */
export const createLetterSources = (db: Db) => ({
  async gather(notices: readonly ClaimedNotice[]): Promise<Map<string, LetterSource>> {
    const storeIds = [...new Set(notices.map(({ storeId }) => storeId))];
    const [stores, staff, parties, processes, contexts] = await Promise.all([
      db.store.findMany({ where: { id: { in: storeIds } } }),
      staffOf(db, storeIds),
      partiesOf(db, [...new Set(notices.map(({ to }) => to))]),
      db.process.findMany({
        where: { id: { in: [...new Set(notices.map(({ processId }) => processId))] } },
        select: { id: true, kind: true, number: true, state: true },
      }),
      gatherContexts(db, notices),
    ]);
    const given = notices.map((notice) => {
      const process = processes.find(({ id }) => id === notice.processId) ?? null;
      return { notice, process, about: contextOf(notice, process, contexts.get(notice.id) ?? []) };
    });
    const texts = await wordsOf(db, given);
    return new Map(
      given.flatMap(({ notice: { id, storeId }, process, about }) => {
        const shop = stores.find((store) => store.id === storeId);
        return shop ? [[id, { storeId, shop, process, about, staff, parties, words: texts.get(id) ?? null }] as const] : [];
      }),
    );
  },
});

/** The context that the letter asks for, else that of its process's own kind, else the first whose chapter knows it. */
function contextOf({ template }: ClaimedNotice, process: ProcessFacts | null, known: readonly LetterContext[]): LetterContext | null {
  const wanted = (isNoticeTemplate(template) ? letterOf(template).about : undefined) ?? process?.kind;
  return known.find(({ kind }) => kind === wanted) ?? known[0] ?? null;
}

async function staffOf(db: Db, storeIds: string[]): Promise<StaffContact[]> {
  const rows = await db.staff.findMany({ where: { storeId: { in: storeIds } }, include: { absences: true }, omit: { passwordHash: true } });
  return rows.map((person) => ({ ...person, absences: person.absences.map(absenceOf) }));
}
