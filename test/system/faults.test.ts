import { randomUUID } from 'node:crypto';
import { DEMO_PASSWORD } from '../../src/demo/demo-shop';
import { verifyTimeline } from '../../src/process/record/timeline';
import { DAY_MS, HOUR_MS } from '../../src/base/rule';
import { createPeople, type People } from '../../src/demo/people';
import { createShopClient, pause } from '../../src/demo/shop-client';
import { aCakeFor, steps, wholeHour } from '../../src/demo/steps';
import { messageId } from '../../src/process/outbox/delivery';
import { startShop, type Answer, type TestShop } from '../support/shop';

/** Fast enough that a letter is tried again within half a minute, slow enough that it is not given up within one. */
const RATE = 120;
const SECOND_MS = 1000;
const TEST_MS = 180 * SECOND_MS;
/** The API answers `unavailable` after ten seconds. */
const LONGER_THAN_A_CALLER_WAITS_MS = 13 * SECOND_MS;

let shop: TestShop;
let people: People;
beforeAll(async () => {
  shop = await startShop({ clockRate: RATE });
  people = await createPeople(createShopClient(shop.apiUrl, DEMO_PASSWORD));
  // signed in before anything breaks
  for (const login of ['sales-consultant', 'finance', 'store-manager']) await shop.signIn(login);
}, 120_000);
afterAll(() => shop.stop(), 60_000);
// whatever a test broke is whole again before the next one
afterEach(async () => {
  for (const part of Object.values(shop.parts)) await part.start();
});

interface Asked {
  /** The first answer that was not "try again". */
  readonly end: Answer;
  /** Every status heard on the way, that one last. */
  readonly statuses: readonly number[];
}

/** A caller as api.md asks for: the same call with the same key, again after the time the refusal names, until it is answered. */
async function ask(as: string, path: string, body: unknown): Promise<Asked> {
  const key = randomUUID();
  const statuses: number[] = [];
  for (;;) {
    const end = await shop.api('POST', path, body, { as, key });
    statuses.push(end.status);
    if (end.status !== 503) return { end, statuses };
    expect([end.body.type, Number(end.headers.get('retry-after'))]).toEqual(['/problems/unavailable', expect.any(Number)]);
    await pause(Number(end.headers.get('retry-after')) * SECOND_MS);
  }
}

const aCake = async (): Promise<{ body: object; deliveryAt: number }> => {
  const deliveryAt = wholeHour((await people.now()) + 12 * DAY_MS);
  return { body: aCakeFor(deliveryAt), deliveryAt };
};
async function anOrder(): Promise<{ number: string; deliveryAt: number }> {
  const { body, deliveryAt } = await aCake();
  const { number } = await people.shop.post<{ number: string }>('/orders', body, { as: 'sales-consultant' });
  await people.task(number, 'feasibility-review');
  return { number, deliveryAt };
}
async function anUnpaidOrder(): Promise<{ number: string; deliveryAt: number }> {
  const order = await anOrder();
  await steps(people, order.number).feasible(order.deliveryAt - 3 * DAY_MS);
  await people.until(order.number, ({ state }) => state === 'awaiting-deposit');
  return order;
}
async function anAcceptedOrder(): Promise<{ number: string; deliveryAt: number }> {
  const order = await anUnpaidOrder();
  await steps(people, order.number).pays(8_640);
  await people.task(order.number, 'materials-settled');
  return order;
}

const timeline = async (number: string, kind: string): Promise<{ data: Record<string, unknown> }[]> => {
  const { body } = await shop.api('GET', `/orders/${number}/timeline?limit=200`, undefined, { as: 'store-manager' });
  return (body.items as { kind: string; data: Record<string, unknown> }[]).filter((event) => event.kind === kind);
};
const times = async (number: string, kind: string): Promise<number> => (await timeline(number, kind)).length;

/** More recipients than any notice has. */
const MOST_PLACES = 20;

/** Nothing of the order is lost, double or altered: its chain is whole, and every letter it was sent came once. */
async function isWhole(number: string): Promise<void> {
  for await (const chain of verifyTimeline(shop.db)) expect(chain).toMatchObject({ ok: true });
  const notices = await shop.db.notice.findMany({ where: { processId: `order/${number}` } });
  const ours = new Set(notices.flatMap(({ id }) => Array.from({ length: MOST_PLACES }, (_, place) => messageId(id, place))));
  const letters = (await shop.messages()).filter(({ id }) => ours.has(id));
  const copies = letters.map(({ id, channel, to }) => `${channel} ${id} ${to}`);
  expect(new Set(copies).size).toBe(copies.length);
}

const DEPOSIT = { amountFen: 8_640, method: 'wechat' };

