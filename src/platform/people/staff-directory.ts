import type { StaffDirectory } from '../../process/ports.messages';
import type { Db } from '../db/client';
import { placeOf } from './staff-read.repository';

/** Staff of a store by login, for the Temporal door; people who have left are not found. */
export const createStaffDirectory = (db: Db): StaffDirectory => ({
  async findInStore(storeId, login) {
    const staff = await db.staff.findUnique({ where: { login, storeId, active: true } });
    return staff && { id: staff.id, roles: placeOf(staff).roles };
  },
});
