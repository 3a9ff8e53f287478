import { randomUUID } from 'node:crypto';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import fc from 'fast-check';
import type { Actor } from '../../src/base/actor';
import type { OrderFacts } from '../../src/orders/order.messages';
import { createRecorder } from '../../src/process/record/recorder';
import { verifyTimeline } from '../../src/process/record/timeline';
import { DAY_MS } from '../../src/base/rule';
import { anOrder } from '../support/records';
import { bakeryOfThisFile, INTAKE, staff, type Order } from '../support/bakery';
import { testDatabase, type TestDatabase } from '../support/database';

const bakery = bakeryOfThisFile();
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const LARGEST = 2_147_483_647;
const MANAGER = staff('store-manager');

/** Values at the edge of what may be taken, and now and then beyond it. */
const edge = <T>(within: fc.Arbitrary<T>, beyond: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 12, arbitrary: within }, { weight: 1, arbitrary: beyond });
const amount = edge(fc.constantFrom(1, LARGEST, LARGEST - 1), fc.constantFrom(0, 0.5, -1, LARGEST + 1, Number.MAX_SAFE_INTEGER, 1e308));
const DATES = [INTAKE - 1, 0, -62_167_219_200_000, Date.UTC(9999, 11, 31), 8.64e15, 1e300];
const past = edge(fc.constantFrom(INTAKE, INTAKE + 1), fc.constantFrom(...DATES));
const ahead = edge(fc.constantFrom(INTAKE + DAY_MS, Date.UTC(2199, 11, 31)), fc.constantFrom(...DATES));
/** An id is given out once, in whichever order: rows of all orders lie in one table. */
let given = 0;
const once = (word: string): string => `${word}${(given += 1)}`;
const text = edge(
  fc.constantFrom("'; DROP TABLE orders; --", '__proto__', 'constructor', '\\u0000', '\\ud800', '😀', '订'.repeat(118)).map(once),
  fc.constantFrom('\u0000', '\ud800', ' ', 'x'.repeat(129)),
);
const tags = fc.array(fc.uuid(), { maxLength: 30 });
const facts = fc.record<OrderFacts>({
  lines: fc.array(
    fc.record({
      product: text,
      quantity: fc.constantFrom(1, 10_000),
      unitPriceFen: amount,
      requirements: tags,
      allergens: tags,
    }),
    { minLength: 1, maxLength: 50 },
  ),
  occasion: fc.constant('other' as const),
  urgency: fc.constant('rush' as const),
  complex: fc.boolean(),
  deliveryAt: ahead,
  method: fc.constant('courier' as const),
  decoration: fc.boolean(),
  fragile: fc.boolean(),
  highRisk: fc.boolean(),
  totalFen: amount,
});

interface Deed {
  readonly name: string;
  readonly message: object;
}
const deed = (name: string, by: Actor, fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Deed> =>
  fc.record({ ...fields, textId: fc.uuid() }).map((said) => ({ name, message: { by, ...said } }));
const deeds = fc.oneof(
  deed('recordCost', staff('finance'), { costId: text, cost: fc.constantFrom('labour', 'waste'), amountFen: amount }),
  deed('recordPayment', staff('finance'), { paymentId: text, amountFen: amount, method: fc.constant('cash'), receivedAt: past }),
  deed('addPhoto', staff('baker'), { photoId: text, step: fc.constantFrom('mixing', 'receipt-problem'), takenAt: past }),
  deed('reportException', staff('baker'), {
    exceptionId: text,
    type: fc.constantFrom('other', 'delivery-problem'),
    foundAt: past,
    item: text,
  }),
  deed('confirmDetails', { kind: 'customer', via: 'link' }, { confirmed: fc.boolean(), correctionId: text }),
  deed('assignTask', MANAGER, { taskId: fc.constant('*'), to: text }),
  deed('requestChange', staff('sales-consultant'), {
    changeId: text,
    facts,
    previewHash: text,
    basis: fc.constant('*'),
    allergensAdded: tags,
    needsFeasibility: fc.boolean(),
  }),
);

const cost = (what: string): Deed => ({
  name: 'recordCost',
  message: { by: staff('finance'), costId: randomUUID(), cost: what, amountFen: LARGEST },
});

/** Does a deed as the order stands: `*` becomes what it is now. A refusal is an answer, anything else a fault. */
async function dares(order: Order, { name, message }: Deed): Promise<void> {
  const now = {
    ...('basis' in message && { basis: await order.basis() }),
    ...('taskId' in message && { taskId: (await order.task('materials-settled')).id }),
  };
  try {
    await order.act(name, { ...message, ...now });
  } catch (error) {
    if (!(error instanceof WorkflowUpdateFailedError)) throw error;
  }
}

/** The order's row, as intake would have left it. */
async function onFile({ number }: Order): Promise<void> {
  const taken = await anOrder(database.db);
  await database.db.order.update({ where: { number: taken }, data: { number } });
  await database.db.process.update({ where: { id: `order/${taken}` }, data: { id: `order/${number}`, number, aboutOrder: number } });
}

test('BAK-41 BAK-32 whatever an order takes, however extreme, its record can hold: real Postgres writes every batch', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deeds, { minLength: 3, maxLength: 12 }), fc.boolean(), async (daring, approves) => {
      const order = await bakery.places();
      await order.isAccepted(INTAKE + DAY_MS);
      for (const each of daring) await dares(order, each);
      for (const task of order.open('change-decision')) {
        const { previewHash } = task.context;
        await order
          .answer(task.id, { decision: approves ? 'approve' : 'reject', ...(approves && { previewHash }) }, MANAGER)
          .catch(() => undefined);
      }
      await order.cancels('customer');
      await order.settled();

      await onFile(order);
      const recorder = createRecorder(database.db, () => Promise.resolve(INTAKE));
      for (const batch of order.book.batches) await recorder.record(batch);
      const view = await order.view();
      const row = await database.db.order.findUniqueOrThrow({ where: { number: order.number }, include: { process: true } });
      expect(row).toMatchObject({
        process: { revision: view.revision, state: 'cancelled' },
        costsFen: view.costsFen,
        receivedFen: view.money.receivedFen,
      });
      const sums = await database.db.cost.aggregate({
        where: { orderNumber: order.number, cost: { not: 'waste' } },
        _sum: { amountFen: true },
      });
      expect(sums._sum.amountFen ?? 0).toBe(view.costsFen);
      for await (const check of verifyTimeline(database.db, order.number)) expect(check).toMatchObject({ ok: true });
    }),
    { numRuns: 25, endOnFailure: true, verbose: 2, examples: [[[cost('labour'), cost('labour'), cost('waste'), cost('waste')], false]] },
  );
}, 180_000);
