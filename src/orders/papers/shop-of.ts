import type { StoreRecord } from '../../platform/people/staff-read.repository';
import type { OrderRecord } from '../order-read.repository';
import type { Services } from '../services';

/** The shop that an order belongs to. @throws {Error} when it is not on file, which cannot be. */
export async function shopOf({ people }: Pick<Services, 'people'>, { storeId }: Pick<OrderRecord, 'storeId'>): Promise<StoreRecord> {
  const shop = await people.store(storeId);
  if (!shop) throw new Error(`There is no store ${storeId}.`);
  return shop;
}
