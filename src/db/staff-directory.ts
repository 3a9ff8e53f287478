import type { StaffDirectory } from '../contracts/ports';
import { isRole } from '../domain/roles';
import type { Db } from './client';

/** Staff by login, for the Temporal door; people who have left are not found. */
export const createStaffDirectory = (db: Db): StaffDirectory => ({
  async findByLogin(login) {
    const staff = await db.staff.findUnique({ where: { login, active: true } });
    return staff && { id: staff.id, roles: staff.roles.filter(isRole), storeId: staff.storeId };
  },
});
