import { randomUUID } from 'node:crypto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import type { WorkflowHandleWithFirstExecutionRunId } from '@temporalio/client';
import type { Actor, Decided, RecordBatch, TaskRow } from '../../src/contracts/order';
import type { Seal } from '../../src/contracts/seal';
import { HOUR_MS, MINUTE_MS } from '../../src/domain/rulebook/rule';
import { checking, sealing } from '../../src/temporal/seal';
import { refusal, staff } from '../support/order-under-test';
import { bundleOf, timeSkippingServer } from '../support/time-skipping';
import type { bell } from './bell.workflow';

const SECRET = 'the secret of this bell';
const MANAGER = staff('store-manager');

let env: TestWorkflowEnvironment;
let worker: Worker;
let running: Promise<void>;
/** What each bell has put to record. */
const books = new Map<string, RecordBatch[]>();
/** Puts a batch on file, once. */
function file(batch: RecordBatch): void {
  const book = books.get(batch.process.id) ?? [];
  if (!book.some(({ revision }) => revision === batch.revision)) books.set(batch.process.id, [...book, batch]);
}
/** Writes that the database still refuses. */
let outages = 0;
beforeAll(async () => {
  env = await timeSkippingServer({ payloadCodecs: [sealing(SECRET)] });
  worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue: 'bells',
    workflowBundle: await bundleOf(require.resolve('./bell.workflow')),
    dataConverter: { payloadCodecs: [checking([SECRET])] },
    activities: {
      record(batches: readonly RecordBatch[]): Promise<void> {
        if (outages-- > 0) return Promise.reject(new Error('the database is away'));
        batches.forEach(file);
        return Promise.resolve();
      },
    },
  });
  running = worker.run();
}, 120_000);
afterAll(async () => {
  worker.shutdown();
  await running;
  await env.teardown();
}, 60_000);
type Bell = WorkflowHandleWithFirstExecutionRunId<typeof bell>;
/** A bell that hangs: its task is open. */
async function hangs(): Promise<Bell> {
  const now = await env.currentTimeMs();
  const handle: Bell = await env.client.workflow.start('bell', {
    taskQueue: 'bells',
    workflowId: `bell/${randomUUID()}`,
    args: [{ originMs: now, rate: 1 }],
  });
  while (!task(handle)) await new Promise((resolve) => setTimeout(resolve, 20)); // of real time: none of the bell's own goes by
  return handle;
}
/** An act, signed as the API signs it; its batch is the caller's to write. */
const sends = (handle: Bell, name: string, message: object, seal?: Partial<Seal>): Promise<Decided> => {
  const key = randomUUID();
  return handle.executeUpdate(name, { updateId: key, args: [message, { for: handle.workflowId, key, known: 0, ...seal }] });
};
const act = async (handle: Bell, name: string, message: object, seal?: Partial<Seal>): Promise<void> => {
  const { batch } = await sends(handle, name, message, seal);
  if (batch) file(batch);
};
const RING = { taskId: 'bell-1', by: MANAGER, choices: { action: 'retry' } };
const rings = (handle: Bell, by: Actor = MANAGER): Promise<unknown> =>
  act(handle, 'repair', { taskId: 'bell-1', by, choices: { action: 'retry' } });

const bookOf = ({ workflowId }: Bell): RecordBatch[] => books.get(workflowId) ?? [];
const kinds = (handle: Bell): string[] => bookOf(handle).flatMap(({ events }) => events.map(({ kind }) => kind));
const told = (handle: Bell, template: string): string[] =>
  bookOf(handle).flatMap(({ notices }) => notices.filter((notice) => notice.template === template).map(({ to }) => to));
const task = (handle: Bell): TaskRow | undefined =>
  bookOf(handle)
    .flatMap(({ tasks }) => tasks)
    .at(-1);

