import type { LinkScope } from './link';
import type { Link } from '../../generated/prisma/client';
import type { Db } from '../db/client';
import { ms } from '../db/instants';

/** Who gave out the link that an order's letters carry. */
export const LETTERS = 'letters';

/** A link as it was given out; instants are epoch ms of shop time. */
export interface LinkRecord {
  readonly id: string;
  readonly scope: LinkScope['scope'];
  readonly orderNumber: string;
  readonly exceptionId: string | null;
  readonly supplierId: string | null;
  /** Staff id, or `letters`. */
  readonly issuedBy: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly revokedAt: number | null;
  readonly revokedBy: string | null;
  readonly lastUsedAt: number | null;
}

/** A letter to the customer that wants its link: for which order, until when. */
interface WantedLink {
  readonly order: string;
  readonly at: number;
  readonly expiresAt: number;
}

const recordOf = ({ wrongTries: _wrongTries, ...row }: Link): LinkRecord => ({
  ...row,
  scope: row.scope as LinkRecord['scope'],
  issuedAt: row.issuedAt.getTime(),
  expiresAt: row.expiresAt.getTime(),
  revokedAt: ms(row.revokedAt),
  revokedBy: row.revokedBy,
  lastUsedAt: ms(row.lastUsedAt),
});
const rowOf = (link: LinkScope) => ({
  scope: link.scope,
  orderNumber: link.order,
  exceptionId: link.scope === 'supplier' ? link.exceptionId : null,
  supplierId: link.scope === 'supplier' ? link.supplierId : null,
});

/** The links that were given out, and what is left of each one's budget. */
export const createLinks = (db: Db) => ({
  /** Puts a link on file before its token leaves. A repeat changes nothing but its end, which only moves later. */
  async issue(link: LinkScope, { by, at }: { readonly by: string; readonly at: number }): Promise<void> {
    const { scope, orderNumber, exceptionId, supplierId } = rowOf(link);
    await db.$executeRaw`
      INSERT INTO links (id, scope, order_number, exception_id, supplier_id, issued_by, issued_at, expires_at)
      VALUES (${link.id}, ${scope}, ${orderNumber}, ${exceptionId}, ${supplierId}, ${by}, to_timestamp(${at / 1000}::float8), to_timestamp(${link.exp / 1000}::float8))
      ON CONFLICT (id) DO UPDATE SET expires_at = GREATEST(links.expires_at, EXCLUDED.expires_at)`;
  },

  /**
   * The ids of the links that the letters of these orders carry: one an order, and after it was revoked the next one, so that letters
   * written afterwards open again while the old ones stay dead.
   */
  async ofLetters(wanted: readonly WantedLink[]): Promise<Map<string, string>> {
    const latest = new Map<string, WantedLink>();
    for (const want of wanted) if ((latest.get(want.order)?.expiresAt ?? -Infinity) < want.expiresAt) latest.set(want.order, want);
    if (latest.size === 0) return new Map();
    const rows = await db.$queryRaw<{ id: string; order: string }[]>`
      INSERT INTO links (id, scope, order_number, issued_by, issued_at, expires_at)
      SELECT 'letters-' || w."order" || '-' || 1 + (
        SELECT count(*) FROM links l WHERE l.order_number = w."order" AND l.issued_by = ${LETTERS} AND l.scope = 'customer' AND l.revoked_at IS NOT NULL
      ), 'customer', w."order", ${LETTERS}, to_timestamp(w.at / 1000), to_timestamp(w."expiresAt" / 1000)
      FROM jsonb_to_recordset(${JSON.stringify([...latest.values()])}::jsonb) AS w("order" text, at float8, "expiresAt" float8)
      ON CONFLICT (id) DO UPDATE SET expires_at = GREATEST(links.expires_at, EXCLUDED.expires_at)
      RETURNING id, order_number AS "order"`;
    return new Map(rows.map((row) => [row.order, row.id]));
  },

  /** Notes that a link was used, and answers whether it may be. What was signed here and is not on file yet is filed as it comes. */
  async use(link: LinkScope, at: number): Promise<boolean> {
    const { scope, orderNumber, exceptionId, supplierId } = rowOf(link);
    const [row] = await db.$queryRaw<{ revoked: boolean }[]>`
      INSERT INTO links (id, scope, order_number, exception_id, supplier_id, issued_by, issued_at, expires_at, last_used_at)
      VALUES (${link.id}, ${scope}, ${orderNumber}, ${exceptionId}, ${supplierId}, ${LETTERS}, to_timestamp(${at / 1000}::float8),
        to_timestamp(${link.exp / 1000}::float8), to_timestamp(${at / 1000}::float8))
      ON CONFLICT (id) DO UPDATE SET last_used_at = GREATEST(links.last_used_at, EXCLUDED.last_used_at)
      RETURNING revoked_at IS NOT NULL AS revoked`;
    return row?.revoked === false;
  },

  /** The links of an order, the latest first. */
  async list(orderNumber: string, limit: number, before?: { readonly issuedAt: number; readonly id: string }): Promise<LinkRecord[]> {
    const at = before && new Date(before.issuedAt);
    const rows = await db.link.findMany({
      where: { orderNumber, ...(before && at ? { OR: [{ issuedAt: { lt: at } }, { issuedAt: at, id: { lt: before.id } }] } : {}) },
      orderBy: [{ issuedAt: 'desc' }, { id: 'desc' }],
      take: limit,
    });
    return rows.map(recordOf);
  },

  /** Ends a link of that order at once. False when the order has no such link; one that is revoked already stays as it is. */
  async revoke(orderNumber: string, id: string, by: string, at: number): Promise<boolean> {
    const { count } = await db.link.updateMany({
      where: { id, orderNumber, revokedAt: null },
      data: { revokedAt: new Date(at), revokedBy: by },
    });
    return count === 1 || (await db.link.count({ where: { id, orderNumber } })) === 1;
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
