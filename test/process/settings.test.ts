import type { Role } from '../../src/base/roles';
import { openShop, type Shop } from '../support/http/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const values = {
  name: '麦田烘焙',
  address: '上海市徐汇区衡山路 8 号',
  phone: '021-6000 0001',
  emergencyContact: '店长 周建国 13800138001',
  windows: [
    { from: '08:00', to: '12:00' },
    { from: '13:00', to: '20:30' },
  ],
  weekdays: ['1', '2', '3', '4', '5', '6'],
};

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly stamp: string;
  readonly values: typeof values;
}
const store = async (who: Role = 'store-manager'): Promise<Entry> =>
  (await shop.call(who, 'GET', '/settings/store')).body.items[0] as Entry;

test('the store manager changes the store, everybody reads it, and the edit is on record with who made it', async () => {
  const { id, stamp, values: before } = await store();
  const { status, body } = await shop.call('store-manager', 'PUT', `/settings/store/${id}?seen=${stamp}`, { body: values });
  expect([status, body.title, body.values]).toEqual([200, '麦田烘焙', values]);
  expect(await store('baker')).toEqual(body);
  const me = (await shop.call('baker', 'GET', '/me')).body;
  expect(me.store).toMatchObject({ name: '麦田烘焙', phone: '021-6000 0001', weekdays: [1, 2, 3, 4, 5, 6] });
  const edits = (await shop.call('baker', 'GET', '/settings/edits?setting=store')).body.items;
  expect(edits).toMatchObject([{ setting: 'store', entry: id, before, after: values, by: { name: expect.any(String) as string } }]);
});

test('what is as it was is no edit, and a repeat of a request is one', async () => {
  const { id, stamp } = await store();
  const other = { ...values, name: '麦田烘焙二店' };
  const ask = () =>
    shop.call('store-manager', 'PUT', `/settings/store/${id}?seen=${stamp}`, { body: other, headers: { 'Idempotency-Key': 'again-1' } });
  const first = await ask();
  expect(await ask()).toMatchObject({ status: 200, body: first.body });
  await shop.call('store-manager', 'PUT', `/settings/store/${id}`, { body: other });
  const edits = (await shop.call('store-manager', 'GET', '/settings/edits?setting=store')).body.items as { after: { name: string } }[];
  expect(edits.filter(({ after }) => after.name === '麦田烘焙二店')).toHaveLength(1);
});

test('whoever looked at something older is refused, and nothing is overwritten', async () => {
  const { id, stamp, values: standing } = await store();
  await shop.call('store-manager', 'PUT', `/settings/store/${id}?seen=${stamp}`, { body: { ...standing, address: '别处 1 号' } });
  const { status, body } = await shop.call('store-manager', 'PUT', `/settings/store/${id}?seen=${stamp}`, { body: values });
  expect([status, body.type, body.detail]).toEqual([409, '/problems/revision-conflict', '您打开之后，此项已被他人修改。']);
  expect((await store()).values.address).toBe('别处 1 号');
});

test.each([
  ['weekdays', { weekdays: [] }, '/weekdays', 'too-few'],
  ['a time that is none', { windows: [{ from: '08:00', to: '8 pm' }] }, '/windows/0/to', 'not-a-time-of-day'],
  ['a window that ends before it begins', { windows: [{ from: '12:00', to: '08:00' }] }, '/windows/0/to', 'ends-before-it-begins'],
  [
    'windows that overlap',
    {
      windows: [
        { from: '08:00', to: '12:00' },
        { from: '11:59', to: '13:00' },
      ],
    },
    '/windows/1/from',
    'overlaps-the-one-before',
  ],
  ['a telephone that is none', { phone: 'call me' }, '/phone', 'not-a-telephone'],
])('%s: refused by the field', async (_what, wrong, pointer, code) => {
  const { id } = await store();
  const { status, body } = await shop.call('store-manager', 'PUT', `/settings/store/${id}`, { body: { ...values, ...wrong } });
  expect([status, body.errors]).toMatchObject([400, [{ pointer, code }]]);
});

test('the settings tell each person what they may do, and the form is in their language', async () => {
  const of = async (who: Role) =>
    ((await shop.call(who, 'GET', '/settings')).body.items as { name: string; may: string[] }[]).find(({ name }) => name === 'store');
  expect([await of('store-manager'), await of('baker')]).toMatchObject([{ may: ['change'] }, { may: [] }]);
  const { body } = await shop.call('store-manager', 'GET', '/settings/store', { headers: { 'Accept-Language': 'zh-CN' } });
  expect(body.form.properties.phone.title).toBe('顾客电话与投诉电话');
  expect(body.form.properties.weekdays.items.oneOf[0]).toEqual({ const: '1', title: '周一' });
});

test('BAK-04 nobody else changes the store, and what is not there is said not to be', async () => {
  const { id } = await store();
  expect((await shop.call('baker', 'PUT', `/settings/store/${id}`, { body: values })).status).toBe(403);
  expect((await shop.call('store-manager', 'PUT', '/settings/store/other', { body: values })).body.type).toBe('/problems/no-such-entry');
});
