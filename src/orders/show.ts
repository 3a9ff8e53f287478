import type { OrderSummary, OrderView } from './order.schema';
import type { TaskView } from '../process/tasks/task-view.schema';
import { orderWorkflowId } from '../process/names.messages';
import type { OrderRecord } from './order-read.repository';
import type { TaskRecord } from '../process/tasks/task-read.repository';
import type { Services } from './services';
import { instantsIn, type Tongue } from '../platform/words/instants';
import { reasonText, type Reader } from '../platform/words/reasons';
import { iso, missingView, orderSummary, reasonView, stringsIn, taskView } from './views';

/** Who reads of a store's orders: the caller's language, the store's clock. */
export const readerOf = async (services: Services, storeId: string, language: Tongue): Promise<Reader> => ({
  language,
  when: instantsIn(language, (await services.calendars.calendarOf(storeId)).zone),
});

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

/** Tasks with names, words and what their orders say. */
export async function showTasks(services: Services, tasks: readonly TaskRecord[], language: Tongue): Promise<TaskView[]> {
  const orders = await services.orders.findMany([...new Set(tasks.map((task) => task.orderNumber))]);
  const names = await services.people.namesOf(
    tasks.flatMap((task) => [...(task.assignee ? [task.assignee] : []), ...stringsIn(task.context), ...stringsIn(task.answers)]),
  );
  const words = await services.texts.findMany(
    tasks.flatMap((task) => [...task.answers.flatMap((answer) => answer.textId ?? []), ...stringsIn(task.context['textId'])]),
  );
  const [first] = tasks;
  if (!first) return [];
  const reader = await readerOf(services, first.storeId, language); // a list never crosses stores
  return tasks.map((task) => {
    const order = orders.get(task.orderNumber);
    const said = typeof task.context['textId'] === 'string' ? words.get(task.context['textId']) : undefined;
    return taskView(task, names, words, reader, { ...(order ? orderContext(order) : {}), ...(said ? { text: said } : {}) });
  });
}

export async function showTask(services: Services, task: TaskRecord, language: Tongue): Promise<TaskView> {
  const [view] = await showTasks(services, [task], language);
  if (!view) throw new Error('a task was not shown');
  return view;
}

export async function showSummaries(services: Services, orders: readonly OrderRecord[]): Promise<OrderSummary[]> {
  const names = await services.people.namesOf(orders.flatMap((order) => order.stages.flatMap((stage) => stage.assignee ?? [])));
  return orders.map((order) => orderSummary(order, names));
}

/** One order with its open tasks and where Temporal shows it. */
export async function showOrder(services: Services, order: OrderRecord, language: Tongue): Promise<OrderView> {
  const [summary] = await showSummaries(services, [order]);
  if (!summary) throw new Error('an order was not shown');
  const { temporalUiUrl, temporalNamespace } = services.settings;
  const reader = await readerOf(services, order.storeId, language);
  const id = orderWorkflowId(order.number);
  return {
    ...summary,
    moments: order.moments.map(({ name, at, ruleId, reason }) => ({
      name,
      at: iso(at),
      ruleId,
      because: reasonText(reason, at, reader),
      reason: reasonView(reason),
    })),
    missing: order.shut.map((gate) => missingView(gate, reader)),
    openTasks: await showTasks(services, await services.tasks.listOpen(order.number), language),
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
