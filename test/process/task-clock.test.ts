import type { Actor } from '../../src/base/actor';
import type { TaskRow } from '../../src/process/process.messages';
import { HOUR_MS, MINUTE_MS } from '../../src/base/rule';
import { refusal, staff } from '../support/order-under-test';
import { Belfry, MANAGER, type Bell } from './bell.support';
import type { Hung, Tampering } from './bell.workflow';

const belfry = new Belfry();
beforeAll(() => belfry.open(), 120_000);
afterAll(() => belfry.close(), 60_000);

const INSPECTOR: Actor = { kind: 'staff', id: 'he', roles: ['qc-inspector', 'head:quality'], via: 'http' };

/** The manager's side of one bell; instants are minutes since it was hung, down to a tenth. */
class Manager {
  private constructor(
    private readonly bell: Bell,
    private readonly hungAt: number,
  ) {}
  static async hangs(hung: Hung = {}): Promise<Manager> {
    const bell = await belfry.hangs(hung);
    return new Manager(bell, belfry.task(bell)?.openedAt ?? 0);
  }
  private does = <N extends keyof Tampering>(name: N, ...args: Tampering[N]): Promise<unknown> =>
    this.bell.executeUpdate(name, { args: args as unknown as [unknown, ...unknown[]] });
  /** Moves the deadline to so many minutes after the bell was hung. */
  putsOff = (minutes: number, more: Tampering['putOff'][1] = {}): Promise<unknown> =>
    this.does('putOff', this.hungAt + minutes * MINUTE_MS, more);
  muffles = (): Promise<unknown> => this.does('muffle', 'customer-to-answer');
  unmuffles = (): Promise<unknown> => this.does('unmuffle');
  takesDown = (): Promise<unknown> => this.does('takeDown');
  rings = (by: Actor = MANAGER): Promise<unknown> => belfry.rings(this.bell, by);
  waits = (minutes: number): Promise<void> => belfry.env.sleep(minutes * MINUTE_MS);

  get task(): TaskRow {
    const row = belfry.task(this.bell);
    if (!row) throw new Error('no task on record');
    return row;
  }
  /** The instants of the task on record. */
  get clock(): Record<string, number | null> {
    const { dueAt, firstDueAt, breachedAt, pausedSince, pausedMs, nextRungAt } = this.task;
    const since = (at: number | null): number | null => (at === null ? null : tenths(at - this.hungAt));
    return {
      due: since(dueAt),
      first: since(firstDueAt),
      breached: since(breachedAt),
      since: since(pausedSince),
      paused: tenths(pausedMs),
      next: since(nextRungAt),
    };
  }
  /** What the task's timeline says, and when. */
  get timeline(): (readonly [string, number])[] {
    return belfry
      .events(this.bell)
      .flatMap(({ kind, at }) => (kind.startsWith('task.') ? [[kind, tenths(at - this.hungAt)] as const] : []));
  }
  event = (kind: string) => belfry.events(this.bell).find((event) => event.kind === kind);
  reminded = (): number => belfry.told(this.bell, 'task-reminder').length;
  told = (): string[] => belfry.told(this.bell, 'task-late');
}
const tenths = (ms: number): number => Math.round((ms * 10) / MINUTE_MS) / 10;

describe('a clock that began before its task was opened', () => {
  test('counts from there, and keeps both instants', async () => {
    const now = await belfry.env.currentTimeMs();
    const manager = await Manager.hangs({ startedAt: now - 50 * MINUTE_MS, department: 'quality' });
    expect(manager.task).toMatchObject({ startedAt: now - 50 * MINUTE_MS, department: 'quality', dueAt: now + 10 * MINUTE_MS });
    expect(manager.task.openedAt).toBeGreaterThanOrEqual(now);
    await manager.waits(9);
    expect(manager.told()).toEqual([]);
    await manager.waits(2);
    expect(manager.told()).toEqual(['role:store-manager', 'role:management']);
  });

  test('whose limit has passed already is late at once', async () => {
    const manager = await Manager.hangs({ startedAt: (await belfry.env.currentTimeMs()) - 2 * HOUR_MS });
    await manager.waits(1);
    expect(manager.clock).toMatchObject({ due: -60, first: -60, breached: expect.closeTo(0, 0) });
    expect(manager.task.rung).toBe(1);
  });

  test('of a task without one begins when it is opened, and its first deadline is its deadline', async () => {
    const manager = await Manager.hangs();
    expect(manager.task).toMatchObject({ startedAt: manager.task.openedAt, department: null, pausedSince: null, pausedMs: 0 });
    expect(manager.clock).toMatchObject({ due: 60, first: 60, next: 60 });
  });
});

