import { addDays, atTime, localDay } from '../../base/calendar';
import type { Call } from '../../platform/http/route';
import { answererOf } from '../../process/tasks/answerer';
import type { Onlooker } from '../../process/tasks/show-tasks';
import { taskKindsAt, taskRule, type TaskKind } from '../../process/tasks/tasks.rules';
import { benchesThatAre } from '../define.order-kind';
import type { OrderAmongMany } from '../order-read.repository';
import type { Services } from '../services';
import type { Stretch } from './boards.repository';
import { latenessOf, MOST_ON_BOARD, type Lateness } from './boards.rules';

/** A request for a board. */
export type BoardCall = Pick<Call, 'staff' | 'language' | 'now'>;

/** A day of the store's calendar. */
export interface BoardDay extends Stretch {
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** The day that is asked for; today where none is. */
export async function dayOf(services: Services, { staff, now }: BoardCall, date?: string): Promise<BoardDay> {
  const calendar = await services.calendars.calendarOf(staff.storeId);
  const day = date ?? localDay(calendar, now);
  return { date: day, from: atTime(calendar, day, '00:00'), until: atTime(calendar, addDays(day, 1), '00:00') };
}

export const onlookerOf = async (services: Services, { staff, language, now }: BoardCall): Promise<Onlooker> => ({
  who: await answererOf(services, staff, now),
  language,
});

/** Orders of a board in the order of their numbers; `more` where there are more than a board holds. `find` finds at most so many. */
export async function ordersOn(
  services: Services,
  find: (limit: number) => Promise<string[]>,
): Promise<{ orders: OrderAmongMany[]; more: boolean }> {
  const numbers = await find(MOST_ON_BOARD + 1);
  const found = await services.orders.findMany(numbers.slice(0, MOST_ON_BOARD));
  return { orders: numbers.flatMap((number) => found.get(number) ?? []), more: numbers.length > MOST_ON_BOARD };
}

/** The kinds of step that are worked outside the kitchen. */
export const awayKinds = (): TaskKind[] => taskKindsAt([...benchesThatAre({ away: true }).keys()]);

/** When orders are to leave, by number: the moment of the plan by which a step outside the kitchen is due. What is picked up waits for its customer. */
export const leaveByOf = (services: Services, orders: readonly OrderAmongMany[]): Promise<ReadonlyMap<string, number>> =>
  services.boards.momentsOf(
    orders.filter(({ delivery }) => delivery.method === 'courier').map(({ number }) => number),
    awayKinds().flatMap((kind) => taskRule(kind).dueBy?.due ?? []),
  );

/** What has passed of each of some orders. */
export async function latenessAmong(
  services: Services,
  orders: readonly OrderAmongMany[],
  now: number,
): Promise<(order: OrderAmongMany) => Lateness | null> {
  const leaveBy = await leaveByOf(services, orders);
  return (order) => latenessOf(order, leaveBy.get(order.number) ?? null, now);
}
