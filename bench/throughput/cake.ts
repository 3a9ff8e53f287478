import type { OrderFacts, OrderInput } from '../../src/orders/order.messages';
import { defaultCalendar } from '../../src/base/calendar';
import type { ShopClock } from '../../src/base/clock';
import { depositFen } from '../../src/base/money';
import { factsFromLines } from '../../src/bakery/order-lines.rules';
import { BAKERY_VERSION, bakeryRules, type BakeryRules } from '../../src/bakery/rulebook.rules';
import { DAY_MS, HOUR_MS } from '../../src/base/rule';
import type { Db } from '../../src/platform/db/client';
import { DEMO_STORE_ID } from '../../src/demo/demo-shop';
import { insertOrder } from '../../src/orders/intake.repository';
import { NewOrder } from '../../src/orders/order.schema';
import { aCakeFor } from '../../src/demo/steps';

export const SALES = 'demo-sales-consultant';

const CHINA_OFFSET_MS = 8 * HOUR_MS;
/** Yesterday, 09:00 in Shanghai: before the shop's own clock, so that the post office sends each letter at once. */
const yesterdayMorning = (now: number): number =>
  Math.floor((now + CHINA_OFFSET_MS) / DAY_MS) * DAY_MS - CHINA_OFFSET_MS - DAY_MS + 9 * HOUR_MS;

/**
 * The clock of one order: it shows yesterday's nine in the morning at real instant `now`, whatever the hour of the run, so that every order
 * of every run lives through the same hours of the day.
 */
export function morningClock(now: number, rate: number): ShopClock {
  return { originMs: Math.round((yesterdayMorning(now) - now * rate) / (1 - rate)), rate };
}

export interface PlacedCake {
  readonly clock: ShopClock;
  /** Shop time of the intake and of the promised delivery, epoch ms. */
  readonly intakeAt: number;
  readonly deliveryAt: number;
  /** Numbers of the regulation that this order carries differently. */
  readonly rules?: Partial<BakeryRules>;
}

/** Puts a birthday cake by courier on file as the API's intake does, and answers what its workflow starts from; that is still owed. */
export async function placeCake(db: Db, { clock, intakeAt, deliveryAt, rules = {} }: PlacedCake): Promise<OrderInput> {
  const { channel, customer, lines, occasion, urgency, complex, delivery, needsChecked } = NewOrder.parse(aCakeFor(deliveryAt));
  const facts: OrderFacts = factsFromLines({ lines, occasion, urgency, complex, deliveryAt, method: delivery.method });
  const all = bakeryRules();
  const row = {
    kind: 'bakery' as const,
    channel,
    customer,
    delivery: { ...delivery },
    lines,
    facts,
    needsChecked,
    storeId: DEMO_STORE_ID,
    intakeAt,
    takenBy: SALES,
  };
  const { number } = await insertOrder(
    db,
    { ...row, depositFen: depositFen(facts.totalFen, all.depositShare), rulesVersion: BAKERY_VERSION },
    defaultCalendar({ assumeWeekdays: true }),
  );
  return {
    number,
    kind: 'bakery',
    storeId: DEMO_STORE_ID,
    intakeAt,
    takenBy: SALES,
    facts,
    rulesVersion: BAKERY_VERSION,
    rules: { ...all, ...rules },
    clock,
  };
}
