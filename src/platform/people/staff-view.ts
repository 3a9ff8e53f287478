import type { z } from 'zod';
import { headedBy } from '../../base/departments';
import { isRole } from '../../base/roles';
import type { StaffView } from './session.schema';
import type { StaffRecord } from './staff-read.repository';

/** A member of staff, as people see one. */
export const staffView = ({ id, name, roles, departments, storeId }: StaffRecord): z.infer<typeof StaffView> => ({
  id,
  name,
  roles: roles.filter(isRole),
  departments: [...departments],
  headOf: roles.flatMap((position) => headedBy(position) ?? []),
  storeId,
});
