import { belongsTo, HOUR, openShop, placed, type Shop } from '../support/http/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const DAY = 24 * HOUR;
/** The first instant of today by the clock of the store, which is eight hours ahead of UTC. */
const today = (): number => Math.floor((shop.now() + 8 * HOUR) / DAY) * DAY - 8 * HOUR;

/** An order of which something is owed since then. */
async function owed(outstandingFen: number, promised: number, delivered: number | null = null, data: object = {}): Promise<string> {
  const number = await placed(shop);
  const deliveredAt = delivered === null ? null : new Date(delivered);
  await shop.db.order.update({ where: { number }, data: { outstandingFen, deliveryAt: new Date(promised), deliveredAt, ...data } });
  return number;
}

test('BAK-32 what is owed is told by its age, counted in days of the store from the hand-over, or from the promise until there is one', async () => {
  await owed(100, shop.now() + 1);
  await owed(200, shop.now() - 1);
  await owed(400, today() - 7 * DAY);
  await owed(800, today() - 7 * DAY - 1);
  await owed(1_600, today() - 30 * DAY);
  await owed(3_200, today() - 30 * DAY - 1);
  await owed(6_400, today() - 90 * DAY, shop.now() - HOUR); // promised long ago, handed over today
  await owed(0, shop.now() - DAY);
  await owed(12_800, shop.now() - DAY, null, { process: { update: { closedAt: new Date(shop.now()) } } });
  await belongsTo(shop, await owed(25_600, shop.now() - DAY), 'other');
  const { status, body } = await shop.call('finance', 'GET', '/receivables');
  expect([status, body]).toEqual([
    200,
    {
      owedFen: 12_700,
      ages: [
        { age: 'upcoming', orders: 1, owedFen: 100 },
        { age: 'week', orders: 3, owedFen: 7_000 },
        { age: 'month', orders: 2, owedFen: 2_400 },
        { age: 'older', orders: 1, owedFen: 3_200 },
      ],
    },
  ]);
});
