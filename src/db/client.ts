import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../generated/prisma/client';

export type Db = PrismaClient;

/** One pooled client per process. `url` is a Postgres address; nothing connects before the first query. */
export const createDb = (url: string, poolSize = 10): Db =>
  new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max: poolSize }, { statementNameGenerator: ({ sql }) => preparedName(sql) }),
  });

/**
 * A statement that begins with its name in a comment is prepared once for each connection; it must always be the same text under that
 * name. All others stay unnamed: Prisma writes too many variants of them to keep.
 */
const preparedName = (sql: string): string => /^\/\*prepared:([\w-]{1,63})\*\//.exec(sql)?.[1] ?? '';
