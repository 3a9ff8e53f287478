import { createOrderReads } from '../../src/orders/order-read.repository';
import { createRecorder } from '../../src/process/record/recorder';
import type { ShutGate } from '../../src/orders/order-kinds.messages';
import { testDatabase } from '../support/database';
import { aBatch, anOrder, aSnapshot } from '../support/records';

let database: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('what an order waits for stands on its row as its workflow said it last', async () => {
  const { db } = database;
  const number = await anOrder(db);
  const waiting = async (): Promise<readonly ShutGate[] | undefined> => (await createOrderReads(db).find(number))?.shut;
  expect(await waiting()).toEqual([]);
  const shut: ShutGate[] = [{ move: 'accept', rule: 'BAK-31', why: { code: 'prepayment-missing', params: { missingFen: 8_640 } } }];
  await createRecorder(db).record(aBatch(number, 1, { snapshot: aSnapshot(number, { shut }) }));
  expect(await waiting()).toEqual([{ move: 'accept', rule: 'BAK-31', why: { code: 'prepayment-missing', params: { missingFen: 8_640 } } }]);
  await createRecorder(db).record(aBatch(number, 2, { snapshot: aSnapshot(number, { revision: 2 }) }));
  expect(await waiting()).toEqual([]);
});
