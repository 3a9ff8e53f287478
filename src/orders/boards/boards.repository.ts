import { Prisma } from '../../generated/prisma/client';
import type { Db } from '../../platform/db/client';
import type { TaskKind } from '../../process/tasks/tasks.rules';
import { MOST_IN_COLUMN, STAGE_COLUMNS, type StageColumn } from './boards.rules';

/** A stretch of shop time, epoch ms; its end is not part of it. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** An order's place in a column of the board of stages. */
interface InColumn {
  readonly number: string;
  readonly column: StageColumn;
  /** How many stand in that column. */
  readonly total: number;
}

const COLUMN_OF_STATE = Prisma.join(
  Object.entries(STAGE_COLUMNS).flatMap(([column, states]) => states.map((state) => Prisma.sql`(${state}, ${column})`)),
);

/** Which orders stand on the boards of a store, the next to be delivered first. Orders whose workflow is gone wait for nobody's step. */
export const createBoardReads = (db: Db) => ({
  /** Numbers of at most `limit` orders with an open step of these kinds, that are promised or whose step is due before `until` (epoch ms). */
  async withWork(
    store: { readonly storeId: string; readonly kinds: readonly TaskKind[]; readonly until: number },
    limit: number,
  ): Promise<string[]> {
    const end = new Date(store.until);
    // Postgres takes it that most orders are promised before today, which they are, and would walk through all of them: `OFFSET 0` has it
    // begin with the few that wait
    const rows = await db.$queryRaw<{ number: string }[]>`
      SELECT o.number
      FROM (SELECT process_id, min(due_at) AS due_at FROM tasks
        WHERE state = 'open' AND store_id = ${store.storeId} AND kind = ANY(${[...store.kinds]}) GROUP BY process_id OFFSET 0) t
      CROSS JOIN LATERAL (SELECT lost_at FROM processes WHERE id = t.process_id OFFSET 0) p
      CROSS JOIN LATERAL (SELECT number, delivery_at FROM orders WHERE process_id = t.process_id OFFSET 0) o
      WHERE p.lost_at IS NULL AND (o.delivery_at < ${end} OR t.due_at < ${end})
      ORDER BY o.delivery_at, o.number LIMIT ${limit}`;
    return rows.map(({ number }) => number);
  },

  /** Numbers of at most `limit` orders that are promised in a stretch of time, and that were neither declined nor cancelled. */
  async promised(storeId: string, { from, until }: Stretch, limit: number): Promise<string[]> {
    const rows = await db.$queryRaw<{ number: string }[]>`
      SELECT o.number FROM orders o JOIN processes p ON p.id = o.process_id
      WHERE o.store_id = ${storeId} AND o.delivery_at >= ${new Date(from)} AND o.delivery_at < ${new Date(until)}
        AND p.state <> ALL(ARRAY['declined', 'cancelled'])
      ORDER BY o.delivery_at, o.number LIMIT ${limit}`;
    return rows.map(({ number }) => number);
  },

  /** When orders are to leave by their plan, epoch ms, by number: the first of the moments that have one of these names. */
  async momentsOf(numbers: readonly string[], names: readonly string[]): Promise<Map<string, number>> {
    const rows = await db.$queryRaw<{ number: string; at: number }[]>`
      SELECT o.number, min((m->>'at')::float8) AS at FROM orders o CROSS JOIN LATERAL jsonb_array_elements(o.moments) m
      WHERE o.number = ANY(${[...numbers]}) AND m->>'name' = ANY(${[...names]}) GROUP BY o.number`;
    return new Map(rows.map(({ number, at }) => [number, at]));
  },

  /** The first orders of each column of the board of stages. */
  async inColumns(storeId: string): Promise<InColumn[]> {
    return db.$queryRaw<InColumn[]>`
      SELECT number, "column", total FROM (
        SELECT o.number, c."column", count(*) OVER (PARTITION BY c."column")::int AS total,
          row_number() OVER (PARTITION BY c."column" ORDER BY o.delivery_at, o.number) AS nth
        FROM processes p JOIN (VALUES ${COLUMN_OF_STATE}) c(state, "column") ON c.state = p.state JOIN orders o ON o.process_id = p.id
        WHERE p.closed_at IS NULL AND p.kind = 'order' AND p.store_id = ${storeId}
      ) placed WHERE nth <= ${MOST_IN_COLUMN} ORDER BY nth`;
  },
});
