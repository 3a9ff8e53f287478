import type { HouseTask } from '../support/house';
import { readFileSync } from 'node:fs';
import '../../src/main/chapters-http';
import { routesOfChapters } from '../../src/process/define.http';
import { mount } from '../../src/platform/http/mount';
import { ORDER_PERMISSIONS } from '../../src/orders/permissions';
import { SHOP_PERMISSIONS } from '../../src/orders/shop.permissions';
import { SESSION_PERMISSIONS } from '../../src/platform/people/sessions.permissions';
import { PROCESS_PERMISSIONS } from '../../src/process/permissions';
import { REPORT_PERMISSIONS } from '../../src/orders/reports/permissions';
import { PURCHASING_PERMISSIONS } from '../../src/purchasing/permissions';
import { createServices, type Deps } from '../../src/process/services';
import { ROLES, type Role } from '../../src/base/roles';
import { taskKinds, taskRule, type TaskKind } from '../../src/process/tasks/tasks.rules';
import { ALL_STAFF_READS, ALL_STAFF_WRITES, BY_LINK, KEYS, OPEN, ROUTE_ROLES } from '../support/who-may';
import { aQuestion, aTask, belongsTo, openShop, placed, type Reply, type Shop } from '../support/http/shop';

let shop: Shop;
let order: string;
beforeAll(async () => {
  shop = await openShop();
  order = await placed(shop);
});
afterAll(() => shop.close());

const deps = (): Deps => ({ db: shop.db, desk: shop.desk, settings: { publicUrl: '', secret: 's', limits: {} } }) as unknown as Deps;
const concrete = (key: string): [method: string, path: string] => {
  const [method = '', path = ''] = key.split(' ');
  return [method, path.replace('{number}', order).replace('{id}', 'no-such-thing').replace('{token}', 'no-such-token')];
};
/** Sent without a body: what passes the door fails behind it, as `invalid-request`, 404 or a success; never as `not-allowed`. */
const knock = (who: Role | null, key: string): Promise<Reply> => shop.call(who, ...concrete(key));

/** Who answers each human step, and to whom it climbs when it is late (BAK-03: two hops at most, to the store manager). */
const TASK_ROLES: Readonly<Record<HouseTask, readonly [owner: Role, ...ladder: Role[]]>> = {
  'confirm-design': ['sales-consultant', 'store-manager'], // BAK-25
  'feasibility-review': ['production-supervisor', 'store-manager'], // BAK-27
  'offer-alternative': ['sales-consultant', 'store-manager'], // BAK-27
  'chase-deposit': ['sales-consultant', 'store-manager'], // BAK-31
  'change-decision': ['store-manager', 'management'], // BAK-37
  'acknowledge-allergen': ['sales-consultant', 'store-manager'], // BAK-38
  'cancellation-decision': ['store-manager', 'management'], // BAK-39, BAK-40
  refund: ['finance', 'store-manager'], // BAK-39: 财务部
  'materials-settled': ['production-supervisor', 'store-manager'], // BAK-48
  'materials-complete': ['production-supervisor', 'store-manager'], // BAK-47
  'sign-task-sheet': ['baker', 'production-supervisor', 'store-manager'], // BAK-44
  'telephone-customer': ['sales-consultant', 'customer-service', 'store-manager'], // BAK-45, BAK-60
  'making-done': ['baker', 'production-supervisor', 'store-manager'], // BAK-46
  'daily-photos': ['baker', 'production-supervisor', 'store-manager'], // BAK-49
  'quality-check': ['qc-inspector', 'production-supervisor', 'store-manager'], // BAK-51
  'decoration-done': ['baker', 'production-supervisor', 'store-manager'], // BAK-52
  'packing-checklist': ['packer', 'production-supervisor', 'store-manager'], // BAK-62…69
  'dispatch-check': ['delivery-staff', 'production-supervisor', 'store-manager'], // BAK-70
  'hand-over': ['delivery-staff', 'production-supervisor', 'store-manager'], // BAK-75
  'settle-balance': ['finance', 'store-manager'], // BAK-77
  'follow-up-visit': ['customer-service', 'store-manager'], // AFT-88
  'answer-exception': ['production-supervisor', 'store-manager'], // BAK-86
  'contact-supplier': ['production-supervisor', 'store-manager'], // BAK-59
  escalated: ['store-manager', 'management'], // BAK-61
  'committee-vote': ['food-safety-committee'], // BAK-81: its members alone, whoever hears that it is late
  repair: ['store-manager', 'management'], // BAK-41
};