describe('the order goes on by itself, every accepted call is on its timeline once, and no letter comes twice', () => {
  test(
    'after kill -9 of the worker in the middle of a step',
    async () => {
      const { number } = await anUnpaidOrder();
      const paying = ask('finance', `/orders/${number}/payments`, DEPOSIT);
      await shop.parts.worker.kill9();
      await pause(LONGER_THAN_A_CALLER_WAITS_MS);
      await shop.parts.worker.start();
      const { end, statuses } = await paying;
      expect([end.status, new Set(statuses.slice(0, -1))]).toEqual([201, new Set(statuses.length > 1 ? [503] : [])]);
      await people.task(number, 'materials-settled'); // the story went on: accepted
      expect(await times(number, 'payment.received')).toBe(1);
      expect(await times(number, 'order.accepted')).toBe(1);
      await isWhole(number);
    },
    TEST_MS,
  );

  test(
    'after kill -9 of Temporal',
    async () => {
      const { number } = await anUnpaidOrder();
      await shop.parts.temporal.kill9();
      const paying = ask('finance', `/orders/${number}/payments`, DEPOSIT);
      await pause(LONGER_THAN_A_CALLER_WAITS_MS);
      await shop.parts.temporal.start();
      const { end, statuses } = await paying;
      expect(end.status).toBe(201);
      expect(new Set(statuses)).toEqual(new Set([503, 201]));
      await people.task(number, 'materials-settled');
      expect(await times(number, 'payment.received')).toBe(1);
      await isWhole(number);
    },
    TEST_MS,
  );

  test(
    'after ten seconds without Postgres',
    async () => {
      const { number } = await anAcceptedOrder();
      await shop.parts.postgres.stop();
      const paying = ask('finance', `/orders/${number}/payments`, { amountFen: 1_000, method: 'cash' });
      await pause(10 * SECOND_MS);
      await shop.parts.postgres.start();
      const { end, statuses } = await paying;
      expect(end.status).toBe(201);
      expect(new Set(statuses)).toEqual(new Set([503, 201]));
      expect(await times(number, 'payment.received')).toBe(2); // the deposit, and this one
      await people.answers('production-supervisor', number, 'materials-settled', { lines: [{ item: 'fresh-cream', source: 'stock' }] });
      expect(await times(number, 'task.done')).toBeGreaterThan(0);
      await isWhole(number);
    },
    TEST_MS,
  );

  test(
    'BAK-08 BAK-33 after a minute without the mail server: each letter arrives, once, and meanwhile the consultant was alerted',
    async () => {
      await shop.parts.catcher.stop();
      const { number } = await anAcceptedOrder();
      await pause(60 * SECOND_MS);
      await shop.parts.catcher.start();
      const letter = async (): Promise<{ state: string; attempts: number; sentAt: Date | null } | null> =>
        shop.db.notice.findFirst({ where: { processId: `order/${number}`, template: 'confirmation-letter' } });
      for (let look = 0; look < 90 && (await letter())?.state !== 'sent'; look += 1) await pause(SECOND_MS);
      const sent = await letter();
      expect(sent).toMatchObject({ state: 'sent' });
      expect(sent!.attempts).toBeGreaterThan(1);
      expect(await times(number, 'notice.late')).toBe(1); // an hour of the shop is half a minute
      await people.task(number, 'telephone-customer', (task) => task.context['why'] === 'letter-late');
      const arrived = (await shop.messages()).filter(({ subject }) => subject.includes(number) && subject.includes('确认函'));
      expect(arrived).toHaveLength(1);
      await isWhole(number);
    },
    TEST_MS,
  );

  test(
    'an order taken while Temporal is down is kept (201) and started later',
    async () => {
      const { body } = await aCake();
      await shop.parts.temporal.kill9();
      const { end } = await ask('sales-consultant', '/orders', body);
      expect(end.status).toBe(201);
      const { number } = end.body as { number: string };
      expect((await shop.api('GET', `/orders/${number}`, undefined, { as: 'store-manager' })).body).toMatchObject({ state: 'draft' });
      await shop.parts.temporal.start();
      await people.task(number, 'feasibility-review');
      expect(await times(number, 'order.received')).toBe(1);
      await isWhole(number);
    },
    TEST_MS,
  );
});

describe('at the same time', () => {
  test('one key sent five times takes one order', async () => {
    const { body } = await aCake();
    const key = randomUUID();
    const send = (): Promise<Answer> => shop.api('POST', '/orders', body, { as: 'sales-consultant', key });
    const before = await shop.db.order.count();
    const answers = await Promise.all([send(), send(), send(), send(), send()]);
    const done = answers.filter(({ status }) => status === 201);
    expect(done.length).toBeGreaterThan(0);
    expect(new Set(done.map((answer) => (answer.body as { number: string }).number)).size).toBe(1);
    // whoever came while the first was under way is told so, and hears the same answer afterwards
    expect(new Set(answers.map(({ status }) => status).filter((status) => status !== 201 && status !== 409))).toEqual(new Set());
    expect((await send()).body).toEqual(done[0]!.body);
    expect(await shop.db.order.count()).toBe(before + 1);
  });

  test(
    'BAK-37 two managers decide one change: one decision, one 409 that names it',
    async () => {
      const { number, deliveryAt } = await anAcceptedOrder();
      const change = await people.shop.post<{ id: string; previewHash: string }>(
        `/orders/${number}/changes`,
        { patch: { deliveryAt: new Date(deliveryAt + 2 * HOUR_MS).toISOString() }, reason: '改时间' },
        { as: 'sales-consultant' },
      );
      const decide = (decision: 'approve' | 'reject'): Promise<Answer> =>
        shop.api(
          'POST',
          `/orders/${number}/changes/${change.id}/decision`,
          { decision, reason: '看过产能', previewHash: change.previewHash },
          { as: 'store-manager', key: randomUUID() },
        );
      const answers = await Promise.all([decide('approve'), decide('reject')]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({ type: '/problems/already-answered' });
      const won = answers[0].status === 200 ? 'approved' : 'rejected';
      expect([await times(number, 'change.approved'), await times(number, 'change.rejected')]).toEqual(
        won === 'approved' ? [1, 0] : [0, 1],
      );
      expect((await people.order(number)).version).toBe(won === 'approved' ? 2 : 1);
    },
    TEST_MS,
  );
});
