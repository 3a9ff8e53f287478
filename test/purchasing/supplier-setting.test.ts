import { REAL_TIME } from '../../src/base/clock';
import type { Role } from '../../src/base/roles';
import { createSuppliers } from '../../src/purchasing/suppliers';
import { openShop, placed, type Reply, type Shop } from '../support/http/shop';
import { openPostOffice } from '../support/outbox';
import { fakeMailer } from '../support/post';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterEach(() => shop.db.supplier.deleteMany());
afterAll(() => shop.close());

const headers = { 'Accept-Language': 'en' };
const byMail = {
  name: '远山食材',
  channel: 'email',
  email: 'ask@far.example',
  items: ['cream', 'butter'],
  rank: 2,
  limitMinutes: 60,
  active: true,
};
const { email: _email, ...nowhere } = byMail;
const add = (body: object, who: Role = 'production-supervisor'): Promise<Reply> =>
  shop.call(who, 'POST', '/settings/suppliers', { body, headers });
const asked = async (item: string): Promise<readonly string[]> => {
  const choices = await createSuppliers({ db: shop.db, clock: REAL_TIME }).listFor('main', item);
  const names = new Map((await shop.db.supplier.findMany()).map(({ id, name }) => [id, name]));
  return choices.map(({ id }) => names.get(id) ?? id);
};

test('BAK-59 a supplier added over HTTP is asked for what it has, in its rank, with its limit', async () => {
  const { status, body } = await add(byMail);
  expect([status, body.title, body.values]).toEqual([201, '2. 远山食材', byMail]);
  await add({ ...nowhere, name: '环球可可', channel: 'http', url: 'https://cocoa.example/ask', items: ['cream'], rank: 1 });
  expect([await asked('cream'), await asked('butter'), await asked('egg')]).toEqual([['环球可可', '远山食材'], ['远山食材'], []]);
  const [first] = await createSuppliers({ db: shop.db, clock: REAL_TIME }).listFor('main', 'butter');
  expect(first).toEqual({ id: body.id, channel: 'email', limitMinutes: 60 });
});

test('BAK-59 a supplier added over HTTP gets the letter of the search at its address', async () => {
  const order = await placed(shop);
  const { body } = await add(byMail);
  const suppliers = createSuppliers({ db: shop.db, clock: REAL_TIME, now: () => shop.now() });
  await suppliers.ask({
    contactId: `order/${order}/9/${body.id}`,
    supplierId: body.id,
    storeId: 'main',
    orderNumber: order,
    exceptionId: `order/${order}/9`,
    item: 'cream',
    expiresAt: shop.now() + 3_600_000,
  });
  const mailer = fakeMailer();
  await openPostOffice({ db: shop.db, mailer, now: () => shop.now() }).deliverDue(10);
  expect(mailer.sent).toMatchObject([{ to: 'ask@far.example' }]);
});

test('BAK-59 of equal rank they are asked by name, and who is out of use is not asked', async () => {
  const { body } = await add({ ...byMail, name: 'B' });
  await add({ ...byMail, name: 'A' });
  await add({ ...byMail, name: 'C' });
  await add({ ...byMail, name: 'D', rank: 1 });
  expect(await asked('cream')).toEqual(['D', 'A', 'B', 'C']);
  const idle = { ...byMail, name: 'B', active: false };
  expect((await shop.call('store-manager', 'PUT', `/settings/suppliers/${body.id}`, { body: idle, headers })).body.title).toBe(
    '2. B · not in use',
  );
  expect(await asked('cream')).toEqual(['D', 'A', 'C']);
});

test.each<[string, object, string, string]>([
  ['no address to write to', nowhere, '/email', 'required'],
  ['no service to ask', { ...nowhere, channel: 'http' }, '/url', 'required'],
  ['a service that is none', { ...nowhere, channel: 'http', url: 'ftp://cocoa.example' }, '/url', 'not-a-service-address'],
  ['a password in the address', { ...nowhere, channel: 'http', url: 'https://me:secret@cocoa.example' }, '/url', 'not-a-service-address'],
  ['an ingredient that nobody knows', { ...byMail, items: ['cream', 'moon-dust'] }, '/items/1', 'not-one-of'],
  ['no ingredient', { ...byMail, items: [] }, '/items', 'too-few'],
  ['a rank below the first', { ...byMail, rank: 0 }, '/rank', 'too-small'],
  ['too little time to answer', { ...byMail, limitMinutes: 4 }, '/limitMinutes', 'too-small'],
  ['more than a day to answer', { ...byMail, limitMinutes: 1441 }, '/limitMinutes', 'too-large'],
])('BAK-59 %s: refused by the field', async (_what, body, pointer, code) => {
  const reply = await add(body);
  expect([reply.status, reply.body.errors]).toMatchObject([400, [{ pointer, code }]]);
  expect(await shop.db.supplier.count()).toBe(0);
});

test('its form lists what a supplier can have in the reader’s words, and who may not look after the list reads it at most', async () => {
  const look = (who: Role, language: string) => shop.call(who, 'GET', '/settings/suppliers', { headers: { 'Accept-Language': language } });
  const { properties } = (await look('ingredient-custodian', 'zh-CN')).body.form;
  expect(properties.items.items.oneOf).toContainEqual({ const: 'cream', title: '淡奶油' });
  expect(properties.channel.oneOf).toEqual([
    { const: 'email', title: '邮件' },
    { const: 'http', title: '接口' },
  ]);
  expect((await look('baker', 'en')).status).toBe(403);
  expect((await add(byMail, 'ingredient-custodian')).status).toBe(403);
});
