import { randomUUID } from 'node:crypto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import type { WorkflowHandleWithFirstExecutionRunId } from '@temporalio/client';
import type { Actor, RecordBatch, TaskRow } from '../../src/contracts/order';
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
      record(batch: RecordBatch): Promise<void> {
        if (outages-- > 0) return Promise.reject(new Error('the database is away'));
        books.set(batch.process.id, [...(books.get(batch.process.id) ?? []), batch]);
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
/** An act, signed as the API signs it. */
const act = (handle: Bell, name: string, message: object, seal?: Partial<Seal>): Promise<unknown> => {
  const key = randomUUID();
  return handle.executeUpdate(name, { updateId: key, args: [message, { for: handle.workflowId, key, ...seal }] });
};
const rings = (handle: Bell, by: Actor = MANAGER): Promise<unknown> =>
  act(handle, 'completeTask', { taskId: 'bell-1', by, choices: { action: 'retry' } });

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
    expect(await refusal(act(handle, 'completeTask', { taskId: 'bell-1', by: MANAGER, choices: {} }, { key: 'another' }))).toEqual({
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

  test('answers an act when it is on record, however long the database is away', async () => {
    const handle = await hangs();
    outages = 2;
    await expect(rings(handle)).resolves.toEqual({ revision: 2 });
    expect(kinds(handle)).toContain('task.done');
    await handle.result();
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
