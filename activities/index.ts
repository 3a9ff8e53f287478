import type { Calendars, OrderActivities, StaffDirectory, Suppliers } from '../src/contracts/ports';
import { createAgendaActivities } from './agenda.activities';
import { createDueActivities } from './due.activities';
import { createPostActivities, type PostDeps } from './post.activities';
import { createRecordActivities, type RecordDeps } from './record.activities';
import { createRepairActivities, type RepairDeps } from './repair.activities';
import { createStaffActivities } from './staff.activities';
import { createSupplierActivities } from './supplier.activities';

/** What the activities receive; production and tests differ in these arguments, not in flags. */
export interface ActivityDeps extends PostDeps, RecordDeps, RepairDeps {
  readonly calendars: Calendars;
  readonly staff: StaffDirectory;
  readonly signalsAllowed: boolean;
  readonly suppliers: Suppliers;
}

/** Every activity a worker serves. */
export const createActivities = (deps: ActivityDeps): OrderActivities => ({
  ...createRecordActivities(deps),
  ...createRepairActivities(deps),
  ...createAgendaActivities(deps),
  ...createDueActivities(deps),
  ...createStaffActivities(deps),
  ...createSupplierActivities(deps),
  ...createPostActivities(deps),
});
