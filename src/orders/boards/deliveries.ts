import { isoOrNull } from '../../platform/http/iso';
import { maskedInLists } from '../masked';
import type { OrderAmongMany } from '../order-read.repository';
import type { Services } from '../services';
import { latenessOf } from './boards.rules';
import type { BoardTask, DeliveryBoard, Stop } from './boards.schema';
import { awayKinds, dayOf, leaveByOf, onlookerOf, ordersOn, type BoardCall } from './on-board';
import { boardDone, boardOrders, boardTasks, byOrder, namesOfDoers } from './show-boards';

/** What is brought to customers, and what they come for, on a day: what is late first. */
export async function deliveryBoard(services: Services, call: BoardCall, date?: string): Promise<DeliveryBoard> {
  const { storeId } = call.staff;
  const day = await dayOf(services, call, date);
  const onlooker = await onlookerOf(services, call);
  const { orders, more } = await ordersOn(services, (limit) => services.boards.promised(storeId, day, limit));
  const leaveBy = await leaveByOf(services, orders);
  const tasks = await services.tasks.ofKinds(new Map(orders.map(({ processId, number }) => [processId, number])), awayKinds());
  const answered = tasks.filter(({ state }) => state === 'done').sort((a, b) => (a.closedAt ?? 0) - (b.closedAt ?? 0));
  const doneOf = byOrder(boardDone(answered, await namesOfDoers(services, answered), onlooker));
  const open = tasks.filter(({ state }) => state === 'open');
  const stepsOf = byOrder(await boardTasks(services, open, onlooker));
  const orderView = await boardOrders(services, storeId, onlooker);
  const stops = orders.map((order): Stop => {
    const steps = stepsOf(order.number);
    const leave = leaveBy.get(order.number) ?? null;
    return {
      ...orderView(order),
      late: latenessOf(order, leave, call.now),
      leaveBy: isoOrNull(leave),
      deliveredAt: isoOrNull(order.deliveredAt),
      owedFen: order.money.outstandingFen,
      ...whereTo(order, steps),
      driver: steps.find(({ assignee }) => assignee !== null)?.assignee ?? null,
      tasks: steps,
      done: doneOf(order.number),
    };
  });
  // both halves stay sorted by their promise
  return { date: day.date, stops: [...stops.filter(({ late }) => late !== null), ...stops.filter(({ late }) => late === null)], more };
}

/** To whom and where: whole for whoever brings it, for the others as lists have it. */
function whereTo({ delivery, customer }: OrderAmongMany, steps: readonly BoardTask[]): Pick<Stop, 'recipient' | 'address'> {
  const { name, phone } = delivery.recipient ?? customer;
  const brings = steps.some(({ may }) => may.includes('answer'));
  return {
    recipient: { name, phone: brings ? phone : maskedInLists(phone) },
    address: (brings && delivery.address) || null,
  };
}
