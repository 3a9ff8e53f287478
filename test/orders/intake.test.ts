import { aLine, anOrder, HOUR, openShop, placed, type Reply, type Shop } from '../support/http/shop';

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
    expect(await shop.db.process.findUnique({ where: { id: `order/${number}` } })).toMatchObject({ state: 'draft', launchedAt: null });
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

test('BAK-17 a name that cannot be seen as it is, is no name; white space in it is one space', async () => {
  for (const sign of ['\u200b', '\u202e', '\r', '\n', '\u0007'])
    await refuses({ customer: { name: `王${sign}小明`, phone: '13800138000' } }, '/customer/name', 'BAK-17');
  await refuses(
    { delivery: { method: 'courier', address: '南京\u202e西路', recipient: { name: '李', phone: '13900139000' } } },
    '/delivery/address',
  );
  await refuses({ lines: [aLine({ note: '甜\u0007' })] }, '/lines/0/note');
  await refuses({ lines: [aLine({ flavour: '草\u200b莓' })] }, '/lines/0/flavour', 'BAK-23');
  const { body } = await send({ customer: { name: ' 王　 小明 ', phone: '13800138000' }, lines: [aLine({ note: '一\r\n二' })] });
  expect([body.customer.name, body.lines[0].note]).toEqual(['王 小明', '一\n二']);
});

describe('BAK-18 the telephone can take SMS', () => {
  test.each(['02112345678', '12800138000', '1380013800', '+862112345678', '', 'abc'])('refuses %p', (phone) =>
    refuses({ customer: { name: '王', phone } }, '/customer/phone', 'BAK-18'),
  );
  test.each(['13800138000', '+8613800138000', '+447700900123'])('takes %p', async (phone) => {
    expect((await send({ customer: { name: '王', phone } })).status).toBe(201);
  });
  test('keeps every way to write one number in one form, the recipient’s as the customer’s', async () => {
    const recipient = { name: '李', phone: '＋４４ (0)7700-900 123' };
    const { body } = await send({
      customer: { name: '王', phone: ' 0086 138-0013 8000' },
      delivery: { method: 'courier', address: '南京西路', recipient },
    });
    expect([body.customer.phone, body.delivery.recipient.phone]).toEqual(['13800138000', '+447700900123']);
  });
  test.each(['a&b@example.com', 'a/b@example.com', 'ming+cake@example.com', 'a@xn--fiqs8s'])(
    'takes %p as a second channel',
    async (email) => {
      expect((await send({ customer: { name: '王', phone: '13800138000', email } })).body.customer.email).toBe(email);
    },
  );
  test('refuses a local part of 65 characters', () =>
    refuses({ customer: { name: '王', phone: '13800138000', email: `${'a'.repeat(65)}@example.com` } }, '/customer/email', 'BAK-18'));
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
  for (const quantity of [0, -1, 1.5, '2', undefined]) await refuses({ lines: [aLine({ quantity })] }, '/lines/0/quantity', 'BAK-20');
});

test('BAK-21 requirements are chosen; “none” is said explicitly and stands alone', async () => {
  await refuses({ lines: [aLine({ requirements: [] })] }, '/lines/0/requirements', 'BAK-21');
  await refuses({ lines: [aLine({ requirements: undefined })] }, '/lines/0/requirements', 'BAK-21');
  await refuses({ lines: [aLine({ requirements: ['none', 'low-sugar'] })] }, '/lines/0/requirements', 'BAK-21');
  expect((await send({ lines: [aLine({ requirements: ['none'] })] })).status).toBe(201);
});

describe('BAK-21 a requirement and an allergen that it keeps out contradict each other', () => {
  test.each([
    ['gluten-free', 'gluten'],
    ['egg-free', 'egg'],
    ['dairy-free', 'milk'],
    ['nut-free', 'nuts'],
    ['nut-free', 'peanut'],
    ['vegetarian', 'fish'],
    ['vegetarian', 'crustacean'],
  ])('%s and %s', async (requirement, allergen) => {
    const lines = [aLine(), aLine({ requirements: ['halal', requirement], allergens: ['soy', allergen] })];
    await refuses({ lines }, '/lines/1/allergens/1', 'BAK-21');
    expect((await send({ lines: [aLine({ requirements: [requirement], allergens: ['soy', 'sesame'] })] })).status).toBe(201);
  });

  test('so do low-sugar and sugar-free', () =>
    refuses({ lines: [aLine({ requirements: ['low-sugar', 'sugar-free'] })] }, '/lines/0/requirements', 'BAK-21'));

  test('and in a change they do as well', async () => {
    const number = await placed(shop);
    const lines = [aLine({ requirements: ['gluten-free'], allergens: ['gluten'] })];
    for (const reply of [
      await shop.call('sales-consultant', 'POST', `/orders/${number}/changes`, { body: { patch: { lines }, reason: '过敏' } }),
      await shop.call(null, 'POST', `/links/${shop.link({ scope: 'customer', order: number })}/changes`, {
        body: { patch: { lines }, reason: '过敏' },
      }),
    ]) {
      expect([reply.status, reply.body.rule, reply.body.errors[0].pointer]).toEqual([400, 'BAK-21', '/patch/lines/0/allergens/0']);
    }
  });
});

test('BAK-21 a list says each thing once', async () => {
  await refuses({ lines: [aLine({ requirements: ['low-sugar', 'halal', 'low-sugar'] })] }, '/lines/0/requirements/2', 'BAK-21');
  await refuses({ lines: [aLine({ allergens: ['egg', 'egg'] })] }, '/lines/0/allergens/1', 'BAK-21');
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

test('BAK-17, BAK-18 what a customer writes by link is judged, and kept, as what the shop writes', async () => {
  const number = await placed(shop);
  const token = shop.link({ scope: 'customer', order: number });
  const change = (recipient: Record<string, unknown>): Promise<Reply> =>
    shop.call(null, 'POST', `/links/${token}/changes`, {
      body: { patch: { delivery: { method: 'courier', address: '淮海路2号', recipient } }, reason: '换地址' },
    });
  for (const [recipient, pointer] of [
    [{ name: '李\u202e华', phone: '13900139000' }, '/patch/delivery/recipient/name'],
    [{ name: '李华', phone: '021-12345678' }, '/patch/delivery/recipient/phone'],
  ] as const) {
    const { status, body } = await change(recipient);
    expect([status, body.errors[0].pointer]).toEqual([400, pointer]);
  }
  const { status, body } = await change({ name: ' 李　华 ', phone: '+86 139-0013-9000' });
  expect(status).toBe(201);
  expect((await shop.db.change.findUnique({ where: { id: body.id } }))?.patch).toMatchObject({
    delivery: { recipient: { name: '李 华', phone: '13900139000' } },
  });
});
