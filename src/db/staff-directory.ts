import type { StaffDirectory } from '../contracts/ports';
import { isRole } from '../domain/roles';
import type { Db } from './client';

/** Staff of a store by login, for the Temporal door; people who have left are not found. */
export const createStaffDirectory = (db: Db): StaffDirectory => ({
  async findInStore(storeId, login) {
    const staff = await db.staff.findUnique({ where: { login, storeId, active: true } });
    return staff && { id: staff.id, roles: staff.roles.filter(isRole) };
  },
});
