import { randomUUID } from 'node:crypto';
import type { Prisma } from '../../generated/prisma/client';
import type { Db, Tx } from '../db/client';
import type { Origin } from '../http/origin';
import { FAILED_OUTCOMES, type SignInOutcome } from './sign-in.outcomes';

/** A try to sign in; `at` is real time, epoch ms. */
export interface SignInRow extends Origin {
  readonly id: string;
  /** Null: nobody has the login that was tried. */
  readonly staffId: string | null;
  readonly outcome: string;
  readonly at: number;
}

/** Whose it was: of nobody, as far as is known. */
export interface TriedBy {
  readonly id: string;
  readonly storeId: string;
}

/** Real time for which a try is kept. */
export const SIGN_IN_LIFE_MS = 180 * 86_400_000;

/** What a store is told of: its own people, and logins that nobody has, which are no store's. */
const toldTo = (storeId: string) => ({ OR: [{ storeId }, { storeId: null }] });

/** Puts a try on record. */
export async function keepSignIn(
  db: Db | Tx,
  { by, outcome, at, device, network }: Origin & { readonly by: TriedBy | null; readonly outcome: SignInOutcome; readonly at: number },
): Promise<void> {
  const whose = { storeId: by?.storeId ?? null, staffId: by?.id ?? null };
  await db.signIn.create({ data: { id: randomUUID(), ...whose, outcome, at: new Date(at), device, network } });
}

/** Tries to sign in, and what was done to passwords. */
export const createSignIns = (db: Db) => ({
  /** At most `limit` tries of a store's people, the latest first, those after `place`; with `failed`, those alone that may be a guess. */
  async list(storeId: string, failed: boolean, limit: number, place?: Pick<SignInRow, 'at' | 'id'>): Promise<SignInRow[]> {
    const at = place && new Date(place.at);
    const where: Prisma.SignInWhereInput[] = [
      toldTo(storeId),
      ...(failed ? [{ outcome: { in: [...FAILED_OUTCOMES] } }] : []),
      ...(place && at ? [{ OR: [{ at: { lt: at } }, { at, id: { lt: place.id } }] }] : []),
    ];
    const rows = await db.signIn.findMany({ where: { AND: where }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: limit });
    return rows.map(({ storeId: _store, ...row }) => ({ ...row, at: row.at.getTime() }));
  },
  /** How many failed since an instant. */
  countFailed: (storeId: string, since: number): Promise<number> =>
    db.signIn.count({ where: { AND: [toldTo(storeId)], outcome: { in: [...FAILED_OUTCOMES] }, at: { gte: new Date(since) } } }),
  /** Removes what is older than it is kept. */
  async sweep(now: number): Promise<void> {
    await db.signIn.deleteMany({ where: { at: { lt: new Date(now - SIGN_IN_LIFE_MS) } } });
  },
});
