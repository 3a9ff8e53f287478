import { DAY_MS, HOUR_MS } from '../base/rule';
import { supplierPromises } from './mailbox';
import type { People } from './people';
import { aCakeFor, steps, wholeHour } from './steps';
import { tellStory } from './story';

export interface LifeOptions {
  readonly people: People;
  readonly catcherUrl: string | null;
}
/** Lives an order up to some stage or end, and answers its number. */
type Life = (options: LifeOptions) => Promise<string>;

const take = async (people: People, hoursAhead: number, own: object = {}): Promise<{ number: string; deliveryAt: number }> => {
  const deliveryAt = wholeHour((await people.now()) + hoursAhead * HOUR_MS);
  const { number } = await people.shop.post<{ number: string }>('/orders', aCakeFor(deliveryAt, own), { as: 'sales-consultant' });
  return { number, deliveryAt };
};

/** Taken, reviewed and paid for: the materials stage is open. */
async function accepted(people: People, hoursAhead = 10 * 24, own: object = {}): Promise<{ number: string; deliveryAt: number }> {
  const order = await take(people, hoursAhead, own);
  const step = steps(people, order.number);
  await step.feasible(order.deliveryAt - 2 * DAY_MS);
  const { money } = await people.until(order.number, ({ state }) => state === 'awaiting-deposit');
  await step.pays(money.depositFen);
  await people.task(order.number, 'materials-settled');
  return order;
}

async function inProduction(people: People, own: object = {}): Promise<{ number: string; step: ReturnType<typeof steps> }> {
  const { number } = await accepted(people, 10 * 24, own);
  const step = steps(people, number);
  await step.materials();
  await step.signs();
  return { number, step };
}

async function report(people: People, number: string, type: string, item?: string): Promise<void> {
  const foundAt = new Date(await people.now()).toISOString();
  await people.shop.post(
    `/orders/${number}/exceptions`,
    { type, foundAt, description: '现场情况', ...(item && { item }) },
    { as: 'baker' },
  );
}

async function asksForChange(people: People, number: string, deliveryAt: number): Promise<{ id: string; previewHash: string }> {
  return people.shop.post(
    `/orders/${number}/changes`,
    { patch: { deliveryAt: new Date(deliveryAt + 2 * HOUR_MS).toISOString() }, reason: '改时间' },
    { as: 'sales-consultant' },
  );
}

/**
 * Orders left at, or brought to, different stages and ends of BAK-94: what the replay gate records, so that a change to the stories is
 * held against all of them.
 */
