import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { DEMO_PASSWORD } from '../../src/demo/demo-shop';
import { verifyTimeline } from '../../src/process/record/timeline';
import { DAY_MS, HOUR_MS } from '../../src/base/rule';
import type { TaskKind } from '../../src/process/tasks/tasks.rules';
import { createPeople, waitFor, type InboxTask, type People } from '../../src/demo/people';
import { createShopClient } from '../../src/demo/shop-client';
import { aCakeFor, steps, wholeHour } from '../../src/demo/steps';
import { resolveTemporal } from '../../tools/temporal-servers.mjs';
import { startShop, type Answer, type TestShop } from '../support/shop';

const DEPOSIT = 8_640;
const TEST_MS = 120_000;

let shop: TestShop;
let people: People;
let cli: string;
beforeAll(async () => {
  shop = await startShop();
  people = await createPeople(createShopClient(shop.apiUrl, DEMO_PASSWORD));
  cli = (await resolveTemporal()).cli;
}, 120_000);
afterAll(() => shop.stop(), 60_000);

const temporal = (command: string, workflowId: string, ...more: string[]): string =>
  execFileSync(
    cli,
    [
      ...['workflow', command, '--address', shop.temporalAddress, '--namespace', shop.temporalNamespace],
      ...['--workflow-id', workflowId, ...(command === 'describe' ? [] : ['--reason', 'a test']), ...more],
    ],
    { stdio: 'pipe' },
  ).toString();

async function anUnpaidOrder(own: object = {}): Promise<string> {
  const deliveryAt = wholeHour((await people.now()) + 6 * DAY_MS);
  const { number } = await people.shop.post<{ number: string }>('/orders', aCakeFor(deliveryAt, own), { as: 'sales-consultant' });
  await steps(people, number).feasible(deliveryAt - 2 * DAY_MS);
  await people.until(number, ({ state }) => state === 'awaiting-deposit');
  return number;
}
async function anAcceptedOrder(): Promise<string> {
  const number = await anUnpaidOrder();
  await steps(people, number).pays(DEPOSIT);
  await people.task(number, 'materials-settled');
  return number;
}
async function terminated(number: string): Promise<InboxTask> {
  temporal('terminate', `order/${number}`);
  return people.task(number, 'repair');
}

const write = (as: string, path: string, body: unknown): Promise<Answer> => shop.api('POST', path, body, { as, key: randomUUID() });
const answer = (task: InboxTask, body: object, as = 'store-manager'): Promise<Answer> =>
  write(as, `/tasks/${task.id}/completion`, { answer: body });
const openKinds = async (number: string): Promise<string[]> => {
  const { body } = await shop.api('GET', `/tasks?order=${number}&state=open`, undefined, { as: 'store-manager' });
  return (body.items as InboxTask[]).map(({ kind }) => kind).sort();
};
const timeline = async (number: string): Promise<string[]> => {
  const { body } = await shop.api('GET', `/orders/${number}/timeline?limit=200`, undefined, { as: 'store-manager' });
  return (body.items as { kind: string }[]).map(({ kind }) => kind);
};
const letters = async (number: string): Promise<string[]> => {
  const { body } = await shop.api('GET', `/orders/${number}/notices?limit=200`, undefined, { as: 'store-manager' });
  return (body.items as { template: string }[]).map(({ template }) => template);
};
const troubles = async (trouble: string): Promise<number> =>
  Number(new RegExp(`trouble="${trouble}"} (\\d+)`).exec(await (await fetch(shop.metricsUrls.api)).text())?.[1]);
const isWhole = async (number: string): Promise<boolean> => {
  for await (const chain of verifyTimeline(shop.db, number)) return chain.ok;
  return false;
};
const DEAD = ['materials-complete', 'materials-settled', 'sign-task-sheet'];

