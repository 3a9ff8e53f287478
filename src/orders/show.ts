import type { OrderSummary, OrderView } from './order.schema';
import { orderWorkflowId } from './names.messages';
import type { OrderRecord } from './order-read.repository';
import type { Services } from './services';
import { iso } from '../platform/http/iso';
import type { Call } from '../platform/http/route';
import { answererOf } from '../process/tasks/answerer';
import { showTasks } from '../process/tasks/show-tasks';
import { readerOf } from '../process/views';
import { missingView, momentView, orderSummary } from './views';

/** What people need to know of the order before they answer a task, beside what its workflow says. */
const orderContext = (order: OrderRecord): Record<string, unknown> => ({
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

export async function showSummaries(services: Services, orders: readonly OrderRecord[]): Promise<OrderSummary[]> {
  const names = await services.people.namesOf(orders.flatMap((order) => order.stages.flatMap((stage) => stage.assignee ?? [])));
  return orders.map((order) => orderSummary(order, names));
}

/** One order with its open tasks and where Temporal shows it. */
export async function showOrder(
  services: Services,
  order: OrderRecord,
  { staff, now, language }: Pick<Call, 'staff' | 'now' | 'language'>,
): Promise<OrderView> {
  const [summary] = await showSummaries(services, [order]);
  if (!summary) throw new Error('an order was not shown');
  const { temporalUiUrl, temporalNamespace } = services.settings;
  const reader = await readerOf(services, order.storeId, language);
  const id = orderWorkflowId(order.number);
  return {
    ...summary,
    moments: order.moments.map((moment) => momentView(moment, reader)),
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
