import type { Db } from '../db/client';
import { SESSION_IDLE_MS } from './session.repository';

/** A session as people see one; instants are real time, epoch ms. */
export interface OpenSession {
  readonly id: string;
  readonly tokenHash: string;
  readonly staff: { readonly id: string; readonly name: string };
  readonly device: string | null;
  /** When it began. */
  readonly at: number;
  readonly lastUsedAt: number;
}

/** Whose sessions: one person's, or those of everybody of a store. */
export type SessionsOf = { readonly staffId: string } | { readonly storeId: string };
const whoseOf = (of: SessionsOf) => ('staffId' in of ? of : { staff: of });

/** Sessions as people see and end them; instants are real time, epoch ms. */
export const createOpenSessions = (db: Db) => ({
  /** At most `limit` sessions of those `of` names that have not ended, the latest first, those after `place`. */
  async list(of: SessionsOf, now: number, limit: number, place?: Pick<OpenSession, 'at' | 'id'>): Promise<OpenSession[]> {
    const at = place && new Date(place.at);
    const rows = await db.session.findMany({
      where: {
        ...whoseOf(of),
        expiresAt: { gt: new Date(now) },
        lastUsedAt: { gt: new Date(now - SESSION_IDLE_MS) },
        ...(place && at && { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: place.id } }] }),
      },
      include: { staff: { select: { id: true, name: true } } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit,
    });
    return rows.map(({ createdAt, lastUsedAt, ...row }) => ({ ...row, at: createdAt.getTime(), lastUsedAt: lastUsedAt.getTime() }));
  },

  /** Ends the session of this id, if it is of those that `of` names. A repeat is fine. */
  async endOne(of: SessionsOf, id: string): Promise<void> {
    await db.session.deleteMany({ where: { id, ...whoseOf(of) } });
  },
});
