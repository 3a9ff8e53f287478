import type { Db } from '../../src/platform/db/client';
import { createDb } from '../../src/platform/db/client';
import { insertOrder } from '../../src/orders/intake.repository';
import { defaultCalendar } from '../../src/base/calendar';
import { isOrderNumber } from '../../src/orders/order-number.rules';
import { testDatabase, type TestDatabase } from '../support/database';
import { anIntake, aStore, DELIVERY, INTAKE } from '../support/records';

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await testDatabase();
  db = database.db;
  await aStore(db);
});
afterAll(() => database.close());

const CALENDAR = defaultCalendar();
const at = (iso: string) => anIntake({ intakeAt: Date.parse(iso) });

describe('BAK-16 order numbers', () => {
  test('200 intakes at the same moment by two processes get 200 numbers of the day', async () => {
    const other = createDb(database.url, 10);
    try {
      const taken = await Promise.all(
        Array.from({ length: 200 }, (_, n) => insertOrder(n % 2 ? db : other, at('2027-03-01T02:00:00Z'), CALENDAR)),
      );
      const numbers = taken.map(({ number }) => number).sort();
      expect(numbers).toEqual(Array.from({ length: 200 }, (_, n) => `20270301${String(n + 1).padStart(3, '0')}`));
      expect(await db.order.count({ where: { number: { in: numbers } } })).toBe(200);
    } finally {
      await other.$disconnect();
    }
  });

  test('the serial goes past 999, and no order is refused for want of a number', async () => {
    await db.orderCounter.create({ data: { day: '20270302', last: 998 } });
    const taken = [];
    for (let n = 0; n < 3; n += 1) taken.push(await insertOrder(db, at('2027-03-02T02:00:00Z'), CALENDAR));
    expect(taken).toEqual([
      { number: '20270302999', serial: 999 },
      { number: '202703021000', serial: 1000 },
      { number: '202703021001', serial: 1001 },
    ]);
    expect(taken.every(({ number }) => isOrderNumber(number))).toBe(true);
  });

  test('the date is the intake date in the store zone, and each day starts at 001', async () => {
    expect(await insertOrder(db, at('2027-03-03T15:59:59.999Z'), CALENDAR)).toMatchObject({ number: '20270303001' });
    expect(await insertOrder(db, at('2027-03-03T16:00:00Z'), CALENDAR)).toMatchObject({ number: '20270304001' });
  });

  test('a failed intake leaves no order, and its number is given to the next one', async () => {
    const boom = () => Promise.reject(new Error('the power went'));
    await expect(insertOrder(db, at('2027-03-05T02:00:00Z'), CALENDAR, { after: boom })).rejects.toThrow('the power went');
    expect(await db.order.count({ where: { number: '20270305001' } })).toBe(0);
    expect(await insertOrder(db, at('2027-03-05T02:00:00Z'), CALENDAR)).toMatchObject({ number: '20270305001' });
  });
});

describe('an intake', () => {
  test('is a draft with its first version, whose workflow is owed', async () => {
    const order = anIntake();
    const { number } = await insertOrder(db, order, CALENDAR);
    expect(await db.order.findUnique({ where: { number }, include: { process: true } })).toMatchObject({
      process: {
        id: `order/${number}`,
        kind: 'order',
        number,
        aboutOrder: number,
        state: 'draft',
        revision: 0,
        launchedAt: null,
        timelineSeq: 0,
        timelineHash: '',
      },
      version: 1,
      channel: 'counter',
      needsChecked: true,
      customer: order.customer,
      delivery: order.delivery,
      lines: order.lines,
      facts: order.facts,
      deliveryAt: new Date(DELIVERY),
      intakeAt: new Date(INTAKE),
      totalFen: 28_800,
      depositFen: 8_640,
      outstandingFen: 28_800,
      takenBy: 'staff-1',
    });
    expect(await db.orderVersion.findMany({ where: { orderNumber: number } })).toEqual([
      {
        orderNumber: number,
        version: 1,
        lines: order.lines,
        delivery: order.delivery,
        deliveryAt: new Date(DELIVERY),
        totalFen: 28_800,
        at: new Date(INTAKE),
      },
    ]);
  });

  test('writes the answer under an idempotency key in its own transaction', async () => {
    const key = { caller: 'staff-1', key: 'key-1' };
    await db.idempotencyKey.create({ data: { ...key, requestHash: 'h' } });
    const { number } = await insertOrder(db, anIntake(), CALENDAR, {
      async after(tx, order) {
        await tx.idempotencyKey.update({ where: { caller_key: key }, data: { body: { number: order } } });
      },
    });
    expect(await db.idempotencyKey.findUnique({ where: { caller_key: key } })).toMatchObject({ body: { number } });
  });
});
