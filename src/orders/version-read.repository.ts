import type { Db } from '../platform/db/client';
import type { OrderVersion } from '../generated/prisma/client';
import type { LineRecord, OrderParticulars } from './order-read.repository';

/** BAK-07, BAK-38. What was agreed at one time; instants are epoch ms of shop time. */
export interface VersionRecord {
  readonly version: number;
  /** Since when it was what is agreed. */
  readonly at: number;
  readonly deliveryAt: number;
  readonly totalFen: number;
  readonly lines: readonly LineRecord[];
  readonly delivery: OrderParticulars['delivery'];
}

const recordOf = (row: OrderVersion): VersionRecord => ({
  version: row.version,
  at: row.at.getTime(),
  deliveryAt: row.deliveryAt.getTime(),
  totalFen: row.totalFen,
  lines: row.lines as unknown as LineRecord[],
  delivery: row.delivery as unknown as VersionRecord['delivery'],
});

/** Reads the versions of orders. Intake and approved changes write them. */
export const createVersionReads = (db: Db) => ({
  /** At most `limit` versions of an order after one of them, the first one first. */
  async list(orderNumber: string, limit: number, afterVersion = 0): Promise<VersionRecord[]> {
    const rows = await db.orderVersion.findMany({
      where: { orderNumber, version: { gt: afterVersion } },
      orderBy: { version: 'asc' },
      take: limit,
    });
    return rows.map(recordOf);
  },
  /** One version of each order that is named with one, by number; what does not exist is missing. */
  async ofOrders(wanted: ReadonlyMap<string, number>): Promise<Map<string, VersionRecord>> {
    if (wanted.size === 0) return new Map();
    const rows = await db.orderVersion.findMany({ where: { OR: [...wanted].map(([orderNumber, version]) => ({ orderNumber, version })) } });
    return new Map(rows.map((row) => [row.orderNumber, recordOf(row)]));
  },
});
