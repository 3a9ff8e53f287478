import type { z } from 'zod';
import type { NewOrder } from './order.schema';
import { insertOrder, type IntakeOrder } from './intake.repository';
import { markLaunched, orderInputOf } from './launch.repository';
import type { OrderRecord } from './order-read.repository';
import { isWholeHour, type Calendar } from '../base/calendar';
import { depositFen } from '../base/money';
import { claimsAhead, takeRoom, type Promised } from './capacity';
import type { WorkClaim } from './capacity.rules';
import type { FieldError } from '../base/faults';
import { kindOfOrder, type KindOfOrder } from './define.order-kind';
import { judgeDelivery } from './instant-checks';
import type { Call } from '../platform/http/route';
import { productsNotOnSale } from './product.repository';
import { orderOf, type Services } from './services';
import { invalid } from '../platform/http/zod-problem';

type Taken = z.output<typeof NewOrder>;

/** The store's clock: shop time now, the calendar that says what hour that is there, and how many days ahead the store promises. */
interface StoreClock {
  readonly now: number;
  readonly calendar: Calendar;
  readonly aheadDays: number;
}

/** What its kind's product table and the store's clock have against an order's particulars (BAK-19…23); pointers below `prefix`. */
export function faultsOf(
  kind: KindOfOrder,
  given: Partial<Pick<Taken, 'lines' | 'deliveryAt'>>,
  { now, calendar, aheadDays }: StoreClock,
  prefix = '',
): FieldError[] {
  const lines = kind.lineFaults(given.lines ?? []).map((fault) => ({ ...fault, pointer: prefix + fault.pointer }));
  const pointer = `${prefix}/deliveryAt`;
  const odd = given.deliveryAt !== undefined && !isWholeHour(calendar, given.deliveryAt);
  return [
    ...lines,
    ...(odd ? [{ pointer, code: 'not-a-whole-hour', params: { zone: calendar.zone }, rule: 'BAK-22' } as const] : []),
    ...judgeDelivery(pointer, given.deliveryAt, now, aheadDays),
  ];
}

/** What is said against lines of a new order that the store does not sell at present (BAK-19). */
const saleFaults = (lines: Taken['lines'], idle: ReadonlySet<string>): FieldError[] =>
  lines.flatMap(({ product }, n) =>
    idle.has(product) ? [{ pointer: `/lines/${n}/product`, code: 'not-on-sale', rule: 'BAK-19' } as const] : [],
  );

/** The row of a new order: what the workflow decides by, and the private words beside it. */
function rowOf(call: Call<unknown, unknown, Taken>): IntakeOrder {
  const { channel, customer, lines, occasion, urgency, complex, deliveryAt, delivery, needsChecked } = call.body;
  const { name: kind, rulebook, factsOf } = kindOfOrder(call.body.kind);
  const facts = factsOf({ lines, occasion, urgency, complex, deliveryAt, method: delivery.method });
  return {
    kind,
    channel,
    customer,
    // The customer is the expected signee unless somebody else is named (BAK-69).
    delivery: { ...delivery, recipient: delivery.recipient ?? { name: customer.name, phone: customer.phone } },
    lines,
    facts,
    needsChecked,
    storeId: call.staff.storeId,
    depositFen: depositFen(facts.totalFen, rulebook.numbers().depositShare),
    rulesVersion: rulebook.version,
    intakeAt: call.now,
    takenBy: call.staff.id,
    loads: claimsAhead(kindOfOrder(kind), facts, call.now),
  };
}

/**
 * BAK-15…24. Takes an order: on file first, then its workflow is started. When Temporal is away the order is taken all the same, and
 * the worker's starter launches it. A repeat of the request finds the order it made.
 * @throws {Refusal} `invalid-request` by the product table or the shop's clock; `day-full` when its day has no room (BAK-29).
 */
export async function takeOrder(services: Services, call: Call<unknown, unknown, Taken>): Promise<OrderRecord> {
  const number = call.made ?? (await insert(services, call));
  try {
    await services.desk.launch(await orderInputOf(services.db, number, services.clock));
    await markLaunched(services.db, number);
  } catch (error) {
    services.log.warn(
      { order: number, reason: error instanceof Error ? error.name : 'unknown' },
      'the order is on file; the starter will launch it',
    );
  }
  return orderOf(services, number, null);
}

/** An order as it would be kept, the calendar of its store, and how the days that it takes are judged. */
export interface Judged {
  readonly order: IntakeOrder;
  readonly calendar: Calendar;
  readonly promised: Promised;
}

/** BAK-19…23. What would be kept of an order that is taken now. @throws {Refusal} `invalid-request` by the product table, what is on sale or the shop's clock. */
export async function judgeOrder(services: Services, call: Call<unknown, unknown, Taken>): Promise<Judged> {
  const calendar = await services.calendars.calendarOf(call.staff.storeId);
  const faults = [
    ...faultsOf(kindOfOrder(call.body.kind), call.body, { now: call.now, calendar, aheadDays: services.settings.orderAheadDays }),
    ...saleFaults(call.body.lines, await productsNotOnSale(services.db, call.staff.storeId)),
  ];
  if (faults.length > 0) throw invalid(faults);
  const order = rowOf(call);
  const { facts, storeId } = order;
  const kind = kindOfOrder(order.kind);
  const claimsFor = (deliveryAt: number): WorkClaim[] => kind.workAhead({ ...facts, deliveryAt }, kind.rulebook.numbers());
  return { order, calendar, promised: { storeId, calendar, facts, claimsFor, now: call.now, aheadDays: services.settings.orderAheadDays } };
}

async function insert(services: Services, call: Call<unknown, unknown, Taken>): Promise<string> {
  const { order, calendar, promised } = await judgeOrder(services, call);
  const { number, serial } = await insertOrder(services.db, order, calendar, {
    before: (tx) => takeRoom(tx, promised, '/deliveryAt'),
    after: call.keepMade,
  });
  if (serial > 999) services.log.warn({ order: number, serial }, 'BAK-16: more than 999 orders today, numbers grow a digit');
  return number;
}
