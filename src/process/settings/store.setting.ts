import type { WorkingWindow } from '../../base/calendar';
import type { Setting } from './setting';
import { StoreValues, WEEKDAYS } from './store.schema';

/** The store itself. Its zone is not changed here: what was promised in one zone would mean another instant in the next. */
export const STORE_SETTING: Setting<'store', typeof StoreValues> = {
  name: 'store',
  summary: 'The store, its telephones and hours',
  schema: StoreValues,
  async read(db, storeId) {
    const {
      name,
      address,
      complaintPhone: phone,
      emergencyContact,
      windows,
      weekdays,
    } = await db.store.findUniqueOrThrow({ where: { id: storeId } });
    const days = WEEKDAYS.filter((day) => weekdays.includes(Number(day)));
    return [
      { id: storeId, values: { name, address, phone, emergencyContact, windows: windows as unknown as WorkingWindow[], weekdays: days } },
    ];
  },
  title: ({ name }) => name,
  async put(tx, { storeId }, { phone: complaintPhone, weekdays, ...values }) {
    await tx.store.update({ where: { id: storeId }, data: { ...values, complaintPhone, weekdays: weekdays.map(Number) } });
  },
};
