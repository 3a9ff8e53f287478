import { iso } from '../../platform/http/iso';
import { showTaskLines, type Onlooker } from '../../process/tasks/show-tasks';
import type { TaskRecord } from '../../process/tasks/task-read.repository';
import { taskRule } from '../../process/tasks/tasks.rules';
import { actorView, type Names } from '../../process/views';
import { goodsIn, phrasingFor } from '../goods';
import type { LineRecord, OrderAmongMany } from '../order-read.repository';
import type { Services } from '../services';
import type { BoardDone, BoardLines, BoardOrder, BoardTask } from './boards.schema';

/** What is said on a line that nothing is required. */
const NOTHING_REQUIRED = 'none';
const eachOnce = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())];

/** Lines without their price: whoever makes them need not know it. */
export const boardLines = (lines: readonly LineRecord[]): BoardLines =>
  lines.map(({ unitPriceFen: _price, requirements, allergens, ...line }) => ({
    ...line,
    requirements: [...requirements],
    allergens: [...allergens],
  }));

/** How orders of one store stand on a board, each by itself. */
export async function boardOrders(
  services: Services,
  storeId: string,
  { language }: Onlooker,
): Promise<(order: OrderAmongMany) => BoardOrder> {
  const p = await phrasingFor(services, storeId, language);
  return ({ number, kind, state, overlays, version, lines, deliveryAt, delivery, risk }) => ({
    number,
    kind,
    state,
    overlays: [...overlays],
    version,
    title: goodsIn(lines, p),
    deliveryAt: iso(deliveryAt),
    method: delivery.method,
    highRisk: risk,
    allergens: eachOnce(lines.map(({ allergens }) => allergens)),
    requirements: eachOnce(lines.map(({ requirements }) => requirements)).filter((tag) => tag !== NOTHING_REQUIRED),
  });
}

/** Steps as a board has them, in the order given. */
export const boardTasks = async (services: Services, tasks: readonly TaskRecord[], onlooker: Onlooker): Promise<BoardTask[]> =>
  (await showTaskLines(services, tasks, onlooker)).map(({ id, kind, title, order, role, assignee, dueAt, breachedAt, may }) => ({
    id,
    kind,
    title,
    order,
    role,
    assignee,
    dueAt,
    breachedAt,
    may,
  }));

/** Steps that were answered, in the order given; `names` has whoever answered. */
export const boardDone = (tasks: readonly TaskRecord[], names: Names, { language }: Onlooker): BoardDone[] =>
  tasks.flatMap(({ id, kind, aboutOrder, closedAt, answers }) => {
    const by = answers.at(-1)?.by;
    return aboutOrder === null || closedAt === null
      ? []
      : [{ id, title: taskRule(kind)[language], order: aboutOrder, at: iso(closedAt), by: by ? actorView(by, names) : null }];
  });

/** The names of whoever answered some steps. */
export const namesOfDoers = (services: Services, tasks: readonly TaskRecord[]): Promise<Names> =>
  services.people.namesOf(tasks.flatMap(({ answers }) => answers.at(-1)?.by.id ?? []));

/** Things by the order that each is about, in the order given. */
export function byOrder<T extends { readonly order: string | null }>(things: readonly T[]): (number: string) => T[] {
  const all = new Map<string | null, T[]>();
  for (const thing of things) all.set(thing.order, [...(all.get(thing.order) ?? []), thing]);
  return (number) => all.get(number) ?? [];
}
