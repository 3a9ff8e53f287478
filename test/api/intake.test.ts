import { aLine, anOrder, HOUR, openShop, placed, type Reply, type Shop } from './support/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const send = (change: Record<string, unknown>): Promise<Reply> =>
  shop.call('sales-consultant', 'POST', '/orders', { body: anOrder(shop, change) });

/** Refused with this pointer and rule, and nothing stored: no order, no number, no workflow. */
async function refuses(change: Record<string, unknown>, pointer: string, rule?: string): Promise<void> {
  const before = [await shop.db.order.count(), await shop.db.orderCounter.findMany(), await shop.db.text.count(), shop.desk.asked.length];
  const { status, body } = await send(change);
  expect(status).toBe(400);
  expect(body).toMatchObject({
    type: '/problems/invalid-request',
    status: 400,
    errors: expect.arrayContaining([expect.objectContaining({ pointer })]),
  });
  if (rule) {
    expect(body.rule).toBe(rule);
    expect(body.errors.find((error: { pointer: string }) => error.pointer === pointer).detail).toContain(rule);
  }
  expect([await shop.db.order.count(), await shop.db.orderCounter.findMany(), await shop.db.text.count(), shop.desk.asked.length]).toEqual(
    before,
  );
}
const without = (field: string): Record<string, unknown> => ({ [field]: undefined });

