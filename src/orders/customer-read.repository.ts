import { Prisma } from '../generated/prisma/client';
import { isOfPhone } from './order-search';
import type { Db } from '../platform/db/client';

/** Somebody who has ordered at a store: whoever has one telephone there. It is found by it and known by the orders. */
export interface CustomerOrders {
  readonly phone: string;
  /** How many orders they placed, whatever became of them. */
  readonly orders: number;
  /** When they ordered last, epoch ms of shop time, and under which number. */
  readonly takenAt: number;
  readonly number: string;
  /** Numbers of their last orders, the latest first. */
  readonly lastOrders: readonly string[];
}

/** So many of a customer's last orders are told: they say what somebody usually has; the rest is found in the list of orders. */
const LAST_ORDERS = 3;

/** Reads who has ordered. Nobody is on file but by their orders. */
export const createCustomerReads = (db: Db) => ({
  /**
   * At most `limit` customers of a store with that telephone, as `telephoneSoughtBy` says it; who ordered last comes first. `after` is the last order of the customer before.
   */
  async withPhone(
    storeId: string,
    phone: string,
    limit: number,
    after?: Pick<CustomerOrders, 'takenAt' | 'number'>,
  ): Promise<CustomerOrders[]> {
    const beyond = after ? Prisma.sql`AND (intake_at, number) < (${new Date(after.takenAt)}, ${after.number})` : Prisma.empty;
    const rows = await db.$queryRaw<(Omit<CustomerOrders, 'takenAt'> & { readonly takenAt: Date })[]>`
      WITH theirs AS MATERIALIZED (
        SELECT o.number, o.intake_at, o.customer->>'phone' AS phone,
          row_number() OVER (PARTITION BY o.customer->>'phone' ORDER BY o.intake_at DESC, o.number DESC) AS nth,
          count(*) OVER (PARTITION BY o.customer->>'phone')::int AS orders
        FROM orders o WHERE o.store_id = ${storeId} AND ${isOfPhone(phone)}
      )
      SELECT phone, orders, intake_at AS "takenAt", number,
        ARRAY(SELECT t.number FROM theirs t WHERE t.phone = theirs.phone AND t.nth <= ${LAST_ORDERS} ORDER BY t.nth) AS "lastOrders"
      FROM theirs WHERE nth = 1 ${beyond} ORDER BY intake_at DESC, number DESC LIMIT ${limit}`;
    return rows.map((row) => ({ ...row, takenAt: row.takenAt.getTime() }));
  },
});
