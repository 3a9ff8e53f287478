import { createBoardReads } from './boards/boards.repository';
import { createChanges } from './change.repository';
import { createCustomerReads } from './customer-read.repository';
import { createExceptionReads } from './exception-read.repository';
import { createOrderLists } from './order-list.repository';
import { createOrderReads, type OrderRecord } from './order-read.repository';
import { createPaymentReads } from './payment-read.repository';
import { createReceivables } from './receivables.repository';
import { createDelayCauses } from './reports/delay-causes.repository';
import { createReports } from './reports/reports.repository';
import { createVersionReads } from './version-read.repository';
import { Refusal } from '../base/refusals';
import type { Call } from '../platform/http/route';
import type { Services as ProcessServices } from '../process/services';

/** What the routes of orders work with: what those of every process do, and one repository for each thing that orders alone have. */
export const orderServices = (services: ProcessServices) => {
  const orders = createOrderReads(services.db);
  return {
    ...services,
    orders,
    boards: createBoardReads(services.db),
    orderLists: createOrderLists(services.db, orders),
    customers: createCustomerReads(services.db),
    changes: createChanges(services.db),
    payments: createPaymentReads(services.db),
    receivables: createReceivables(services.db),
    exceptions: createExceptionReads(services.db),
    versions: createVersionReads(services.db),
    reports: createReports(services.db),
    delayCauses: createDelayCauses(services.db),
  };
};
export type Services = ReturnType<typeof orderServices>;

/** @throws {Refusal} `no-such-order`, for another store's orders and for none too. */
export async function orderOf(services: Pick<Services, 'orders'>, number: string | null, storeId: string | null): Promise<OrderRecord> {
  const order = number === null ? null : await services.orders.find(number);
  if (!order || (storeId !== null && order.storeId !== storeId)) throw new Refusal('no-such-order', { code: 'no-order-here' });
  return order;
}

/** Whose list one under `/orders/{number}` is: the order's, of the caller's own store. */
export const ofOrder = (services: Pick<Services, 'orders'>) => ({
  find: ({ params, staff }: Call<{ readonly number: string }>) => orderOf(services, params.number, staff.storeId),
  nameOf: ({ number }: OrderRecord) => number,
  refusal: 'no-such-order' as const,
});