describe('taking an order', () => {
  test('answers the whole order, its address, and starts its workflow with nothing private in it', async () => {
    const { status, headers, body } = await send({});
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/api/v1/orders/${body.number}`);
    expect(body).toMatchObject({
      kind: 'bakery',
      state: 'draft',
      revision: 0,
      version: 1,
      money: { totalFen: 28_800, depositFen: 8_640, receivedFen: 0, outstandingFen: 28_800 },
    });
    const launched = shop.desk.asked.filter((asked) => asked.act === 'launch').at(-1);
    expect(launched?.order).toBe(body.number);
    expect(JSON.stringify(launched?.message)).not.toMatch(/王小明|13800138000|南京西路|李华|草莓|写生日快乐/);
  });

  test('is not lost when Temporal is away: it is on file, and its launch is still owed', async () => {
    shop.desk.answer('launch', () => Promise.reject(new Error('no connection')));
    const number = await placed(shop);
    shop.desk.accept();
    expect(await shop.db.order.findUnique({ where: { number } })).toMatchObject({ state: 'draft', launchedAt: null });
  });

  test('takes bakery orders only, so far', () => refuses({ kind: 'catering' }, '/kind'));
  test('points at a field it does not know', () => refuses({ colour: 'red' }, '/colour'));
  test('points at a field of a wrong type', () => refuses({ complex: 'no' }, '/complex'));
  test('points at every missing field', async () => {
    const { body } = await shop.call('sales-consultant', 'POST', '/orders', { body: { kind: 'bakery' } });
    const pointers = body.errors.map((error: { pointer: string }) => error.pointer);
    expect(pointers).toEqual(
      expect.arrayContaining([
        '/channel',
        '/customer',
        '/lines',
        '/occasion',
        '/urgency',
        '/complex',
        '/deliveryAt',
        '/delivery',
        '/needsChecked',
      ]),
    );
  });
  test('refuses a character that no record can keep', () =>
    refuses({ customer: { name: 'a\0b', phone: '13800138000' } }, '/customer/name'));
});

test('BAK-15 the needs must have been checked with the customer, and a sales consultant takes the order', async () => {
  await refuses({ needsChecked: false }, '/needsChecked', 'BAK-15');
  await refuses(without('needsChecked'), '/needsChecked', 'BAK-15');
  const { status, body } = await shop.call('baker', 'POST', '/orders', { body: anOrder(shop) });
  expect([status, body.type]).toEqual([403, '/problems/not-allowed']);
  const number = await placed(shop);
  expect(await shop.db.order.findUnique({ where: { number } })).toMatchObject({ needsChecked: true, takenBy: 'main-sales-consultant' });
});

test('BAK-16 the number is the day of intake in the store’s zone and a serial, never typed', async () => {
  const first = await placed(shop);
  const second = await placed(shop);
  expect(first).toMatch(/^20261123\d{3}$/);
  expect(Number(second.slice(8))).toBe(Number(first.slice(8)) + 1);
  await refuses({ number: '20261123999' }, '/number');
});

test('BAK-17 the customer’s name is required and not blank', async () => {
  await refuses({ customer: { phone: '13800138000' } }, '/customer/name', 'BAK-17');
  await refuses({ customer: { name: '  ', phone: '13800138000' } }, '/customer/name', 'BAK-17');
});

describe('BAK-18 the telephone can take SMS', () => {
  test.each(['02112345678', '12800138000', '1380013800', '+862112345678', '', 'abc'])('refuses %p', (phone) =>
    refuses({ customer: { name: '王', phone } }, '/customer/phone', 'BAK-18'),
  );
  test.each(['13800138000', '+8613800138000', '+447700900123'])('takes %p', async (phone) => {
    expect((await send({ customer: { name: '王', phone } })).status).toBe(201);
  });
  test('refuses a second channel that is no e-mail address', () =>
    refuses({ customer: { name: '王', phone: '13800138000', email: 'nobody' } }, '/customer/email', 'BAK-18'));
});

test('BAK-19 the product is one of the list', async () => {
  await refuses({ lines: [aLine({ product: 'moon-rocket' })] }, '/lines/0/product', 'BAK-19');
  await refuses({ lines: [aLine({ product: undefined })] }, '/lines/0/product', 'BAK-19');
});

test('BAK-19 the product’s type drives the complex, fragile and high-risk flags', async () => {
  const number = await placed(shop, { lines: [aLine({ product: 'wedding-cake', size: '3-tier' })], occasion: 'wedding' });
  expect(await shop.db.order.findUnique({ where: { number } })).toMatchObject({
    complex: true,
    facts: { highRisk: true, fragile: true, decoration: true },
  });
});

test('BAK-20 the quantity is a whole number of at least one', async () => {
  for (const quantity of [0, -1, 1.5, '2']) await refuses({ lines: [aLine({ quantity })] }, '/lines/0/quantity', 'BAK-20');
});

test('BAK-21 requirements are chosen; “none” is said explicitly and stands alone', async () => {
  await refuses({ lines: [aLine({ requirements: [] })] }, '/lines/0/requirements', 'BAK-21');
  await refuses({ lines: [aLine({ requirements: undefined })] }, '/lines/0/requirements', 'BAK-21');
  await refuses({ lines: [aLine({ requirements: ['none', 'low-sugar'] })] }, '/lines/0/requirements', 'BAK-21');
  expect((await send({ lines: [aLine({ requirements: ['none'] })] })).status).toBe(201);
});

test('BAK-22 the delivery is a whole hour in the future', async () => {
  const hour = Math.ceil(shop.now() / HOUR) * HOUR;
  await refuses({ deliveryAt: new Date(hour + 24.5 * HOUR).toISOString() }, '/deliveryAt', 'BAK-22');
  await refuses({ deliveryAt: new Date(hour - 24 * HOUR).toISOString() }, '/deliveryAt', 'BAK-22');
  await refuses({ deliveryAt: new Date(hour).toISOString() }, '/deliveryAt', 'BAK-22'); // this very moment is not the future
  await refuses({ deliveryAt: '2026-12-01T15:00:00' }, '/deliveryAt', 'BAK-22'); // no offset, no instant
  const { body } = await send({ deliveryAt: '2026-12-01T15:00:00+08:00' });
  expect(body.deliveryAt).toBe('2026-12-01T07:00:00.000Z');
});

test('BAK-22 the future is judged by the shop’s clock', async () => {
  const start = Date.parse('2026-11-23T02:00:00Z');
  const fast = await openShop({ clock: { originMs: start, rate: 7_200 }, now: start + HOUR });
  try {
    const realTomorrow = new Date(start + 24 * HOUR).toISOString(); // the shop is three hundred days past that
    const { status, body } = await fast.call('sales-consultant', 'POST', '/orders', { body: anOrder(fast, { deliveryAt: realTomorrow }) });
    expect([status, body.rule]).toEqual([400, 'BAK-22']);
    const number = await placed(fast);
    expect(number.slice(0, 8)).toBe(new Date(fast.now() + 8 * HOUR).toISOString().slice(0, 10).replaceAll('-', ''));
  } finally {
    await fast.close();
  }
});

test('BAK-23 a cake has flavour and size, a courier an address and a recipient', async () => {
  await refuses({ lines: [aLine({ flavour: undefined })] }, '/lines/0/flavour', 'BAK-23');
  await refuses({ lines: [aLine({ size: undefined })] }, '/lines/0/size', 'BAK-23');
  await refuses({ delivery: { method: 'courier', recipient: { name: '李', phone: '13900139000' } } }, '/delivery/address', 'BAK-23');
  await refuses({ delivery: { method: 'courier', address: '南京西路' } }, '/delivery/recipient', 'BAK-23');
  expect((await send({ delivery: { method: 'pickup' } })).body.delivery).toEqual({
    method: 'pickup',
    recipient: { name: '王小明', phone: '13800138000' },
  });
});

test('BAK-24 occasion and urgency are both chosen from their lists', async () => {
  await refuses({ occasion: 'party' }, '/occasion', 'BAK-24');
  await refuses(without('occasion'), '/occasion', 'BAK-24');
  await refuses({ urgency: 'asap' }, '/urgency', 'BAK-24');
  await refuses(without('urgency'), '/urgency', 'BAK-24');
  expect((await send({ occasion: 'corporate', urgency: 'rush' })).body).toMatchObject({ occasion: 'corporate', urgency: 'rush' });
});

test('an order’s price is no less than nothing, and no more than the records hold', async () => {
  await refuses({ lines: [aLine({ unitPriceFen: -1 })] }, '/lines/0/unitPriceFen');
  await refuses({ lines: [aLine({ unitPriceFen: 2_000_000_000, quantity: 2 })] }, '/lines');
});
