import type { Tx } from '../platform/db/client';

/** BAK-19. The products that a store does not sell at present. */
export async function productsNotOnSale(db: Tx, storeId: string): Promise<ReadonlySet<string>> {
  const rows = await db.productOffer.findMany({ where: { storeId, onSale: false }, select: { product: true } });
  return new Set(rows.map(({ product }) => product));
}
