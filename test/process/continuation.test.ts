import { randomUUID } from 'node:crypto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { MINUTE_MS } from '../../src/base/rule';
import { sealing } from '../../src/platform/temporal/seal';
import { timeSkippingServer } from '../support/time-skipping';
import { MANAGER, SECRET, Watches, type NightWatch } from './night-watch.support';

// A process that hears very much goes on in another run of its workflow, with all that it knows. Shown on a watch without a cake.

let env: TestWorkflowEnvironment;
let watches: Watches;
beforeAll(async () => {
  env = await timeSkippingServer({ payloadCodecs: [sealing(SECRET)] });
  watches = await Watches.open({ client: env.client, connection: env.nativeConnection, namespace: 'default' });
}, 120_000);
afterAll(async () => {
  await watches.close();
  await env.teardown();
}, 60_000);

const begins = async (afterActs: number, own = {}): Promise<NightWatch> => watches.begins({ afterActs, ...own }, await env.currentTimeMs());
const minutes = (n: number): Promise<void> => env.sleep(n * MINUTE_MS);

describe('a process that goes on in another run', () => {
  test('hears act after act through many runs, and its record is that of one life', async () => {
    const watch = await begins(3);
    const gate = await watch.task('gate');
    for (let round = 0; round < 12; round += 1) {
      await watch.answers((await watch.task('round')).id);
      await watch.hands(gate.id, `person-${round}`);
    }
    await watch.answers(gate.id);
    expect(await watch.handle.result()).toBe(12);

    expect(await watch.runs()).toBeGreaterThanOrEqual(8);
    const timeline = await watch.timeline();
    expect(await watch.verified()).toEqual({ process: watch.id, ok: true, events: timeline.length });
    const ids = timeline.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const tasks = await watch.tasks();
    expect(tasks.map(({ id }) => Number(id.slice(id.lastIndexOf('-') + 1))).sort((a, b) => a - b)).toEqual(tasks.map((_task, n) => n + 1));
    expect(tasks.filter(({ kind }) => kind === 'gate')).toHaveLength(1);
    const opened = timeline.filter(({ kind }) => kind === 'task.opened');
    expect(opened).toHaveLength(tasks.length);
    expect(timeline.filter(({ kind }) => kind === 'gate.mended')).toMatchObject([{ data: { rounds: 12 } }]);
  }, 60_000);

  test('has its open task with all its clocks: the reminders, the deadline and the rung come when they were to come, once', async () => {
    const watch = await begins(1);
    const gate = await watch.task('gate');
    const handOver = (to: string): Promise<unknown> => watch.hands(gate.id, to);
    await handOver('a');
    await minutes(31);
    expect(await watch.letters('task-reminder')).toBe(1); // its own, at 30
    await handOver('b');
    await minutes(20);
    expect(await watch.letters('task-reminder')).toBe(2); // the first of those every 50 minutes
    await handOver('c');
    await minutes(68);
    await handOver('d');
    expect(await watch.kinds()).not.toContain('task.breached');
    await minutes(2);
    expect(await watch.task('gate')).toMatchObject({ id: gate.id, dueAt: gate.dueAt, rung: 1, assignee: 'd' });
    await handOver('e');
    await minutes(60);
    const kinds = await watch.kinds();
    expect(kinds.filter((kind) => kind === 'task.breached')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'task.reminded')).toHaveLength(4); // at 30, 50, 100 and 150
    expect(await watch.runs()).toBe(6);
    await watch.answers(gate.id);
    await watch.handle.result();
  }, 60_000);

  test('answers an act that is asked again as the run before answered it, and decides it once', async () => {
    const watch = await begins(1);
    const { id } = await watch.task('round');
    const key = randomUUID();
    const first = await watch.answers(id, key);
    await watch.hands((await watch.task('gate')).id, 'a');
    const again = await watch.answers(id, key);
    expect(again.revision).toBe(first.revision);
    expect(
      (await watch.timeline()).filter(({ kind, data }) => kind === 'task.done' && (data as { task: string }).task === id),
    ).toHaveLength(1);
  }, 60_000);

  test('brings to file what an act decided whose caller has gone, though nobody can ask the run before any more', async () => {
    const watch = await begins(1);
    const { id } = await watch.task('gate');
    const { revision } = await watch.sends('assignTask', { taskId: id, to: 'whose caller died', by: MANAGER });
    await watch.comesTo(revision);
    expect(await watch.task('gate')).toMatchObject({ assignee: 'whose caller died' });
    expect(await watch.runs()).toBe(2);
  }, 60_000);

  test('withdraws a task that its story does not ask for any more, on record', async () => {
    const watch = await begins(1, { forgetful: true });
    const { id } = await watch.task('gate');
    await watch.hands(id, 'a');
    expect(await watch.handle.result()).toBe(0);
    expect(await watch.timeline()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'task.withdrawn', data: expect.objectContaining({ task: id, why: 'nobody-waits' }) }),
      ]),
    );
  }, 60_000);

  test('hears an act that comes with its first task, before its story stands again, and does what belongs to it', async () => {
    const watch = await begins(1);
    const { id } = await watch.task('gate');
    await watch.hands(id, 'a');
    await watch.task('round');
    await watch.beginsItsRunAgainWith('repair', { taskId: id, by: MANAGER, choices: { action: 'retry' } });
    expect(await watch.ends()).toBe(0);
    expect(await watch.kinds()).toContain('gate.mended');
  }, 60_000);

  test('loses none of many acts that come at once while it changes runs', async () => {
    const watch = await begins(5);
    const { id } = await watch.task('gate');
    const people = Array.from({ length: 60 }, (_, n) => `person-${n}`);
    const lane = async (): Promise<void> => {
      for (let to = people.shift(); to; to = people.shift()) await watch.hands(id, to);
    };
    await Promise.all([lane(), lane(), lane(), lane(), lane()]);
    const heard = (await watch.timeline()).flatMap(({ kind, data }) => (kind === 'task.assigned' ? [(data as { to: string }).to] : []));
    expect(heard.sort()).toEqual(Array.from({ length: 60 }, (_, n) => `person-${n}`).sort());
    expect(await watch.verified()).toMatchObject({ ok: true });
    expect(await watch.runs()).toBeGreaterThan(2);
  }, 60_000);
});
