import type { z } from 'zod';
import { AcceptedWithId, ExceptionPage, NewException, type ExceptionView } from './order-acts.schema';
import { actWithText } from '../process/act';
import { photoFaults } from './photo-checks';
import { ORDER_PROOFS } from './photos.rules';
import type { ExceptionRecord } from './exception-read.repository';
import { StoreExceptionPage, StoreExceptionQuery } from './in-store.schema';
import { assertHappened } from './instant-checks';
import type { Route } from '../platform/http/route';
import { listRoute, route } from './permissions';
import { ofOrder, orderOf, type Services } from './services';
import { accepted, withOrders } from './show';
import { exceptionView } from './views';
import { invalid } from '../platform/http/zod-problem';

/** BAK-76. The photo that a problem at receipt is proved by. */
const proofOfProblem = (id: string) =>
  ({ id, step: 'receipt-problem', rule: ORDER_PROOFS['receipt-problem'].ruleId, pointer: '/photoId' }) as const;

async function show(services: Services, exceptions: readonly ExceptionRecord[]): Promise<z.infer<typeof ExceptionView>[]> {
  const words = await services.texts.findMany(exceptions.flatMap(({ textId }) => textId ?? []));
  return exceptions.map((exception) => exceptionView(exception, words));
}

/** Shortages, process problems, food safety, problems on the way and at receipt (BAK-58…61, 72, 76, 81). */
export const exceptionRoutes = (services: Services): Route[] => [
  route({
    key: 'POST /orders/{number}/exceptions',
    summary: 'Report a problem (BAK-58)',
    tag: 'orders',
    body: NewException,
    status: 201,
    answer: AcceptedWithId,
    refusals: ['no-such-order', 'not-in-this-state', 'act-budget-spent', 'busy', 'unavailable'],
    async handle(call) {
      const order = await orderOf(services, call.params.number, call.staff.storeId);
      const { type, foundAt, description, item, photoId } = call.body;
      assertHappened('/foundAt', foundAt, order, call.now, 'BAK-58');
      const unproven = photoId === undefined ? [] : await photoFaults(services, order, proofOfProblem(photoId));
      if (unproven.length > 0) throw invalid(unproven);
      const exceptionId = call.idFor('exception');
      await actWithText(services, call, order, { description }, (said, desk) =>
        desk.reportException(order.number, call.key, {
          ...said,
          exceptionId,
          type,
          foundAt,
          ...(item === undefined ? {} : { item }),
          ...(photoId === undefined ? {} : { photoId }),
        }),
      );
      return { status: 201, body: { id: exceptionId, ...(await accepted(services, order.number)) } };
    },
  }),
  listRoute(services, {
    key: 'GET /orders/{number}/exceptions',
    summary: 'The problems of an order',
    tag: 'orders',
    answer: ExceptionPage,
    owner: ofOrder(services),
    sortedBy: { reportedAt: Number, id: String },
    rows: ({ owner: order }, limit, after) => services.exceptions.list(order.number, limit, after),
    views: (exceptions) => show(services, exceptions),
  }),
  listRoute(services, {
    key: 'GET /exceptions',
    summary: 'The problems of the store’s orders, the oldest report first',
    tag: 'orders',
    query: StoreExceptionQuery,
    answer: StoreExceptionPage,
    sortedBy: { reportedAt: Number, id: String },
    rows: ({ query, staff }, limit, after) => services.exceptions.listInStore({ ...query, storeId: staff.storeId }, limit, after),
    views: async (exceptions, { language }) => withOrders(services, await show(services, exceptions), language),
  }),
];
