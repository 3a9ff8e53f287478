import { HOUR_MS } from '../../src/base/rule';
import { bakeryOfThisFile, refused, staff, type Order } from '../support/bakery';

const bakery = bakeryOfThisFile();

/** Somebody's act by the name of its Update. */
type Act = readonly [name: string, message: object];
const CONSULTANT = staff('sales-consultant');
const MANAGER = staff('store-manager');

const lengthOf = async ({ handle }: Order): Promise<number> => (await handle.fetchHistory()).events?.length ?? 0;

/** Asks what an act would be refused with, and sees that the history has grown by nothing. */
async function asks(order: Order, [name, message]: Act): Promise<unknown> {
  await order.settled();
  const before = await lengthOf(order);
  const refusal = await order.wouldRefuse(name, message);
  expect(await lengthOf(order)).toBe(before);
  return refusal;
}
/** Asks, and then does it: refused with the very same, which it answers. */
async function refusedAlike(order: Order, act: Act): Promise<string> {
  const told = await asks(order, act);
  const { code, more } = await refused(order.act(...act));
  expect(told).toEqual(more);
  return String(code);
}
/** Asks, and then does it: nothing is against it. */
async function takenAlike(order: Order, act: Act): Promise<void> {
  expect(await asks(order, act)).toBeNull();
  await order.act(...act);
}

const cancels = (more: object = {}): Act => ['cancelOrder', { cause: 'customer', by: MANAGER, ...more }];
const change = async (order: Order, more: object = {}): Promise<Act> => [
  'requestChange',
  {
    changeId: `change-${Math.random()}`,
    facts: { ...order.input.facts, totalFen: 38_800 },
    previewHash: 'seen',
    basis: await order.basis(),
    allergensAdded: [],
    needsFeasibility: false,
    by: CONSULTANT,
    ...more,
  },
];

describe('an order that is asked what it would refuse', () => {
  test('says of cancellations what the act itself is refused with, and takes what it says it would', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    expect(await refusedAlike(order, cancels({ cause: 'weather' }))).toBe('invalid-request'); // cannot be believed
    expect(await refusedAlike(order, cancels({ by: staff('baker') }))).toBe('not-allowed'); // BAK-04
    expect(await refusedAlike(order, cancels({ by: CONSULTANT, cause: 'neither', refundFen: 1 }))).toBe('invalid-request'); // the manager names it
    expect(await refusedAlike(order, cancels({ refundFen: 1 }))).toBe('invalid-request'); // the cause decides
    expect(await refusedAlike(order, cancels({ cause: 'neither', refundFen: 1_000_000 }))).toBe('invalid-request'); // more than is held
    await takenAlike(order, cancels({ by: CONSULTANT }));
    await takenAlike(order, cancels());
    expect(await refusedAlike(order, cancels())).toBe('not-in-this-state');
  });

  test('says of changes what the act itself is refused with, up to the end of the window', async () => {
    const order = await bakery.places({ lifeDays: 4 });
    await order.isAccepted();
    expect(await refusedAlike(order, await change(order, { basis: 'older' }))).toBe('preview-stale');
    expect(await refusedAlike(order, await change(order, { exceptionId: 'nowhere' }))).toBe('no-such-exception');
    const first = await change(order);
    await takenAlike(order, first);
    expect(await refusedAlike(order, first)).toBe('already-answered');
    await order.waitUntil(((await order.view()).changeWindowEndsAt ?? 0) + 1000);
    expect(await refusedAlike(order, await change(order))).toBe('change-window-closed');
  });

  test('says of answers what the act itself is refused with: who may, which field, who was first', async () => {
    const order = await bakery.places();
    const { id: taskId } = await order.task('feasibility-review');
    const { deliveryAt } = order.input.facts;
    const by = staff('production-supervisor');
    const review = (choices: object, more: object = {}): Act => [
      'feasibility-review',
      { taskId, by, choices: { outcome: 'feasible', plannedStartAt: deliveryAt - 48 * HOUR_MS, assignees: {}, ...choices }, ...more },
    ];
    expect(await refusedAlike(order, review({ outcome: 'maybe' }))).toBe('invalid-request');
    expect(await refusedAlike(order, review({ plannedStartAt: deliveryAt }))).toBe('invalid-request'); // BAK-29: too late to start
    expect(await refusedAlike(order, review({}, { by: staff('baker') }))).toBe('not-allowed');
    expect(await refusedAlike(order, review({}, { taskId: 'nowhere' }))).toBe('no-such-task');
    await takenAlike(order, review({}));
    expect(await refusedAlike(order, review({}))).toBe('already-answered');
  });

  test('goes by the hour of whoever asks, not by that of its last step', async () => {
    const order = await bakery.places();
    await order.isFeasible();
    await order.settled();
    const before = await lengthOf(order);
    await order.waitToActAt((await order.now()) + 3 * HOUR_MS); // in which nothing happens
    expect(await lengthOf(order)).toBe(before);
    const pays = (receivedAt: number): Act => [
      'recordPayment',
      { paymentId: `paid-${receivedAt}`, amountFen: 100, method: 'cash', receivedAt, by: staff('finance') },
    ];
    const now = await order.now();
    expect(await asks(order, pays(now - HOUR_MS))).toBeNull();
    expect(await refusedAlike(order, pays(now + 24 * HOUR_MS))).toBe('invalid-request'); // BAK-32: in the future
    await takenAlike(order, pays(now - HOUR_MS));
    await order.waitToActAt(now + 3 * HOUR_MS);
    await order.act(...pays(now + 2 * HOUR_MS)); // nor does it keep the hour of whoever asked last
  });

  test('fails for an act that nobody hears', async () => {
    const order = await bakery.places();
    await expect(order.wouldRefuse('bribe', {})).rejects.toThrow('Failed to query Workflow');
  });
});
