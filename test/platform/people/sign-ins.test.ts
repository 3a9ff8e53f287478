import { createSignIns } from '../../../src/platform/people/sign-in.repository';
import { openShop, PASSWORD, type Shop } from '../../support/http/shop';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop({ settings: { trustProxy: 1 } });
});
afterEach(() => shop.close());

const from = (address: string, login: string, password = PASSWORD) =>
  shop.call(null, 'POST', '/sessions', { body: { login, password }, headers: { 'X-Forwarded-For': address, 'User-Agent': 'curl/8.5.0' } });
const list = async (query = '', who: 'store-manager' | 'management' = 'store-manager') =>
  (await shop.call(who, 'GET', `/sign-ins${query}`, { headers: { 'Accept-Language': 'zh-CN' } })).body;

test('every try is on record as it came out, with the network it came from and not the address', async () => {
  await shop.token('store-manager');
  await shop.db.staff.update({ where: { login: 'finance' }, data: { active: false } });
  const tries = [
    ['203.0.113.77', 'baker', 'wrong'],
    ['2001:db8:1:2::7', 'nobody', 'wrong'],
    ['203.0.113.77', 'finance', PASSWORD],
    ['203.0.113.77', 'other-baker', 'wrong'],
    ['203.0.113.77', 'baker', PASSWORD],
  ] as const;
  for (const [address, login, password] of tries) {
    shop.time.now += 1_000;
    await from(address, login, password);
  }
  const { items, failedOfLate } = await list('?limit=4');
  const told = items.map(({ title, failed, staff, network, device }: any) => [title, failed, staff?.id ?? null, network, device]);
  expect(told).toEqual([
    ['已登录', false, 'main-baker', '203.0.113.0/24', null],
    ['已停用的员工', true, 'main-finance', '203.0.113.0/24', null],
    ['登录名不存在', true, null, '2001:db8:1::/48', null],
    ['密码错误', true, 'main-baker', '203.0.113.0/24', null],
  ]);
  expect(failedOfLate).toBe(3);
  expect((await list('?failed=true')).items).toHaveLength(3);
  const kept = JSON.stringify(await shop.db.signIn.findMany());
  for (const secret of ['203.0.113.77', '2001:db8:1:2', 'nobody', PASSWORD]) expect(kept).not.toContain(secret);
  expect((await shop.call('finance', 'GET', '/sign-ins')).status).not.toBe(200);
});

test('what was done to passwords stands there too', async () => {
  const { password } = (await shop.call('store-manager', 'POST', '/staff/main-baker/password')).body;
  await from('203.0.113.77', 'baker', password);
  const { items } = await list('', 'management');
  expect(items.map(({ outcome }: { outcome: string }) => outcome)).toEqual(
    expect.arrayContaining(['signed-in', 'password-given', 'password-to-choose']),
  );
});

test('page by page, the latest first', async () => {
  await shop.token('store-manager');
  for (let n = 0; n < 3; n++) {
    shop.time.now += 1_000;
    await from('203.0.113.77', 'baker', `guess ${n}`);
  }
  const first = await list('?failed=true&limit=2');
  const second = await list(`?failed=true&limit=2&cursor=${first.next}`);
  const at = [...first.items, ...second.items].map((one: { at: string }) => one.at.slice(17, 19));
  expect([at, second.next]).toEqual([['03', '02', '01'], null]);
});

test('a try is kept for 180 days', async () => {
  await from('203.0.113.77', 'baker');
  const left = async (days: number) => {
    await createSignIns(shop.db).sweep(shop.time.now + days * 86_400_000);
    return shop.db.signIn.count();
  };
  expect(await left(180)).toBe(1);
  expect(await left(180.01)).toBe(0);
});
