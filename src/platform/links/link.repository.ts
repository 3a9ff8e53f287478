import type { PartyLink } from './link';
import type { Link } from '../../generated/prisma/client';
import type { Db } from '../db/client';
import { ms } from '../db/instants';

/** Who gave out a link that a process's letters carry. */
export const LETTERS = 'letters';

/** A link as it was given out; instants are epoch ms of shop time. */
export interface LinkRecord extends Omit<PartyLink, 'exp'> {
  /** Staff id, or `letters`. */
  readonly issuedBy: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly revokedAt: number | null;
  readonly revokedBy: string | null;
  readonly lastUsedAt: number | null;
}

/** A letter to a party that wants its link. */
export interface WantedLink extends Omit<PartyLink, 'id' | 'exp'> {
  readonly at: number;
  readonly expiresAt: number;
}

const recordOf = ({ wrongTries: _wrongTries, processId: process, ...row }: Link): LinkRecord => ({
  ...row,
  process,
  party: row.party as LinkRecord['party'],
  may: row.may as LinkRecord['may'][number][],
  issuedAt: row.issuedAt.getTime(),
  expiresAt: row.expiresAt.getTime(),
  revokedAt: ms(row.revokedAt),
  lastUsedAt: ms(row.lastUsedAt),
});

/** What a letter's link is found by. */
const keyOf = ({ process, party }: Pick<WantedLink, 'process' | 'party'>): string => `${process} ${party}`;

/** The links that were given out, and what is left of each one's budget. */
// eslint-disable-next-line max-lines-per-function -- a statement or two for each thing that can be done with one table
export const createLinks = (db: Db) => ({
  /** Puts a link on file before its token leaves. A repeat changes nothing but its end, which only moves later. */
  async issue({ id, process, party, may, exp }: PartyLink, { by, at }: { readonly by: string; readonly at: number }): Promise<void> {
    await db.$executeRaw`
      INSERT INTO links (id, process_id, party, may, issued_by, issued_at, expires_at)
      VALUES (${id}, ${process}, ${party}, ${may}, ${by}, to_timestamp(${at / 1000}::float8), to_timestamp(${exp / 1000}::float8))
      ON CONFLICT (id) DO UPDATE SET expires_at = GREATEST(links.expires_at, EXCLUDED.expires_at)`;
  },

  /**
   * The ids of the links that letters of these processes carry to these parties: one a process and party, and after it was revoked the next
   * one, so that letters written afterwards open again while the old ones stay dead.
   */
  async ofLetters(wanted: readonly WantedLink[]): Promise<(letter: Pick<WantedLink, 'process' | 'party'>) => string | undefined> {
    const latest = new Map<string, WantedLink>();
    for (const want of wanted) if ((latest.get(keyOf(want))?.expiresAt ?? -Infinity) < want.expiresAt) latest.set(keyOf(want), want);
    if (latest.size === 0) return () => undefined;
    const rows = await db.$queryRaw<{ id: string; process: string; party: WantedLink['party'] }[]>`
      INSERT INTO links (id, process_id, party, may, issued_by, issued_at, expires_at)
      SELECT translate(concat_ws('-', ${LETTERS}::text, w.process, w.party), '/:', '--') || '-' || 1 + (
        SELECT count(*) FROM links l
        WHERE l.process_id = w.process AND l.party = w.party AND l.issued_by = ${LETTERS} AND l.revoked_at IS NOT NULL
      ), w.process, w.party, w.may, ${LETTERS}, to_timestamp(w.at / 1000), to_timestamp(w."expiresAt" / 1000)
      FROM jsonb_to_recordset(${JSON.stringify([...latest.values()])}::jsonb)
        AS w(process text, party text, may text[], at float8, "expiresAt" float8)
      ON CONFLICT (id) DO UPDATE SET expires_at = GREATEST(links.expires_at, EXCLUDED.expires_at)
      RETURNING id, process_id AS process, party`;
    const ids = new Map(rows.map((row) => [keyOf(row), row.id]));
    return (letter) => ids.get(keyOf(letter));
  },

  /** Notes that a link was used, and answers whether it may be. What was signed here and is not on file yet is filed as it comes. */
  async use({ id, process, party, may, exp }: PartyLink, at: number): Promise<boolean> {
    const [row] = await db.$queryRaw<{ revoked: boolean }[]>`
      INSERT INTO links (id, process_id, party, may, issued_by, issued_at, expires_at, last_used_at)
      VALUES (${id}, ${process}, ${party}, ${may}, ${LETTERS}, to_timestamp(${at / 1000}::float8),
        to_timestamp(${exp / 1000}::float8), to_timestamp(${at / 1000}::float8))
      ON CONFLICT (id) DO UPDATE SET last_used_at = GREATEST(links.last_used_at, EXCLUDED.last_used_at)
      RETURNING revoked_at IS NOT NULL AS revoked`;
    return row?.revoked === false;
  },

  /** The links to these processes, the latest first. */
  async list(
    processes: readonly string[],
    limit: number,
    before?: { readonly issuedAt: number; readonly id: string },
  ): Promise<LinkRecord[]> {
    const at = before && new Date(before.issuedAt);
    const rows = await db.link.findMany({
      where: {
        processId: { in: [...processes] },
        ...(before && at ? { OR: [{ issuedAt: { lt: at } }, { issuedAt: at, id: { lt: before.id } }] } : {}),
      },
      orderBy: [{ issuedAt: 'desc' }, { id: 'desc' }],
      take: limit,
    });
    return rows.map(recordOf);
  },

  /** Ends a link to one of these processes at once. False when they have no such link; one that is revoked already stays as it is. */
  async revoke(processes: readonly string[], id: string, by: string, at: number): Promise<boolean> {
    const where = { id, processId: { in: [...processes] } };
    const { count } = await db.link.updateMany({
      where: { ...where, revokedAt: null },
      data: { revokedAt: new Date(at), revokedBy: by },
    });
    return count === 1 || (await db.link.count({ where })) === 1;
  },

  /** Counts one act by a link on a store day, and answers the how-manieth it is. */
  async countAct(linkId: string, day: string): Promise<number> {
    const [row] = await db.$queryRaw<{ acts: number }[]>`
      INSERT INTO link_acts (link_id, day, acts) VALUES (${linkId}, ${day}, 1)
      ON CONFLICT (link_id, day) DO UPDATE SET acts = link_acts.acts + 1 RETURNING acts`;
    return row?.acts ?? 0;
  },

  /** BAK-45. Counts a try of the telephone's last digits before it is looked at, so that tries at once are counted too; the how-manieth. */
  async countTry(linkId: string): Promise<number> {
    const row = await db.link.update({ where: { id: linkId }, data: { wrongTries: { increment: 1 } }, select: { wrongTries: true } });
    return row.wrongTries;
  },
  /** The digits were right: earlier tries are forgiven. */
  async forgiveTries(linkId: string): Promise<void> {
    await db.link.update({ where: { id: linkId }, data: { wrongTries: 0 } });
  },
});
export type Links = ReturnType<typeof createLinks>;
