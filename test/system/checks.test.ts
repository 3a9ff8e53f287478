import { Client, Connection } from '@temporalio/client';
import { DAY_MS, HOUR_MS } from '../../src/base/rule';
import { DEMO_PASSWORD } from '../../src/demo/demo-shop';
import { createPeople, type People } from '../../src/demo/people';
import { createShopClient } from '../../src/demo/shop-client';
import { aCakeFor, steps, wholeHour } from '../../src/demo/steps';
import { countsIn } from '../support/everything';
import { startShop, type Answer, type TestShop } from '../support/shop';

/** Real milliseconds in which nothing is written before a shop counts as quiet. */
const QUIET_MS = 600;

let shop: TestShop;
let people: People;
let connection: Connection;
let client: Client;
beforeAll(async () => {
  shop = await startShop();
  people = await createPeople(createShopClient(shop.apiUrl, DEMO_PASSWORD));
  connection = await Connection.connect({ address: shop.temporalAddress });
  client = new Client({ connection, namespace: shop.temporalNamespace });
}, 120_000);
afterAll(async () => {
  await connection.close();
  await shop.stop();
}, 60_000);

const handleOf = (order: string) => client.workflow.getHandle(`order/${order}`);
/** Rows of every table, and events of an order's history. */
const kept = async (order: string): Promise<unknown> => [await countsIn(shop.db), (await handleOf(order).fetchHistory()).events?.length];
/** Waits until nothing that went before writes any more; answers what is kept then. */
async function quiet(order: string): Promise<unknown> {
  for (let before = await kept(order); ;) {
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    const now = await kept(order);
    if (JSON.stringify(now) === JSON.stringify(before)) return now;
    before = now;
  }
}

const en = { headers: { 'accept-language': 'en' } };
/** Tries a write, and sees that nothing of it was kept. */
async function tries(as: string, order: string, path: string, body: unknown): Promise<Answer> {
  await shop.signIn(as);
  const before = await quiet(order);
  const answer = await shop.api('POST', `${path}?check=1`, body, { as, ...en });
  expect(await kept(order)).toEqual(before);
  return answer;
}
const told = ({ status, body }: Answer): unknown => ({ ...body, status, instance: '', requestId: '' });

