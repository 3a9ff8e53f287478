import { Accepted, Cancellation, NoticePage } from './order-acts.schema';
import { OrderPage, OrderQuery } from './order-list.schema';
import { NewOrder, OrderView } from './order.schema';
import { Refusal } from '../base/refusals';
import { actWithText } from '../process/act';
import { CancellationCheck, OrderCheck } from './checks.schema';
import { cancellationCheck, orderCheck } from './checks';
import { judgeOrder, takeOrder } from './intake';
import { orderSheet } from './order-sheet';
import { sortOf, withDefaults, type OrderFilter } from './order-list.rules';
import type { Call, Route } from '../platform/http/route';
import { listRoute, route } from './permissions';
import { showNotices } from './show-notices';
import { ofOrder, orderOf, type Services } from './services';
import { accepted, showLines, showOrder } from './show';
import { verifyTimeline, type ChainCheck } from '../process/record/timeline';
import { timelineView, verificationView } from '../process/record/timeline-view';
import { TimelinePage, TimelineQuery, TimelineVerification } from '../process/record/timeline.schema';
import { readerOf, stringsIn } from '../process/views';

/** In place of a person's id: whoever asks. */
const ME = 'me';

/** What a request for a list of orders means. */
function filterOf({ query, staff }: Pick<Call, 'staff'> & { readonly query: Omit<OrderQuery, 'limit' | 'cursor'> }): OrderFilter {
  const { open, state, overdue, owed, assignee, takenBy, sort: _sort, rows: _rows, count: _count, ...filter } = query;
  const idOf = (person: string): string => (person === ME ? staff.id : person);
  return withDefaults({
    ...filter,
    storeId: staff.storeId,
    ...(open && { open: open === 'true' }),
    ...(state && { states: state }),
    ...(overdue && { overdue: overdue === 'true' }),
    ...(owed && { owed: owed === 'true' }),
    ...(assignee && { assignee: idOf(assignee) }),
    ...(takenBy && { takenBy: idOf(takenBy) }),
  });
}

/** Orders: taking them, reading them, ending them early. */
export const orderRoutes = (services: Services): Route[] => [
  ...takingRoutes(services),
  ...storyRoutes(services),
  cancellationRoute(services),
];

function takingRoutes(services: Services): Route[] {
  return [
    route({
      key: 'POST /orders',
      summary: 'Take an order (BAK-15…24)',
      tag: 'orders',
      body: NewOrder,
      status: 201,
      answer: OrderView,
      check: OrderCheck,
      refusals: ['day-full'],
      async handle(call) {
        if (call.check) return { status: 200, body: await orderCheck(services, await judgeOrder(services, call), call) };
        const order = await takeOrder(services, call);
        return {
          status: 201,
          headers: { Location: `/api/v1/orders/${order.number}` },
          body: await showOrder(services, order, call),
        };
      },
    }),
    listRoute(services, {
      key: 'GET /orders',
      summary: 'Orders; the open ones to begin with, the next delivery first',
      tag: 'orders',
      query: OrderQuery,
      answer: OrderPage,
      sortedBy: { sort: String, at: Number, number: String },
      rows(call, limit, after) {
        const filter = filterOf(call);
        const { sort = sortOf(filter) } = call.query;
        if (after && after.sort !== sort) throw new Refusal('invalid-cursor', { code: 'cursor-damaged' });
        return services.orderLists.list(filter, call.now, sort, limit, after && { ...after, sort });
      },
      exported: { name: 'orders', sheet: (call) => orderSheet(services, call, { owed: call.query.owed === 'true' }) },
      views: (orders, { query, language }) => showLines(services, orders, { language, asRows: query.rows === 'true' }),
      async beside(call) {
        if (call.query.count !== 'true') return {};
        return { count: await services.orderLists.count(filterOf(call), call.now) };
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
        return { status: 200, body: await showOrder(services, order, call) };
      },
    }),
  ];
}

function storyRoutes(services: Services): Route[] {
  return [
    listRoute(services, {
      key: 'GET /orders/{number}/timeline',
      summary: 'What happened about it, oldest first unless asked otherwise; each process hash-chained',
      tag: 'orders',
      query: TimelineQuery,
      answer: TimelinePage,
      owner: ofOrder(services),
      sortedBy: { order: String, position: Number },
      async rows({ owner: { number }, query }, limit, after) {
        if (after && after.order !== query.order) throw new Refusal('invalid-cursor', { code: 'cursor-damaged' });
        const events = await services.timeline.about(number, query, limit, after?.position);
        return events.map((event) => ({ ...event, order: query.order }));
      },
      async views(events, { owner: order, language }) {
        const names = await services.people.namesOf(
          events.flatMap((event) => [...(event.actor.id === undefined ? [] : [event.actor.id]), ...stringsIn(event.data)]),
        );
        const words = await services.texts.findMany(events.flatMap((event) => event.textId ?? []));
        const reader = await readerOf(services, order.storeId, language);
        return events.map((event) => timelineView(event, names, words, reader));
      },
    }),
    route({
      key: 'GET /orders/{number}/timeline/verification',
      summary: 'Whether its timeline is as it was written: no line altered, removed or added, nor the words and money they answer for',
      notes: 'A chain that somebody with all rights to the database computed anew is told by the anchors alone: `npm run verify`.',
      tag: 'orders',
      status: 200,
      answer: TimelineVerification,
      refusals: ['no-such-order'],
      async handle(call) {
        const { number } = await orderOf(services, call.params.number, call.staff.storeId);
        const checks: ChainCheck[] = [];
        for await (const check of verifyTimeline(services.db, number)) checks.push(check);
        return { status: 200, body: verificationView(checks) };
      },
    }),
    listRoute(services, {
      key: 'GET /orders/{number}/notices',
      summary: 'Every letter and what became of it (BAK-08)',
      tag: 'orders',
      answer: NoticePage,
      owner: ofOrder(services),
      sortedBy: { createdAt: Number, id: String },
      rows: ({ owner: order }, limit, after) => services.notices.list(order.number, limit, after),
      views: (notices, { language }) => showNotices(services, notices, language),
    }),
  ];
}

const cancellationRoute = (services: Services): Route =>
  route({
    key: 'POST /orders/{number}/cancellation',
    summary: 'Ask for a cancellation, or, as store manager, decide it (BAK-39, BAK-40)',
    tag: 'orders',
    body: Cancellation,
    status: 200,
    answer: Accepted,
    check: CancellationCheck,
    refusals: ['no-such-order', 'not-in-this-state', 'act-budget-spent', 'busy', 'unavailable'],
    async handle(call) {
      const order = await orderOf(services, call.params.number, call.staff.storeId);
      const { cause, reason, refundFen } = call.body;
      await actWithText(services, call, order, { reason }, (said, desk) =>
        desk.cancel(order.number, call.key, { ...said, cause, ...(refundFen === undefined ? {} : { refundFen }) }),
      );
      if (call.check) return { status: 200, body: cancellationCheck(order, call) };
      return { status: 200, body: await accepted(services, order.number) };
    },
  });
