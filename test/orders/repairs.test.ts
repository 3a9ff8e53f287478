import { Registry } from 'prom-client';
import { showTroubles } from '../../src/platform/http/metrics';
import { countTroubles } from '../../src/orders/watch.repository';
import { aTask, openShop, placed, type Shop } from '../support/http/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
}, 60_000);
afterAll(() => shop.close());
beforeEach(() => shop.desk.accept());

const LOST = { what: 'workflow-lost', actions: ['start-again', 'refund', 'write-off'] };

describe('a repair', () => {
  test('is answered to the workflow whose task it is', async () => {
    const order = await placed(shop);
    const processId = `repair/${order}`;
    await shop.db.process.create({
      data: {
        id: processId,
        kind: 'repair',
        number: order,
        storeId: 'main',
        aboutOrder: order,
        state: 'open',
        openedAt: new Date(shop.now()),
      },
    });
    const task = await aTask(shop, order, 'repair', 'store-manager', { context: LOST, processId });
    const asked: unknown[] = [];
    const wire = shop.desk as unknown as Record<string, (...args: unknown[]) => unknown>;
    const { completeTask, assignTask } = wire;
    wire['completeTask'] = wire['assignTask'] = (...args) => Promise.resolve((asked.push(args[0]), { revision: 1 }));
    await shop.call('store-manager', 'POST', `/tasks/${task}/claim`);
    await shop.call('store-manager', 'POST', `/tasks/${task}/completion`, { body: { answer: { action: 'start-again' } } });
    Object.assign(wire, { completeTask, assignTask });
    expect(asked).toEqual([
      expect.objectContaining({ aboutOrder: order, processId, kind: 'repair' }),
      expect.objectContaining({ aboutOrder: order, processId, kind: 'repair' }),
    ]);
  });

  test('is written off only with a reason, and answered only by whom it is for', async () => {
    const task = await aTask(shop, await placed(shop), 'repair', 'store-manager', { context: LOST });
    const answered = async (who: 'store-manager' | 'baker', answer: object): Promise<number> =>
      (await shop.call(who, 'POST', `/tasks/${task}/completion`, { body: { answer } })).status;
    expect(await answered('store-manager', { action: 'write-off' })).toBe(400);
    expect(await answered('store-manager', { action: 'forget' })).toBe(400);
    expect(await answered('baker', { action: 'start-again' })).toBe(403);
    expect(await answered('store-manager', { action: 'write-off', reason: '已处理' })).toBe(200);
  });

  test('of a refused record takes no answer and no owner: it closes by itself, and the order is not asked', async () => {
    const context = { what: 'record-refused', actions: [], code: '22003' };
    const task = await aTask(shop, await placed(shop), 'repair', 'operator', { context });
    const before = shop.desk.asked.length;
    const completion = await shop.call('operator', 'POST', `/tasks/${task}/completion`, { body: { answer: { action: 'retry' } } });
    const claim = await shop.call('operator', 'POST', `/tasks/${task}/claim`);
    expect([completion, claim].map(({ status, body }) => [status, body.type])).toEqual(
      Array.from({ length: 2 }, () => [409, '/problems/not-in-this-state']),
    );
    expect(shop.desk.asked.length).toBe(before);
  });
});

test('an order that stands still says so wherever it is shown, and is counted for the alert', async () => {
  const [lost, refused] = [await placed(shop), await placed(shop)] as const;
  await shop.db.process.update({ where: { id: `order/${lost}` }, data: { lostAt: new Date() } });
  await shop.db.process.update({ where: { id: `order/${refused}` }, data: { refusedAt: new Date() } });
  const list = (await shop.call('store-manager', 'GET', '/orders?limit=200')).body.items as { number: string; overlays: string[] }[];
  const shown = (number: string): string[] | undefined => list.find((order) => order.number === number)?.overlays;
  expect([shown(lost), shown(refused)]).toEqual([['workflow-lost'], ['record-refused']]);
  expect((await shop.call('baker', 'GET', `/orders/${lost}`)).body.overlays).toEqual(['workflow-lost']);

  const registry = new Registry();
  showTroubles(registry, () => countTroubles(shop.db));
  const metrics = await registry.metrics();
  expect(metrics).toContain('levain_orders_in_trouble{trouble="workflow-lost"} 1');
  expect(metrics).toContain('levain_orders_in_trouble{trouble="record-refused"} 1');
});

test('while Postgres is away the metrics say everything else', async () => {
  const registry = new Registry();
  showTroubles(registry, () => Promise.reject(new Error('away')));
  expect(await registry.metrics()).toContain('# TYPE levain_orders_in_trouble gauge');
});
