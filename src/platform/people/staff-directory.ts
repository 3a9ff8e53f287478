import type { Db } from '../db/client';
import { placeOf, type StaffRecord } from './staff-read.repository';

/** Staff of a store by login, for the Temporal door; people who have left are not found. */
export const createStaffDirectory = (db: Db) => ({
  async findInStore(storeId: string, login: string): Promise<Pick<StaffRecord, 'id' | 'roles'> | null> {
    const staff = await db.staff.findUnique({ where: { login, storeId, active: true } });
    return staff && { id: staff.id, roles: placeOf(staff).roles };
  },
});
