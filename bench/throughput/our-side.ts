import { orderWorkflowId } from '../../src/orders/names.messages';
import { shopTime } from '../../src/base/clock';
import type { BakeryRules } from '../../src/bakery/rulebook.rules';
import { DAY_MS, HOUR_MS, hours, toMs } from '../../src/base/rule';
import { pause } from '../../src/demo/shop-client';
import { morningClock } from './cake';
import { liveStandardOrder, MAKING_BEFORE_MS, type OrderLife, type Waits } from './our-order';
import { takeCake, type OurShop } from './our-shop';
import { historiesOf, type Live, type SideResult } from './side';

/** Shop seconds a real second; twelve shop minutes pass in one. */
export const BRISK_RATE = 720;
/** People who answer at once would wait thirteen days for the visit: these two numbers shorten it to 45 shop minutes. */
const BRISK_RULES = {
  ratingInvite: hours(1 / 2),
  followUpVisit: { unit: 'calendar-days', n: 1 / 32 },
} as const satisfies Partial<BakeryRules>;
/** Real milliseconds for which a brisk order waits between hand-over and visit, two timers together. */
export const BRISK_WAIT_MS = toMs(BRISK_RULES.followUpVisit) / BRISK_RATE;
const LEAD_MS = 6 * DAY_MS;

/** Begins an order at its own nine in the morning under a clock of that rate; delivered on the sixth day. */
async function begin(
  shop: OurShop,
  rate: number,
  rules: Partial<BakeryRules>,
): Promise<Pick<OrderLife, 'input' | 'desk' | 'inbox' | 'now'>> {
  const begunAt = Date.now();
  const clock = morningClock(begunAt, rate);
  const intakeAt = shopTime(clock, begunAt);
  const deliveryAt = Math.floor(intakeAt / HOUR_MS) * HOUR_MS + LEAD_MS;
  const input = await takeCake(shop, { clock, intakeAt, deliveryAt, rules });
  return { input, desk: shop.desk, inbox: shop.inbox, now: () => shopTime(clock, Date.now()) };
}

/** Lives a begun order to its end; answers its workflow id. */
async function liveToTheEnd({ client }: OurShop, life: OrderLife): Promise<string> {
  await liveStandardOrder(life);
  const id = orderWorkflowId(life.input.number);
  await client.workflow.getHandle(id).result();
  return id;
}

/** Our orders as the throughput run lives them: the regulation's own, but every person answers at once and the visit is soon. */
export const briskOrders =
  (shop: OurShop): Live =>
  async ({ aside, took }) => {
    const begun = await begin(shop, BRISK_RATE, BRISK_RULES);
    return liveToTheEnd(shop, { ...begun, took, waits: { visit: () => aside(() => pause(BRISK_WAIT_MS)) } });
  };

/** Shop seconds a real second: the nineteen days of a calendar order in 82 s, and four hours still 0.7 s. */
const CALENDAR_RATE = 20_000;

/** What an order costs Temporal that lives by the calendar, under the unshortened regulation. */
export type CalendarResult = Pick<SideResult, 'counts' | 'historyBytes' | 'eventsFrom' | 'eventsTo'>;

/** Lives orders through their whole calendar: made two days ahead, delivered on the sixth day, visited thirteen days later. */
export async function runCalendar(shop: OurShop, orders: number): Promise<CalendarResult> {
  const ids = await Promise.all(
    Array.from({ length: orders }, async () => {
      const begun = await begin(shop, CALENDAR_RATE, {});
      return liveToTheEnd(shop, { ...begun, took: () => undefined, waits: calendarOf(begun) });
    }),
  );
  return historiesOf(shop.client, ids);
}

function calendarOf({ input: { clock, facts } }: Pick<OrderLife, 'input'>): Waits {
  const { deliveryAt } = facts;
  const until = (at: number) => (): Promise<void> => pause(Math.max(0, clock.originMs + (at - clock.originMs) / clock.rate - Date.now()));
  return {
    making: until(deliveryAt - MAKING_BEFORE_MS),
    packing: until(deliveryAt - 4 * HOUR_MS),
    dispatch: until(deliveryAt - 2 * HOUR_MS),
    handOver: until(deliveryAt - HOUR_MS / 2),
    rating: until(deliveryAt + DAY_MS),
    visit: until(deliveryAt + 13 * DAY_MS - HOUR_MS / 2),
  };
}