describe('an order whose workflow was terminated while it lives on record', () => {
  test(
    'shows it, hides the tasks nobody can answer, refuses acts by name, and starts again from the record where it was left',
    async () => {
      const number = await anAcceptedOrder();
      const paid = (await people.order(number)).money;
      const before = await troubles('workflow-lost');
      const repair = await terminated(number);
      expect(repair.context).toMatchObject({ what: 'workflow-lost', how: 'terminated', startsAgainIn: 'materials', heldFen: DEPOSIT });
      expect(await people.order(number)).toMatchObject({
        state: 'materials',
        overlays: ['workflow-lost'],
        openTasks: [{ kind: 'repair' }],
      });
      expect(await openKinds(number)).toEqual(['repair']);
      expect(await troubles('workflow-lost')).toBe(before + 1);
      const refused = await write('finance', `/orders/${number}/payments`, { amountFen: 100, method: 'cash' });
      expect(refused).toMatchObject({ status: 409, body: { type: '/problems/not-in-this-state' } });
      expect(refused.body.fault).toEqual({ code: 'order-lost', params: {} });

      expect((await answer(repair, { action: 'retry' })).status).toBe(400);
      expect((await answer(repair, { action: 'start-again' }, 'baker')).status).toBe(403);
      expect((await answer(repair, { action: 'start-again' })).status).toBe(200);
      await people.until(number, ({ overlays, openTasks }) => overlays.length === 0 && openTasks.length === 3);
      expect(await openKinds(number)).toEqual(DEAD);
      expect((await people.order(number)).money).toEqual(paid);
      expect(await troubles('workflow-lost')).toBe(before);

      // and it lives: money comes in, and the story goes on to the next step
      expect((await write('finance', `/orders/${number}/payments`, { amountFen: 100, method: 'cash' })).status).toBe(201);
      const step = steps(people, number);
      await step.materials();
      await step.signs();
      await people.until(number, ({ state }) => state === 'making');
      await step.makes();
      await people.task(number, 'decoration-done');
      expect(await timeline(number)).toEqual(expect.arrayContaining(['order.lost', 'order.taken-up', 'repair.decided']));
      expect((await timeline(number)).filter((kind) => kind === 'order.accepted')).toHaveLength(1);
      expect((await letters(number)).filter((template) => template === 'confirmation-letter')).toHaveLength(1);
      expect(await isWhole(number)).toBe(true);
    },
    TEST_MS,
  );

  test(
    'BAK-39 closes with a refund: finance owes what the customer has paid, and when it is paid the order is closed and the customer told',
    async () => {
      const number = await anAcceptedOrder();
      expect((await answer(await terminated(number), { action: 'refund', reason: '系统故障' })).status).toBe(200);
      const refund = await people.task(number, 'refund');
      expect(refund.context).toMatchObject({ refundFen: DEPOSIT });
      expect((await answer(refund, { amountFen: DEPOSIT, method: 'wechat' }, 'finance')).status).toBe(200);
      const closed = (): Promise<unknown> => shop.db.process.findFirst({ where: { id: `order/${number}`, closedAt: { not: null } } });
      await waitFor(async () => (await closed()) ?? undefined, 'the end');
      const { state, overlays, money } = await people.order(number);
      expect({ state, overlays, money }).toMatchObject({
        state: 'cancelled',
        overlays: [],
        money: { receivedFen: DEPOSIT, refundedFen: DEPOSIT, outstandingFen: 0 },
      });
      expect(await openKinds(number)).toEqual([]);
      expect(await letters(number)).toEqual(expect.arrayContaining(['order-cancelled', 'refund-paid']));
      expect(await timeline(number)).toEqual(expect.arrayContaining(['order.lost', 'order.cancelled', 'refund.paid']));
      expect(await isWhole(number)).toBe(true);
    },
    TEST_MS,
  );

  test(
    'is written off with a reason, which stays private: closed on record, nothing owed, nothing sent',
    async () => {
      const number = await anAcceptedOrder();
      const repair = await terminated(number);
      const sent = await letters(number);
      expect((await answer(repair, { action: 'write-off' })).status).toBe(400);
      expect((await answer(repair, { action: 'write-off', reason: '顾客已当面结清' })).status).toBe(200);
      const closed = (): Promise<unknown> => shop.db.process.findFirst({ where: { id: `order/${number}`, closedAt: { not: null } } });
      await waitFor(async () => (await closed()) ?? undefined, 'the end');
      expect(await people.order(number)).toMatchObject({ state: 'cancelled', overlays: [], openTasks: [] });
      expect((await letters(number)).filter((template) => template !== 'task-reminder')).toEqual(
        sent.filter((template) => template !== 'task-reminder'),
      );
      const { body } = await shop.api('GET', `/orders/${number}/timeline?limit=200`, undefined, { as: 'store-manager' });
      const event = (body.items as { kind: string; data: object; text?: object }[]).find(({ kind }) => kind === 'order.written-off');
      expect(event).toMatchObject({ data: { heldFen: DEPOSIT }, text: { reason: '顾客已当面结清' } });
      expect(JSON.stringify(event?.data)).not.toContain('结清');
      expect(await isWhole(number)).toBe(true);
    },
    TEST_MS,
  );

  test(
    'BAK-94 in every step of its life goes on each time at the beginning of that step, and comes to its delivery',
    async () => {
      const deliveryAt = wholeHour((await people.now()) + 6 * DAY_MS);
      const cake = aCakeFor(deliveryAt, { complex: true });
      const { number } = await people.shop.post<{ number: string }>('/orders', cake, { as: 'sales-consultant' });
      const step = steps(people, number);
      const lived: string[] = [];
      /** Dies in the step whose task is open, and starts again; the same task is asked anew. */
      const dies = async (kind: TaskKind): Promise<void> => {
        const asked = await people.task(number, kind);
        const { state } = await people.order(number);
        expect((await answer(await terminated(number), { action: 'start-again' })).status).toBe(200);
        await people.task(number, kind, ({ id }) => id !== asked.id);
        await people.until(number, (order) => order.overlays.length === 0 && order.state === state);
        lived.push(state);
      };
      await dies('confirm-design');
      const draftPhotoId = await people.photographs('sales-consultant', number, 'design-draft');
      await people.answers('sales-consultant', number, 'confirm-design', { outcome: 'approved', draftPhotoId });
      await dies('feasibility-review');
      await step.feasible(deliveryAt - 2 * DAY_MS);
      await people.until(number, ({ state }) => state === 'awaiting-deposit');
      await step.pays(DEPOSIT);
      await step.materials();
      await step.signs();
      await dies('making-done');
      await step.makes();
      await dies('decoration-done');
      await step.decorates();
      await people.until(number, ({ state }) => state === 'final-check');
      await dies('quality-check');
      await step.passes();
      await dies('packing-checklist');
      await step.packs();
      await dies('dispatch-check');
      await step.departs();
      await dies('hand-over');
      await step.handsOver();
      await dies('settle-balance');
      await step.settles();
      expect(lived).toEqual([
        'awaiting-design',
        'feasibility-review',
        'making',
        'decoration',
        'final-check',
        'packing',
        'ready',
        'out-for-delivery',
        'delivered',
      ]);
      const kinds = await timeline(number);
      for (const once of ['order.received', 'order.accepted', 'order.delivered'])
        expect([once, kinds.filter((kind) => kind === once)]).toEqual([once, [once]]);
      expect(await people.order(number)).toMatchObject({ state: 'delivered', money: { receivedFen: 28_800, outstandingFen: 0 } });
      expect(await isWhole(number)).toBe(true);
    },
    3 * TEST_MS,
  );

  test(
    'BAK-36 BAK-61 with a change and an exception open: the change is withdrawn and the consultant calls, the store manager is asked anew',
    async () => {
      const number = await anAcceptedOrder();
      const deliveryAt = Date.parse((await people.order(number)).deliveryAt);
      const patch = { deliveryAt: new Date(deliveryAt + HOUR_MS).toISOString() };
      const change = await people.shop.post<{ id: string }>(
        `/orders/${number}/changes`,
        { patch, reason: '改时间' },
        { as: 'sales-consultant' },
      );
      const foundAt = new Date(await people.now()).toISOString();
      const problem = { type: 'process-problem', foundAt, description: '裱花困难' };
      await people.shop.post(`/orders/${number}/exceptions`, problem, { as: 'baker' });
      const asked = await people.task(number, 'escalated');
      expect((await answer(await terminated(number), { action: 'start-again' })).status).toBe(200);
      const again = await people.task(number, 'escalated', ({ id }) => id !== asked.id);
      expect(again.context).toMatchObject({ exception: asked.context['exception'] });
      await people.task(number, 'telephone-customer', ({ context }) => context['change'] === change.id);
      expect((await people.order(number)).overlays).toEqual(['exception-open', 'escalated']);
      const decision = await write('store-manager', `/orders/${number}/changes/${change.id}/decision`, {
        decision: 'reject',
        reason: '晚了',
        previewHash: 'x',
      });
      expect(decision.status).toBeGreaterThanOrEqual(400);
      expect((await answer(again, { decision: 'continue' })).status).toBe(200);
      await people.until(number, ({ overlays }) => overlays.length === 0);
      expect(await shop.db.change.findUnique({ where: { id: change.id } })).toMatchObject({ state: 'withdrawn' });
    },
    TEST_MS,
  );

  test(
    'BAK-39 starts again when it is cancelled and the refund is not paid yet: finance is asked for it anew, once',
    async () => {
      const number = await anAcceptedOrder();
      await write('store-manager', `/orders/${number}/cancellation`, { cause: 'store', reason: '烤箱故障' });
      const first = await people.task(number, 'refund');
      expect((await answer(await terminated(number), { action: 'start-again' })).status).toBe(200);
      const again = await people.task(number, 'refund', ({ id }) => id !== first.id);
      expect([await openKinds(number), again.context['refundFen']]).toEqual([['refund'], DEPOSIT]);
      expect((await answer(again, { amountFen: DEPOSIT, method: 'wechat' }, 'finance')).status).toBe(200);
      const closed = (): Promise<unknown> => shop.db.process.findFirst({ where: { id: `order/${number}`, closedAt: { not: null } } });
      await waitFor(async () => (await closed()) ?? undefined, 'the end');
      expect((await people.order(number)).money).toMatchObject({ receivedFen: DEPOSIT, refundedFen: DEPOSIT });
      expect((await letters(number)).filter((template) => template === 'order-cancelled')).toHaveLength(1);
    },
    TEST_MS,
  );

  test(
    'that lives again after its repair was lost too leaves no repair in the inbox',
    async () => {
      const number = await anAcceptedOrder();
      await terminated(number);
      await shop.parts.worker.kill9(); // nobody looks while both are gone
      temporal('terminate', `repair/${number}`);
      temporal('reset', `order/${number}`, '--type', 'LastWorkflowTask');
      await shop.parts.worker.start();
      await people.until(number, ({ overlays, openTasks }) => overlays.length === 0 && openTasks.length === DEAD.length);
      expect(await openKinds(number)).toEqual(DEAD);
    },
    TEST_MS,
  );

  test(
    'BAK-31 starts again while it waits for the prepayment, which accepts it',
    async () => {
      const number = await anUnpaidOrder();
      await answer(await terminated(number), { action: 'start-again' });
      await people.until(number, ({ overlays }) => overlays.length === 0);
      await steps(people, number).pays(DEPOSIT);
      expect((await people.task(number, 'materials-settled')).order).toBe(number);
      expect(await people.order(number)).toMatchObject({ state: 'materials', money: { receivedFen: DEPOSIT } });
    },
    TEST_MS,
  );

  test(
    'BAK-77 starts again when it is delivered, and its balance is settled; the next loss, with nothing owed, comes to a refund of the whole',
    async () => {
      const number = await anAcceptedOrder();
      const step = steps(people, number);
      await step.materials();
      await step.signs();
      await step.fromMakingToHandOver();
      await people.task(number, 'settle-balance');
      await answer(await terminated(number), { action: 'start-again' });
      await people.until(number, ({ overlays }) => overlays.length === 0);
      await step.settles();
      await people.until(number, ({ money }) => money.outstandingFen === 0);
      await answer(await terminated(number), { action: 'refund', reason: '整单有误' });
      const refund = await people.task(number, 'refund');
      expect(refund.context).toMatchObject({ refundFen: 28_800 });
      expect((await answer(refund, { amountFen: 28_800, method: 'wechat' }, 'finance')).status).toBe(200);
      const closed = await people.until(number, ({ state }) => state === 'closed');
      expect(closed.money).toMatchObject({ receivedFen: 28_800, refundedFen: 28_800, outstandingFen: 0 });
      expect(await isWhole(number)).toBe(true);
    },
    TEST_MS,
  );

  test(
    'that somebody resets lives again: the repair is withdrawn and its tasks are back',
    async () => {
      const number = await anAcceptedOrder();
      const repair = await terminated(number);
      temporal('reset', `order/${number}`, '--type', 'LastWorkflowTask');
      await people.until(number, ({ overlays }) => !overlays.includes('workflow-lost'));
      expect((await people.task(number, 'materials-settled')).order).toBe(number);
      await waitFor(async () => ((await openKinds(number)).includes('repair') ? undefined : true), 'the withdrawal');
      expect(await openKinds(number)).toEqual(DEAD);
      expect((await answer(repair, { action: 'refund' })).body).toMatchObject({ type: '/problems/not-in-this-state' });
      await steps(people, number).materials();
      await people.until(number, ({ openTasks }) => openTasks.every(({ kind }) => kind === 'sign-task-sheet'));
    },
    TEST_MS,
  );

  test(
    'has its repair opened anew when that is terminated too',
    async () => {
      const number = await anAcceptedOrder();
      const first = await terminated(number);
      temporal('terminate', `repair/${number}`);
      const second = await people.task(number, 'repair', ({ id }) => id !== first.id);
      expect(await openKinds(number)).toEqual(['repair']);
      expect((await answer(second, { action: 'start-again' })).status).toBe(200);
      await people.until(number, ({ overlays, openTasks }) => overlays.length === 0 && openTasks.length === 3);
    },
    TEST_MS,
  );
});

