import { localDay } from '../../base/calendar';
import type { FieldError } from '../../base/faults';
import { readCalendar } from '../../platform/db/calendar.repository';
import type { Tx } from '../../platform/db/client';
import { invalid } from '../../platform/http/zod-problem';
import { CLOSURE_HINT, CLOSURE_NAMES } from '../words/settings';
import { ClosureValues } from './closure.schema';
import type { EntryPlace, Setting } from './setting';

/** What is said against an edit of a day of the store that is over: what was reckoned by it, was; none is no fault. */
export async function dayFaults(tx: Tx, { storeId, now }: EntryPlace, day: string): Promise<FieldError[]> {
  const today = localDay(await readCalendar(tx, storeId, now), now);
  return day < today ? [{ pointer: '/day', code: 'day-over' }] : [];
}

/** The days on which a store departs from the calendar, latest first. Calendars are read at each act: what was reckoned stays as it is. */
export const CLOSURE_SETTING: Setting<'closures', typeof ClosureValues> = {
  name: 'closures',
  summary: 'Days on which the store is closed, or open on a day that would be free',
  schema: ClosureValues,
  async read(db, storeId) {
    const rows = await db.storeClosure.findMany({ where: { storeId }, orderBy: { day: 'desc' } });
    return rows.map(({ day, open, reason }) => ({ id: day, values: { day, open, reason } }));
  },
  title: ({ day, open, reason }, language) => [day, CLOSURE_NAMES[open ? 'open' : 'closed'][language], reason].join(' · '),
  bind: (_services, _storeId, { language }) => ({ day: { hint: CLOSURE_HINT[language] } }),
  check: (tx, place, { day }) => dayFaults(tx, place, day),
  async put(tx, { storeId }, { day, open, reason }) {
    const key = { storeId, day };
    await tx.storeClosure.upsert({ where: { storeId_day: key }, create: { ...key, open, reason }, update: { open, reason } });
  },
  async remove(tx, place) {
    const faults = await dayFaults(tx, place, place.id);
    if (faults.length > 0) throw invalid(faults);
    await tx.storeClosure.delete({ where: { storeId_day: { storeId: place.storeId, day: place.id } } });
  },
  named: ['day'],
};
