import type { Role } from '../../src/base/roles';
import { aTask, HOUR, openShop, placed, type Reply, type Shop } from '../support/http/shop';

let shop: Shop;
let order: string;
beforeAll(async () => {
  shop = await openShop();
  order = await placed(shop, { deliveryAt: new Date(shop.now() + 300 * HOUR).toISOString() });
  await fill(order);
});
afterAll(() => shop.close());

/** Two things of one instant and one of an hour later: `b`, `a`, `c`, put on file in this order. */
const moments = (): (readonly [string, Date])[] => [
  ['b', new Date(shop.now())],
  ['a', new Date(shop.now())],
  ['c', new Date(shop.now() + HOUR)],
];
/** An order that has three of everything. */
async function fill(order: string): Promise<void> {
  await shop.db.timelineEvent.createMany({
    data: [2, 1, 3].map((seq) => ({
      id: `order/${order}/${seq}`,
      processId: `order/${order}`,
      storeId: 'main',
      seq,
      at: new Date(shop.now()),
      kind: 'task.opened',
      actor: { kind: 'system', via: 'timer' },
      data: { kind: 'making-done' },
      prevHash: '',
      hash: `h${seq}`,
    })),
  });
  await shop.db.notice.createMany({
    data: moments().map(([id, at]) => ({
      id,
      processId: `order/${order}`,
      storeId: 'main',
      thread: order,
      to: 'customer',
      template: 'warm-reminder',
      facts: {},
      urgent: false,
      createdAt: at,
      notBefore: at,
      channels: [],
    })),
  });
  await shop.db.change.createMany({
    data: moments().map(([id, requestedAt]) => ({
      id,
      orderNumber: order,
      state: 'pending',
      patch: {},
      facts: {},
      preview: {},
      previewHash: '',
      basis: '',
      requestedBy: { kind: 'customer', via: 'link' },
      requestedAt,
    })),
  });
  await shop.db.orderException.createMany({
    data: moments().map(([id, at]) => ({
      id,
      orderNumber: order,
      type: 'ingredient-shortage',
      foundAt: at,
      reportedAt: at,
      reporter: {},
      late: false,
      state: 'open',
    })),
  });
  const by = { kind: 'staff', id: 'main-finance', via: 'http' };
  await shop.db.payment.createMany({
    data: moments().map(([id, receivedAt]) => ({
      id,
      orderNumber: order,
      direction: 'in',
      amountFen: 1,
      method: 'cash',
      receivedAt,
      by,
    })),
  });
  await shop.db.cost.createMany({ data: moments().map(([id, at]) => ({ id, orderNumber: order, cost: 'labour', amountFen: 1, at, by })) });
  await shop.db.supplierContact.createMany({
    data: moments().map(([id, askedAt]) => ({ id, orderNumber: order, exceptionId: 'a', supplierId: 's', askedAt, result: 'asked' })),
  });
  await shop.db.photo.createMany({
    data: moments().map(([id, takenAt]) => ({
      id,
      processId: `order/${order}`,
      storeId: 'main',
      step: 'making',
      sha256: id,
      mime: 'image/png',
      bytes: 1,
      width: 1,
      height: 1,
      takenAt,
      takenBy: 'main-baker',
    })),
  });
  const first = await shop.db.orderVersion.findFirstOrThrow({ where: { orderNumber: order } });
  const { lines, delivery, ...agreed } = first;
  await shop.db.orderVersion.createMany({
    data: [3, 2].map((version) => ({ ...agreed, version, lines: lines as object[], delivery: delivery as object })),
  });
  await shop.db.link.createMany({
    data: moments().map(([id, issuedAt]) => ({
      id,
      processId: `order/${order}`,
      party: 'customer',
      issuedBy: 'letters',
      issuedAt,
      expiresAt: new Date(shop.now() + 24 * HOUR),
    })),
  });
  for (const [id, openedAt] of moments())
    await aTask(shop, order, 'making-done', 'baker', { id, openedAt, state: id === 'c' ? 'done' : 'open' });
}
const read = (who: Role, path: string, query: string): Promise<Reply> =>
  shop.call(who, 'GET', `${path}${path.includes('?') ? '&' : '?'}${query}`);

/** What a list names, page by page, and how many pages there were. */
async function walk(who: Role, path: string, name: string, limit: number): Promise<{ found: unknown[]; pages: number }> {
  const found: unknown[] = [];
  for (let [cursor, pages] = ['', 1]; ; pages++) {
    const { body } = await read(who, path, `limit=${limit}${cursor}`);
    found.push(...body.items.map((item: Record<string, unknown>) => item[name]));
    if (body.next === null) return { found, pages };
    cursor = `&cursor=${body.next}`;
  }
}
/** A reader of a list finds what it holds in its order, however small the pages. */
async function expectPaged(
  path: string,
  wanted: readonly unknown[],
  { who = 'store-manager', name = 'id' }: { who?: Role; name?: string } = {},
): Promise<void> {
  expect(await walk(who, path, name, 200)).toEqual({ found: wanted, pages: 1 });
  expect(await walk(who, path, name, 1)).toEqual({ found: wanted, pages: wanted.length });
  expect(await walk(who, path, name, 2)).toEqual({ found: wanted, pages: Math.ceil(wanted.length / 2) });
}

