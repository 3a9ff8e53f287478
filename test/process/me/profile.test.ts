import { openShop, type Shop } from '../../support/http/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const put = (body: object) => shop.call('baker', 'PUT', '/profile', { body });

test('everybody changes their own telephone and language, and nothing else; it is on record', async () => {
  expect((await put({ phone: '021-6000 0007', language: 'en' })).status).toBe(204);
  const { body } = await shop.call('baker', 'GET', '/profile');
  expect([body.login, body.email, body.values]).toEqual(['baker', 'baker@main.test', { phone: '021-6000 0007', language: 'en' }]);
  expect(body.form.properties.language.oneOf.map(({ title }: { title: string }) => title)).toEqual(['中文', 'English']);
  expect((await put({ language: 'en', roles: ['store-manager'] })).body.errors).toMatchObject([
    { pointer: '/roles', code: 'unknown-field' },
  ]);
  expect((await put({ phone: 'call me', language: 'en' })).body.errors).toMatchObject([{ pointer: '/phone', code: 'not-a-telephone' }]);
  const { items } = (await shop.call('store-manager', 'GET', '/settings/edits?setting=people')).body;
  expect(items).toMatchObject([
    { entry: 'main-baker', by: { id: 'main-baker' }, before: { language: 'zh-CN' }, after: { language: 'en', phone: '021-6000 0007' } },
  ]);
});

test('a telephone that is left out is taken away, and what is as it was is no edit', async () => {
  await put({ language: 'en' });
  await put({ language: 'en' });
  expect((await shop.call('baker', 'GET', '/profile')).body.values).toEqual({ language: 'en' });
  expect(await shop.db.settingEdit.count({ where: { entry: 'main-baker' } })).toBe(2);
});
