import { createCalendars } from '../platform/db/calendar.repository';
import { createChanges } from './change.repository';
import { createExceptionReads } from './exception-read.repository';
import { createLinks } from '../platform/links/link.repository';
import { createNoticeReads } from '../process/outbox/notice-read.repository';
import { createOrderReads, type OrderRecord } from './order-read.repository';
import { createPaymentReads } from './payment-read.repository';
import { createPhotoRows } from '../process/photos/photo.repository';
import { createStaffReads } from '../platform/people/staff-read.repository';
import { createTaskReads } from '../process/tasks/task-read.repository';
import { createTexts } from '../process/record/text.repository';
import { createTimelineReads } from '../process/record/timeline-read.repository';
import { shopTime } from '../base/clock';
import { Refusal } from '../base/refusals';
import type { ApiDeps } from '../platform/http/deps';

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

declare module '../process/tasks/forms' {
  interface AnswerServices extends Services {}
}

/** @throws {Refusal} `no-such-order`, for another store's orders too. */
export async function orderOf(services: Services, number: string, storeId: string | null): Promise<OrderRecord> {
  const order = await services.orders.find(number);
  if (!order || (storeId !== null && order.storeId !== storeId)) throw new Refusal('no-such-order', { code: 'no-order-here' });
  return order;
}
