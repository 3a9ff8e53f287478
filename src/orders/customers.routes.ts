import { createHmac } from 'node:crypto';
import type { CustomerOrders } from './customer-read.repository';
import { CustomerPage, CustomerQuery, type CustomerView } from './customers.schema';
import { goodsIn, phrasingFor } from './goods';
import { maskedInLists } from './masked';
import type { LineRecord } from './order-read.repository';
import { listRoute } from './permissions';
import type { Services } from './services';
import { isLastFour } from '../base/contact.schema';
import { iso } from '../platform/http/iso';
import type { Call, Route } from '../platform/http/route';

/** Names a telephone at a store without telling it: there are so few telephones that a plain digest would be found by trying them all. */
const customerId = (secret: string, storeId: string, phone: string): string =>
  createHmac('sha256', secret).update(`customer ${storeId} ${phone}`).digest('base64url').slice(0, 22);

/** What was said of food on the lines of an order, each word once; that nothing is required is no requirement. */
const noted = (lines: readonly LineRecord[]): Pick<CustomerView, 'requirements' | 'allergens' | 'wishes'> => ({
  requirements: [...new Set(lines.flatMap(({ requirements }) => requirements))].filter((tag) => tag !== 'none'),
  allergens: [...new Set(lines.flatMap(({ allergens }) => allergens))],
  wishes: [...new Set(lines.flatMap(({ note }) => note ?? []))],
});

async function show(
  services: Services,
  customers: readonly CustomerOrders[],
  asked: string,
  { staff, language }: Pick<Call, 'staff' | 'language'>,
): Promise<CustomerView[]> {
  const orders = await services.orders.findMany(customers.flatMap(({ lastOrders }) => lastOrders));
  const p = await phrasingFor(services, staff.storeId, language);
  return customers.flatMap(({ phone, orders: count, lastOrders }) => {
    const theirs = lastOrders.flatMap((number) => orders.get(number) ?? []);
    const [last] = theirs;
    if (!last) return [];
    return {
      id: customerId(services.settings.secret, staff.storeId, phone),
      name: last.customer.name,
      phone: isLastFour(asked) ? maskedInLists(phone) : phone,
      orders: count,
      lastOrders: theirs.map(({ number, lines, deliveryAt, state }) => ({
        number,
        title: goodsIn(lines, p),
        deliveryAt: iso(deliveryAt),
        state,
      })),
      ...noted(last.lines),
    };
  });
}

/** Who has ordered before: a customer is known by their telephone, and gives it first. */
export const customerRoutes = (services: Services): Route[] => [
  listRoute(services, {
    key: 'GET /customers',
    summary: 'Who has ordered here, by telephone; who ordered last comes first',
    tag: 'orders',
    query: CustomerQuery,
    answer: CustomerPage,
    sortedBy: { takenAt: Number, number: String },
    rows: ({ query, staff }, limit, after) => services.customers.withPhone(staff.storeId, query.phone, limit, after),
    views: (customers, call) => show(services, customers, call.query.phone, call),
  }),
];
