import { phrasingFor } from './goods';
import type { ListedOrder } from './order-list.schema';
import type { OrderSummary, OrderView } from './order.schema';
import { orderWorkflowId } from './names.messages';
import type { OrderAmongMany, OrderRecord } from './order-read.repository';
import type { Services } from './services';
import { iso } from '../platform/http/iso';
import type { Call } from '../platform/http/route';
import type { Tongue } from '../platform/words/instants';
import { answererOf } from '../process/tasks/answerer';
import { showTasks } from '../process/tasks/show-tasks';
import { readerOf } from '../process/views';
import { isMoot } from './order-state.rules';
import { missingView, momentView, listedOrder, orderSummary } from './views';

/** What people need to know of the order before they answer a task, beside what its workflow says. */
const orderContext = (order: OrderAmongMany): Record<string, unknown> => ({
  orderContext: {
    state: order.state,
    deliveryAt: iso(order.deliveryAt),
    delivery: order.delivery,
    customer: order.customer,
    lines: order.lines,
    occasion: order.occasion,
    urgency: order.urgency,
    money: order.money,
  },
});

/** The same of several, by number. */
export const orderContexts = async (
  services: Pick<Services, 'orders'>,
  numbers: readonly string[],
): Promise<Map<string, Record<string, unknown>>> =>
  new Map([...(await services.orders.findMany(numbers))].map(([number, order]) => [number, orderContext(order)]));

/** What is shown of several orders of one store. */
async function showSummaries(services: Services, orders: readonly OrderAmongMany[], language: Tongue): Promise<OrderSummary[]> {
  const [first] = orders;
  if (!first) return [];
  const names = await services.people.namesOf(
    orders.flatMap(({ takenBy, stages }) => [takenBy, ...stages.flatMap((stage) => stage.assignee ?? [])]),
  );
  const p = await phrasingFor(services, first.storeId, language);
  return orders.map((order) => orderSummary(order, names, p));
}

/** The same as lists have them; `asRows` leaves out what fills a page. */
export const showLines = async (
  services: Services,
  orders: readonly OrderAmongMany[],
  { language, asRows }: { readonly language: Tongue; readonly asRows: boolean },
): Promise<ListedOrder[]> => (await showSummaries(services, orders, language)).map((order) => listedOrder(order, asRows));

/** What is listed across a store, each with a row of the order it belongs to. */
export async function withOrders<T extends { readonly order: string }>(
  services: Services,
  views: readonly T[],
  language: Tongue,
): Promise<(T & { about: ListedOrder })[]> {
  const orders = await services.orders.findMany([...new Set(views.map(({ order }) => order))]);
  const rows = new Map((await showLines(services, [...orders.values()], { language, asRows: true })).map((row) => [row.number, row]));
  return views.flatMap((view) => {
    const about = rows.get(view.order);
    return about ? [{ ...view, about }] : [];
  });
}

/** One order with its open tasks and where Temporal shows it. */
export async function showOrder(
  services: Services,
  order: OrderRecord,
  { staff, now, language }: Pick<Call, 'staff' | 'now' | 'language'>,
): Promise<OrderView> {
  const [summary] = await showSummaries(services, [order], language);
  if (!summary) throw new Error('an order was not shown');
  const { temporalUiUrl, temporalNamespace } = services.settings;
  const reader = await readerOf(services, order.storeId, language);
  const id = orderWorkflowId(order.number);
  return {
    ...summary,
    moments: order.moments.map((moment) => ({ ...momentView(moment, reader), moot: isMoot(moment, order) })),
    missing: order.shut.map((gate) => missingView(order.kind, gate, reader)),
    openTasks: await showTasks(services, await services.tasks.listOpen(order.number), {
      who: await answererOf(services, staff, now),
      language,
    }),
    workflow: {
      id,
      url: temporalUiUrl && `${temporalUiUrl}/namespaces/${encodeURIComponent(temporalNamespace)}/workflows/${encodeURIComponent(id)}`,
    },
  };
}

/** What an accepted act answers. */
export async function accepted(
  services: Services,
  number: string,
): Promise<{ order: string; state: OrderRecord['state']; revision: number }> {
  const order = await services.orders.find(number);
  if (!order) throw new Error('an order went away');
  return { order: number, state: order.state, revision: order.revision };
}
