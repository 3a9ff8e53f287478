import type { AskedBy, SupplierChoice } from './sourcing.messages';
import type { Suppliers } from './ports.messages';
import type { Supplier } from '../generated/prisma/client';
import type { Db } from '../platform/db/client';

/** How a supplier is asked, as its row says it. */
export const channelOf = (channel: string): AskedBy => (channel === 'http' ? 'http' : 'email');

/** The active suppliers of a store that have an ingredient, the first choice first; of equal rank, by name (BAK-59). */
export const suppliersOf = (db: Db, storeId: string, item: string): Promise<Supplier[]> =>
  db.supplier.findMany({
    where: { storeId, active: true, items: { has: item } },
    orderBy: [{ rank: 'asc' }, { name: 'asc' }, { id: 'asc' }],
  });

/** Backup suppliers (BAK-59). */
export const createSuppliers = (db: Db): Pick<Suppliers, 'listFor'> => ({
  async listFor(storeId, item): Promise<SupplierChoice[]> {
    const rows = await suppliersOf(db, storeId, item);
    return rows.map(({ id, channel, limitMinutes }) => ({ id, channel: channelOf(channel), limitMinutes }));
  },
});

/** How one supplier is asked. */
export interface SupplierDoor {
  readonly channel: AskedBy;
  readonly url: string | null;
}

/** The door of a supplier, or null when there is no such supplier. */
export async function supplierDoor(db: Db, id: string): Promise<SupplierDoor | null> {
  const row = await db.supplier.findUnique({ where: { id }, select: { channel: true, url: true } });
  return row && { channel: channelOf(row.channel), url: row.url };
}
