import type { Decided, RecordBatch } from '../../src/process/process.messages';
import type { RefusalData } from '../../src/base/refusals';
import { HOUR_MS, MINUTE_MS } from '../../src/base/rule';
import { refusal, staff } from '../support/order-under-test';
import { Belfry, MANAGER, RING } from './bell.support';

const belfry = new Belfry();
beforeAll(() => belfry.open(), 120_000);
afterAll(() => belfry.close(), 60_000);

describe('a process without an order', () => {
  test('BAK-03 asks a person, reminds them, raises what is late a rung, and ends with all of it on record', async () => {
    const handle = await belfry.hangs();
    expect(belfry.task(handle)).toMatchObject({ id: 'bell-1', role: 'store-manager', state: 'open', rung: 0, breachedAt: null });
    const dueAt = belfry.task(handle)?.dueAt ?? 0;
    await belfry.env.sleep(31 * MINUTE_MS);
    expect(belfry.told(handle, 'task-reminder')).toEqual(['role:store-manager']);
    expect(belfry.told(handle, 'task-late')).toEqual([]);
    await belfry.env.sleep(30 * MINUTE_MS);
    expect(belfry.told(handle, 'task-late')).toEqual(['role:store-manager', 'role:management']);
    expect(belfry.task(handle)).toMatchObject({ state: 'open', rung: 1 });
    expect(Math.floor(((belfry.task(handle)?.breachedAt ?? 0) - dueAt) / MINUTE_MS)).toBe(0);
    await belfry.rings(handle);
    await expect(handle.result()).resolves.toBe('retry');
    expect(belfry.kinds(handle)).toEqual(['task.opened', 'task.reminded', 'task.breached', 'bell.heard', 'task.done', 'bell.silent']);
    expect(belfry.book(handle).map(({ revision }) => revision)).toEqual(belfry.book(handle).map((_, n) => n + 1));
  });

  test('BAK-04 hears acts that the API signed, of people who may', async () => {
    const handle = await belfry.hangs();
    expect(await refusal(belfry.act(handle, 'repair', { taskId: 'bell-1', by: MANAGER, choices: {} }, { key: 'another' }))).toEqual({
      code: 'not-allowed',
      rule: 'BAK-04',
    });
    expect(await refusal(belfry.rings(handle, staff('baker')))).toEqual({ code: 'not-allowed', rule: 'BAK-04' });
    await belfry.act(handle, 'assignTask', { taskId: 'bell-1', to: 'wei', by: MANAGER });
    expect(belfry.task(handle)).toMatchObject({ assignee: 'wei', state: 'open' });
    expect(belfry.told(handle, 'task-opened')).toEqual(['staff:wei']);
    await belfry.rings(handle, { kind: 'staff', id: 'wei', roles: ['baker'], via: 'http' }); // who was named may answer
    await expect(handle.result()).resolves.toBe('retry');
  });

  test('says what it would refuse an act with, of whatever it hears, and has heard nothing by that', async () => {
    const handle = await belfry.hangs();
    const asks = async (update: string, message: object): Promise<RefusalData | null> =>
      handle.query<RefusalData | null, [string, object, number]>('checkAct', update, message, await belfry.env.currentTimeMs());
    /** What it has been told, as its history has it. */
    const heard = async (): Promise<unknown[]> =>
      ((await handle.fetchHistory()).events ?? []).filter(
        (event) => event.workflowExecutionUpdateAcceptedEventAttributes ?? event.workflowExecutionSignaledEventAttributes,
      );
    expect(await asks('repair', RING)).toBeNull();
    expect(await asks('repair', { ...RING, by: staff('baker') })).toMatchObject({ code: 'not-allowed', rule: 'BAK-04' });
    expect(await asks('repair', { ...RING, taskId: 'bell-2' })).toMatchObject({ code: 'no-such-task' });
    expect(await asks('repair', { ...RING, taskId: 7 })).toMatchObject({ code: 'invalid-request' });
    expect(await asks('assignTask', { taskId: 'bell-1', to: null, by: MANAGER })).toMatchObject({ code: 'already-answered' }); // it is nobody's
    expect([await heard(), belfry.task(handle)?.state]).toEqual([[], 'open']);
    await belfry.rings(handle);
    await expect(handle.result()).resolves.toBe('retry');
  });

  test('answers an act with its batch, and ends when all is written, though its caller wrote nothing and the database is away', async () => {
    const handle = await belfry.hangs();
    belfry.outages = 2;
    const { revision, batch } = await belfry.sends(handle, 'repair', RING);
    expect([revision, batch?.revision, batch?.acts, batch?.tasks.map(({ state }) => state)]).toEqual([
      2,
      2,
      [expect.any(String)],
      ['done'],
    ]);
    await handle.result();
    expect(belfry.kinds(handle)).toEqual(['task.opened', 'bell.heard', 'task.done', 'bell.silent']);
    expect(belfry.book(handle).map((one) => one.revision)).toEqual([1, 2]);
  });

  test('says what it does not know to be written, until somebody says that it is', async () => {
    const handle = await belfry.hangs();
    const missing = async (): Promise<number[]> =>
      (await handle.query<RecordBatch[], [number]>('batchesAfter', 0)).map(({ revision }) => revision);
    expect(await missing()).toEqual([]);
    const hand = (to: string, known: number): Promise<Decided> =>
      belfry.sends(handle, 'assignTask', { taskId: 'bell-1', to, by: MANAGER }, { known });
    const first = await hand('wei', 1);
    const second = await hand('ning', 1);
    expect([first.revision, second.revision, await missing()]).toEqual([2, 3, [2, 3]]);
    await hand('wei', 2);
    expect(await missing()).toEqual([3, 4]);
    await belfry.env.sleep(31 * MINUTE_MS); // a reminder is written by the process itself, with all that comes before it
    expect([await missing(), belfry.book(handle).map(({ revision }) => revision)]).toEqual([[], [1, 3, 4, 5]]); // somebody has said that 2 is written
  });

  test('keeps no more than a dozen: with more it writes by itself before it answers', async () => {
    const handle = await belfry.hangs();
    let last: Decided | undefined;
    for (let n = 0; n < 13; n += 1) last = await belfry.sends(handle, 'assignTask', { taskId: 'bell-1', to: `person-${n}`, by: MANAGER });
    expect(last).toEqual({ revision: 14 });
    expect(belfry.book(handle).map(({ revision }) => revision)).toEqual(Array.from({ length: 14 }, (_, n) => n + 1));
  });

  test('that is cancelled puts to record what its story still said', async () => {
    const handle = await belfry.hangs();
    await handle.cancel();
    await expect(handle.result()).rejects.toThrow(/cancel/i);
    expect(belfry.kinds(handle)).toEqual(['task.opened', 'bell.silent']);
  });

  test('makes no noise after its end: its timers are taken back', async () => {
    const handle = await belfry.hangs();
    await belfry.rings(handle);
    await handle.result();
    await belfry.env.sleep(3 * HOUR_MS);
    expect(belfry.told(handle, 'task-late')).toEqual([]);
  });
});
