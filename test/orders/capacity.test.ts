import type { Role } from '../../src/base/roles';
import { aLine, anOrder, HOUR, openShop, type Reply, type Shop } from '../support/http/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  await shop.db.storeClosure.create({ data: { storeId: 'main', day: '2026-11-25', open: false, reason: '盘点' } });
});
afterEach(async () => {
  await shop.db.capacity.deleteMany();
  await shop.db.capacityDay.deleteMany();
  await shop.db.settingEdit.deleteMany();
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

const MINUTE = HOUR / 60;
const headers = { 'Accept-Language': 'en' };
const NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const week = (minutes: readonly number[]): object => Object.fromEntries(NAMES.map((name, n) => [name, minutes[n]]));
const says = (who: Role, body: unknown, work = 'making'): Promise<Reply> =>
  shop.call(who, 'PUT', `/settings/capacity/${work}`, { body, headers });
const saysOf = (who: Role, body: unknown): Promise<Reply> => shop.call(who, 'POST', '/settings/capacity-days', { body, headers });
const pointers = ({ status, body }: Reply): unknown => [status, body.errors?.map(({ pointer }: { pointer: string }) => pointer)];

describe('GET /capacity', () => {
  const look = (query = ''): Promise<Reply> => shop.call('baker', 'GET', `/capacity${query}`, { headers });

  test('BAK-29 tells of each day and kind of work what can be done, what is taken, what is free, and by whom', async () => {
    await limit('decoration', [100, 100, 100, 100, 100, 100, 0]);
    await shop.db.capacityDay.create({ data: { storeId: 'main', day: '2026-12-03', work: 'decoration', minutes: 30 } });
    const first = (await take()).body.number as string;
    const second = (await take({ urgency: 'rush', lines: [aLine({ product: 'birthday-cake', size: '12-inch', quantity: 1 })] })).body
      .number as string;
    const { status, body } = await look('?from=2026-12-03&to=2026-12-06');
    expect(status).toBe(200);
    const decoration = body.days.map(({ day, work }: { day: string; work: { work: string }[] }) => ({
      day,
      ...work.find((one) => one.work === 'decoration'),
    }));
    expect(decoration).toEqual([
      { day: '2026-12-03', work: 'decoration', limitMinutes: 30, takenMinutes: 0, freeMinutes: 30, departs: true, orders: [] },
      {
        day: '2026-12-04',
        work: 'decoration',
        limitMinutes: 100,
        takenMinutes: 115,
        freeMinutes: 0,
        departs: false,
        orders: [first, second],
      },
      { day: '2026-12-05', work: 'decoration', limitMinutes: 100, takenMinutes: 0, freeMinutes: 100, departs: false, orders: [] },
      { day: '2026-12-06', work: 'decoration', limitMinutes: 0, takenMinutes: 0, freeMinutes: 0, departs: false, orders: [] },
    ]);
    const making = body.days[1].work.find(({ work }: { work: string }) => work === 'making');
    expect(making).toMatchObject({ limitMinutes: null, takenMinutes: 100, freeMinutes: null, orders: [first, second] });
    expect(body.weekly).toEqual([
      { work: 'making', minutes: null },
      { work: 'decoration', minutes: [100, 100, 100, 100, 100, 100, 0] },
    ]);
  });

  test('says when the store is closed, and shows this week unless it is asked otherwise', async () => {
    await limit('making', everyDay(60));
    const { body } = await look();
    expect(body.days.map(({ day }: { day: string }) => day)).toEqual(
      ['23', '24', '25', '26', '27', '28', '29'].map((day) => `2026-11-${day}`),
    );
    const closed = body.days.filter((day: { closed: boolean }) => day.closed);
    expect(closed).toEqual([
      expect.objectContaining({
        day: '2026-11-25',
        work: expect.arrayContaining([expect.objectContaining({ work: 'making', limitMinutes: 0 })]),
      }),
    ]);
  });

  test('shows at most two months at a time, and no other store', async () => {
    expect(pointers(await look('?from=2026-12-01&to=2026-11-30'))).toEqual([400, ['/to']]);
    expect(pointers(await look('?from=2026-12-01&to=2027-02-01'))).toEqual([400, ['/to']]);
    expect((await look('?from=2026-12-01&to=2027-01-31')).body.days).toHaveLength(62);
    expect(pointers(await look('?from=soon'))).toMatchObject([400, expect.arrayContaining(['/from'])]);
    expect(pointers(await look('?week=1'))).toEqual([400, ['/week']]);
    await shop.db.capacity.create({ data: { storeId: 'other', work: 'making', weekday: 1, minutes: 9 } });
    expect((await look()).body.weekly[0]).toEqual({ work: 'making', minutes: null });
  });
});

describe('/settings/capacity and /settings/capacity-days', () => {
  test('BAK-29 the supervisor says what can be done, and every edit is on record with who, when, from and to', async () => {
    const body = { work: 'making', minutes: week(everyDay(480)) };
    expect((await says('production-supervisor', body)).body).toMatchObject({ id: 'making', title: 'making', values: body });
    expect((await says('production-supervisor', body)).status).toBe(200); // says nothing new
    shop.time.now += MINUTE;
    const day = { day: '2026-12-04', work: 'making', minutes: 960, reason: '两位师傅加班' };
    const added = await saysOf('store-manager', day);
    expect([added.status, added.body.id, added.body.title]).toEqual([201, '2026-12-04.making', '2026-12-04 · making · 960 minutes']);
    shop.time.now += MINUTE;
    expect((await shop.call('store-manager', 'DELETE', '/settings/capacity-days/2026-12-04.making')).status).toBe(204);
    shop.time.now += MINUTE;
    expect((await says('store-manager', { work: 'making' })).body.values).toEqual({ work: 'making' });
    const { body: edits } = await shop.call('packer', 'GET', '/settings/edits', { headers });
    expect(edits.items.map(({ setting, entry, before, after, by }: any) => [setting, entry, before, after, by.id])).toEqual([
      ['capacity', 'making', body, { work: 'making' }, 'main-store-manager'],
      ['capacity-days', '2026-12-04.making', day, null, 'main-store-manager'],
      ['capacity-days', '2026-12-04.making', null, day, 'main-store-manager'],
      ['capacity', 'making', { work: 'making' }, body, 'main-production-supervisor'],
    ]);
    expect(edits.items[3].at).toBe('2026-11-23T02:00:00.000Z'); // the latest first
  });

  test('BAK-29 a new limit holds for the next order', async () => {
    await says('production-supervisor', { work: 'making', minutes: week(everyDay(0)) });
    expect((await take()).status).toBe(409);
    await saysOf('production-supervisor', { day: '2026-12-04', work: 'making', minutes: 40 });
    expect((await take()).status).toBe(201);
    await says('production-supervisor', { work: 'making' }); // without limit; the day keeps its own
    expect([(await take()).status, (await take({ deliveryAt: '2026-12-06T15:00:00+08:00' })).status]).toEqual([409, 201]);
  });

  test('BAK-29 each weekday has its own limit, Monday to Sunday', async () => {
    const minutes = [10, 20, 30, 40, 50, 60, 70];
    await says('production-supervisor', { work: 'making', minutes: week(minutes) });
    const { body } = await shop.call('baker', 'GET', '/capacity?from=2026-11-30&to=2026-12-06', { headers }); // from a Monday
    expect(body.days.map(({ work }: any) => work[0].limitMinutes)).toEqual(minutes);
    expect((await shop.call('baker', 'GET', '/settings/capacity', { headers })).body.items[0].values.minutes).toEqual(week(minutes));
  });

  test('BAK-29 every kind of work is there to be said, and the form is in the reader’s words', async () => {
    const { body } = await shop.call('baker', 'GET', '/settings/capacity', { headers: { 'Accept-Language': 'zh-CN' } });
    expect(body.items.map(({ id, title, values }: any) => [id, title, values])).toEqual([
      ['making', '制作', { work: 'making' }],
      ['decoration', '装饰', { work: 'decoration' }],
    ]);
    expect(body.form.properties.minutes.properties.sunday.title).toBe('周日（分钟）');
    const days = await shop.call('baker', 'GET', '/settings/capacity-days', { headers: { 'Accept-Language': 'zh-CN' } });
    expect(days.body.form.properties.work.oneOf).toEqual([
      { const: 'making', title: '制作' },
      { const: 'decoration', title: '装饰' },
    ]);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['another kind of work than the entry’s', { work: 'decoration' }, '/work'],
    ['six days', { work: 'making', minutes: week([1, 2, 3, 4, 5, 6]) }, '/minutes/sunday'],
    ['less than nothing', { work: 'making', minutes: week([1, 2, 3, 4, 5, 6, -1]) }, '/minutes/sunday'],
    ['a field that nobody knows', { work: 'making', points: 3 }, '/points'],
  ])('BAK-29 of a week is refused: %s', async (_what, body, pointer) => {
    expect(pointers(await says('production-supervisor', body))).toEqual([400, [pointer]]);
    expect(await shop.db.settingEdit.count()).toBe(0);
  });

  test('BAK-29 work that nobody does is no entry', async () => {
    expect((await says('production-supervisor', { work: 'juggling' }, 'juggling')).body.type).toBe('/problems/no-such-entry');
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['a kind of work that nobody does', { work: 'juggling' }, '/work'],
    ['no minutes', { minutes: undefined }, '/minutes'],
    ['less than nothing', { minutes: -1 }, '/minutes'],
    ['a day that is none', { day: '2026-02-30' }, '/day'],
    ['a day that is over', { day: '2026-11-20' }, '/day'],
  ])('BAK-29 of a day is refused: %s', async (_what, wrong, pointer) => {
    expect(pointers(await saysOf('production-supervisor', { day: '2026-12-04', work: 'making', minutes: 1, ...wrong }))).toEqual([
      400,
      [pointer],
    ]);
    expect(await shop.db.settingEdit.count()).toBe(0);
  });

  test('BAK-29 what was said of a day that is over stays', async () => {
    await shop.db.capacityDay.create({ data: { storeId: 'main', day: '2026-11-20', work: 'making', minutes: 5 } });
    expect(pointers(await shop.call('store-manager', 'DELETE', '/settings/capacity-days/2026-11-20.making', { headers }))).toEqual([
      400,
      ['/day'],
    ]);
  });
});