export const LIVES = {
  'awaiting-design-after-a-rejected-draft': async ({ people }) => {
    const { number } = await take(people, 10 * 24, { complex: true });
    await people.answers('sales-consultant', number, 'confirm-design', { outcome: 'rejected', comments: '颜色太深' });
    await people.task(number, 'confirm-design');
    return number;
  },
  'feasibility-review-late': async ({ people }) => {
    const { number } = await take(people, 10 * 24);
    await people.task(number, 'feasibility-review', (task) => task.rung > 0);
    return number;
  },
  declined: async ({ people }) => {
    const { number } = await take(people, 10 * 24);
    await people.answers('production-supervisor', number, 'feasibility-review', { outcome: 'not-feasible', reason: '工期已满' });
    await people.answers('sales-consultant', number, 'offer-alternative', { outcome: 'decline' });
    await people.until(number, ({ state }) => state === 'declined');
    return number;
  },
  'awaiting-deposit': async ({ people }) => {
    const { number, deliveryAt } = await take(people, 10 * 24);
    await steps(people, number).feasible(deliveryAt - 2 * DAY_MS);
    await people.until(number, ({ state }) => state === 'awaiting-deposit');
    return number;
  },
  'materials-with-a-change-pending': async ({ people }) => {
    const { number, deliveryAt } = await accepted(people);
    await asksForChange(people, number, deliveryAt);
    return number;
  },
  'materials-after-an-approved-change': async ({ people }) => {
    const { number, deliveryAt } = await accepted(people);
    const { id, previewHash } = await asksForChange(people, number, deliveryAt);
    await people.shop.post(
      `/orders/${number}/changes/${id}/decision`,
      { decision: 'approve', reason: '可以', previewHash },
      { as: 'store-manager' },
    );
    await people.until(number, ({ version }) => version === 2);
    return number;
  },
  'materials-with-a-shortage-sourced': async ({ people, catcherUrl }) => {
    const { number } = await accepted(people);
    await report(people, number, 'ingredient-shortage', 'imported-chocolate');
    await supplierPromises({ catcherUrl, people, order: number }, 3);
    await people.until(number, ({ overlays }) => !overlays.includes('exception-open'));
    return number;
  },
  'making-held-by-the-food-safety-committee': async ({ people }) => {
    const { number } = await inProduction(people);
    await report(people, number, 'food-safety');
    await people.answers('food-safety-committee', number, 'committee-vote', { vote: 'hold', reason: '待检' });
    return number;
  },
  'making-after-a-failed-check': async ({ people }) => {
    const { number, step } = await inProduction(people);
    await step.makes();
    await step.decorates();
    await people.answers(
      'qc-inspector',
      number,
      'quality-check',
      { result: 'fail', notes: '裱花塌陷' },
      ({ context }) => context['final'] === true,
    );
    await people.answers('store-manager', number, 'escalated', { decision: 'rework', reason: '重做' });
    await people.until(number, ({ state }) => state === 'making');
    return number;
  },
  'cancelled-by-the-store-and-refunded': async ({ people }) => {
    const { number } = await accepted(people);
    await people.shop.post(`/orders/${number}/cancellation`, { cause: 'store', reason: '烤箱故障' }, { as: 'store-manager' });
    await people.answers('finance', number, 'refund', { amountFen: 8_640, method: 'wechat' });
    await people.until(number, ({ state }) => state === 'cancelled');
    return number;
  },
  'cancelled-by-the-customer-less-costs': async ({ people }) => {
    const { number } = await accepted(people);
    await people.shop.post(`/orders/${number}/costs`, { cost: 'ingredients', amountFen: 3_000 }, { as: 'production-supervisor' });
    await people.shop.post(`/orders/${number}/cancellation`, { cause: 'customer', reason: '行程有变' }, { as: 'sales-consultant' });
    await people.answers('store-manager', number, 'cancellation-decision', { decision: 'approve', cause: 'customer', reason: '属实' });
    await people.answers('finance', number, 'refund', { amountFen: 5_640, method: 'wechat' });
    return number;
  },
  'making-again-after-a-problem-at-receipt': async ({ people }) => {
    const { number, step } = await inProduction(people);
    await step.fromMakingToTheDoor();
    const photoId = await people.photographs('delivery-staff', number, 'receipt-problem');
    const foundAt = new Date(await people.now()).toISOString();
    await people.shop.post(
      `/orders/${number}/exceptions`,
      { type: 'receipt-problem', foundAt, description: '蛋糕碰坏', photoId },
      { as: 'delivery-staff' },
    );
    const replacementAt = new Date(wholeHour((await people.now()) + 2 * DAY_MS)).toISOString();
    await people.answers('delivery-staff', number, 'answer-exception', { outcome: 'replace', replacementAt });
    await people.until(number, ({ state }) => state === 'making');
    return number;
  },
  'delivered-with-a-balance-open': async ({ people }) => {
    const { number, step } = await inProduction(people);
    await step.fromMakingToHandOver();
    await people.task(number, 'settle-balance');
    return number;
  },
  'closed-after-a-visit-that-reached-nobody': async ({ people }) => {
    const { number, step } = await inProduction(people);
    await step.fromMakingToHandOver();
    await step.settles();
    for (const method of ['telephone', 'sms', 'telephone']) {
      await people.answers('customer-service', number, 'follow-up-visit', { reached: false, method });
    }
    await people.until(number, ({ state }) => state === 'closed');
    return number;
  },
  closed: async (options) => (await tellStory(options.people, { catcherUrl: options.catcherUrl, say: () => undefined })).number,
} as const satisfies Record<string, Life>;

export type LifeName = keyof typeof LIVES;
