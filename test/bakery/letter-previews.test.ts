import { houseLetters } from '../support/house';
import { openShop, type Shop } from '../support/http/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const look = (path: string, language = 'zh-CN') =>
  shop.call('baker', 'GET', `/letters${path}`, { headers: { 'Accept-Language': language } });

test('BAK-08 the letters say to whom each goes, by which way and by which rule, in the reader’s language', async () => {
  const { items } = (await look('')).body;
  const named = (name: string) => items.find((letter: { name: string }) => letter.name === name);
  expect(named('change-refused')).toEqual({
    name: 'change-refused',
    title: '调整未获批准',
    recipient: 'customer',
    channels: ['email', 'sms'],
    rules: ['BAK-37'],
    urgent: false,
  });
  expect(named('supplier-request')).toMatchObject({ recipient: 'supplier', channels: ['email'], rules: ['BAK-59'], urgent: true });
  expect((await look('', 'en')).body.items.find(({ name }: { name: string }) => name === 'change-refused').title).toBe(
    'change not approved',
  );
});

describe.each(['zh-CN', 'en'])('a preview in %s', (language) => {
  test.each(houseLetters())('of %s is whole, and speaks in the shop’s name', async (name) => {
    const { status, body } = await look(`/${name}/preview?language=${language}`);
    expect(status).toBe(200);
    for (const part of [body.subject, body.text, body.sms ?? '-']) {
      expect(part.trim()).not.toBe('');
      expect(part).not.toMatch(/undefined|null|NaN|Invalid Date|\[object|\{\{|\}\}|\{[a-zA-Z]+[,}]/);
    }
    expect(body.text).toContain('Shop main');
  });
});

test('BAK-33 BAK-63 the preview of the confirmation letter has what the store says of itself now', async () => {
  const { body } = await look('/confirmation-letter/preview');
  expect(body.subject).toContain('20260101001');
  for (const fact of ['王示例', '生日蛋糕', '¥288.00', '02112345678']) expect(body.text).toContain(fact);
  await shop.db.store.update({ where: { id: 'main' }, data: { complaintPhone: '021-60000002' } });
  expect((await look('/confirmation-letter/preview')).body.text).toContain('021-60000002');
});

test('a letter that nobody writes is none, and a language that nobody writes is refused', async () => {
  expect((await look('/love-letter/preview')).body.type).toBe('/problems/no-such-entry');
  expect((await look('/confirmation-letter/preview?language=fr')).body.errors[0].pointer).toBe('/language');
});
