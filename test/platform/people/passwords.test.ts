import { temporaryPassword } from '../../../src/platform/people/passwords';
import { openShop, PASSWORD, type Shop } from '../../support/http/shop';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const OWN = 'a long night of proofing';
const signIn = (login: string, password: string, newPassword?: string) =>
  shop.call(null, 'POST', '/sessions', { body: { login, password, ...(newPassword !== undefined && { newPassword }) } });
const give = async (id: string) => (await shop.call('store-manager', 'POST', `/staff/${id}/password`)).body.password as string;
const change = (password: string, newPassword: string) =>
  shop.call('baker', 'PUT', '/sessions/password', { body: { password, newPassword } });
const fault = ({ status, body }: { status: number; body: any }) => [status, body.errors?.[0]?.pointer, body.errors?.[0]?.code];

describe('a temporary password', () => {
  test('is told once, ends what was open, and opens no session until its holder has chosen another', async () => {
    await shop.token('baker');
    const given = await give('main-baker');
    expect(given).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    expect(await shop.db.session.count({ where: { staffId: 'main-baker' } })).toBe(0);
    expect((await signIn('baker', PASSWORD)).status).toBe(401);
    const first = await signIn('baker', given);
    expect([first.status, first.body.type, first.headers.get('set-cookie')]).toEqual([403, '/problems/password-change-required', null]);
    expect((await signIn('baker', given, given)).body.type).toBe('/problems/password-change-required');
    expect(await shop.db.session.count({ where: { staffId: 'main-baker' } })).toBe(0);
    expect((await signIn('baker', given, 'too short')).body.errors).toMatchObject([{ pointer: '/newPassword', code: 'too-short' }]);
    expect((await signIn('baker', given, OWN)).status).toBe(201);
    expect((await signIn('baker', given)).status).toBe(401);
    expect((await signIn('baker', OWN)).status).toBe(201);
  });

  test('is kept as a hash alone, also of a request that is repeated', async () => {
    const headers = { 'Idempotency-Key': 'again' };
    const { body } = await shop.call('store-manager', 'POST', '/staff/main-baker/password', { headers });
    const kept = JSON.stringify([await shop.db.staff.findMany(), await shop.db.idempotencyKey.findMany(), await shop.db.signIn.findMany()]);
    expect(kept).not.toContain(body.password);
    expect(shop.log.join()).not.toContain(body.password);
  });

  test('is given to whoever works in this store', async () => {
    const answers = await Promise.all(['other-baker', 'nobody'].map((id) => shop.call('store-manager', 'POST', `/staff/${id}/password`)));
    expect(answers.map(({ body }) => body.type)).toEqual(['/problems/no-such-staff', '/problems/no-such-staff']);
    expect((await signIn('other-baker', PASSWORD)).status).toBe(201);
  });

  test('is another each time', () => {
    expect(new Set(Array.from({ length: 200 }, temporaryPassword)).size).toBe(200);
  });

  test('a new password beside one’s own changes nothing', async () => {
    expect((await signIn('packer', PASSWORD, OWN)).status).toBe(201);
    expect((await signIn('packer', PASSWORD)).status).toBe(201);
  });
});

describe('one’s own password', () => {
  test('is changed by whoever knows it; the other sessions end, and this one goes on', async () => {
    const other = (await signIn('baker', PASSWORD)).body.token as string;
    expect((await change(PASSWORD, OWN)).status).toBe(204);
    expect((await shop.call('baker', 'GET', '/sessions/current')).status).toBe(200);
    expect((await shop.call(null, 'GET', '/sessions/current', { headers: { Authorization: `Bearer ${other}` } })).status).toBe(401);
    expect([(await signIn('baker', PASSWORD)).status, (await signIn('baker', OWN)).status]).toEqual([401, 201]);
  });

  test('a wrong one, a short one and the same one are refused by their fields', async () => {
    expect(fault(await change('not it at all', OWN))).toEqual([400, '/password', 'password-wrong']);
    expect(fault(await change(PASSWORD, 'ninechars'))).toEqual([400, '/newPassword', 'too-short']);
    expect(fault(await change(PASSWORD, PASSWORD))).toEqual([400, '/newPassword', 'password-as-before']);
    expect((await signIn('baker', PASSWORD)).status).toBe(201);
  });

  test('whoever finds a session open guesses ten times', async () => {
    for (let n = 0; n < 10; n++) expect((await change(`guess ${n}`, OWN)).status).toBe(400);
    expect((await change(PASSWORD, OWN)).body.type).toBe('/problems/too-many-requests');
  });
});

describe('sessions', () => {
  const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
  const IPAD =
    'Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';
  const at = (agent: string, login: string) =>
    shop.call(null, 'POST', '/sessions', { body: { login, password: PASSWORD }, headers: { 'User-Agent': agent } });
  const bearer = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });

  test('are listed with what they are on, and nothing of their tokens; one’s own are ended by oneself', async () => {
    const here = (await at(FIREFOX, 'baker')).body.token as string;
    shop.time.now += 60_000;
    const there = (await at(IPAD, 'baker')).body.token as string;
    await at(IPAD, 'packer');
    const { items } = (await shop.call(null, 'GET', '/sessions', bearer(here))).body;
    expect(items).toEqual([
      {
        id: expect.any(String),
        staff: { id: 'main-baker', name: 'Name of baker' },
        device: 'Safari, iPad',
        begunAt: '2026-11-23T02:01:00.000Z',
        lastUsedAt: '2026-11-23T02:01:00.000Z',
        current: false,
      },
      expect.objectContaining({ device: 'Firefox, Linux', begunAt: '2026-11-23T02:00:00.000Z', current: true }),
    ]);
    const { tokenHash } = await shop.db.session.findUniqueOrThrow({ where: { id: items[0].id } });
    expect(JSON.stringify(items)).not.toContain(tokenHash.slice(0, 8));
    expect((await shop.call(null, 'DELETE', `/sessions/${items[0].id}`, bearer(here))).status).toBe(204);
    expect((await shop.call(null, 'GET', '/sessions/current', bearer(there))).status).toBe(401);
    expect((await shop.call(null, 'GET', '/sessions/current', bearer(here))).status).toBe(200);
  });

  test('those of others are seen and ended by the store manager, of this store alone', async () => {
    await at(IPAD, 'packer');
    await at(IPAD, 'other-packer');
    const { items } = (await shop.call('store-manager', 'GET', '/sessions/all')).body;
    expect(items.map(({ staff }: { staff: { id: string } }) => staff.id).sort()).toEqual(['main-packer', 'main-store-manager']);
    const of = async (staffId: string) => (await shop.db.session.findFirstOrThrow({ where: { staffId } })).id;
    await shop.call('baker', 'DELETE', `/sessions/${await of('main-packer')}`);
    await shop.call('store-manager', 'DELETE', `/sessions/${await of('other-packer')}`);
    expect(await shop.db.session.count({ where: { staffId: { endsWith: '-packer' } } })).toBe(2);
    await shop.call('store-manager', 'DELETE', `/sessions/${await of('main-packer')}`);
    expect(await shop.db.session.count({ where: { staffId: 'main-packer' } })).toBe(0);
  });

  test('one that has ended by the clock is listed no more', async () => {
    await at(IPAD, 'packer');
    shop.time.now += 2 * 3_600_000;
    const { items } = (await shop.call('store-manager', 'GET', '/sessions/all')).body;
    expect(items).toMatchObject([{ staff: { id: 'main-store-manager' } }]);
  });
});
