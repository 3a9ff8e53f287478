import { aQuestion, aTask, HOUR, openShop, placed, staffId, type Reply, type Shop } from '../support/http/shop';

const DAY = 24 * HOUR;
let shop: Shop;
let order: string;
beforeAll(async () => {
  shop = await openShop({ settings: { orderAheadDays: 100 } });
});
afterAll(() => shop.close());
beforeEach(async () => {
  order = await placed(shop);
});

const iso = (at: number): string => new Date(at).toISOString();
/** Minutes and days from now. */
const at = (days: number, minutes = 0): string => iso(shop.now() + days * DAY + minutes * 60_000);
/** Years that stand in ISO 8601 and in no calendar of this house. */
const ABSURD = ['0000-01-01T00:00:00Z', '1999-12-31T23:00:00Z', '2200-01-01T00:00:00Z', '9999-12-31T15:00:00Z'];

/** A field error as these tests name it: its code, and the rule it stands under. */
const told = ({ pointer, code, rule }: { pointer: string; code: string; rule?: string }) => ({
  pointer,
  what: rule ? `${code} (${rule})` : code,
});

async function refuses(send: () => Promise<Reply>, pointer: string, code: string): Promise<void> {
  const asked = shop.desk.asked.length;
  const { status, body } = await send();
  expect([status, body.errors?.map(told)]).toEqual([400, [{ pointer, what: expect.stringContaining(code) }]]);
  expect(shop.desk.asked).toHaveLength(asked);
}
const absurd = async (send: (instant: string) => Promise<Reply>, pointer: string): Promise<void> => {
  for (const instant of ABSURD) await refuses(() => send(instant), pointer, 'out-of-years');
};

describe('BAK-22 a delivery is promised within the shop’s horizon', () => {
  const take = (deliveryAt: string): Promise<Reply> =>
    placed(shop, { deliveryAt }).then(
      () => ({ status: 201 }) as Reply,
      (error: Error) => ({ status: 400, body: JSON.parse(error.message) }) as Reply,
    );
  const hour = (days: number): string => iso(Math.floor((shop.now() + days * DAY) / HOUR) * HOUR);

  test('when the order is taken', async () => {
    await absurd(take, '/deliveryAt');
    await refuses(() => take(hour(101)), '/deliveryAt', 'too-far-ahead (BAK-22)');
    await refuses(() => take(hour(0)), '/deliveryAt', 'in-the-past (BAK-22)');
    expect((await take(hour(100))).status).toBe(201);
  });

  test('when it is changed', async () => {
    const change = (deliveryAt: string): Promise<Reply> =>
      shop.call('sales-consultant', 'POST', `/orders/${order}/changes`, { body: { patch: { deliveryAt }, reason: '改期' } });
    await absurd(change, '/patch/deliveryAt');
    await refuses(() => change(hour(101)), '/patch/deliveryAt', 'too-far-ahead');
  });
});

describe('what is told of an order happened since its intake, and not in the future', () => {
  test('BAK-58 a problem', async () => {
    const report = (foundAt: string): Promise<Reply> =>
      shop.call('baker', 'POST', `/orders/${order}/exceptions`, { body: { type: 'other', foundAt, description: '问题' } });
    await absurd(report, '/foundAt');
    await refuses(() => report(at(0, -1)), '/foundAt', 'before-intake (BAK-58)');
    await refuses(() => report(at(0, 1)), '/foundAt', 'in-the-future (BAK-58)');
    expect((await report(at(0))).status).toBe(201);
  });

  test('BAK-31 money received', async () => {
    const pay = (receivedAt: string): Promise<Reply> =>
      shop.call('finance', 'POST', `/orders/${order}/payments`, { body: { amountFen: 1, method: 'cash', receivedAt } });
    await absurd(pay, '/receivedAt');
    await refuses(() => pay(at(0, -1)), '/receivedAt', 'before-intake');
    await refuses(() => pay(at(0, 1)), '/receivedAt', 'in-the-future');
    expect((await pay(at(0))).status).toBe(201);
  });

  test('BAK-63 the day on the quality card', async () => {
    const task = await aTask(shop, order, 'packing-checklist', 'packer');
    const pack = (productionDate: string): Promise<Reply> =>
      shop.call('packer', 'POST', `/tasks/${task}/completion`, { body: { answer: { lines: [], orderNumber: order, productionDate } } });
    for (const day of ['0000-01-01', '9999-12-31']) await refuses(() => pack(day), '/answer/productionDate', 'out-of-years');
  });
});