describe('a process without an order', () => {
  test('BAK-03 asks a person, reminds them, raises what is late a rung, and ends with all of it on record', async () => {
    const handle = await hangs();
    expect(task(handle)).toMatchObject({ id: 'bell-1', role: 'store-manager', state: 'open', rung: 0, breachedAt: null });
    const dueAt = task(handle)?.dueAt ?? 0;
    await env.sleep(31 * MINUTE_MS);
    expect(told(handle, 'task-reminder')).toEqual(['role:store-manager']);
    expect(told(handle, 'task-late')).toEqual([]);
    await env.sleep(30 * MINUTE_MS);
    expect(told(handle, 'task-late')).toEqual(['role:store-manager', 'role:management']);
    expect(task(handle)).toMatchObject({ state: 'open', rung: 1 });
    expect(Math.floor(((task(handle)?.breachedAt ?? 0) - dueAt) / MINUTE_MS)).toBe(0);
    await rings(handle);
    await expect(handle.result()).resolves.toBe('retry');
    expect(kinds(handle)).toEqual(['task.opened', 'task.reminded', 'task.breached', 'bell.heard', 'task.done', 'bell.silent']);
    expect(bookOf(handle).map(({ revision }) => revision)).toEqual(bookOf(handle).map((_, n) => n + 1));
  });

  test('BAK-04 hears acts that the API signed, of people who may', async () => {
    const handle = await hangs();
    expect(await refusal(act(handle, 'repair', { taskId: 'bell-1', by: MANAGER, choices: {} }, { key: 'another' }))).toEqual({
      code: 'not-allowed',
      rule: 'BAK-04',
    });
    expect(await refusal(rings(handle, staff('baker')))).toEqual({ code: 'not-allowed', rule: 'BAK-04' });
    await act(handle, 'assignTask', { taskId: 'bell-1', to: 'wei', by: MANAGER });
    expect(task(handle)).toMatchObject({ assignee: 'wei', state: 'open' });
    expect(told(handle, 'task-opened')).toEqual(['staff:wei']);
    await rings(handle, { kind: 'staff', id: 'wei', roles: ['baker'], via: 'http' }); // who was named may answer
    await expect(handle.result()).resolves.toBe('retry');
  });

  test('answers an act with its batch, and ends when all is written, though its caller wrote nothing and the database is away', async () => {
    const handle = await hangs();
    outages = 2;
    const { revision, batch } = await sends(handle, 'repair', RING);
    expect([revision, batch?.revision, batch?.acts, batch?.tasks.map(({ state }) => state)]).toEqual([
      2,
      2,
      [expect.any(String)],
      ['done'],
    ]);
    await handle.result();
    expect(kinds(handle)).toEqual(['task.opened', 'bell.heard', 'task.done', 'bell.silent']);
    expect(bookOf(handle).map((one) => one.revision)).toEqual([1, 2]);
  });

  test('says what it does not know to be written, until somebody says that it is', async () => {
    const handle = await hangs();
    const missing = async (): Promise<number[]> =>
      (await handle.query<RecordBatch[], [number]>('batchesAfter', 0)).map(({ revision }) => revision);
    expect(await missing()).toEqual([]);
    const hand = (to: string, known: number): Promise<Decided> =>
      sends(handle, 'assignTask', { taskId: 'bell-1', to, by: MANAGER }, { known });
    const first = await hand('wei', 1);
    const second = await hand('ning', 1);
    expect([first.revision, second.revision, await missing()]).toEqual([2, 3, [2, 3]]);
    await hand('wei', 2);
    expect(await missing()).toEqual([3, 4]);
    await env.sleep(31 * MINUTE_MS); // a reminder is written by the process itself, with all that comes before it
    expect([await missing(), bookOf(handle).map(({ revision }) => revision)]).toEqual([[], [1, 3, 4, 5]]); // somebody has said that 2 is written
  });

  test('keeps no more than a dozen: with more it writes by itself before it answers', async () => {
    const handle = await hangs();
    let last: Decided | undefined;
    for (let n = 0; n < 13; n += 1) last = await sends(handle, 'assignTask', { taskId: 'bell-1', to: `person-${n}`, by: MANAGER });
    expect(last).toEqual({ revision: 14 });
    expect(bookOf(handle).map(({ revision }) => revision)).toEqual(Array.from({ length: 14 }, (_, n) => n + 1));
  });

  test('that is cancelled puts to record what its story still said', async () => {
    const handle = await hangs();
    await handle.cancel();
    await expect(handle.result()).rejects.toThrow(/cancel/i);
    expect(kinds(handle)).toEqual(['task.opened', 'bell.silent']);
  });

  test('makes no noise after its end: its timers are taken back', async () => {
    const handle = await hangs();
    await rings(handle);
    await handle.result();
    await env.sleep(3 * HOUR_MS);
    expect(told(handle, 'task-late')).toEqual([]);
  });
});
