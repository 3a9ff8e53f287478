import type { BakeryActivities } from '../src/bakery/ports.messages';
import type { Calendars } from '../src/base/calendar';
import type { ProcessActivities, StaffDirectory } from '../src/process/ports.messages';
import type { OrderActivities } from '../src/orders/ports.messages';
import type { PurchasingActivities, Suppliers } from '../src/purchasing/ports.messages';
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
export const createActivities = (deps: ActivityDeps): ProcessActivities & OrderActivities & BakeryActivities & PurchasingActivities => ({
  ...createRecordActivities(deps),
  ...createRepairActivities(deps),
  ...createAgendaActivities(deps),
  ...createDueActivities(deps),
  ...createStaffActivities(deps),
  ...createSupplierActivities(deps),
  ...createPostActivities(deps),
});
