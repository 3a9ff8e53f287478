import type { Db } from '../platform/db/client';
import { AGES, type Age, type AgeEdges } from './receivables.rules';

/** What is owed of one age. */
export interface Receivable {
  readonly age: Age;
  readonly orders: number;
  readonly owedFen: number;
}

/** What customers owe a store. */
export const createReceivables = (db: Db) => ({
  /** BAK-32. By age, every age once; of open orders alone, for of what has ended nothing is owed. */
  async byAge(storeId: string, { now, week, month }: AgeEdges): Promise<Receivable[]> {
    const rows = await db.$queryRaw<Receivable[]>`
      SELECT age, count(*)::int AS orders, sum(outstanding_fen)::float8 AS "owedFen" FROM (
        SELECT o.outstanding_fen, CASE
          WHEN coalesce(o.delivered_at, o.delivery_at) > ${new Date(now)} THEN 'upcoming'
          WHEN coalesce(o.delivered_at, o.delivery_at) >= ${new Date(week)} THEN 'week'
          WHEN coalesce(o.delivered_at, o.delivery_at) >= ${new Date(month)} THEN 'month'
          ELSE 'older' END AS age
        FROM processes p JOIN orders o ON o.process_id = p.id
        WHERE p.closed_at IS NULL AND p.kind = 'order' AND p.store_id = ${storeId} AND o.outstanding_fen > 0
      ) owed GROUP BY age`;
    return AGES.map((age) => rows.find((row) => row.age === age) ?? { age, orders: 0, owedFen: 0 });
  },
});
