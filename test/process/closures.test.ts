import { MockActivityEnvironment } from '@temporalio/testing';
import { createDueActivities } from '../../activities/due';
import { workingDays } from '../../src/base/rule';
import { createCalendars } from '../../src/platform/db/calendar.repository';
import type { Role } from '../../src/base/roles';
import { openShop, type Reply, type Shop } from '../support/http/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop(); // Monday 2026-11-23, 10:00 in the shop
});
afterEach(async () => {
  await shop.db.storeClosure.deleteMany();
  await shop.db.settingEdit.deleteMany();
});
afterAll(() => shop.close());

const headers = { 'Accept-Language': 'en' };
const closed = { day: '2026-12-08', open: false, reason: '盘点' };
const add = (body: object, who: Role = 'store-manager'): Promise<Reply> => shop.call(who, 'POST', '/settings/closures', { body, headers });
const said = async (): Promise<object[]> =>
  (await shop.call('baker', 'GET', '/settings/closures', { headers })).body.items.map(({ id, title }: { id: string; title: string }) => ({
    id,
    title,
  }));

test('the store manager closes a day and opens one; everybody reads it, and takes it back again', async () => {
  expect((await add(closed)).status).toBe(201);
  expect((await add({ day: '2026-12-06', open: true, reason: '婚礼加开' })).status).toBe(201);
  expect(await said()).toEqual([
    { id: '2026-12-08', title: '2026-12-08 · closed · 盘点' },
    { id: '2026-12-06', title: '2026-12-06 · open · 婚礼加开' },
  ]);
  const change = { ...closed, reason: '装修' };
  expect((await shop.call('store-manager', 'PUT', '/settings/closures/2026-12-08', { body: change })).body.values).toEqual(change);
  expect((await shop.call('store-manager', 'DELETE', '/settings/closures/2026-12-06')).status).toBe(204);
  expect(await said()).toEqual([{ id: '2026-12-08', title: '2026-12-08 · closed · 装修' }]);
  const { body } = await shop.call('baker', 'GET', '/settings/edits?setting=closures');
  expect(body.items.map(({ before, after }: any) => [before?.reason ?? null, after?.reason ?? null])).toHaveLength(4);
});

test('a deadline of working days that is reckoned afterwards goes by it, and one that was reckoned stays', async () => {
  const due = () =>
    new MockActivityEnvironment().run(createDueActivities({ calendars: createCalendars(shop.db) }).dueIn, {
      storeId: 'main',
      span: workingDays(1),
      since: Date.parse('2026-12-07T11:00+08:00'), // a Monday
    });
  const before = await due();
  await add(closed);
  expect([before, await due()]).toEqual([{ at: Date.parse('2026-12-08T11:00+08:00') }, { at: Date.parse('2026-12-09T11:00+08:00') }]);
});

test('BAK-29 the day shows closed among the days of the capacity', async () => {
  await add(closed);
  const { body } = await shop.call('baker', 'GET', '/capacity?from=2026-12-07&to=2026-12-09');
  expect(body.days.map(({ closed: isClosed }: { closed: boolean }) => isClosed)).toEqual([false, true, false]);
});

test('a day that is over is neither closed nor opened afterwards, nor taken back; today is', async () => {
  await shop.db.storeClosure.create({ data: { storeId: 'main', day: '2026-11-22', open: false, reason: '停电' } });
  const over = [400, [expect.objectContaining({ pointer: '/day', code: 'day-over', detail: 'That day is over' })]];
  const past = { day: '2026-11-22', open: true, reason: '停电' };
  const replies = [
    await add({ day: '2026-11-21', open: false, reason: '停电' }),
    await shop.call('store-manager', 'PUT', '/settings/closures/2026-11-22', { body: past, headers }),
    await shop.call('store-manager', 'DELETE', '/settings/closures/2026-11-22', { headers }),
  ];
  for (const { status, body } of replies) expect([status, body.errors]).toEqual(over);
  expect((await add({ day: '2026-11-23', open: false, reason: '停电' })).status).toBe(201);
});

test.each<[string, object, string, string]>([
  ['a day that is none', { day: '2026-02-30' }, '/day', 'not-a-date'],
  ['no reason', { reason: '' }, '/reason', 'blank'],
  ['a day that stands there already', {}, '/day', 'given-twice'],
])('%s: refused by the field', async (_what, wrong, pointer, code) => {
  await add(closed);
  const { status, body } = await add({ ...closed, ...wrong });
  expect([status, body.errors]).toMatchObject([400, [{ pointer, code }]]);
});

test('a closure keeps its day: another day is another closure', async () => {
  await add(closed);
  const { status, body } = await shop.call('store-manager', 'PUT', '/settings/closures/2026-12-08', {
    body: { ...closed, day: '2026-12-10' },
    headers,
  });
  expect([status, body.errors[0]]).toMatchObject([400, { pointer: '/day', code: 'entry-renamed' }]);
  expect(await said()).toHaveLength(1);
});

test('its form says what it does to running orders', async () => {
  const { body } = await shop.call('store-manager', 'GET', '/settings/closures', { headers: { 'Accept-Language': 'zh-CN' } });
  expect(body.named).toEqual(['day']);
  expect(body.form.properties.day).toMatchObject({
    title: '日期',
    ui: { widget: 'day', hint: '此后计算的日期与期限按此日历；已有订单上已经算好的时间不变。' },
  });
});
