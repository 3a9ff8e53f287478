import { createRecorder } from '../../src/process/record/recorder';
import type { RecordBatch } from '../../src/process/process.messages';
import { HOUR, openShop, placed, staffId, type Reply, type Shop } from '../support/http/shop';
import { aBatch } from '../support/records';

let shop: Shop;
let order: string;
beforeAll(async () => {
  shop = await openShop();
});
beforeEach(async () => {
  order = await placed(shop);
});
afterAll(() => shop.close());

const FINANCE = { kind: 'staff', id: staffId('finance'), roles: ['finance'], via: 'http' } as const;
/** What the order's workflow puts on record. */
const recorded = async (rows: Partial<RecordBatch>): Promise<void> => {
  await createRecorder(shop.db).record(aBatch(order, 1, rows));
};
const words = (id: string, body: Record<string, string>): Promise<unknown> =>
  shop.db.text.create({
    data: { id, processId: `order/${order}`, storeId: 'main', body, createdBy: 'somebody', createdAt: new Date(shop.now()) },
  });
const read = (list: string): Promise<Reply> => shop.call('baker', 'GET', `/orders/${order}/${list}`);
const at = (hours: number): string => new Date(shop.now() + hours * HOUR).toISOString();

test('BAK-32 BAK-39 payments and refunds are told with who recorded them and what was noted', async () => {
  await words(`${order}-note`, { reference: 'R-17' });
  const payment = { method: 'wechat', by: FINANCE };
  await recorded({
    payments: [
      { id: `${order}-back`, direction: 'refund', amountFen: 500, receivedAt: shop.now() + HOUR, ...payment },
      { id: `${order}-in`, direction: 'in', amountFen: 8_640, receivedAt: shop.now(), ...payment, textId: `${order}-note` },
    ],
  });
  const by = { kind: 'staff', id: staffId('finance'), name: 'Name of finance', via: 'http' };
  const { status, body } = await read('payments');
  expect([status, body]).toEqual([
    200,
    {
      items: [
        { id: `${order}-in`, direction: 'in', amountFen: 8_640, method: 'wechat', receivedAt: at(0), by, reference: 'R-17' },
        { id: `${order}-back`, direction: 'refund', amountFen: 500, method: 'wechat', receivedAt: at(1), by, reference: null },
      ],
      next: null,
    },
  ]);
});

test('BAK-41 the cost ledger is told entry by entry', async () => {
  await recorded({ costs: [{ id: `${order}-cost`, cost: 'labour', amountFen: 700, at: shop.now() + HOUR, by: FINANCE }] });
  expect((await read('costs')).body.items).toEqual([
    { id: `${order}-cost`, cost: 'labour', amountFen: 700, at: at(1), by: expect.objectContaining({ name: 'Name of finance' }) },
  ]);
});

test('BAK-07 BAK-38 every version is told, with its telephones masked', async () => {
  const [first] = await shop.db.orderVersion.findMany({ where: { orderNumber: order } });
  const { lines, delivery, deliveryAt } = first as NonNullable<typeof first>;
  const changed = { method: 'courier', address: '淮海路1号', recipient: { name: '李华', phone: '13900135678' } };
  await shop.db.orderVersion.create({
    data: {
      orderNumber: order,
      version: 2,
      lines: lines as object[],
      delivery: changed,
      deliveryAt,
      totalFen: 30_000,
      at: new Date(at(2)),
    },
  });
  const { status, body } = await read('versions');
  expect([status, body.items]).toEqual([
    200,
    [
      {
        version: 1,
        at: at(0),
        deliveryAt: deliveryAt.toISOString(),
        totalFen: 28_800,
        lines: [expect.objectContaining({ product: 'birthday-cake', flavour: '草莓', note: '写生日快乐' })],
        delivery: { ...(delivery as object), recipient: { name: '李华', phone: '139****9000' } },
      },
      expect.objectContaining({
        version: 2,
        at: at(2),
        totalFen: 30_000,
        delivery: { ...changed, recipient: { name: '李华', phone: '139****5678' } },
      }),
    ],
  ]);
});

test('BAK-82 the one rating is told in the customer’s words; before it there is none', async () => {
  expect((await read('ratings')).body).toEqual({ items: [], next: null });
  await words(`${order}-said`, { comment: '非常好吃' });
  await recorded({ ratings: [{ score: 4.5, source: 'customer', at: shop.now(), textId: `${order}-said` }] });
  expect((await read('ratings')).body).toEqual({
    items: [{ score: 4.5, source: 'customer', at: at(0), comment: '非常好吃' }],
    next: null,
  });
});

test('BAK-59 whom the shop asked about a shortage, and what came of it, is told by name', async () => {
  const exception = `${order}-short`;
  await shop.db.supplier.create({
    data: { id: `${order}-s`, storeId: 'main', name: '东方乳业', channel: 'email', items: ['fresh-cream'], rank: 1, limitMinutes: 30 },
  });
  await recorded({
    exceptions: [
      {
        id: exception,
        type: 'ingredient-shortage',
        foundAt: shop.now(),
        reportedAt: shop.now(),
        reporter: FINANCE,
        late: false,
        item: 'fresh-cream',
        state: 'open',
        firstResponseAt: null,
        outcome: null,
        closedAt: null,
      },
    ],
    contacts: [
      {
        id: `${order}-c2`,
        exceptionId: exception,
        supplierId: 'gone',
        askedAt: shop.now() + HOUR,
        answeredAt: null,
        result: 'asked',
        promisedAt: null,
      },
      {
        id: `${order}-c1`,
        exceptionId: exception,
        supplierId: `${order}-s`,
        askedAt: shop.now(),
        answeredAt: shop.now() + HOUR,
        result: 'promised',
        promisedAt: shop.now() + 3 * HOUR,
      },
    ],
  });
  const asked = { exception, item: 'fresh-cream' };
  expect((await read('sourcing')).body.items).toEqual([
    {
      id: `${order}-c1`,
      ...asked,
      supplier: { id: `${order}-s`, name: '东方乳业' },
      askedAt: at(0),
      answeredAt: at(1),
      result: 'promised',
      promisedAt: at(3),
    },
    {
      id: `${order}-c2`,
      ...asked,
      supplier: { id: 'gone', name: 'gone' },
      askedAt: at(1),
      answeredAt: null,
      result: 'asked',
      promisedAt: null,
    },
  ]);
});

test('BAK-06 an issued link is told by whom, to whom and until when, and never its token', async () => {
  const made = await shop.call('sales-consultant', 'POST', `/orders/${order}/links`, { body: { scope: 'customer' } });
  const token = String(made.body.url).split('/').at(-1) ?? '';
  const { body } = await shop.call('store-manager', 'GET', `/orders/${order}/links`);
  expect(body.items).toEqual([
    expect.objectContaining({
      scope: 'customer',
      state: 'live',
      issuedBy: { id: staffId('sales-consultant'), name: 'Name of sales-consultant' },
      issuedAt: at(0),
      expiresAt: made.body.expiresAt,
      revokedAt: null,
    }),
  ]);
  expect(token.length).toBeGreaterThan(20);
  for (const part of token.split('.')) expect(JSON.stringify(body)).not.toContain(part);
});
