import { createRecorder } from '../../../src/process/record/recorder';
import { verifyTimeline, type ChainCheck } from '../../../src/process/record/timeline';
import { testDatabase, type TestDatabase } from '../../support/database';
import { aBatch, anEvent, anOrder, INTAKE } from '../../support/records';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const STAFF = { kind: 'staff', id: 'demo-finance', via: 'http' } as const;

/** An order with a payment, a cost, and a reason somebody gave, each in a batch of its own. */
async function anOrderWithMoney(): Promise<string> {
  const number = await anOrder(database.db);
  const { record } = createRecorder(database.db);
  await database.db.text.create({
    data: {
      id: `text-${number}`,
      processId: `order/${number}`,
      storeId: 'store-1',
      body: { reason: '改时间' },
      createdBy: 'demo-finance',
      createdAt: new Date(INTAKE),
    },
  });
  await record(
    aBatch(number, 1, {
      events: [anEvent(number, 1)],
      payments: [
        { id: `pay-${number}`, direction: 'in', amountFen: 8_640, method: 'cash', receivedAt: INTAKE, by: STAFF, textId: `text-${number}` },
      ],
    }),
  );
  await record(
    aBatch(number, 2, {
      events: [anEvent(number, 2)],
      costs: [{ id: `cost-${number}`, cost: 'labour', amountFen: 900, at: INTAKE, by: STAFF }],
    }),
  );
  await record(aBatch(number, 3, { events: [anEvent(number, 3, { textId: `text-${number}` })] }));
  return number;
}

async function check(number: string): Promise<ChainCheck[]> {
  const found: ChainCheck[] = [];
  for await (const one of verifyTimeline(database.db, number)) found.push(one);
  return found;
}

describe('the rows that a timeline answers for', () => {
  test('hold when nobody touched them', async () => {
    const number = await anOrderWithMoney();
    expect(await check(number)).toEqual([{ process: `order/${number}`, ok: true, events: 3 }]);
  });

  test.each([
    ['a payment of another amount', 'UPDATE payments SET amount_fen = 1 WHERE order_number = $1', 1, 'payment/pay-… was altered'],
    [
      'a payment by somebody else',
      `UPDATE payments SET by = '{"kind":"staff","id":"x","via":"http"}' WHERE order_number = $1`,
      1,
      'altered',
    ],
    ['a payment moved by a second', `UPDATE payments SET received_at = received_at + interval '1 s' WHERE order_number = $1`, 1, 'altered'],
    ['a payment deleted', 'DELETE FROM payments WHERE order_number = $1', 1, 'payment/pay-… is gone'],
    [
      'a payment put in by hand',
      `INSERT INTO payments (id, order_number, direction, amount_fen, method, received_at, by)
       SELECT 'false', order_number, 'refund', 5, 'cash', received_at, by FROM payments WHERE order_number = $1`,
      3,
      'payment/false stands beside',
    ],
    ['a cost of another amount', 'UPDATE costs SET amount_fen = 9000 WHERE order_number = $1', 2, 'cost/cost-… was altered'],
    ['a cost of another kind', `UPDATE costs SET cost = 'waste' WHERE order_number = $1`, 2, 'altered'],
    ['a cost deleted', 'DELETE FROM costs WHERE order_number = $1', 2, 'cost/cost-… is gone'],
    [
      'other words',
      `UPDATE texts SET body = '{"reason":"顾客要求"}' WHERE process_id = 'order/' || $1`,
      3,
      'words under row 3 … were altered',
    ],
    ['words deleted', `DELETE FROM texts WHERE process_id = 'order/' || $1`, 3, 'words under row 3 … are gone'],
    [
      'what a row answers for, taken out',
      `UPDATE timeline SET covers = NULL WHERE process_id = 'order/' || $1 AND seq = 1`,
      1,
      'was altered',
    ],
  ])('break on %s', async (_what, sql, seq, why) => {
    const number = await anOrderWithMoney();
    await database.db.$transaction(async (tx) => {
      await tx.$executeRawUnsafe('SET LOCAL session_replication_role = replica');
      await tx.$executeRawUnsafe(sql, number);
    });
    const pattern = new RegExp(why.replaceAll('…', '.*'));
    expect(await check(number)).toEqual([{ process: `order/${number}`, ok: false, seq, why: expect.stringMatching(pattern) as string }]);
    await database.db.$executeRawUnsafe(`DELETE FROM payments WHERE id = 'false'`);
  });
});
