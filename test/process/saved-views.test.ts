import type { Role } from '../../src/base/roles';
import { openShop, type Reply, type Shop } from '../support/http/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterEach(() => shop.db.savedView.deleteMany());
afterAll(() => shop.close());

const headers = { 'Accept-Language': 'en' };
const made = { name: '今天要做的', page: '/orders', search: '?state=making' };
const save = (who: Role, id: string, body: object = made): Promise<Reply> => shop.call(who, 'PUT', `/views/${id}`, { body, headers });
const names = async (who: Role): Promise<string[]> =>
  (await shop.call(who, 'GET', '/views')).body.items.map(({ name }: { name: string }) => name);

test('a list is saved for whoever saved it, changed and taken away again', async () => {
  expect((await save('baker', 'one')).body).toEqual({ id: 'one', ...made, mine: true });
  await save('baker', 'one', { ...made, name: '我的' });
  expect([await names('baker'), await names('packer')]).toEqual([['我的'], []]);
  expect((await shop.call('baker', 'DELETE', '/views/one')).status).toBe(204);
  expect(await names('baker')).toEqual([]);
});

test('one that is shared with a role is everybody’s who has it, and nobody else’s to change', async () => {
  expect((await save('store-manager', 'shared', { ...made, role: 'baker' })).status).toBe(200);
  const [seen] = (await shop.call('baker', 'GET', '/views')).body.items;
  expect(seen).toEqual({ id: 'shared', ...made, role: 'baker', mine: false });
  expect(await names('packer')).toEqual([]);
  expect((await save('baker', 'shared')).body.type).toBe('/problems/no-such-entry');
  expect((await shop.call('baker', 'DELETE', '/views/shared')).body.type).toBe('/problems/no-such-entry');
});

test('it is shared with those who do the same work; with others by the store manager alone', async () => {
  expect((await save('baker', 'ours', { ...made, role: 'baker' })).status).toBe(200);
  const { status, body } = await save('baker', 'theirs', { ...made, role: 'finance' });
  expect([status, body.errors[0].pointer, body.errors[0].code]).toEqual([400, '/role', 'lacks-roles']);
});

test.each([
  ['another page', { page: '/money' }, '/page'],
  ['what is no search', { search: 'https://elsewhere.example' }, '/search'],
  ['no name', { name: ' ' }, '/name'],
])('refused: %s', async (_what, wrong, pointer) => {
  const { status, body } = await save('baker', 'one', { ...made, ...wrong });
  expect([status, body.errors[0].pointer]).toEqual([400, pointer]);
});

test('a person keeps fifty, and the next one is refused', async () => {
  const row = { ...made, storeId: 'main', staffId: 'main-baker' };
  await shop.db.savedView.createMany({ data: Array.from({ length: 50 }, (_, n) => ({ ...row, id: `kept-${n}` })) });
  expect((await save('baker', 'one')).body.errors[0]).toMatchObject({ code: 'too-many' });
  expect((await save('baker', 'kept-7')).status).toBe(200);
});
