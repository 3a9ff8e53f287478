import { Prisma } from '../generated/prisma/client';
import type { Db } from './client';
import type { Tx } from './intake.repository';

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
  /** What the unfinished request has made already, as it noted in the same transaction. */
  readonly made: string | null;
}

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
    const made = row.status === null ? ((row.body as { made?: string } | null)?.made ?? null) : null;
    return { requestHash: row.requestHash, createdAt: row.createdAt.getTime(), answer, made };
  },

  /** Notes what an unfinished request made, in the transaction that makes it: whoever takes over finds it. */
  async note(tx: Tx, caller: string, key: string, made: string): Promise<void> {
    await tx.idempotencyKey.updateMany({ where: { caller, key, status: null }, data: { body: { made } } });
  },

  /** Takes over from an owner that seems to have died: only one of several callers gets it. */
  async takeOver(caller: string, key: string, since: number, now: number): Promise<boolean> {
    const { count } = await db.idempotencyKey.updateMany({
      where: { caller, key, status: null, createdAt: new Date(since) },
      data: { createdAt: new Date(now) },
    });
    return count === 1;
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

  /** Gives an unfinished key back: nothing was done under it. `since` is when this owner took it. */
  async release(caller: string, key: string, since: number): Promise<void> {
    await db.idempotencyKey.deleteMany({ where: { caller, key, status: null, createdAt: new Date(since) } });
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
