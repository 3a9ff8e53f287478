import { readPdf } from '../support/pdf';
import { anOrder, HOUR, openShop, placed, type Reply, type Shop } from '../support/http/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const PROMISED = '2026-12-05T15:00:00+08:00';

/** An order that is accepted, its making planned. */
async function accepted(change: Record<string, unknown> = {}, data: object = {}): Promise<string> {
  const number = await placed(shop, { deliveryAt: PROMISED, ...change });
  await shop.db.order.update({
    where: { number },
    data: {
      acceptedAt: new Date(shop.now()),
      changeWindowEndsAt: new Date(shop.now() + 72 * HOUR),
      plannedStartAt: new Date('2026-12-03T09:00:00+08:00'),
      process: { update: { state: 'materials', rulesVersion: 'bakery-1' } },
      ...data,
    },
  });
  return number;
}

/** The letter that confirms it to its customer, as its workflow queues it. */
const confirmed = async (number: string, own: object = {}): Promise<void> => {
  await shop.db.notice.create({
    data: {
      id: `order/${number}/letter-${Math.random()}`,
      processId: `order/${number}`,
      storeId: 'main',
      thread: number,
      to: 'customer',
      template: 'confirmation-letter',
      facts: { version: 1 },
      urgent: true,
      createdAt: new Date(shop.now()),
      notBefore: new Date(shop.now()),
      channels: [],
      ...own,
    },
  });
};

const print = (number: string, paper: string, query = ''): Promise<Reply> =>
  shop.call('baker', 'GET', `/orders/${number}/papers/${paper}${query}`);
const read = async (number: string, paper: string, query = '') => {
  const { status, headers, body } = await print(number, paper, query);
  expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf']);
  return readPdf(body as Buffer);
};
const lacksOf = ({ body }: Reply): unknown[] => body.errors.map(({ pointer, code, rule }: any) => [pointer, code, rule]);
const offered = async (number: string): Promise<Record<string, string[]>> =>
  Object.fromEntries(
    (await shop.call('packer', 'GET', `/orders/${number}/papers`)).body.items.map(({ paper, missing }: any) => [
      paper,
      missing.map(({ code }: any) => code),
    ]),
  );

describe('the confirmation letter on paper', () => {
  test('BAK-34 it has the production cycle, the delivery method and the emergency contact, and number, specification, amounts, the end of the changes and the refund rules', async () => {
    const number = await accepted();
    await confirmed(number);
    const { text, pages } = await read(number, 'letter');
    expect(pages).toBe(1);
    for (const words of [
      '定制订单确认函',
      `订单号 ${number}`,
      '12月3日周四 09:00 开始制作，12月5日周六 15:00 交付（约 2 天）',
      '送货上门',
      '南京西路100号',
      '13900139000', // the shop's emergency contact
      '生日蛋糕',
      '规格：8 寸',
      '¥288.00',
      '¥86.40', // 30 % of it
      '2026年11月26日周四 10:00', // 72 hours after acceptance
      '因您的原因取消，退款为已付款项扣除已实际产生的成本。',
      '退款在确认后 3 日内支付。',
    ])
      expect(text).toContain(words);
  });

  test.each([
    ['the production cycle', { plannedStartAt: null }, ['/order/plannedStartAt', 'lacks-planned-start', 'BAK-34']],
    ['the delivery method', { delivery: { method: 'courier' } }, ['/order/delivery', 'lacks-delivery-method', 'BAK-34']],
  ])('BAK-34 it is refused without %s, which the refusal names', async (_what, data, lack) => {
    const number = await accepted({}, data);
    await confirmed(number);
    const reply = await print(number, 'letter');
    expect([reply.status, reply.body.type, reply.body.rule, lacksOf(reply)]).toEqual([409, '/problems/paper-incomplete', 'BAK-34', [lack]]);
    expect((await offered(number))['letter']).toEqual([lack[1]]);
  });

  test('BAK-34 it is refused without the emergency contact of the shop', async () => {
    const number = await accepted();
    await confirmed(number);
    await shop.db.store.update({ where: { id: 'main' }, data: { emergencyContact: ' ' } });
    expect(lacksOf(await print(number, 'letter'))).toEqual([['/shop/emergencyContact', 'lacks-emergency-contact', 'BAK-34']]);
    await shop.db.store.update({ where: { id: 'main' }, data: { emergencyContact: '13900139000' } });
    expect((await print(number, 'letter')).status).toBe(200);
  });

  test('BAK-33 it says what the last letter that holds was written from, and there is none before one is written', async () => {
    const number = await accepted();
    expect(lacksOf(await print(number, 'letter'))).toEqual([['/order/letters', 'lacks-letter', 'BAK-33']]);
    await confirmed(number, { facts: { version: 2 } });
    expect((await read(number, 'letter')).text).toContain('第 2 版');
    await confirmed(number, { facts: { version: 3 }, state: 'withdrawn' });
    expect((await read(number, 'letter')).text).toContain('第 2 版');
  });

  test('it is in the language of its customer, unless another is asked for', async () => {
    const number = await accepted({ customer: { ...(anOrder(shop)['customer'] as object), language: 'en' } });
    await confirmed(number);
    expect((await read(number, 'letter')).text).toContain('Order confirmation');
    expect((await read(number, 'letter', '?language=zh')).text).toContain('定制订单确认函');
    expect((await print(number, 'letter', '?language=fr')).status).toBe(400);
  });
});
