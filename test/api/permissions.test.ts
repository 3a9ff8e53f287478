import { readFileSync } from 'node:fs';
import { PERMISSIONS, type RouteKey } from '../../src/api/permissions';
import { allRoutes } from '../../src/api/app';
import { mount } from '../../src/api/mount';
import type { ApiDeps } from '../../src/api/deps';
import { ROLES, type Role } from '../../src/domain/roles';
import { TASK_KINDS, TASKS } from '../../src/domain/rulebook/tasks';
import { aTask, openShop, placed, type Reply, type Shop } from './support/shop';

let shop: Shop;
let order: string;
beforeAll(async () => {
  shop = await openShop();
  order = await placed(shop);
});
afterAll(() => shop.close());

const deps = (): ApiDeps => ({ db: shop.db, desk: shop.desk, settings: { publicUrl: '', secret: 's', limits: {} } }) as unknown as ApiDeps;
const concrete = (key: string): [method: string, path: string] => {
  const [method = '', path = ''] = key.split(' ');
  return [method, path.replace('{number}', order).replace('{id}', 'no-such-thing').replace('{token}', 'no-such-token')];
};
/** Sent without a body: what passes the door fails behind it, as `invalid-request`, 404 or a success; never as `not-allowed`. */
const knock = (who: Role | null, key: string): Promise<Reply> => shop.call(who, ...concrete(key));

const KEYS = Object.keys(PERMISSIONS) as RouteKey[];
const WRITES = KEYS.filter((key) => !key.startsWith('GET'));

test('every route the router knows has its row in the table, and every row its route', () => {
  const router = mount(allRoutes(deps()), deps()) as unknown as { stack: { route?: { path: string; methods: Record<string, boolean> } }[] };
  const known = router.stack.flatMap(({ route }) =>
    route && !route.methods['_all']
      ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path.replace(/:(\w+)/g, '{$1}')}`)
      : [],
  );
  expect(known.sort()).toEqual([...KEYS].sort());
});

test('the table fits on one screen', () => {
  expect(readFileSync('src/api/permissions.ts', 'utf8').split('\n').length).toBeLessThanOrEqual(60);
});

describe.each(WRITES.filter((key) => Array.isArray(PERMISSIONS[key])))('BAK-04 %s', (key) => {
  const allowed = PERMISSIONS[key] as readonly Role[];
  test.each(ROLES)('as %s', async (role) => {
    const { status, body } = await knock(role, key);
    if (allowed.includes(role)) expect(status).not.toBe(403);
    else expect(body).toMatchObject({ status: 403, type: '/problems/not-allowed', detail: expect.stringContaining(allowed[0] ?? '') });
  });
});

describe.each(WRITES.filter((key) => PERMISSIONS[key] === 'staff' && key !== 'DELETE /sessions/current'))(
  'BAK-04 %s is open to all staff at the door',
  (key) => {
    test.each(ROLES)('as %s', async (role) => {
      const { status } = await knock(role, key);
      expect(status).not.toBe(403);
      expect(status).not.toBe(401);
    });
  },
);

test.each(KEYS.filter((key) => PERMISSIONS[key] === 'staff' || Array.isArray(PERMISSIONS[key])))('%s wants a sign-in', async (key) => {
  const { status, body } = await knock(null, key);
  expect([status, body.type]).toEqual([401, '/problems/sign-in-required']);
});

test.each(KEYS.filter((key) => PERMISSIONS[key] === 'link'))('%s wants a link that was issued here', async (key) => {
  const { status, body } = await knock('management', key);
  expect([status, body.type]).toEqual([404, '/problems/no-such-link']);
});

// The committee's vote climbs no ladder: see tasks.test.ts.
describe.each(TASK_KINDS.filter((kind) => kind !== 'committee-vote'))('BAK-04 answering %s', (kind) => {
  test('is for its role, and once it is late also for the rungs it has climbed; for nobody else', async () => {
    const { role, ladder } = TASKS[kind] as { role: Role; ladder: readonly Role[] };
    for (const rung of [0, 1, 2]) {
      const id = await aTask(shop, order, kind, role, { rung });
      const allowed: readonly Role[] = [role, ...ladder.slice(0, rung)];
      const replies = await Promise.all(
        ROLES.map((caller) => shop.call(caller, 'POST', `/tasks/${id}/completion`, { body: { answer: { nonsense: true } } })),
      );
      expect(replies.map(({ status, body }, n) => [ROLES[n], rung, status, body.type])).toEqual(
        ROLES.map((caller) =>
          allowed.includes(caller) ? [caller, rung, 400, '/problems/invalid-request'] : [caller, rung, 403, '/problems/not-allowed'],
        ),
      );
    }
  });
});

test('another store’s order and task do not exist for the caller, whatever the role', async () => {
  const id = await aTask(shop, order, 'making-done', 'baker');
  await shop.db.order.update({ where: { number: order }, data: { storeId: 'other' } });
  try {
    expect((await shop.call('store-manager', 'GET', `/orders/${order}`)).body.type).toBe('/problems/no-such-order');
    expect((await shop.call('finance', 'POST', `/orders/${order}/payments`, { body: { amountFen: 1, method: 'cash' } })).body.type).toBe(
      '/problems/no-such-order',
    );
    expect((await shop.call('baker', 'POST', `/tasks/${id}/completion`, { body: { answer: { done: true } } })).body.type).toBe(
      '/problems/no-such-task',
    );
    expect((await shop.call('baker', 'GET', '/tasks')).body.items).toEqual([]);
    expect((await shop.call('baker', 'GET', '/orders')).body.items).toEqual([]);
  } finally {
    await shop.db.order.update({ where: { number: order }, data: { storeId: 'main' } });
  }
});
