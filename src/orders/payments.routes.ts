import { AcceptedWithId, NewCost, NewPayment, PaymentView } from './order-acts.schema';
import { actWithText } from '../process/act';
import { assertHappened } from './instant-checks';
import type { Route } from '../platform/http/route';
import { route } from './permissions';
import { orderOf, type Services } from './services';
import { accepted } from './show';
import { iso } from '../platform/http/iso';
import { invalid } from '../platform/http/zod-problem';

const ACT_REFUSALS = ['no-such-order', 'not-in-this-state', 'act-budget-spent', 'busy', 'unavailable'] as const;

/** Money in, and what an order costs (BAK-31, BAK-32, BAK-41). */
export const paymentRoutes = (services: Services): Route[] => [paymentRoute(services), costRoute(services)];

const paymentRoute = (services: Services): Route =>
  route({
    key: 'POST /orders/{number}/payments',
    summary: 'Record a payment; the deposit accepts the order (BAK-31)',
    tag: 'orders',
    body: NewPayment,
    status: 201,
    answer: PaymentView,
    refusals: ACT_REFUSALS,
    async handle(call) {
      const { body, now } = call;
      const order = await orderOf(services, call.params.number, call.staff.storeId);
      const paymentId = call.idFor('payment');
      // A repeat whose first answer was lost is recorded already, and then less is owed.
      const known = await services.payments.find(paymentId);
      if (!known) {
        if (body.amountFen > order.money.outstandingFen) {
          throw invalid([
            { pointer: '/amountFen', code: 'over-the-balance', params: { outstandingFen: order.money.outstandingFen }, rule: 'BAK-32' },
          ]);
        }
        assertHappened('/receivedAt', body.receivedAt, order, now);
      }
      const receivedAt = known?.receivedAt ?? body.receivedAt ?? now;
      const { amountFen, method, reference } = body;
      await actWithText(services, call, order, reference === undefined ? null : { reference }, (said, desk) =>
        desk.recordPayment(order.number, call.key, { ...said, paymentId, amountFen, method, receivedAt }),
      );
      const after = await orderOf(services, order.number, null);
      const { state, revision, money } = after;
      return {
        status: 201,
        body: {
          id: paymentId,
          direction: 'in',
          amountFen,
          method,
          receivedAt: iso(receivedAt),
          order: order.number,
          money,
          state,
          revision,
        },
      };
    },
  });

const costRoute = (services: Services): Route =>
  route({
    key: 'POST /orders/{number}/costs',
    summary: 'Enter a cost in the order’s ledger (BAK-41)',
    tag: 'orders',
    body: NewCost,
    status: 201,
    answer: AcceptedWithId,
    refusals: ACT_REFUSALS,
    async handle(call) {
      const order = await orderOf(services, call.params.number, call.staff.storeId);
      const costId = call.idFor('cost');
      await services.desk.recordCost(order.number, call.key, { by: call.by, costId, ...call.body });
      return { status: 201, body: { id: costId, ...(await accepted(services, order.number)) } };
    },
  });
