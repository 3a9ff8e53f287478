import { openShop, placed, type Shop } from '../support/http/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const book = async (language = 'en'): Promise<any> => {
  const { body } = await shop.call('baker', 'GET', '/rulebook', { headers: { 'Accept-Language': language } });
  return body.books.find(({ kind }: { kind: string }) => kind === 'bakery');
};
const clauses = (rules: any[], id: string): any[] => rules.find((rule) => rule.id === id).clauses;

test('BAK-36 BAK-31 BAK-49 the rulebook says every number beside its clause, in the reader’s language, rule by rule', async () => {
  const { version, rules } = await book();
  expect(version).toBe('bakery-1');
  expect(clauses(rules, 'BAK-36')).toEqual([
    {
      name: 'changeWindow',
      zh: '接单后72小时内可调整订单内容',
      en: 'Order content may be adjusted within 72 h',
      value: '72 h',
      unit: 'hours',
      source: 'regulation',
    },
    {
      name: 'changeWindowRemind',
      zh: '调整期结束前12小时提醒顾客',
      en: 'Customer reminded 12 h before the window closes',
      value: '12 h',
      unit: 'hours',
      source: 'reading',
    },
  ]);
  const value = (id: string, name: string) => clauses(rules, id).find((clause) => clause.name === name).value;
  expect([value('BAK-31', 'depositShare'), value('BAK-49', 'photosDue'), value('BAK-81', 'committeeQuorum')]).toEqual([
    '30 %',
    '17:00',
    '2',
  ]);
  const ids = rules.map(({ id }: { id: string }) => id);
  expect(ids).toHaveLength(new Set(ids).size);
  expect(clauses((await book('zh-CN')).rules, 'BAK-36')[0].value).toBe('72小时');
});

test('it says how many open orders carry which version, this one and others, and counts no other store’s and none that has ended', async () => {
  const [older, ended] = [await placed(shop), await placed(shop)];
  await placed(shop);
  const other = await placed(shop);
  const change = (number: string, data: object) => shop.db.order.update({ where: { number }, data: { process: { update: data } } });
  await change(older, { rulesVersion: 'bakery-0' });
  await change(ended, { rulesVersion: 'bakery-0', closedAt: new Date(shop.now()) });
  await change(other, { storeId: 'other' });
  expect((await book()).held).toEqual([
    { version: 'bakery-0', orders: 1 },
    { version: 'bakery-1', orders: 1 },
  ]);
});
