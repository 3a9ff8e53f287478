import { DAY_MS, HOUR_MS } from '../../src/base/rule';
import type { People, ShownOrder } from '../../src/demo/people';
import { CallRefused, pause } from '../../src/demo/shop-client';
import { aCakeFor, steps, wholeHour } from '../../src/demo/steps';
import type { Life, PlannedOrder } from './plan';

export interface Ended {
  readonly n: number;
  readonly life: Life;
  readonly number: string;
  readonly state: string;
}

export interface Household {
  readonly people: People;
  /** Shop seconds per real second. */
  readonly clockRate: number;
  /** Real instant, epoch ms, up to which somebody is there to visit; an order whose visit comes later is left waiting for its day. */
  readonly visitsUntil: number;
  /** The customer's e-mail of the n-th order: how the oracle finds what one request made. */
  readonly markOf: (n: number) => string;
}

/** Shop time from intake to the promised delivery: long enough for a few outages under a fast clock. */
const LEAD_MS = 7 * DAY_MS;
const MAKING_BEFORE_MS = 3 * DAY_MS;

type Steps = ReturnType<typeof steps>;
interface Story extends Household {
  readonly number: string;
  readonly step: Steps;
  readonly deliveryAt: number;
  readonly life: Life;
}

/** Lives one order from intake to its end. Rejects when a step never came or was refused without need. */
export async function live(household: Household, { n, life }: PlannedOrder): Promise<Ended> {
  const { people } = household;
  const deliveryAt = wholeHour((await people.now()) + LEAD_MS);
  const number = await place(household, deliveryAt, n, life);
  const story: Story = { ...household, number, step: steps(people, number), deliveryAt, life };
  await untilAccepted(story);
  const { state } = (await beforeMaking(story))
    ? await makeAndDeliver(story)
    : await people.until(number, ({ state }) => state === 'cancelled');
  return { n, life, number, state };
}

/** A storm is one click that was sent five times: one order, five equal answers. */
async function place({ people, markOf }: Household, deliveryAt: number, n: number, life: Life): Promise<string> {
  const customer = { name: `陈晓燕 ${n}`, phone: '13800138000', email: markOf(n), language: 'zh-CN' };
  const key = `place-${markOf(n)}`;
  const send = (): Promise<{ number: string }> =>
    people.shop.post('/orders', aCakeFor(deliveryAt, { customer }), { as: 'sales-consultant', key });
  const answers = await Promise.all(Array.from({ length: life === 'storm' ? 5 : 1 }, send));
  return answers[0]!.number;
}

async function untilAccepted({ people, number, step, deliveryAt }: Story): Promise<void> {
  await step.feasible(deliveryAt - MAKING_BEFORE_MS);
  const { money } = await people.until(number, ({ state }) => state === 'awaiting-deposit');
  await step.pays(money.depositFen);
  await people.until(number, ({ state }) => state === 'materials');
}

/** What makes this life different. False when the order ends here. */
async function beforeMaking(story: Story): Promise<boolean> {
  const { people, number, life } = story;
  switch (life) {
    case 'by-link':
      await people.shop.post(`/links/${await linkOf(story)}/details-confirmation`, { confirmed: true });
      return true;
    case 'changed':
    case 'refused':
    case 'duel':
      await change(story);
      return true;
    case 'shortage':
      await people.shop.post(
        `/orders/${number}/exceptions`,
        { type: 'ingredient-shortage', item: 'imported-chocolate', foundAt: iso(await people.now()), description: '进口巧克力不足' },
        { as: 'baker' },
      );
      return true;
    case 'cancelled':
    case 'called-off': {
      const as = life === 'cancelled' ? 'store-manager' : 'sales-consultant';
      await people.shop.post(`/orders/${number}/cancellation`, { cause: 'customer', reason: '顾客取消' }, { as });
      return false;
    }
    case 'plain':
    case 'storm':
      return true;
  }
}

/** BAK-36, BAK-37. An outage may have outlasted the change window: then the customer is told so, and nothing changes. */
async function change(story: Story): Promise<void> {
  const { people, number, step, deliveryAt, life } = story;
  const patch = { deliveryAt: iso(deliveryAt + 2 * HOUR_MS) };
  const asked = await unlessRefused('change-window-closed', () =>
    people.shop.post<{ id: string; previewHash: string }>(
      `/orders/${number}/changes`,
      { patch, reason: '顾客改时间' },
      { as: 'sales-consultant' },
    ),
  );
  if (!asked) return;
  const decide = (decision: 'approve' | 'reject'): Promise<unknown> =>
    people.shop.post(
      `/orders/${number}/changes/${asked.id}/decision`,
      { decision, reason: '看过产能', previewHash: asked.previewHash },
      { as: 'store-manager' },
    );
  const verdicts = life === 'duel' ? (['approve', 'reject'] as const) : ([life === 'refused' ? 'reject' : 'approve'] as const);
  const decided = await Promise.allSettled(verdicts.map(decide));
  const approved = decided.some((end, n) => end.status === 'fulfilled' && verdicts[n] === 'approve');
  if (!decided.some((end) => end.status === 'fulfilled')) throw (decided[0] as PromiseRejectedResult).reason;
  if (approved) await step.feasible(deliveryAt - MAKING_BEFORE_MS + 2 * HOUR_MS); // BAK-38: the date changed
}

async function makeAndDeliver(story: Story): Promise<ShownOrder> {
  const { people, number, step, life } = story;
  await step.materials();
  await step.signs();
  await people.until(number, ({ state }) => state === 'making'); // an earlier photo shows no work on it (BAK-49), and an escalation may hold it up
  await step.fromMakingToHandOver();
  await step.settles();
  if (life === 'by-link') await people.shop.post(`/links/${await linkOf(story)}/rating`, { score: 5 });
  const { followUpAt } = await people.until(number, (order) => order.followUpAt !== null);
  const waitMs = Math.max(0, Date.parse(followUpAt!) - (await people.now())) / story.clockRate;
  if (Date.now() + waitMs > story.visitsUntil) return people.until(number, ({ openTasks }) => openTasks.length === 0);
  await pause(waitMs);
  await step.visits();
  return people.until(number, ({ state }) => state === 'closed');
}

async function linkOf({ people, number }: Story): Promise<string> {
  const { url } = await people.shop.post<{ url: string }>(`/orders/${number}/links`, { scope: 'customer' }, { as: 'sales-consultant' });
  return url.slice(url.lastIndexOf('/') + 1);
}

async function unlessRefused<T>(code: string, ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof CallRefused && error.body.type === `/problems/${code}`) return null;
    throw error;
  }
}

const iso = (at: number): string => new Date(at).toISOString();
