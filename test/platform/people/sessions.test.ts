import { sha256 } from '../../../src/platform/http/crypto';
import { anOrder, HOUR, openShop, PASSWORD, type Shop } from '../../support/http/shop';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const signIn = (login: string, password = PASSWORD) => shop.call(null, 'POST', '/sessions', { body: { login, password } });
const current = (headers: Record<string, string>) => shop.call(null, 'GET', '/sessions/current', { headers });

describe('signing in', () => {
  test('answers a token, who one is, and an HttpOnly cookie; only the token’s hash is kept', async () => {
    const { status, headers, body } = await signIn('baker');
    expect([status, body.staff]).toEqual([
      201,
      {
        id: 'main-baker',
        name: 'Name of baker',
        roles: ['baker'],
        departments: [],
        headOf: [],
        storeId: 'main',
      },
    ]);
    expect(headers.get('set-cookie')).toMatch(/^sid=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/);
    const [session] = await shop.db.session.findMany();
    expect(session?.tokenHash).toBe(sha256(body.token));
    expect(JSON.stringify(session)).not.toContain(body.token);
  });

  test('behind https the cookie is Secure and bound to the host, and the description calls it so', async () => {
    const described = async (url: string) =>
      ((await (await fetch(`${url}/openapi.json`)).json()) as any).components.securitySchemes.cookie.name;
    const secure = await openShop({ settings: { publicUrl: 'https://shop.test' } });
    const { headers } = await secure.call(null, 'POST', '/sessions', { body: { login: 'baker', password: PASSWORD } });
    const names = [await described(secure.url), await described(shop.url)];
    await secure.close();
    expect(headers.get('set-cookie')).toMatch(/^__Host-sid=.*; HttpOnly; Secure; SameSite=Lax$/);
    expect(names).toEqual(['__Host-sid', 'sid']);
  });

  test('a wrong password, an unknown login and somebody who has left get the same answer', async () => {
    await shop.db.staff.update({ where: { login: 'packer' }, data: { active: false } });
    const answers = await Promise.all([signIn('baker', 'wrong'), signIn('nobody'), signIn('packer')]);
    for (const { status, body } of answers)
      expect([status, body.type, body.detail]).toEqual([401, '/problems/bad-credentials', answers[0]?.body.detail]);
    expect(await shop.db.session.count()).toBe(0);
  });

  test('ten failures for one login from one address are enough; another login is not shut out', async () => {
    for (let n = 0; n < 10; n++) expect((await signIn('baker', `wrong ${n}`)).status).toBe(401);
    const { status, headers, body } = await signIn('baker');
    expect([status, body.type]).toEqual([429, '/problems/too-many-requests']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await signIn('packer')).status).toBe(201);
  });

  test('guesses at one login from many addresses are slowed, and the person at home is not shut out', async () => {
    const behindProxy = await openShop({ settings: { trustProxy: 1 } });
    const from = (address: string, login: string, password: string) =>
      behindProxy.call(null, 'POST', '/sessions', { body: { login, password }, headers: { 'X-Forwarded-For': address } });
    expect((await from('198.51.100.7', 'baker', PASSWORD)).status).toBe(201);
    const statuses = [];
    for (let n = 1; n <= 40; n += 1) statuses.push((await from(`203.0.113.${n}`, 'baker', `guess ${n}`)).status);
    const elsewhere = await from('203.0.113.200', 'baker', PASSWORD);
    const atHome = await from('198.51.100.7', 'baker', PASSWORD);
    const another = await from('203.0.113.200', 'packer', PASSWORD);
    await behindProxy.close();
    expect(statuses).toEqual([...Array<number>(30).fill(401), ...Array<number>(10).fill(429)]);
    expect(elsewhere.body.type).toBe('/problems/too-many-requests');
    expect([atHome.status, another.status]).toEqual([201, 201]);
  }, 60_000);

  test('successes are not counted', async () => {
    for (let n = 0; n < 15; n++) expect((await signIn('baker')).status).toBe(201);
  });
});