/** Tries a write and does it: both are refused alike. Answers the problem. */
async function refusedAlike(as: string, order: string, path: string, body: unknown): Promise<any> {
  const tried = await tries(as, order, path, body);
  const done = await shop.api('POST', path, body, { as, ...en });
  expect(told(tried)).toEqual(told(done));
  expect(tried.body.type).toMatch(/^\/problems\//);
  return tried.body;
}
/** Tries a write and does it: both are well. Answers what the try told, and what was done. */
async function takenAlike(as: string, order: string, path: string, body: unknown): Promise<{ tried: any; done: any }> {
  const tried = await tries(as, order, path, body);
  const done = await shop.api('POST', path, body, { as, ...en });
  expect([tried.status, tried.body, done.status < 300]).toEqual([200, expect.anything(), true]);
  return { tried: tried.body, done: done.body };
}

interface Placed {
  readonly order: string;
  readonly deliveryAt: number;
}
async function placed(): Promise<Placed> {
  const deliveryAt = wholeHour((await people.now()) + 6 * DAY_MS);
  const { number } = await people.shop.post<{ number: string }>('/orders', aCakeFor(deliveryAt), { as: 'sales-consultant' });
  await people.task(number, 'feasibility-review');
  return { order: number, deliveryAt };
}
async function accepted(): Promise<Placed> {
  const { order, deliveryAt } = await placed();
  const step = steps(people, order);
  await step.feasible(deliveryAt - 2 * DAY_MS);
  await people.until(order, ({ state }) => state === 'awaiting-deposit');
  await step.pays(8_640);
  await people.task(order, 'materials-settled');
  return { order, deliveryAt };
}

describe('?check=1 on a real shop: the act’s own answer or refusal, and nothing is kept in any table or history', () => {
  test('POST /orders', async () => {
    const { order, deliveryAt } = await placed();
    const cake = aCakeFor(deliveryAt) as Record<string, unknown>;
    for (const bad of [{ deliveryAt: '2020-01-01T00:00:00Z' }, { lines: [] }, { needsChecked: false }])
      expect((await refusedAlike('sales-consultant', order, '/orders', { ...cake, ...bad })).errors).not.toEqual([]);
    const { tried, done } = await takenAlike('sales-consultant', order, '/orders', cake);
    expect([tried.lines, tried.money]).toEqual([done.lines, done.money]);
    // what was foreseen comes true: by minutes at most, for the order was taken a little later
    const shown = await people.until(done.number as string, ({ state }) => state === 'feasibility-review');
    const foreseen = (tried.moments as { name: string; at: string; supposed: boolean }[]).filter(({ supposed }) => !supposed);
    const moments = (shown as unknown as { moments: { name: string; at: string }[] }).moments;
    expect(foreseen.map(({ name }) => name).sort()).toEqual(moments.map(({ name }) => name).sort());
    for (const { name, at } of moments)
      expect(Date.parse(at) - Date.parse(foreseen.find((one) => one.name === name)?.at ?? '')).toBeLessThan(HOUR_MS);
  }, 60_000);

  test('POST /tasks/{id}/completion', async () => {
    const { order, deliveryAt } = await placed();
    const { id } = await people.task(order, 'feasibility-review');
    const path = `/tasks/${id}/completion`;
    const answer = (more: object): unknown => ({
      answer: {
        outcome: 'feasible',
        plannedStartAt: new Date(deliveryAt - 2 * DAY_MS).toISOString(),
        assignees: { materials: people.ids['production-supervisor'], making: people.ids['baker'] },
        ...more,
      },
    });
    const by = 'production-supervisor';
    expect((await refusedAlike(by, order, path, answer({ outcome: 'maybe' }))).errors[0].pointer).toBe('/answer/outcome');
    const late = await refusedAlike(by, order, path, answer({ plannedStartAt: new Date(deliveryAt).toISOString() })); // only the order knows
    expect([late.rule, late.errors[0]]).toEqual([
      'BAK-29',
      expect.objectContaining({ pointer: '/answer/plannedStartAt', code: 'start-too-late' }),
    ]);
    expect((await refusedAlike('baker', order, path, answer({}))).status).toBe(403);
    const { tried, done } = await takenAlike(by, order, path, answer({ reason: '可以' }));
    expect([tried, done.state]).toEqual([{ ok: true }, 'done']);
    const second = await refusedAlike(by, order, path, answer({}));
    expect(second).toMatchObject({ type: '/problems/already-answered', answered: { choices: { outcome: 'feasible' } } });
  }, 60_000);

  test('POST /orders/{number}/changes', async () => {
    const { order, deliveryAt } = await accepted();
    const path = `/orders/${order}/changes`;
    const wish = (at: number): unknown => ({ patch: { deliveryAt: new Date(at).toISOString() }, reason: '改时间' });
    const asks = 'sales-consultant';
    expect((await refusedAlike(asks, order, path, wish(deliveryAt))).errors[0].code).toBe('changes-nothing');
    expect((await refusedAlike(asks, order, path, wish(deliveryAt + 60_000))).errors[0].pointer).toBe('/patch/deliveryAt');
    const { tried, done } = await takenAlike(asks, order, path, wish(deliveryAt + 2 * HOUR_MS));
    expect(tried).toEqual({ order, preview: done.preview, previewHash: done.previewHash });
    await shop.api('POST', `/orders/${order}/cancellation`, { cause: 'store', reason: '停电' }, { as: 'store-manager' });
    expect((await refusedAlike(asks, order, path, wish(deliveryAt + 3 * HOUR_MS))).fault.code).toBe('no-change-in-state'); // only the order knows
  }, 60_000);

  test('POST /orders/{number}/cancellation', async () => {
    const { order } = await accepted();
    const path = `/orders/${order}/cancellation`;
    const why = (cause: string, more: object = {}): unknown => ({ cause, reason: '不要了', ...more });
    expect((await refusedAlike('sales-consultant', order, path, why('neither', { refundFen: 1 }))).errors[0].code).toBe(
      'manager-decides-refund',
    );
    const { tried: asked } = await takenAlike('sales-consultant', order, path, why('customer'));
    expect(asked).toMatchObject({ order, confirmedBy: 'store-manager', refund: { refundFen: 8_640, rule: 'BAK-40' } });
    const { tried } = await takenAlike('store-manager', order, path, why('customer'));
    const { context } = await people.task(order, 'refund');
    expect([tried.confirmedBy, tried.refund.refundFen]).toEqual([null, (context as { refundFen: number }).refundFen]);
    expect((await refusedAlike('store-manager', order, path, why('store'))).rule).toBe('BAK-39');
  }, 60_000);

  test('of an order that has come to its end, and of one whose workflow was lost', async () => {
    const { order } = await placed();
    const cancel = (as: string, of: string): Promise<any> =>
      refusedAlike(as, of, `/orders/${of}/cancellation`, { cause: 'store', reason: '停电' });
    await shop.api('POST', `/orders/${order}/cancellation`, { cause: 'store', reason: '停电' }, { as: 'store-manager' });
    await handleOf(order).result();
    expect((await cancel('store-manager', order)).fault.code).toBe('order-ended');
    const { order: other } = await placed();
    await handleOf(other).terminate('a test');
    expect((await cancel('store-manager', other)).fault.code).toBe('order-lost');
  }, 60_000);
});
