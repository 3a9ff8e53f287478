import type { Db } from '../platform/db/client';
import { after, type KeysetPlace } from '../platform/db/keyset';
import type { SupplierContactRow } from './sourcing.messages';

/** BAK-59. One supplier asked about one shortage, with what people call both; instants are epoch ms of shop time. */
export interface ContactRecord extends SupplierContactRow {
  /** As the supplier is called now; its id once there is none. */
  readonly supplierName: string;
  /** The ingredient that was short; null where the exception is not on file. */
  readonly item: string | null;
}

/** Who was asked about what an order lacked, and what they said, the earliest question first. The search for a supplier writes it. */
export async function contactsOf(db: Db, orderNumber: string, limit: number, place?: KeysetPlace<'askedAt'>): Promise<ContactRecord[]> {
  const rows = await db.supplierContact.findMany({
    where: { orderNumber, ...after('askedAt', place) },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    take: limit,
  });
  const [suppliers, exceptions] = await Promise.all([
    db.supplier.findMany({ where: { id: { in: rows.map(({ supplierId }) => supplierId) } }, select: { id: true, name: true } }),
    db.orderException.findMany({ where: { id: { in: rows.map(({ exceptionId }) => exceptionId) } }, select: { id: true, item: true } }),
  ]);
  const nameOf = new Map(suppliers.map(({ id, name }) => [id, name]));
  const itemOf = new Map(exceptions.map(({ id, item }) => [id, item]));
  return rows.map(({ id, exceptionId, supplierId, askedAt, answeredAt, result, promisedAt }) => ({
    id,
    exceptionId,
    supplierId,
    supplierName: nameOf.get(supplierId) ?? supplierId,
    item: itemOf.get(exceptionId) ?? null,
    askedAt: askedAt.getTime(),
    answeredAt: answeredAt?.getTime() ?? null,
    result: result as ContactRecord['result'],
    promisedAt: promisedAt?.getTime() ?? null,
  }));
}