describe('a deadline that is moved', () => {
  test('rings then and no earlier, with its own reminder; the first one stays on record, with who moved it and why', async () => {
    const manager = await Manager.hangs();
    await manager.waits(10);
    await manager.putsOff(180, { actor: MANAGER, textId: 'why-1', remindAt: [manager.task.openedAt + 150 * MINUTE_MS] });
    expect(manager.clock).toMatchObject({ due: 180, first: 60, breached: null });
    expect(manager.task.reason).toEqual({ rule: 'BAK-61', base: 'promise' });
    expect(manager.event('task.moved')).toMatchObject({
      actor: MANAGER,
      ruleId: 'BAK-61',
      textId: 'why-1',
      data: { task: 'bell-1', kind: 'repair', dueAt: manager.task.dueAt, from: manager.task.firstDueAt },
    });
    await manager.waits(169);
    expect([manager.reminded(), manager.told()]).toEqual([1, []]);
    await manager.waits(2);
    expect(manager.timeline).toEqual([
      ['task.opened', 0],
      ['task.moved', 10],
      ['task.reminded', 150],
      ['task.breached', 180],
    ]);
    await manager.putsOff(300);
    expect(manager.clock).toMatchObject({ due: 300, first: 60 });
  });

  test('to an instant that has passed is late at once; to the same instant is not moved at all', async () => {
    const manager = await Manager.hangs();
    await manager.putsOff(60);
    expect(manager.event('task.moved')).toBeUndefined();
    await manager.waits(45);
    await manager.putsOff(40);
    await manager.waits(1);
    expect(manager.clock).toMatchObject({ due: 40, first: 60, breached: 45 });
  });

  test('leaves a breach a breach: the ladder goes on from its rung, not before the new deadline', async () => {
    const manager = await Manager.hangs({ ladder: ['head:quality', 'management'] });
    await manager.waits(70);
    await manager.putsOff(240);
    expect(manager.clock).toMatchObject({ due: 240, breached: 60, next: 240 });
    await manager.waits(165); // the second rung was to come at 120
    expect(manager.task.rung).toBe(1);
    await manager.waits(10);
    expect([manager.task.rung, manager.clock['breached']]).toEqual([2, 60]);
    expect(manager.told()).toEqual(['role:store-manager', 'head:quality', 'role:store-manager', 'role:management']);
  });

  test('of a task that is late, to an earlier instant, hurries no rung', async () => {
    const manager = await Manager.hangs({ ladder: ['head:quality', 'management'] });
    await manager.waits(70);
    expect(manager.clock).toMatchObject({ breached: 60, next: 120 });
    await manager.putsOff(30);
    expect(manager.clock).toMatchObject({ due: 30, next: 120 });
    await manager.waits(45);
    expect(manager.task.rung).toBe(1);
    await manager.waits(6);
    expect(manager.task.rung).toBe(2);
    expect(manager.clock).toMatchObject({ next: null });
  });

  test('that is missed as well tells the top of the ladder once more', async () => {
    const manager = await Manager.hangs();
    await manager.waits(70);
    await manager.putsOff(120);
    await manager.waits(51);
    expect(manager.task.rung).toBe(1);
    expect(manager.told()).toEqual(['role:store-manager', 'role:management', 'role:store-manager', 'role:management']);
  });

  test('BAK-38 with what it hangs on is not late any more', async () => {
    const manager = await Manager.hangs();
    await manager.waits(70);
    await manager.putsOff(240, { anew: true });
    expect(manager.clock).toMatchObject({ due: 240, first: 60, breached: null });
    expect(manager.task.rung).toBe(0);
    await manager.waits(171);
    expect(manager.clock).toMatchObject({ breached: 240 });
  });

  test('of a task that is closed stays as it is', async () => {
    const manager = await Manager.hangs();
    await manager.takesDown();
    expect(manager.task).toMatchObject({ state: 'withdrawn' });
    expect(manager.clock).toMatchObject({ due: 60, next: null });
  });
});

