import { Prisma } from '../../generated/prisma/client';
import type { Db, Tx } from './client';

/** A first answer, as it is kept. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface KeyRow {
  readonly requestHash: string;
  readonly createdAt: number;
  /** Null while the first request is still being done. */
  readonly answer: KeptAnswer | null;
}

/** What an unfinished request has noted. */
const madeOf = (body: Prisma.JsonValue): string | null => (body as { made?: string } | null)?.made ?? null;

/** First answers by caller and key; instants are real time, epoch ms. */
export const createIdempotency = (db: Db) => ({
  /** Takes the key for this request. False when somebody has it already. */
  async take(caller: string, key: string, requestHash: string, now: number): Promise<boolean> {
    const { count } = await db.idempotencyKey.createMany({
      data: [{ caller, key, requestHash, createdAt: new Date(now) }],
      skipDuplicates: true,
    });
    return count === 1;
  },

  async find(caller: string, key: string): Promise<KeyRow | null> {
    const row = await db.idempotencyKey.findUnique({ where: { caller_key: { caller, key } } });
    if (!row) return null;
    const answer =
      row.status === null ? null : { status: row.status, headers: (row.headers ?? {}) as Record<string, string>, body: row.body };
    return { requestHash: row.requestHash, createdAt: row.createdAt.getTime(), answer };
  },

  /**
   * Notes what an unfinished request made, in the transaction that makes it: whoever takes over finds it. False when the key was taken
   * over meanwhile: then nothing may be made. `since` is when this owner took it.
   */
  async note(tx: Tx, caller: string, key: string, since: number, made: string): Promise<boolean> {
    const { count } = await tx.idempotencyKey.updateMany({
      where: { caller, key, status: null, createdAt: new Date(since) },
      data: { body: { made } },
    });
    return count === 1;
  },

  /**
   * Takes over from an owner that seems to have died: only one of several callers gets it, with what the owner had made by then. Null when
   * somebody else was faster.
   */
  async takeOver(caller: string, key: string, since: number, now: number): Promise<{ readonly made: string | null } | null> {
    const [row] = await db.idempotencyKey.updateManyAndReturn({
      where: { caller, key, status: null, createdAt: new Date(since) },
      data: { createdAt: new Date(now) },
      select: { body: true },
    });
    return row ? { made: madeOf(row.body) } : null;
  },

  /** Keeps the first answer. A repeat, or a second owner's answer, changes nothing. */
  async finish(caller: string, key: string, answer: KeptAnswer, now: number): Promise<void> {
    await db.idempotencyKey.updateMany({
      where: { caller, key, status: null },
      data: {
        status: answer.status,
        headers: answer.headers,
        body: answer.body === undefined ? Prisma.DbNull : (answer.body as Prisma.InputJsonValue),
        finishedAt: new Date(now),
      },
    });
  },

  /**
   * Gives an unfinished key back, unless something was made under it: an owner whose commit was done but not heard of knows no better than
   * that it failed. `since` is when this owner took it.
   */
  async release(caller: string, key: string, since: number): Promise<void> {
    await db.idempotencyKey.deleteMany({
      where: { caller, key, status: null, createdAt: new Date(since), body: { equals: Prisma.AnyNull } },
    });
  },

  /** Removes one key if it is older than `before`. */
  async expire(caller: string, key: string, before: number): Promise<void> {
    await db.idempotencyKey.deleteMany({ where: { caller, key, createdAt: { lt: new Date(before) } } });
  },

  /** Removes every key older than `before`. */
  async sweep(before: number): Promise<void> {
    await db.idempotencyKey.deleteMany({ where: { createdAt: { lt: new Date(before) } } });
  },
});
export type Idempotency = ReturnType<typeof createIdempotency>;
