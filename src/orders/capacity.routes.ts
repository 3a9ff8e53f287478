import { z } from 'zod';
import { addDays, isOpenDay, localDay, type Calendar } from '../base/calendar';
import { Day } from '../base/common.schema';
import { iso } from '../platform/http/iso';
import type { Call, Route } from '../platform/http/route';
import { invalid, parse } from '../platform/http/zod-problem';
import { limitsOf, takenOf } from './capacity.repository';
import { limitOn, slotOf, type CapacityBook } from './capacity.rules';
import { CapacityEditPage, CapacityQuery, CapacityView, DayCapacity, MOST_DAYS, WeeklyCapacity } from './capacity.schema';
import { workNames } from './define.order-kind';
import { listRoute, route } from './permissions';
import type { Services } from './services';

const WEEK = 7;

/** BAK-29. How much work the shop can do on its days, what of it is taken, and who said so. */
export const capacityRoutes = (services: Services): Route[] => [readRoute(services), editsRoute(services), ...sayingRoutes(services)];

const readRoute = (services: Services): Route =>
  route({
    key: 'GET /capacity',
    summary: 'What the shop can do on some days, and what of it orders take (BAK-29)',
    notes: 'Counted are minutes of one person’s work. A kind of work of which nothing was said has no limit.',
    tag: 'capacity',
    query: CapacityQuery,
    status: 200,
    answer: CapacityView,
    async handle({ query, staff, now }) {
      const calendar = await services.calendars.calendarOf(staff.storeId);
      return { status: 200, body: await showCapacity(services, calendar, { storeId: staff.storeId, ...daysAsked(query, calendar, now) }) };
    },
  });

/** @throws {Refusal} `invalid-request` for days that end before they begin, or are too many. */
function daysAsked({ from: first, to }: z.output<typeof CapacityQuery>, calendar: Calendar, now: number): { from: string; to: string } {
  const from = first ?? localDay(calendar, now);
  const last = to ?? addDays(from, WEEK - 1);
  if (last < from) throw invalid([{ pointer: '/to', code: 'before-from' }]);
  if (last > addDays(from, MOST_DAYS - 1)) throw invalid([{ pointer: '/to', code: 'too-many-days', params: { max: MOST_DAYS } }]);
  return { from, to: last };
}

async function showCapacity(
  services: Services,
  calendar: Calendar,
  days: { readonly storeId: string; readonly from: string; readonly to: string },
): Promise<CapacityView> {
  const limits = await limitsOf(services.db, days);
  const book: CapacityBook = { calendar, limits, taken: await takenOf(services.db, days, { calendar, limits }) };
  const shown: CapacityView['days'] = [];
  for (let day = days.from; day <= days.to; day = addDays(day, 1)) {
    shown.push({ day, closed: !isOpenDay(calendar, day), work: workNames().map((work) => workDay(work, day, book)) });
  }
  return { days: shown, weekly: workNames().map((work) => ({ work, minutes: limits.weekly[work]?.slice() ?? null })) };
}

function workDay(work: string, day: string, book: CapacityBook): CapacityView['days'][number]['work'][number] {
  const limitMinutes = limitOn(work, day, book);
  const { minutes: takenMinutes = 0, orders = [] } = book.taken.get(slotOf(work, day)) ?? {};
  const freeMinutes = limitMinutes === null ? null : Math.max(0, limitMinutes - takenMinutes);
  return { work, limitMinutes, takenMinutes, freeMinutes, departs: book.limits.days[day]?.[work] !== undefined, orders: [...orders] };
}

const editsRoute = (services: Services): Route =>
  listRoute(services, {
    key: 'GET /capacity/edits',
    summary: 'Who said what of the capacity, latest first (BAK-29)',
    tag: 'capacity',
    answer: CapacityEditPage,
    sortedBy: { at: Number, id: String },
    rows: ({ staff }, limit, after) => services.capacityEdits.list(staff.storeId, limit, after),
    async views(edits) {
      const names = await services.people.namesOf(edits.map(({ by }) => by));
      return edits.map(({ storeId: _store, before, after, by, at, ...edit }) => ({
        ...edit,
        before: typeof before === 'number' ? before : (before?.slice() ?? null),
        after: typeof after === 'number' ? after : (after?.slice() ?? null),
        by: { id: by, name: names.get(by) ?? by },
        at: iso(at),
      }));
    },
  });

/** What an edit says beside what it is about. */
const saidBy = ({ staff, now, idFor }: Call, work: string, reason: string | undefined) => ({
  id: idFor('capacity-edit'),
  storeId: staff.storeId,
  work,
  reason: reason ?? null,
  by: staff.id,
  at: now,
});

const sayingRoutes = (services: Services): Route[] => [
  route({
    key: 'PUT /capacity',
    summary: 'Say how much of one kind of work can be done on each weekday (BAK-29)',
    notes: 'Orders that were taken stay where they are; a day may then show more taken than can be done.',
    tag: 'capacity',
    body: WeeklyCapacity,
    status: 200,
    answer: WeeklyCapacity,
    async handle(call) {
      const { work, minutes, reason } = call.body;
      await services.capacityEdits.make({ ...saidBy(call, work, reason), day: null, after: minutes });
      return { status: 200, body: { work, minutes } };
    },
  }),
  route({
    key: 'PUT /capacity/days/{date}',
    summary: 'Say how much of one kind of work can be done on one day, whatever its weekday and the calendar say (BAK-29)',
    tag: 'capacity',
    body: DayCapacity,
    status: 200,
    answer: DayCapacity,
    async handle(call) {
      const { date } = parse(z.strictObject({ date: Day }), call.params);
      const calendar = await services.calendars.calendarOf(call.staff.storeId);
      if (date < localDay(calendar, call.now)) throw invalid([{ pointer: '/date', code: 'day-over', rule: 'BAK-29' }]);
      const { work, minutes, reason } = call.body;
      await services.capacityEdits.make({ ...saidBy(call, work, reason), day: date, after: minutes });
      return { status: 200, body: { work, minutes } };
    },
  }),
];
