import type { Role } from '../../src/base/roles';
import { aLine, belongsTo, HOUR, openShop, placed, type Reply, type Shop } from '../support/http/shop';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const ask = (phone: string, more = '', who: Role = 'sales-consultant'): Promise<Reply> =>
  shop.call(who, 'GET', `/customers?phone=${encodeURIComponent(phone)}${more}`);
const names = async (phone: string): Promise<string[]> => (await ask(phone)).body.items.map(({ name }: { name: string }) => name);

/** An order of somebody, taken an hour after the one before. */
async function orders(name: string, phone: string, change: Record<string, unknown> = {}): Promise<string> {
  shop.time.now += HOUR;
  return placed(shop, { customer: { name, phone, language: 'zh-CN' }, ...change });
}

describe('a customer is found by telephone', () => {
  test('with what they had, and what they asked for last time', async () => {
    await orders('陈晓燕', '13800138000', { lines: [aLine({ requirements: ['halal'], allergens: ['fish'], note: '旧的' })] });
    const [second, third] = [await orders('陈晓燕', '13800138000'), await orders('陈晓燕', '13800138000')];
    const last = await orders('陈小燕', '13800138000', {
      lines: [
        aLine({ requirements: ['low-sugar', 'nut-free'], allergens: ['egg'], note: '不要花生' }),
        aLine({ product: 'mousse-cake', requirements: ['low-sugar'], allergens: ['egg', 'milk'] }),
        aLine({ product: 'mousse-cake', requirements: ['none'] }),
      ],
    });
    await shop.db.process.update({ where: { id: `order/${third}` }, data: { state: 'closed' } });
    const { status, body } = await ask('138 0013 8000');
    expect([status, body.next]).toEqual([200, null]);
    expect(body.items).toEqual([
      {
        id: expect.stringMatching(/^[\w-]{22}$/),
        name: '陈小燕',
        phone: '13800138000',
        orders: 4,
        lastOrders: [
          { number: last, title: expect.stringContaining('慕斯蛋糕'), deliveryAt: expect.any(String), state: 'draft' },
          { number: third, title: '生日蛋糕 8 寸 × 1', deliveryAt: expect.any(String), state: 'closed' },
          { number: second, title: '生日蛋糕 8 寸 × 1', deliveryAt: expect.any(String), state: 'draft' },
        ],
        requirements: ['low-sugar', 'nut-free'],
        allergens: ['egg', 'milk'],
        wishes: ['不要花生'],
      },
    ]);
  });

  test('by the last four digits everybody whose telephone ends so, masked; who ordered last comes first, page by page', async () => {
    await orders('甲', '13800130012');
    await orders('乙', '13911110012');
    await orders('丙', '13800130013');
    await orders('甲', '13800130012');
    const { body } = await ask('0012');
    expect(body.items.map(({ name, phone, orders }: Record<string, unknown>) => [name, phone, orders])).toEqual([
      ['甲', '138****0012', 2],
      ['乙', '139****0012', 1],
    ]);
    const first = (await ask('0012', '&limit=1')).body;
    const second = (await ask('0012', `&limit=1&cursor=${first.next}`)).body;
    expect([first.items[0].name, second.items[0].name, second.next]).toEqual(['甲', '乙', null]);
    const [whole] = (await ask('13800130012')).body.items;
    expect([whole.id, whole.phone]).toEqual([body.items[0].id, '13800130012']);
  });

  test('abroad too, and by no other part of it', async () => {
    await orders('Mary', '+447700900123');
    for (const phone of ['0123', '+44 7700 900123', '00447700900123', '447700900123'])
      expect([phone, await names(phone)]).toEqual([phone, ['Mary']]);
    for (const phone of ['4477', '7700900123']) expect([phone, await names(phone)]).toEqual([phone, []]);
  });

  test('in one’s own store, and not once their data is erased', async () => {
    const [here, there] = [await orders('甲', '13800138000'), await orders('甲', '13800138000')];
    const [both] = (await ask('8000')).body.items;
    await belongsTo(shop, there, 'other');
    const [one] = (await ask('8000')).body.items;
    expect([both.orders, one.orders, one.id === both.id]).toEqual([2, 1, true]);
    await shop.db.order.update({ where: { number: here }, data: { customer: {} } });
    expect(await names('8000')).toEqual([]);
  });

  test.each(['', '123', '12345', 'abcd', '０', '02112345678', "8000'", '8000 or 1'])(
    '%j is no telephone, and the problem names the field',
    async (phone) => {
      const { status, body } = await ask(phone);
      expect([status, body.errors[0].pointer, body.errors[0].code]).toEqual([400, '/phone', 'not-a-phone-to-find']);
    },
  );

  test('and by nothing else', async () => {
    const without = await shop.call('sales-consultant', 'GET', '/customers');
    const name = await ask('8000', '&name=x');
    expect([without.body.errors[0].pointer, without.body.errors[0].code, name.body.errors[0].pointer]).toEqual([
      '/phone',
      'required',
      '/name',
    ]);
  });
});

test('neither who was asked for nor who was found stands in a log', async () => {
  await orders('陈晓燕', '13800138000');
  shop.log.length = 0;
  await ask('13800138000');
  await ask('8000');
  await ask('13800138000x');
  await ask('13800138000', '', 'baker');
  await shop.call('sales-consultant', 'GET', '/orders?q=13800138000');
  await shop.db.$executeRaw`ALTER TABLE orders RENAME TO gone`;
  expect((await ask('13800138000')).status).toBe(500);
  expect(shop.log.length).toBeGreaterThan(5);
  expect(shop.log.join('')).not.toMatch(/8000|陈晓燕/);
});
