import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { PrismaClient, type Prisma } from '../../generated/prisma/client';

export type Db = PrismaClient;
/** What can be done in a transaction of the caller's. */
export type Tx = Prisma.TransactionClient;

/** One pooled client per process. `url` is a Postgres address; nothing connects before the first query. */
export const createDb = (url: string, poolSize = 10): Db =>
  new PrismaClient({
    adapter: new PrismaPg(createPool(url, poolSize), {
      statementNameGenerator: ({ sql }) => preparedName(sql),
      disposeExternalPool: true,
    }),
  });

/**
 * A connection that breaks says so twice: its query fails, which somebody awaits, and the connection itself reports it, which ends the
 * process when nobody listens. The pool stops listening a moment before whoever waited for the connection has begun to.
 */
function createPool(url: string, max: number): Pool {
  const pool = new Pool({ connectionString: url, max });
  return pool.on('connect', (connection) => void connection.on('error', () => undefined));
}

/**
 * A statement that begins with its name in a comment is prepared once for each connection; it must always be the same text under that
 * name. All others stay unnamed: Prisma writes too many variants of them to keep.
 */
const preparedName = (sql: string): string => /^\/\*prepared:([\w-]{1,63})\*\//.exec(sql)?.[1] ?? '';