test(
  'the post office that somebody terminated is open again within seconds',
  async () => {
    temporal('terminate', 'post-office');
    const isOpen = (): boolean => temporal('describe', 'post-office', '--output', 'json').includes('WORKFLOW_EXECUTION_STATUS_RUNNING');
    expect(isOpen()).toBe(false);
    await waitFor(() => Promise.resolve(isOpen() || undefined), 'the post office', 500);
    const number = await anAcceptedOrder();
    const arrived = async (): Promise<true | undefined> =>
      (await shop.messages()).some(({ subject }) => subject.includes(number) && subject.includes('确认函')) || undefined;
    expect(await waitFor(arrived, 'the letter')).toBe(true);
  },
  TEST_MS,
);

test(
  'a record that Postgres refuses raises an alarm that no answer closes, and heals: what was accepted is on record, once',
  async () => {
    const number = await anAcceptedOrder();
    await shop.db.$executeRaw`ALTER TABLE costs ADD CONSTRAINT too_narrow CHECK (amount_fen < 100)`;
    const key = randomUUID();
    const send = (): Promise<Answer> =>
      shop.api('POST', `/orders/${number}/costs`, { cost: 'labour', amountFen: 900 }, { as: 'production-supervisor', key });
    const sending = send();
    const alarm = await waitFor(async () => {
      const { body } = await shop.api('GET', `/tasks?order=${number}&kind=repair&mine=true`, undefined, { as: 'operator' });
      return (body.items as InboxTask[])[0];
    }, 'the alarm');
    expect(alarm.context).toMatchObject({ what: 'record-refused', code: '23514' });
    expect((await people.order(number)).overlays).toEqual(['record-refused']);
    expect(await troubles('record-refused')).toBe(1);
    expect((await answer(alarm, { action: 'retry' }, 'operator')).body).toMatchObject({ type: '/problems/not-in-this-state' });
    expect(await sending).toMatchObject({ status: 503, body: { fault: { code: 'act-unwritten' } } });
    await shop.db.$executeRaw`ALTER TABLE costs DROP CONSTRAINT too_narrow`;
    await people.until(number, ({ overlays }) => overlays.length === 0);
    expect((await send()).status).toBe(201);
    expect(await shop.db.cost.count({ where: { orderNumber: number } })).toBe(1);
    expect(await openKinds(number)).toEqual(DEAD);
    expect(await isWhole(number)).toBe(true);
  },
  TEST_MS,
);
