import { aLine, anOrder, HOUR, openShop, type Reply, type Shop } from '../support/http/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterEach(async () => {
  await shop.db.capacity.deleteMany();
  await shop.db.capacityDay.deleteMany();
  await shop.db.orderLoad.deleteMany();
});
afterAll(() => shop.close());

/** Saturday 2026-12-05, 15:00 in the shop: decoration is due on Friday the 4th (BAK-52). */
const SATURDAY = '2026-12-05T15:00:00+08:00';
const cake = (own: Record<string, unknown> = {}): Record<string, unknown> =>
  anOrder(shop, { lines: [aLine({ product: 'birthday-cake', size: '8-inch', quantity: 1 })], deliveryAt: SATURDAY, ...own });
const take = (own: Record<string, unknown> = {}, check = false): Promise<Reply> =>
  shop.call('sales-consultant', 'POST', `/orders${check ? '?check=1' : ''}`, { body: cake(own), headers: { 'Accept-Language': 'en' } });
const limit = async (work: string, minutes: readonly number[]): Promise<void> => {
  await shop.db.capacity.createMany({ data: minutes.map((each, n) => ({ storeId: 'main', work, weekday: n + 1, minutes: each })) });
};
const everyDay = (minutes: number): number[] => [1, 2, 3, 4, 5, 6, 7].map(() => minutes);
const loads = () => shop.db.orderLoad.findMany({ orderBy: { id: 'asc' } });

describe('BAK-29 at intake', () => {
  test('a store that has said nothing of its capacity takes every order', async () => {
    for (let n = 0; n < 3; n += 1) expect((await take()).status).toBe(201);
  });

  test('an order takes its days at once, as they are supposed to be until its review', async () => {
    const { body } = await take();
    const at = new Date('2026-12-04T15:00:00+08:00');
    expect(await loads()).toEqual([
      { id: `${body.number}/decoration`, orderNumber: body.number, work: 'decoration', minutes: 40, at, deadline: true },
      { id: `${body.number}/making`, orderNumber: body.number, work: 'making', minutes: 40, at, deadline: true },
    ]);
  });

  test('an order whose day is full is refused by name, with the nearest days that fit, and leaves nothing', async () => {
    await limit('decoration', everyDay(80));
    expect([(await take()).status, (await take()).status]).toEqual([201, 201]);
    const before = [await shop.db.order.count(), await shop.db.orderCounter.findMany(), shop.desk.asked.length];
    for (const check of [true, false]) {
      const { status, body } = await take({}, check);
      expect([status, body.type, body.rule]).toEqual([409, '/problems/day-full', 'BAK-29']);
      expect(body.detail).toBe('2026-12-04 has 0 minutes left for decoration, and 40 are needed');
      expect(body.errors).toEqual([expect.objectContaining({ pointer: '/deliveryAt', code: 'day-full', rule: 'BAK-29' })]);
      expect(body.alternatives).toEqual(
        ['2026-12-03T15:00+08:00', '2026-12-04T15:00+08:00', '2026-12-06T15:00+08:00', '2026-12-07T15:00+08:00'].map((at) =>
          new Date(at).toISOString(),
        ),
      );
    }
    expect([await shop.db.order.count(), await shop.db.orderCounter.findMany(), shop.desk.asked.length]).toEqual(before);
    expect((await take({ deliveryAt: '2026-12-06T15:00:00+08:00' })).status).toBe(201);
  });

  test('BAK-24 a rush order goes to the supervisor all the same', async () => {
    await limit('making', everyDay(40));
    expect((await take()).status).toBe(201);
    const tried = await take({ urgency: 'rush' }, true);
    expect(tried.body.room).toContainEqual({
      work: 'making',
      day: '2026-12-04',
      minutes: 40,
      limitMinutes: 40,
      takenMinutes: 40,
      fits: false,
      oversize: false,
    });
    expect((await take({ urgency: 'rush' })).status).toBe(201);
  });

  test('of two orders taken at once, one alone wins the last room', async () => {
    await limit('making', everyDay(40));
    const replies = await Promise.all(Array.from({ length: 6 }, () => take()));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  test('what no day could hold is for the supervisor to spread', async () => {
    await limit('decoration', everyDay(60));
    expect((await take({ lines: [aLine({ product: 'wedding-cake', size: '5-tier', quantity: 1 })] })).status).toBe(201);
  });

  test('a day without capacity is worked before; a day that departs from its weekday counts as it says', async () => {
    await limit('making', [40, 40, 40, 40, 0, 40, 40]); // nobody makes anything on Fridays
    const { body } = await take({}, true);
    expect(body.room).toContainEqual(expect.objectContaining({ work: 'making', day: '2026-12-03', limitMinutes: 40, fits: true }));
    await shop.db.capacityDay.create({ data: { storeId: 'main', day: '2026-12-04', work: 'making', minutes: 120 } });
    const again = await take({}, true);
    expect(again.body.room).toContainEqual(expect.objectContaining({ work: 'making', day: '2026-12-04', limitMinutes: 120 }));
  });

  test('an order for tomorrow falls on today, for nothing is worked before it was taken', async () => {
    await limit('making', everyDay(400));
    const tomorrow = new Date(Math.ceil(shop.now() / HOUR) * HOUR + 4 * HOUR).toISOString();
    const { body } = await take({ deliveryAt: tomorrow }, true);
    expect(body.room).toContainEqual(expect.objectContaining({ work: 'making', day: '2026-11-23' }));
  });
});
