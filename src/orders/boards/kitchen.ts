import { iso } from '../../platform/http/iso';
import { taskKindsAt, taskRule, type TaskKind } from '../../process/tasks/tasks.rules';
import type { TaskRecord } from '../../process/tasks/task-read.repository';
import { holds } from '../../process/tasks/task-rights.rules';
import { benchesThatAre, sheetKinds } from '../define.order-kind';
import type { OrderAmongMany } from '../order-read.repository';
import type { Services } from '../services';
import { DONE_SHOWN_MS, MOST_DONE, totalsOf } from './boards.rules';
import { MINE, type KitchenBoard, type Tile } from './boards.schema';
import { dayOf, onlookerOf, ordersOn, type BoardCall } from './on-board';
import { boardDone, boardLines, boardOrders, boardTasks, byOrder, namesOfDoers } from './show-boards';

/** What the kitchen, or one of its benches, has to do by the end of a day. */
export async function kitchenBoard(
  services: Services,
  call: BoardCall,
  { date, bench }: { readonly date?: string | undefined; readonly bench?: string | undefined },
): Promise<KitchenBoard> {
  const { storeId } = call.staff;
  const day = await dayOf(services, call, date);
  const onlooker = await onlookerOf(services, call);
  const benches = benchesThatAre({ away: false });
  const isMine = (id: string): boolean => taskKindsAt([id]).some((kind) => holds(onlooker.who, taskRule(kind).role));
  const kinds = taskKindsAt(benchesMeant([...benches.keys()], bench, isMine));
  const { orders, more } = await ordersOn(services, (limit) => services.boards.withWork({ storeId, kinds, until: day.until }, limit));
  const tasks = await tasksOf(services, orders, [...new Set([...kinds, ...sheetKinds()])]);
  const open = tasks.filter(({ state, kind }) => state === 'open' && kinds.includes(kind));
  const stepsOf = byOrder(await boardTasks(services, open, onlooker));
  const wasOf = await signedFor(services, orders, tasks);
  const orderView = await boardOrders(services, storeId, onlooker);
  const done = await services.tasks.doneSince(storeId, kinds, call.now - DONE_SHOWN_MS, MOST_DONE);
  return {
    date: day.date,
    benches: [...benches].map(([id, names]) => ({
      id,
      title: names[onlooker.language],
      mine: isMine(id),
    })),
    tiles: orders.map((order) => ({
      ...orderView(order),
      lines: boardLines(order.lines),
      tasks: stepsOf(order.number),
      was: wasOf(order.number),
    })),
    more,
    totals: totalsOf(orders.flatMap(({ lines }) => lines)),
    done: boardDone(done, await namesOfDoers(services, done), onlooker),
  };
}

/** The benches that a request means. */
function benchesMeant(all: readonly string[], asked: string | undefined, isMine: (id: string) => boolean): readonly string[] {
  if (asked === undefined) return all;
  if (asked !== MINE) return [asked];
  const mine = all.filter(isMine);
  return mine.length > 0 ? mine : all;
}

const tasksOf = (services: Services, orders: readonly OrderAmongMany[], kinds: readonly TaskKind[]): Promise<TaskRecord[]> =>
  services.tasks.ofKinds(new Map(orders.map(({ processId, number }) => [processId, number])), kinds);

/** BAK-44. Of each order that has changed since its sheet was signed, what was signed for; null for all others. */
async function signedFor(
  services: Services,
  orders: readonly OrderAmongMany[],
  tasks: readonly TaskRecord[],
): Promise<(number: string) => Tile['was']> {
  const signed = new Map<string, number>();
  for (const { kind, aboutOrder, answers } of tasks) {
    if (aboutOrder === null || !sheetKinds().includes(kind)) continue;
    const { version } = (answers.at(-1)?.choices ?? {}) as { readonly version?: number };
    if (version !== undefined) signed.set(aboutOrder, Math.max(version, signed.get(aboutOrder) ?? 0));
  }
  const changed = orders.flatMap(({ number, version }) => {
    const last = signed.get(number);
    return last === undefined || last >= version ? [] : [[number, last] as const];
  });
  const versions = await services.versions.ofOrders(new Map(changed));
  return (number) => {
    const was = versions.get(number);
    return was ? { version: was.version, deliveryAt: iso(was.deliveryAt), lines: boardLines(was.lines) } : null;
  };
}
