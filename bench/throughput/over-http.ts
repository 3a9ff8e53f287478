import { DEMO_PASSWORD } from '../../src/demo/demo-shop';
import { DAY_MS } from '../../src/base/rule';
import { createPeople, type People } from '../../src/demo/people';
import { createShopClient, type ShopClient } from '../../src/demo/shop-client';
import { aCakeFor, steps, wholeHour } from '../../src/demo/steps';
import { createGate } from '../gate';
import { MAKING_BEFORE_MS } from './our-order';
import { latencyOf, type Latency } from '../stats';

/** Our service as a whole: HTTP, API, workflow, database, letters, and people who look into their inboxes. */
export interface HttpResult {
  readonly orders: number;
  readonly failed: readonly string[];
  /** From intake to the settled hand-over; the visit, thirteen shop days later, is not waited for. */
  readonly ordersPerSecond: number;
  /** Every write, photos included. */
  readonly write: Latency;
}

const LEAD_MS = 6 * DAY_MS;
/** Real milliseconds between looks into the inbox, and until somebody gives up. */
const PEOPLE = { lookMs: 100, waitMs: 60_000 };

/** One order over HTTP, each step by its own person, up to the settled hand-over. */
export async function liveOverHttp(people: People): Promise<void> {
  const deliveryAt = wholeHour((await people.now()) + LEAD_MS);
  const { number } = await people.shop.post<{ number: string }>('/orders', aCakeFor(deliveryAt), { as: 'sales-consultant' });
  const step = steps(people, number);
  await step.feasible(deliveryAt - MAKING_BEFORE_MS);
  const { money } = await people.until(number, ({ state }) => state === 'awaiting-deposit');
  await step.pays(money.depositFen);
  await step.materials();
  await step.signs();
  await step.fromMakingToHandOver();
  await step.settles();
}

/** People of the shop at `apiUrl`; `took` hears how long each write was, real ms. */
export function peopleAt(apiUrl: string, took: (ms: number) => void): Promise<People> {
  const shop = createShopClient(apiUrl, DEMO_PASSWORD);
  const timed = async <T>(write: Promise<T>): Promise<T> => {
    const from = performance.now();
    const answer = await write;
    took(performance.now() - from);
    return answer;
  };
  const watched: ShopClient = {
    ...shop,
    post: (path, body, options) => timed(shop.post(path, body, options)),
    photo: (order, step, picture, options) => timed(shop.photo(order, step, picture, options)),
  };
  return createPeople(watched, PEOPLE);
}

/** Lives `orders` orders over HTTP in a closed loop. */
export async function runOverHttp(apiUrl: string, orders: number, inFlight: number): Promise<HttpResult> {
  const tookMs: number[] = [];
  const failed: string[] = [];
  const people = await peopleAt(apiUrl, (ms) => tookMs.push(ms));
  const gate = createGate(inFlight);
  await Promise.all(
    Array.from({ length: orders }, () => gate.enter(() => liveOverHttp(people)).catch((error: unknown) => failed.push(String(error)))),
  );
  const lived = orders - failed.length;
  return { orders: lived, failed, ordersPerSecond: lived / (gate.busyMs() / 1000), write: latencyOf(tookMs) };
}
