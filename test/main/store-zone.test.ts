import { anOrder, openShop, type Shop } from '../support/http/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop({ now: Date.parse('2026-11-01T00:00:00Z') });
});
afterAll(() => shop.close());

/** Moves the shop of these tests to another zone; the calendar is kept for five real seconds, so each test has a shop of its own. */
const inZone = async (zone: string): Promise<Shop> => {
  const there = await openShop({ now: Date.parse('2026-03-01T00:00:00Z') });
  await there.db.store.update({ where: { id: 'main' }, data: { zone } });
  return there;
};
const take = async (there: Shop, deliveryAt: string): Promise<[number, string | undefined]> => {
  const { status, body } = await there.call('sales-consultant', 'POST', '/orders', { body: anOrder(there, { deliveryAt }) });
  return [status, body.errors?.[0].pointer];
};
const TAKEN = [201, undefined];
const REFUSED = [400, '/deliveryAt'];

describe('BAK-22 a whole hour is one of the store’s own clock', () => {
  test.each<[string, string, string]>([
    ['Asia/Kolkata', '2026-12-01T15:00:00+05:30', '2026-12-01T15:30:00+05:30'],
    ['America/New_York', '2026-12-01T15:00:00-05:00', '2026-12-01T15:30:00-05:00'],
    ['Pacific/Kiritimati', '2026-12-01T15:00:00+14:00', '2026-12-01T15:30:00+14:00'],
    ['Australia/Lord_Howe', '2026-12-01T15:00:00+11:00', '2026-12-01T15:00:00+10:30'],
    // Lord Howe moves its clocks by half an hour: back on 2026-04-05 at 02:00, forward on 2026-10-04 at 02:00
    ['Australia/Lord_Howe', '2026-04-05T01:00:00+11:00', '2026-04-05T03:00:00+11:00'],
    ['Australia/Lord_Howe', '2026-04-05T03:00:00+10:30', '2026-04-05T03:30:00+10:30'],
    ['Australia/Lord_Howe', '2026-10-04T01:00:00+10:30', '2026-10-04T03:00:00+10:30'],
    ['Australia/Lord_Howe', '2026-10-04T03:00:00+11:00', '2026-10-04T03:30:00+11:00'],
    // New York: forward on 2026-03-08 at 02:00, back on 2026-11-01 at 02:00, where 01:00 comes twice
    ['America/New_York', '2026-03-08T03:00:00-04:00', '2026-03-08T03:30:00-04:00'],
    ['America/New_York', '2026-11-01T01:00:00-05:00', '2026-11-01T01:30:00-04:00'],
  ])('BAK-22 in %s %s is taken and %s is not', async (zone, whole, half) => {
    const there = await inZone(zone);
    try {
      expect(await take(there, half)).toEqual(REFUSED);
      expect(await take(there, whole)).toEqual(TAKEN);
    } finally {
      await there.close();
    }
  });

  test('BAK-22 the answer names the store’s zone, and a change is judged by the same clock', async () => {
    const there = await inZone('Asia/Kolkata');
    try {
      const deliveryAt = '2026-12-01T15:30:00+05:30';
      const { body } = await there.call('sales-consultant', 'POST', '/orders', { body: anOrder(there, { deliveryAt }) });
      expect(body.errors[0].detail).toContain('Asia/Kolkata');
      const taken = await there.call('sales-consultant', 'POST', '/orders', {
        body: anOrder(there, { deliveryAt: '2026-12-01T15:00:00+05:30' }),
      });
      const wish = { patch: { deliveryAt }, reason: '晚一点' };
      const changed = await there.call('sales-consultant', 'POST', `/orders/${taken.body.number}/changes`, { body: wish });
      expect([changed.status, changed.body.errors[0].pointer]).toEqual([400, '/patch/deliveryAt']);
    } finally {
      await there.close();
    }
  });
});

test('the clock tells the zone of the caller’s store, and to anybody else that of the first store', async () => {
  await shop.db.store.update({ where: { id: 'other' }, data: { zone: 'Pacific/Kiritimati' } });
  await shop.db.store.update({ where: { id: 'main' }, data: { zone: 'America/New_York' } });
  await shop.db.staff.update({ where: { id: 'other-baker' }, data: { login: 'baker-elsewhere' } });
  const signedIn = await shop.call(null, 'POST', '/sessions', { body: { login: 'baker-elsewhere', password: 'levain-demo' } });
  const zone = async (headers: Record<string, string> = {}): Promise<string> =>
    (await shop.call(null, 'GET', '/clock', { headers })).body.zone;
  expect(await zone()).toBe('America/New_York');
  expect(await zone({ Authorization: `Bearer ${signedIn.body.token as string}` })).toBe('Pacific/Kiritimati');
  expect(await zone({ Authorization: 'Bearer of-no-session' })).toBe('America/New_York');
});