describe('a session', () => {
  test('ends twelve hours after it began, however busy it is', async () => {
    const token = await shop.token('baker');
    const headers = { Authorization: `Bearer ${token}` };
    for (let hours = 1; hours < 12; hours++) {
      shop.time.now += HOUR;
      expect((await current(headers)).status).toBe(200);
    }
    shop.time.now += HOUR - 1;
    expect((await current(headers)).status).toBe(200);
    shop.time.now += 1;
    expect((await current(headers)).body.type).toBe('/problems/sign-in-required');
  });

  test('ends two hours after its last use', async () => {
    const headers = { Authorization: `Bearer ${await shop.token('baker')}` };
    shop.time.now += 2 * HOUR - 1;
    expect((await current(headers)).status).toBe(200);
    shop.time.now += 2 * HOUR - 1;
    expect((await current(headers)).status).toBe(200);
    shop.time.now += 2 * HOUR;
    expect((await current(headers)).status).toBe(401);
  });

  test('ends when one signs out, and when the person leaves', async () => {
    const headers = { Authorization: `Bearer ${await shop.token('baker')}` };
    expect((await shop.call('baker', 'DELETE', '/sessions/current')).status).toBe(204);
    expect((await current(headers)).status).toBe(401);
    const packer = { Authorization: `Bearer ${await shop.token('packer')}` };
    await shop.db.staff.update({ where: { login: 'packer' }, data: { active: false } });
    expect((await current(packer)).status).toBe(401);
  });

  test('a token nobody issued is none', async () => {
    for (const authorization of ['Bearer ', 'Bearer abc', `Bearer ${'x'.repeat(43)}`, 'Basic abc']) {
      expect((await current({ Authorization: authorization })).body.type).toBe('/problems/sign-in-required');
    }
  });

  test('by cookie: reads are free, a write needs the csrf value of this very session', async () => {
    const { headers } = await signIn('sales-consultant');
    const cookie = (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const { body } = await current({ Cookie: `other=1; ${cookie}` });
    const write = (csrf: Record<string, string>) =>
      shop.call(null, 'POST', '/orders', { body: anOrder(shop), headers: { Cookie: cookie, ...csrf } });
    expect((await write({})).body.type).toBe('/problems/csrf-required');
    expect((await write({ 'X-Levain-Csrf': 'guess' })).body.type).toBe('/problems/csrf-required');
    expect(await shop.db.order.count()).toBe(0);
    expect((await write({ 'X-Levain-Csrf': body.csrf })).status).toBe(201);
  });
});

test('who one is says where one works and what one leads', async () => {
  await shop.db.staff.update({
    where: { login: 'qc-inspector' },
    data: { departments: ['quality', 'moonlight'], headOf: ['quality', 'moonlight'] },
  });
  const { body } = await shop.call('qc-inspector', 'GET', '/sessions/current');
  expect(body.staff).toMatchObject({ roles: ['qc-inspector'], departments: ['quality'], headOf: ['quality'] });
});

test('the people of the store are listed for choosing assignees, page by page, without their addresses', async () => {
  const first = await shop.call('production-supervisor', 'GET', '/staff?limit=10');
  const second = await shop.call('production-supervisor', 'GET', `/staff?limit=10&cursor=${first.body.next}`);
  const all = [...first.body.items, ...second.body.items];
  expect(all).toHaveLength(13);
  expect(second.body.next).toBeNull();
  expect(all[0]).toEqual({
    id: 'main-baker',
    name: 'Name of baker',
    roles: ['baker'],
    departments: [],
    headOf: [],
    storeId: 'main',
  });
  const bad = await shop.call('baker', 'GET', `/orders?cursor=${first.body.next}`);
  expect([bad.status, bad.body.type]).toEqual([400, '/problems/invalid-cursor']);
});