const TABLES = [SESSION_PERMISSIONS, PROCESS_PERMISSIONS, ORDER_PERMISSIONS, SHOP_PERMISSIONS, REPORT_PERMISSIONS, PURCHASING_PERMISSIONS];

test('every route the router knows has its row in a table, and every row its route', () => {
  const router = mount(routesOfChapters(createServices(deps())), deps(), () => Promise.resolve(null)) as unknown as {
    stack: { route?: { path: string; methods: Record<string, boolean> } }[];
  };
  const known = router.stack.flatMap(({ route }) =>
    route && !route.methods['_all']
      ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path.replace(/:(\w+)/g, '{$1}')}`)
      : [],
  );
  expect(known.sort()).toEqual([...KEYS].sort());
  expect(TABLES.flatMap((table) => Object.keys(table)).sort()).toEqual([...KEYS].sort());
});

test.each(['src/platform/people/sessions.permissions.ts', 'src/process/permissions.ts', 'src/orders/permissions.ts'])(
  'the table of %s fits on one screen',
  (file) => expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThanOrEqual(64),
);

describe.each(Object.entries(ROUTE_ROLES))('BAK-04 %s', (key, allowed) => {
  test.each(ROLES)('as %s', async (role) => {
    const { status, body } = await knock(role, key);
    if (allowed.includes(role)) expect(status).not.toBe(403);
    else
      expect(body).toMatchObject({
        status: 403,
        type: '/problems/not-allowed',
        fault: { code: 'needs-role', params: { roles: expect.arrayContaining([...allowed]) } },
      });
  });
});

describe.each(ALL_STAFF_WRITES.filter((key) => key !== 'DELETE /sessions/current'))('BAK-04 %s is open to all staff at the door', (key) => {
  test.each(ROLES)('as %s', async (role) => {
    const { status } = await knock(role, key);
    expect(status).not.toBe(403);
    expect(status).not.toBe(401);
  });
});

test.each([...Object.keys(ROUTE_ROLES), ...ALL_STAFF_WRITES, ...ALL_STAFF_READS])('BAK-04 %s wants a sign-in', async (key) => {
  const { status, body } = await knock(null, key);
  expect([status, body.type]).toEqual([401, '/problems/sign-in-required']);
});

test.each(Object.keys(BY_LINK))('BAK-04 %s wants a link that was issued here', async (key) => {
  const { status, body } = await knock('management', key);
  expect([status, body.type]).toEqual([404, '/problems/no-such-link']);
});

describe.each(['customer', 'supplier'] as const)('BAK-04 the link of a %s', (party) => {
  test.each(Object.entries(BY_LINK))('and %s', async (key, whose) => {
    const token = party === 'customer' ? shop.link({ scope: party, order }) : await aQuestion(shop, order);
    const [method = '', path = ''] = key.replace('{token}', token).split(' ');
    const { status, body } = await shop.call(null, method, path, method === 'GET' ? {} : { body: { nonsense: true } });
    const mayDoIt = whose === null || whose === party;
    const shut = [404, '/problems/no-such-link'];
    // let in, and told that there is no such thing
    const thing = /\{(id|paper)\}/.exec(path)?.[1];
    const seen = thing ? [404, `/problems/no-such-${thing === 'id' ? 'photo' : thing}`] : [200, undefined];
    expect([status, body.type]).toEqual(!mayDoIt ? shut : method === 'GET' ? seen : [400, '/problems/invalid-request']);
  });
});

test.each(OPEN)('BAK-04 %s asks nobody who they are', async (key) => {
  const { body } = await knock(null, key);
  expect(['/problems/sign-in-required', '/problems/no-such-link', '/problems/not-allowed']).not.toContain(body.type);
});

test('every kind of step has its row here', () => {
  expect(Object.keys(TASK_ROLES).sort()).toEqual([...taskKinds()].sort());
});

// The committee's vote climbs no ladder: see tasks.test.ts.
describe.each(Object.entries(TASK_ROLES).filter(([kind]) => kind !== 'committee-vote'))(
  'BAK-04 answering %s',
  (kind, [owner, ...ladder]) => {
    test('is for its role, and once it is late also for the rungs it has climbed; for nobody else', async () => {
      for (const rung of [0, 1, 2]) {
        const id = await aTask(shop, order, kind, taskRule(kind as TaskKind).role, { rung });
        const allowed: readonly Role[] = [owner, ...ladder.slice(0, rung)];
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
  },
);

test('another store’s order and task do not exist for the caller, whatever the role', async () => {
  const id = await aTask(shop, order, 'making-done', 'baker');
  await belongsTo(shop, order, 'other');
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
    await belongsTo(shop, order, 'main');
  }
});
