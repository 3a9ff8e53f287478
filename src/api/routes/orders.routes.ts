import { z } from 'zod';
import { PageQuery } from '../../contracts/common.schema';
import { Accepted, Cancellation, NoticePage } from '../../contracts/order-acts.schema';
import { NewOrder, OrderPage, OrderQuery, OrderView, TimelinePage } from '../../contracts/order.schema';
import { actWithText } from '../act';
import { pageOf, readCursor, writeCursor } from '../cursor';
import { takeOrder } from '../intake';
import { route, type Route } from '../route';
import { orderOf, type Services } from '../services';
import { accepted, readerOf, showOrder, showSummaries } from '../show';
import { iso, isoOrNull, stringsIn, timelineView } from '../views';

const LIST_REFUSALS = ['no-such-order', 'invalid-cursor'] as const;

/** Orders: taking them, reading them, ending them early. */
export function orderRoutes(services: Services): Route[] {
  const { secret } = services.settings;
  return [
    route({
      key: 'POST /orders',
      summary: 'Take an order (BAK-15…24)',
      tag: 'orders',
      body: NewOrder,
      status: 201,
      answer: OrderView,
      async handle(call) {
        const order = await takeOrder(services, call);
        return {
          status: 201,
          headers: { Location: `/api/v1/orders/${order.number}` },
          body: await showOrder(services, order, call.language),
        };
      },
    }),
    route({
      key: 'GET /orders',
      summary: 'Orders, the next delivery first',
      tag: 'orders',
      query: OrderQuery,
      status: 200,
      answer: OrderPage,
      refusals: ['invalid-cursor'],
      async handle({ query, staff, now }) {
        const { limit, cursor, overdue, ...filter } = query;
        const at = cursor === undefined ? undefined : readCursor(secret, 'orders', cursor);
        const rows = await services.orders.list(
          { ...filter, storeId: staff.storeId, ...(overdue === undefined ? {} : { overdue: overdue === 'true' }) },
          now,
          limit + 1,
          at && { deliveryAt: Number(at[0]), number: String(at[1]) },
        );
        const page = pageOf(
          rows,
          limit,
          (row) => row,
          (last) => writeCursor(secret, 'orders', [last.deliveryAt, last.number]),
        );
        return { status: 200, body: { ...page, items: await showSummaries(services, page.items) } };
      },
    }),
    route({
      key: 'GET /orders/{number}',
      summary: 'One order',
      tag: 'orders',
      status: 200,
      answer: OrderView,
      refusals: ['no-such-order'],
      async handle(call) {
        const order = await orderOf(services, call.params.number, call.staff.storeId);
        return { status: 200, body: await showOrder(services, order, call.language) };
      },
    }),
    route({
      key: 'GET /orders/{number}/timeline',
      summary: 'What happened about it, oldest first; each process hash-chained',
      tag: 'orders',
      query: z.strictObject(PageQuery),
      status: 200,
      answer: TimelinePage,
      refusals: LIST_REFUSALS,
      async handle(call) {
        const { limit, cursor } = call.query;
        const order = await orderOf(services, call.params.number, call.staff.storeId);
        const list = `timeline/${order.number}`;
        const after = cursor === undefined ? 0 : Number(readCursor(secret, list, cursor)[0]);
        const events = await services.timeline.about(order.number, limit + 1, after);
        const names = await services.people.namesOf(
          events.flatMap((event) => [...(event.actor.id === undefined ? [] : [event.actor.id]), ...stringsIn(event.data)]),
        );
        const words = await services.texts.findMany(events.flatMap((event) => event.textId ?? []));
        const reader = await readerOf(services, order.storeId, call.language);
        const page = pageOf(
          events,
          limit,
          (event) => timelineView(event, names, words, reader),
          (last) => writeCursor(secret, list, [last.position]),
        );
        return { status: 200, body: page };
      },
    }),
    route({
      key: 'GET /orders/{number}/notices',
      summary: 'Every letter and what became of it (BAK-08)',
      tag: 'orders',
      query: z.strictObject(PageQuery),
      status: 200,
      answer: NoticePage,
      refusals: LIST_REFUSALS,
      async handle(call) {
        const { limit, cursor } = call.query;
        const order = await orderOf(services, call.params.number, call.staff.storeId);
        const list = `notices/${order.number}`;
        const at = cursor === undefined ? undefined : readCursor(secret, list, cursor);
        const rows = await services.notices.list(order.number, limit + 1, at && { createdAt: Number(at[0]), id: String(at[1]) });
        const page = pageOf(
          rows,
          limit,
          (row) => ({
            ...row,
            channel: row.channels[0] ?? null,
            createdAt: iso(row.createdAt),
            sentAt: isoOrNull(row.sentAt),
            withdrawnAt: isoOrNull(row.withdrawnAt),
          }),
          (last) => writeCursor(secret, list, [last.createdAt, last.id]),
        );
        return { status: 200, body: page };
      },
    }),
    route({
      key: 'POST /orders/{number}/cancellation',
      summary: 'Ask for a cancellation, or, as store manager, decide it (BAK-39, BAK-40)',
      tag: 'orders',
      body: Cancellation,
      status: 200,
      answer: Accepted,
      refusals: ['no-such-order', 'not-in-this-state', 'act-budget-spent', 'busy', 'unavailable'],
      async handle(call) {
        const order = await orderOf(services, call.params.number, call.staff.storeId);
        const { cause, reason, refundFen } = call.body;
        await actWithText(services, call, order, { reason }, (said) =>
          services.desk.cancel(order.number, call.key, { ...said, cause, ...(refundFen === undefined ? {} : { refundFen }) }),
        );
        return { status: 200, body: await accepted(services, order.number) };
      },
    }),
  ];
}