describe('a list comes page by page, each thing once and in its order', () => {
  test('orders, the next delivery first', async () => {
    const late = await placed(shop, { deliveryAt: new Date(shop.now() + 301 * HOUR).toISOString() });
    const next = await placed(shop, { deliveryAt: new Date(shop.now() + 299 * HOUR).toISOString() });
    await expectPaged('/orders', [next, order, late], { name: 'number' });
    await expectPaged('/orders?state=draft', [next, order, late], { name: 'number' });
  });

  test.each(['changes', 'exceptions'])('the %s of a store', (list) => expectPaged(`/${list}`, ['a', 'b', 'c']));

  test('customers, who ordered last before the others', async () => {
    const of = async (name: string, phone: string): Promise<string> => {
      shop.time.now += 1;
      await placed(shop, { customer: { name, phone, language: 'zh-CN' } });
      return name;
    };
    const [first, second, third] = [await of('甲', '13811119999'), await of('乙', '13822229999'), await of('丙', '13833339999')];
    await expectPaged('/customers?phone=9999', [third, second, first], { who: 'sales-consultant', name: 'name' });
  });

  test.each([
    ['timeline', 'seq', [2, 1, 3]],
    ['notices', 'id', ['a', 'b', 'c']],
    ['changes', 'id', ['a', 'b', 'c']],
    ['exceptions', 'id', ['a', 'b', 'c']],
    ['photos', 'id', ['a', 'b', 'c']],
    ['payments', 'id', ['a', 'b', 'c']],
    ['costs', 'id', ['a', 'b', 'c']],
    ['sourcing', 'id', ['a', 'b', 'c']],
    ['versions', 'version', [1, 2, 3]],
    ['links', 'id', ['c', 'b', 'a']], // the latest first
  ])('the %s of an order', (list, name, wanted) => expectPaged(`/orders/${order}/${list}`, wanted, { name }));

  test('tasks, and only those that are asked for', async () => {
    await expectPaged(`/tasks?order=${order}`, ['a', 'b', 'c'], { who: 'baker' });
    await expectPaged(`/tasks?order=${order}&state=open`, ['a', 'b'], { who: 'baker' });
  });

  test('the people of the store, by id', async () => {
    const { found } = await walk('baker', '/staff', 'id', 200);
    expect(found).toHaveLength(13);
    expect(await walk('baker', '/staff', 'id', 1)).toEqual({ found: [...found].sort(), pages: 13 });
  });
});

describe('a reader who asks for a page that is not there', () => {
  const OF_AN_ORDER = ['timeline', 'notices', 'changes', 'exceptions', 'photos', 'payments', 'costs', 'sourcing', 'versions', 'links'];

  test.each([
    '/orders',
    '/changes',
    '/exceptions',
    '/tasks',
    '/staff',
    ...[...OF_AN_ORDER, 'ratings'].map((list) => `/orders/ORDER/${list}`),
  ])('is refused at %s for its size, for what it does not know, and for a cursor of another list', async (path) => {
    const at = path.replace('ORDER', order);
    const { body } = await read('store-manager', path === '/staff' ? '/orders' : '/staff', 'limit=1');
    const refused = async (query: string): Promise<unknown> => {
      const answer = await read('store-manager', at, query);
      return [answer.status, answer.body.type, answer.body.errors?.[0].pointer];
    };
    expect(await refused('limit=201')).toEqual([400, '/problems/invalid-request', '/limit']);
    expect(await refused('limit=0')).toEqual([400, '/problems/invalid-request', '/limit']);
    expect(await refused('colour=red')).toEqual([400, '/problems/invalid-request', '/colour']);
    expect(await refused(`cursor=${body.next}`)).toEqual([400, '/problems/invalid-cursor', undefined]);
    expect(await refused('cursor=broken')).toEqual([400, '/problems/invalid-cursor', undefined]);
  });

  test.each(OF_AN_ORDER)(
    'is told of %s that there is no such order, whatever the cursor; a cursor of another order does not serve',
    async (list) => {
      const missing = await read('store-manager', `/orders/20200101001/${list}`, 'cursor=broken');
      expect([missing.status, missing.body.type]).toEqual([404, '/problems/no-such-order']);
      const { body } = await read('store-manager', `/orders/${order}/${list}`, 'limit=1');
      const other = await placed(shop);
      const answer = await read('store-manager', `/orders/${other}/${list}`, `cursor=${body.next}`);
      expect([typeof body.next, answer.status, answer.body.type]).toEqual(['string', 400, '/problems/invalid-cursor']);
    },
  );
});