describe('BAK-59 a supplier promises for later than now, and within the year', () => {
  const expectJudged = async (send: (promisedAt: string) => Promise<Reply>, pointer: string): Promise<void> => {
    await absurd(send, pointer);
    await refuses(() => send(at(0)), pointer, 'in-the-past (BAK-59)');
    await refuses(() => send('2026-11-20T00:00:00Z'), pointer, 'in-the-past (BAK-59)');
    await refuses(() => send(at(367)), pointer, 'too-far-ahead (BAK-59)');
    expect((await send(at(2))).status).toBe(200);
  };

  test('by link', async () => {
    const token = await aQuestion(shop, order);
    await expectJudged(
      (promisedAt) => shop.call(null, 'POST', `/links/${token}/supplier-answer`, { body: { available: true, promisedAt } }),
      '/promisedAt',
    );
  });

  test('by the hand of whoever telephones', async () => {
    const task = await aTask(shop, order, 'contact-supplier', 'production-supervisor');
    await expectJudged(
      (promisedAt) =>
        shop.call('production-supervisor', 'POST', `/tasks/${task}/completion`, {
          body: { answer: { result: 'promised', supplier: 's1', promisedAt } },
        }),
      '/answer/promisedAt',
    );
  });
});

test('BAK-76 a replacement is promised within the shop’s horizon', async () => {
  const task = await aTask(shop, order, 'answer-exception', 'production-supervisor');
  const replace = (replacementAt: string): Promise<Reply> =>
    shop.call('production-supervisor', 'POST', `/tasks/${task}/completion`, { body: { answer: { outcome: 'replace', replacementAt } } });
  const hour = (days: number): string => iso(Math.floor((shop.now() + days * DAY) / HOUR) * HOUR);
  await absurd(replace, '/answer/replacementAt');
  await refuses(() => replace(hour(0)), '/answer/replacementAt', 'in-the-past (BAK-76)');
  await refuses(() => replace(hour(101)), '/answer/replacementAt', 'too-far-ahead (BAK-76)');
  expect((await replace(hour(1))).status).toBe(200);
});

test('BAK-24, BAK-29 a plan lies between the intake and the delivery', async () => {
  const task = await aTask(shop, order, 'feasibility-review', 'production-supervisor');
  const people = { materials: staffId('production-supervisor'), making: staffId('baker') };
  const review = (plannedStartAt: string, materialsDueAt = at(1), decorationDueAt = at(2)): Promise<Reply> =>
    shop.call('production-supervisor', 'POST', `/tasks/${task}/completion`, {
      body: { answer: { outcome: 'feasible', plannedStartAt, assignees: people, compressed: { materialsDueAt, decorationDueAt } } },
    });
  await absurd((instant) => review(instant), '/answer/plannedStartAt');
  await absurd((instant) => review(at(1), instant), '/answer/compressed/materialsDueAt');
  await absurd((instant) => review(at(1), at(1), instant), '/answer/compressed/decorationDueAt');
  await refuses(() => review(at(-1)), '/answer/plannedStartAt', 'before-intake (BAK-29)');
  await refuses(() => review(at(20)), '/answer/plannedStartAt', 'after-delivery (BAK-29)');
  await refuses(() => review(at(1), at(-1)), '/answer/compressed/materialsDueAt', 'before-intake (BAK-24)');
  await refuses(() => review(at(1), at(1), at(20)), '/answer/compressed/decorationDueAt', 'after-delivery (BAK-24)');
  expect((await review(at(1))).status).toBe(200);
});

describe('lists', () => {
  test('are asked for any days of two centuries, and say so', async () => {
    const list = (query: string): Promise<Reply> => shop.call('baker', 'GET', `/orders?${query}`);
    await absurd((instant) => list(`deliveryFrom=${instant}`), '/deliveryFrom');
    await absurd((instant) => list(`deliveryTo=${instant}`), '/deliveryTo');
    const { status, body } = await list('deliveryFrom=2000-01-01T00:00:00Z&deliveryTo=2199-12-31T23:59:59Z');
    expect([status, body.items.length > 0]).toEqual([200, true]);
  });

  test('show a row whose instants nobody can write, beside the others', async () => {
    await shop.db.$executeRaw`INSERT INTO exceptions (id, order_number, type, found_at, reported_at, reporter, late, state)
      VALUES (${`${order}-a`}, ${order}, 'other', '0001-01-01 BC', '2026-11-23T03:00:00Z', '{}', false, 'open'),
             (${`${order}-b`}, ${order}, 'other', '2026-11-23T02:00:00Z', '10000-01-01', '{}', false, 'open'),
             (${`${order}-c`}, ${order}, 'other', '2026-11-23T02:00:00Z', '2026-11-23T03:00:00Z', '{}', false, 'open')`;
    const { status, body } = await shop.call('baker', 'GET', `/orders/${order}/exceptions`);
    expect([status, body.items]).toEqual([
      200,
      [
        expect.objectContaining({ id: `${order}-a`, foundAt: '0001-01-01T00:00:00.000Z' }),
        expect.objectContaining({ id: `${order}-c`, foundAt: '2026-11-23T02:00:00.000Z' }),
        expect.objectContaining({ id: `${order}-b`, reportedAt: '0001-01-01T00:00:00.000Z' }),
      ],
    ]);
  });
});
