import { createCalendars } from '../db/calendar.repository';
import { createChanges } from '../db/change.repository';
import { createExceptionReads } from '../db/exception-read.repository';
import { createLinks } from '../db/link.repository';
import { createNoticeReads } from '../db/notice-read.repository';
import { createOrderReads, type OrderRecord } from '../db/order-read.repository';
import { createPaymentReads } from '../db/payment-read.repository';
import { createPhotoRows } from '../db/photo.repository';
import { createStaffReads } from '../db/staff-read.repository';
import { createTaskReads } from '../db/task-read.repository';
import { createTexts } from '../db/text.repository';
import { createTimelineReads } from '../db/timeline-read.repository';
import { shopTime } from '../domain/clock';
import { Refusal } from '../domain/errors';
import type { ApiDeps } from './deps';

/** What the routes work with: the deps and one repository for each thing. */
export const createServices = (deps: ApiDeps) => ({
  ...deps,
  calendars: createCalendars(deps.db, () => shopTime(deps.clock, deps.realNow())),
  orders: createOrderReads(deps.db),
  tasks: createTaskReads(deps.db),
  texts: createTexts(deps.db),
  changes: createChanges(deps.db),
  payments: createPaymentReads(deps.db),
  photoRows: createPhotoRows(deps.db),
  notices: createNoticeReads(deps.db),
  timeline: createTimelineReads(deps.db),
  people: createStaffReads(deps.db),
  exceptions: createExceptionReads(deps.db),
  links: createLinks(deps.db),
});
export type Services = ReturnType<typeof createServices>;

/** @throws {Refusal} `no-such-order`, for another store's orders too. */
export async function orderOf(services: Services, number: string, storeId: string | null): Promise<OrderRecord> {
  const order = await services.orders.find(number);
  if (!order || (storeId !== null && order.storeId !== storeId)) throw new Refusal('no-such-order', { code: 'no-order-here' });
  return order;
}
