import type { Calendars, OrderActivities, StaffDirectory, Suppliers } from '../src/orders/ports.messages';
import { createAgendaActivities } from './bakery';
import { createDueActivities } from './due';
import { createPostActivities, type PostDeps } from './outbox';
import { createRecordActivities, type RecordDeps } from './record';
import { createRepairActivities, type RepairDeps } from './orders';
import { createStaffActivities } from './staff';
import { createSupplierActivities } from './purchasing';

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
