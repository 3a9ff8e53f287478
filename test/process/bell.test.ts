import { HOUR_MS, MINUTE_MS } from '../../src/domain/rulebook/rule';
import { refusal, staff } from '../support/order-under-test';
import { Belfry, MANAGER } from './bell.support';

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
    expect(await refusal(belfry.act(handle, 'completeTask', { taskId: 'bell-1', by: MANAGER, choices: {} }, { key: 'another' }))).toEqual({
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

  test('answers an act when it is on record, however long the database is away', async () => {
    const handle = await belfry.hangs();
    belfry.outages = 2;
    await expect(belfry.rings(handle)).resolves.toEqual({ revision: 2 });
    expect(belfry.kinds(handle)).toContain('task.done');
    await handle.result();
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
