import { Prisma } from '../generated/prisma/client';
import type { Db } from '../platform/db/client';

/** What a store has of its orders' rows of one kind. */
export interface InStore<S extends string> {
  readonly storeId: string;
  /** In this state only. */
  readonly state?: S | undefined;
}

/** Tables of rows that hang on an order, each with the instant by which it is listed. */
const TABLES = {
  changes: { table: Prisma.sql`changes`, at: Prisma.sql`r.requested_at` },
  exceptions: { table: Prisma.sql`exceptions`, at: Prisma.sql`r.reported_at` },
} as const;

/**
 * Ids of at most `limit` rows of a store's orders after `after`, the oldest first. A draft is nobody's business but its writer's: no order
 * knows of it.
 */
export async function idsInStore(
  db: Db,
  name: keyof typeof TABLES,
  { storeId, state }: InStore<string>,
  limit: number,
  after?: { readonly at: number; readonly id: string },
): Promise<string[]> {
  const { table, at } = TABLES[name];
  const conditions = [
    Prisma.sql`o.store_id = ${storeId}`,
    state === undefined ? Prisma.sql`r.state <> 'draft'` : Prisma.sql`r.state = ${state}`,
    ...(after ? [Prisma.sql`(${at}, r.id) > (${new Date(after.at)}, ${after.id})`] : []),
  ];
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM ${table} r JOIN orders o ON o.number = r.order_number
    WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY ${at}, r.id LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}
