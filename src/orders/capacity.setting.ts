import type { FieldError } from '../base/faults';
import type { Tx } from '../platform/db/client';
import { invalid } from '../platform/http/zod-problem';
import type { Tongue } from '../platform/words/instants';
import { dayFaults } from '../process/settings/closure.setting';
import type { EntryPlace, Setting } from '../process/settings/setting';
import { DayCapacity, WeeklyCapacity } from './capacity-setting.schema';
import { WEEKDAYS } from './capacity.rules';
import { workName, workNames } from './define.order-kind';
import { CAPACITY_HINT, CAPACITY_MINUTES } from './words/capacity';

/** The kinds of work, as they are chosen in a form. */
const workChoices = (language: Tongue) => workNames().map((work) => ({ const: work, title: workName(work)[language] }));

/** BAK-29. What a store can do in a week: an entry for each kind of work, which has no limit until one is said. Orders that were taken stay where they are. */
export const CAPACITY_SETTING: Setting<'capacity', typeof WeeklyCapacity> = {
  name: 'capacity',
  summary: 'How much of each kind of work can be done on each weekday (BAK-29)',
  schema: WeeklyCapacity,
  async read(db, storeId) {
    const rows = await db.capacity.findMany({ where: { storeId } });
    return workNames().map((work) => {
      const own = rows.filter((row) => row.work === work);
      const on = (weekday: number): number => own.find((row) => row.weekday === weekday)?.minutes ?? 0;
      const minutes = Object.fromEntries(WEEKDAYS.map((name, n) => [name, on(n + 1)])) as Record<(typeof WEEKDAYS)[number], number>;
      return { id: work, values: { work, ...(own.length > 0 && { minutes }) } };
    });
  },
  title: ({ work }, language) => workName(work)[language],
  bind: (_services, _storeId, { language }) => ({ work: { among: workChoices(language) }, minutes: { hint: CAPACITY_HINT[language] } }),
  async put(tx, { id: work, storeId }, { minutes }) {
    await tx.capacity.deleteMany({ where: { storeId, work } });
    if (minutes === undefined) return;
    await tx.capacity.createMany({ data: WEEKDAYS.map((name, n) => ({ storeId, work, weekday: n + 1, minutes: minutes[name] })) });
  },
  named: ['work'],
};

/** What is said against work that nobody does. */
const workFaults = (work: string): FieldError[] =>
  workNames().includes(work) ? [] : [{ pointer: '/work', code: 'not-one-of', params: { values: workNames() }, rule: 'BAK-29' }];

/** A day that is over stays as it was worked. */
const overFaults = async (tx: Tx, place: EntryPlace, day: string): Promise<FieldError[]> =>
  (await dayFaults(tx, place, day)).map((fault) => ({ ...fault, rule: 'BAK-29' }));

/** BAK-29. The days on which a kind of work departs from its weekday and from the calendar, latest first. */
export const CAPACITY_DAY_SETTING: Setting<'capacity-days', typeof DayCapacity> = {
  name: 'capacity-days',
  summary: 'How much of a kind of work can be done on one day, whatever its weekday and the calendar say (BAK-29)',
  schema: DayCapacity,
  async read(db, storeId) {
    const rows = await db.capacityDay.findMany({ where: { storeId }, orderBy: [{ day: 'desc' }, { work: 'asc' }] });
    return rows.map(({ day, work, minutes, reason }) => ({
      id: `${day}.${work}`,
      values: { day, work, minutes, ...(reason !== null && { reason }) },
    }));
  },
  title: ({ day, work, minutes }, language) => [day, workName(work)[language], `${minutes} ${CAPACITY_MINUTES[language]}`].join(' · '),
  bind: (_services, _storeId, { language }) => ({ work: { among: workChoices(language) }, day: { hint: CAPACITY_HINT[language] } }),
  check: async (tx, place, { day, work }) => [...(await overFaults(tx, place, day)), ...workFaults(work)],
  async put(tx, { storeId }, { day, work, minutes, reason = null }) {
    const key = { storeId, day, work };
    const said = { minutes, reason };
    await tx.capacityDay.upsert({ where: { storeId_day_work: key }, create: { ...key, ...said }, update: said });
  },
  async remove(tx, place) {
    const [day = '', work = ''] = place.id.split('.');
    const faults = await overFaults(tx, place, day);
    if (faults.length > 0) throw invalid(faults);
    await tx.capacityDay.delete({ where: { storeId_day_work: { storeId: place.storeId, day, work } } });
  },
  named: ['day', 'work'],
};