describe('a clock that stands', () => {
  test('neither reminds nor raises; then all of it comes later by as long, and who is late climbs to the head of a department', async () => {
    const manager = await Manager.hangs({ ladder: ['head:quality', 'management'] });
    await manager.waits(20);
    await manager.muffles();
    expect(manager.clock).toEqual({ due: 60, first: 60, breached: null, since: 20, paused: 0, next: null });
    expect(manager.event('task.paused')?.data).toEqual({ task: 'bell-1', kind: 'repair', why: 'customer-to-answer' });
    await manager.waits(100); // over the deadline and its first rung
    expect([manager.reminded(), manager.told()]).toEqual([0, []]);
    await manager.unmuffles();
    expect(manager.clock).toEqual({ due: 160, first: 160, breached: null, since: null, paused: 100, next: 160 });
    expect(manager.event('task.resumed')?.data).toEqual({ task: 'bell-1', kind: 'repair', dueAt: manager.task.dueAt });
    expect(manager.task.reason).toMatchObject({ rule: 'BAK-41', base: 'failedAt' });
    expect(tenths(manager.task.reason?.pausedMs ?? 0)).toBe(100);
    await manager.waits(41);
    await manager.rings(INSPECTOR);
    expect(manager.task.state).toBe('done');
    expect(manager.timeline).toEqual([
      ['task.opened', 0],
      ['task.paused', 20],
      ['task.resumed', 120],
      ['task.reminded', 130],
      ['task.breached', 160],
      ['task.done', 161],
    ]);
    expect(manager.told()).toEqual(['role:store-manager', 'head:quality']);
  });

  test('BAK-04 the head of the department answers when the task has climbed so far, and nobody else’s head', async () => {
    const manager = await Manager.hangs({ ladder: ['head:quality'] });
    expect(await refusal(manager.rings(INSPECTOR))).toEqual({ code: 'not-allowed', rule: 'BAK-04' });
    await manager.waits(61);
    expect(await refusal(manager.rings({ ...INSPECTOR, roles: ['head:sales'] }))).toEqual({ code: 'not-allowed', rule: 'BAK-04' });
    expect(await refusal(manager.rings(staff('qc-inspector')))).toEqual({ code: 'not-allowed', rule: 'BAK-04' });
    await manager.rings(INSPECTOR);
    expect(manager.task.state).toBe('done');
  });

  test('twice adds up, and a second pause of one that stands changes nothing; neither does going on when it runs', async () => {
    const manager = await Manager.hangs();
    await manager.unmuffles();
    await manager.muffles();
    await manager.waits(10);
    await manager.muffles();
    await manager.waits(10);
    await manager.unmuffles();
    await manager.unmuffles();
    expect(manager.clock).toMatchObject({ due: 80, first: 80, paused: 20 });
    await manager.waits(5);
    await manager.muffles();
    await manager.waits(15);
    await manager.unmuffles();
    expect(manager.clock).toMatchObject({ due: 95, first: 95, paused: 35 });
    expect(manager.timeline.map(([kind]) => kind)).toEqual(['task.opened', 'task.paused', 'task.resumed', 'task.paused', 'task.resumed']);
  });

  test('may be answered: it was in time, and its pause is on record', async () => {
    const manager = await Manager.hangs();
    await manager.waits(20);
    await manager.muffles();
    await manager.waits(100);
    await manager.rings();
    expect(manager.task).toMatchObject({ state: 'done', breachedAt: null });
    expect(manager.clock).toEqual({ due: 160, first: 160, breached: null, since: null, paused: 100, next: null });
    await manager.waits(180);
    expect(manager.told()).toEqual([]);
  });

  test('may be withdrawn: its pause is on record, and nothing rings again', async () => {
    const manager = await Manager.hangs();
    await manager.muffles();
    await manager.waits(30);
    await manager.takesDown();
    expect(manager.task.state).toBe('withdrawn');
    expect(manager.clock).toMatchObject({ due: 90, since: null, paused: 30 });
    await manager.waits(180);
    expect(manager.told()).toEqual([]);
  });

  test('and is moved meanwhile goes on with the new deadline, later by what was left of the pause', async () => {
    const manager = await Manager.hangs();
    await manager.waits(10);
    await manager.muffles();
    await manager.waits(20);
    await manager.putsOff(90);
    expect(manager.clock).toMatchObject({ due: 90, first: 80, since: 10 });
    await manager.waits(70); // the new deadline passes while the clock stands
    expect(manager.told()).toEqual([]);
    await manager.unmuffles();
    expect(manager.clock).toEqual({ due: 160, first: 150, breached: null, since: null, paused: 90, next: 160 });
    await manager.waits(59);
    expect(manager.told()).toEqual([]);
    await manager.waits(2);
    expect(manager.clock).toMatchObject({ breached: 160 });
  });

  test('after a breach is late all the same, and its next rung comes later by the pause', async () => {
    const manager = await Manager.hangs({ ladder: ['head:quality', 'management'] });
    await manager.waits(70);
    await manager.muffles();
    await manager.waits(100);
    await manager.unmuffles();
    expect(manager.clock).toMatchObject({ due: 160, breached: 60, paused: 100 });
    await manager.waits(49); // the second rung, 120 without the pause, comes at 220
    expect(manager.task.rung).toBe(1);
    await manager.waits(2);
    expect(manager.task.rung).toBe(2);
    expect(manager.timeline).toEqual([
      ['task.opened', 0],
      ['task.reminded', 30],
      ['task.breached', 60],
      ['task.paused', 70],
      ['task.resumed', 170],
      ['task.raised', 220],
    ]);
  });

  test('BAK-81 keeps the beat of what reminds again and again', async () => {
    const manager = await Manager.hangs({ remindEveryMs: 20 * MINUTE_MS });
    await manager.waits(25);
    await manager.muffles();
    await manager.waits(30);
    await manager.unmuffles();
    await manager.waits(37);
    expect(manager.timeline.filter(([kind]) => kind === 'task.reminded').map(([, at]) => at)).toEqual([20, 60, 70, 90]);
  });
});
