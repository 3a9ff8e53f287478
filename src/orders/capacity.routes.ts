import type { z } from 'zod';
import { addDays, isOpenDay, localDay, type Calendar } from '../base/calendar';
import type { Route } from '../platform/http/route';
import { invalid } from '../platform/http/zod-problem';
import { settingRoutes } from '../process/settings/setting-routes';
import { limitsOf, takenOf } from './capacity.repository';
import { limitOn, slotOf, type CapacityBook } from './capacity.rules';
import { CapacityQuery, CapacityView, MOST_DAYS } from './capacity.schema';
import { CAPACITY_DAY_SETTING, CAPACITY_SETTING } from './capacity.setting';
import { workNames } from './define.order-kind';
import { route, SHOP_PERMISSIONS } from './shop.permissions';
import type { Services } from './services';

const WEEK = 7;

/** BAK-29. How much work the shop can do on its days, what of it is taken, and how it is said. */
export const capacityRoutes = (services: Services): Route[] => [
  readRoute(services),
  ...settingRoutes(services, SHOP_PERMISSIONS, CAPACITY_SETTING),
  ...settingRoutes(services, SHOP_PERMISSIONS, CAPACITY_DAY_SETTING),
];

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
