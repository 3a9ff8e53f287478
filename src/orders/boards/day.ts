import { isRole } from '../../base/roles';
import { bucketEdges } from '../../process/tasks/inbox.rules';
import { person } from '../../process/views';
import { trackingKinds } from '../define.order-kind';
import type { OrderAmongMany } from '../order-read.repository';
import type { Services } from '../services';
import { MOST_DONE, totalsOf } from './boards.rules';
import type { DayBoard } from './boards.schema';
import { dayOf, latenessAmong, onlookerOf, ordersOn, type BoardCall, type BoardDay } from './on-board';
import { boardOrders, boardTasks } from './show-boards';

type Sheet = DayBoard['orders'][number]['trackingSheet'];

/** BAK-42, BAK-43. What a morning meeting talks about: the day's orders, what is watched of them, what is late, and who is away. */
export async function dayBoard(services: Services, call: BoardCall, date?: string): Promise<DayBoard> {
  const { storeId } = call.staff;
  const day = await dayOf(services, call, date);
  const onlooker = await onlookerOf(services, call);
  const { orders, more } = await ordersOn(services, (limit) => services.boards.promised(storeId, day, limit));
  const orderView = await boardOrders(services, storeId, onlooker);
  const lateOf = await latenessAmong(services, orders, call.now);
  const sheetOf = await trackingSheets(services, orders);
  const edges = bucketEdges(await services.calendars.calendarOf(storeId), call.now);
  const late = await services.tasks.list({ storeId, state: 'open', bucket: 'late' }, 'dueAt', edges, MOST_DONE);
  return {
    date: day.date,
    orders: orders.map((order) => ({ ...orderView(order), trackingSheet: sheetOf(order.number), late: lateOf(order) })),
    more,
    totals: totalsOf(orders.flatMap(({ lines }) => lines)),
    late: await boardTasks(services, late, onlooker),
    away: await away(services, storeId, day),
  };
}

async function away(services: Services, storeId: string, { from, until }: BoardDay): Promise<DayBoard['away']> {
  const people = await services.people.awayIn(storeId, from, until);
  const names = await services.people.namesOf(people.flatMap(({ deputyId }) => deputyId ?? []));
  return people.map(({ id, name, roles, deputyId }) => ({ id, name, roles: roles.filter(isRole), deputy: person(deputyId, names) }));
}

/** BAK-30. The latest tracking sheet of each high-risk order. */
async function trackingSheets(services: Services, orders: readonly OrderAmongMany[]): Promise<(number: string) => Sheet> {
  const risky = new Map(orders.filter(({ risk }) => risk).map(({ processId, number }) => [processId, number]));
  const reviews = (await services.tasks.ofKinds(risky, trackingKinds())).sort((a, b) => a.openedAt - b.openedAt);
  const words = await services.texts.findMany(reviews.flatMap(({ answers }) => answers.at(-1)?.textId ?? []));
  const sheets = new Map(
    reviews.flatMap(({ aboutOrder, answers }) => {
      const sheet = words.get(answers.at(-1)?.textId ?? '')?.['trackingSheet'] as SheetWords | undefined;
      return aboutOrder === null || sheet === undefined ? [] : [[aboutOrder, sheet] as const];
    }),
  );
  const names = await services.people.namesOf([...sheets.values()].map(({ ownerId }) => ownerId));
  return (number) => {
    const sheet = sheets.get(number);
    if (!sheet) return null;
    const { risks, mitigations, ownerId, checkpoints } = sheet;
    return { risks, mitigations, owner: person(ownerId, names), checkpoints: [...checkpoints] };
  };
}

/** A tracking sheet as it was given. */
interface SheetWords {
  readonly risks: string;
  readonly mitigations: string;
  readonly ownerId: string;
  readonly checkpoints: readonly string[];
}
