import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { createRecordActivities } from '../../../activities/record';
import type { RecordBatch } from '../../../src/process/process.messages';
import { createOrderReads } from '../../../src/orders/order-read.repository';
import { createRecordAlarm } from '../../../src/process/record/record-alarm';
import { createRecorder } from '../../../src/process/record/recorder';
import { createTaskReads } from '../../../src/process/tasks/task-read.repository';
import { testDatabase, type TestDatabase } from '../../support/database';
import { aBatch, aTask, anOrder, INTAKE } from '../../support/records';

let own: TestDatabase;
beforeAll(async () => {
  own = await testDatabase();
});
afterAll(() => own.close());

/** The worker's own activity, tried for the `attempt`-th time, on real Postgres. */
const tried = (attempt: number, batch: RecordBatch): Promise<unknown> => {
  const recorder = createRecorder(own.db);
  const { record } = createRecordActivities({ recorder, recordAlarm: createRecordAlarm(own.db, () => INTAKE) });
  return new MockActivityEnvironment({ attempt }, { logger: new DefaultLogger('ERROR') }).run(record, [batch]).then(
    () => 'written',
    () => 'failed',
  );
};
const overlays = async (number: string): Promise<unknown> => (await createOrderReads(own.db).find(number))?.overlays;
const repairs = async (number: string): Promise<unknown[]> => {
  const rows = await own.db.task.findMany({ where: { processId: `order/${number}`, kind: 'repair' }, orderBy: { id: 'asc' } });
  return rows.map(({ role, state, context }) => ({ role, state, context }));
};
const alarm = (code: string, workflow: string, revision: number, state: string): object => ({
  role: 'operator',
  state,
  context: { what: 'record-refused', actions: [], code, workflow, revision },
});
const costOf = (number: string, amountFen: number): RecordBatch['costs'] => [
  { id: `${number}-cost`, cost: 'labour', amountFen, at: INTAKE, by: { kind: 'staff', id: 'staff-1', via: 'http' } },
];

describe('a record that Postgres refuses', () => {
  test('is told to the operator after some tries, once, with nothing of what is in it, and shows on the order', async () => {
    const number = await anOrder(own.db);
    const poisoned = aBatch(number, 1, { costs: costOf(number, 4_000_000_000) });
    for (const attempt of [1, 2, 3, 4]) expect(await tried(attempt, poisoned)).toBe('failed');
    expect([await overlays(number), await repairs(number)]).toEqual([[], []]);
    for (const attempt of [5, 6, 7]) expect(await tried(attempt, poisoned)).toBe('failed');
    expect(await overlays(number)).toEqual(['record-refused']);
    expect(await repairs(number)).toEqual([alarm('22003', `order/${number}`, 1, 'open')]);
  });

  test('heals: the table is repaired, the batch is written whole, and the alarm is withdrawn', async () => {
    const number = await anOrder(own.db);
    const batch = aBatch(number, 1, { costs: costOf(number, 900), tasks: [aTask(number, 1)] });
    await own.db.$executeRaw`ALTER TABLE costs ADD CONSTRAINT too_narrow CHECK (amount_fen < 100)`;
    expect(await tried(9, batch)).toBe('failed');
    expect(await repairs(number)).toEqual([alarm('23514', `order/${number}`, 1, 'open')]);
    await own.db.$executeRaw`ALTER TABLE costs DROP CONSTRAINT too_narrow`;
    expect(await tried(10, batch)).toBe('written');
    expect([await overlays(number), await repairs(number)]).toEqual([[], [alarm('23514', `order/${number}`, 1, 'withdrawn')]]);
    expect(await own.db.cost.count({ where: { orderNumber: number, amountFen: 900 } })).toBe(1);
    expect((await createTaskReads(own.db).listOpen(number)).map(({ id }) => id)).toEqual([`${number}-1`]);
  });

  test('of an instant that no calendar has is one of them, though Postgres never saw it', async () => {
    const number = await anOrder(own.db);
    const event = { id: 'x', at: 9e15, kind: 'x', actor: { kind: 'system' as const, via: 'timer' as const }, data: {} };
    expect(await tried(5, aBatch(number, 1, { events: [event] }))).toBe('failed');
    expect(await repairs(number)).toEqual([alarm('RangeError', `order/${number}`, 1, 'open')]);
  });

  test('because Postgres is away alarms nobody: it is tried again', async () => {
    const number = await anOrder(own.db);
    const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    await createRecordAlarm(own.db, () => INTAKE).raise(aBatch(number, 1), away);
    expect([await overlays(number), await repairs(number)]).toEqual([[], []]);
  });
});
