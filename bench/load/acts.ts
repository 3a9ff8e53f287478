import { orderWorkflowId } from '../../src/orders/names.messages';
import { DEMO_PASSWORD } from '../../src/demo/demo-shop';
import { REAL_TIME } from '../../src/base/clock';
import { DAY_MS, HOUR_MS } from '../../src/base/rule';
import { createShopClient, type ShopClient } from '../../src/demo/shop-client';
import { createGate } from '../gate';
import { bringToMaterials } from '../throughput/our-order';
import { takeCake, type OurShop } from '../throughput/our-shop';
import { runActs, type ActsResult } from './arrivals';

/** The three steps that stand open side by side when an order is accepted: who answers each, and how. */
const STEPS = {
  'materials-settled': { as: 'production-supervisor', answer: { lines: [{ item: 'fresh-cream', source: 'stock' }] } },
  'materials-complete': { as: 'production-supervisor', answer: { complete: true } },
  'sign-task-sheet': { as: 'baker', answer: { signed: true, version: 1 } },
} as const;
type Step = keyof typeof STEPS;
const KINDS = Object.keys(STEPS) as Step[];

export interface ActsOptions {
  readonly shop: OurShop;
  readonly apiUrl: string;
  /** Requests a second, and for how many seconds. */
  readonly rate: number;
  readonly seconds: number;
  readonly inFlight: number;
}

/** Half reads, half task completions over HTTP at a fixed rate, on accepted orders that were made beforehand. */
export async function runActsOverHttp({ shop, apiUrl, rate, seconds, inFlight }: ActsOptions): Promise<ActsResult> {
  const orders = await acceptedOrders(shop, Math.ceil(((rate / 2) * seconds) / KINDS.length), inFlight);
  const open = await shop.db.task.findMany({
    where: { processId: { in: orders.map(orderWorkflowId) }, state: 'open', kind: { in: KINDS } },
    select: { id: true, kind: true },
  });
  // one kind after the other: two acts on one order lie far apart
  const steps = KINDS.flatMap((kind) => open.filter((task) => task.kind === kind).map(({ id }) => ({ id, ...STEPS[kind] })));
  const client = createShopClient(apiUrl, DEMO_PASSWORD);
  for (const as of ['store-manager', ...KINDS.map((kind) => STEPS[kind].as)]) await client.get('/sessions/current', { as }); // signed in before
  return runActs({
    rate,
    seconds,
    read: (n) => read(client, orders, n),
    async act(n) {
      const step = steps[n];
      if (!step) throw new Error(`There is no open step for act ${n}.`);
      await client.post(`/tasks/${step.id}/completion`, { answer: step.answer }, { as: step.as });
    },
  });
}

/** What people look at most: an order, its open steps, its timeline, a baker's own inbox. */
async function read(client: ShopClient, orders: readonly string[], n: number): Promise<void> {
  const number = orders[n % orders.length]!;
  const looks = [`/orders/${number}`, `/tasks?order=${number}&state=open`, `/orders/${number}/timeline`, '/tasks?mine=true'];
  await client.get(looks[n % looks.length]!, { as: n % looks.length === 3 ? 'baker' : 'store-manager' });
}

/** Numbers of orders that have just been accepted. */
async function acceptedOrders(shop: OurShop, count: number, inFlight: number): Promise<string[]> {
  const gate = createGate(inFlight);
  return Promise.all(
    Array.from({ length: count }, () =>
      gate.enter(async () => {
        const intakeAt = Date.now();
        const deliveryAt = Math.floor(intakeAt / HOUR_MS) * HOUR_MS + 6 * DAY_MS;
        const input = await takeCake(shop, { clock: REAL_TIME, intakeAt, deliveryAt });
        await bringToMaterials({ input, desk: shop.desk, inbox: shop.inbox, now: Date.now, took: () => undefined, waits: {} });
        for (const kind of KINDS) await shop.inbox.task(input.number, kind);
        return input.number;
      }),
    ),
  );
}
