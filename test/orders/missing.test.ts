import { openShop, placed, type Reply, type Shop } from '../support/http/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

/** What the baker reads of an order about which its workflow has said this. */
async function missing(shut: object[], language: string): Promise<unknown> {
  const number = await placed(shop);
  await shop.db.order.update({ where: { number }, data: { shut } });
  const { status, body } = await shop.call('baker', 'GET', `/orders/${number}`, { headers: { 'Accept-Language': language } });
  expect(status).toBe(200);
  return body.missing;
}

const WAITING = [
  { move: 'begin-making', rule: 'BAK-44', why: { code: 'sheet-unsigned', params: { version: 2 } } },
  { move: 'begin-making', rule: 'BAK-31', why: { code: 'prepayment-missing', params: { missingFen: 3_360 } } },
  { move: 'begin-making', rule: 'BAK-81', why: { code: 'held-by-committee' } },
];

test('a Chinese reader sees what the next move of an order still waits for, and by which rule', async () => {
  expect(await missing(WAITING, 'zh-CN')).toEqual([
    { move: 'begin-making', title: '开始制作', rule: 'BAK-44', text: '第 2 版生产任务单尚未签收。' },
    { move: 'begin-making', title: '开始制作', rule: 'BAK-31', text: '预付款尚缺 ¥33.60。' },
    { move: 'begin-making', title: '开始制作', rule: 'BAK-81', text: '食品安全委员会已暂停此订单。' },
  ]);
});

test('an English reader sees the same in English', async () => {
  expect(await missing(WAITING, 'en')).toEqual([
    { move: 'begin-making', title: 'Begin making', rule: 'BAK-44', text: 'Version 2 of the task sheet is not signed.' },
    { move: 'begin-making', title: 'Begin making', rule: 'BAK-31', text: '¥33.60 of the prepayment are missing.' },
    { move: 'begin-making', title: 'Begin making', rule: 'BAK-81', text: 'The food-safety committee holds the order.' },
  ]);
});

test('of an order that nothing holds up, nothing is missing', async () => {
  const number = await placed(shop);
  expect((await shop.call('baker', 'GET', `/orders/${number}`)).body.missing).toEqual([]);
});

test('the description of the API says what each field means', async () => {
  const { components } = (await (await fetch(`${shop.url}/openapi.json`)).json()) as Reply['body'];
  expect(components.schemas.Order.properties.missing.description).toContain('still wait for');
  expect(components.schemas.MissingForMove.required).toEqual(['move', 'title', 'rule', 'text']);
});
