import { HOUR_MS } from '../../src/base/rule';
import { bakeryOfThisFile, refusal, staff, type Order } from '../support/bakery';

const bakery = bakeryOfThisFile();
type Vote = 'release' | 'hold' | 'destroy';
const votes = (order: Order, vote: Vote, who: string) => order.complete('committee-vote', { vote }, staff('food-safety-committee', who));
/** Two members of one mind are a quorum. */
const decides = async (order: Order, vote: Vote): Promise<void> => {
  for (const who of ['one', 'two']) await votes(order, vote, who);
};
const held = async (): Promise<Order> => {
  const order = await bakery.places();
  await order.isMaking();
  await order.reports('food-safety');
  await order.task('committee-vote');
  return order;
};

test('BAK-61 an escalation nobody decides within 4 h is late, and management hears of it', async () => {
  const order = await bakery.places();
  await order.isMaking();
  await order.reports('process-problem');
  const { openedAt } = await order.task('escalated');
  expect(await order.around(openedAt + 4 * HOUR_MS, () => order.told('task-late', 'escalated'))).toEqual([
    [],
    [],
    ['role:store-manager', 'role:management'],
  ]);
});

describe('BAK-81 the committee', () => {
  test('BAK-81 one member’s vote is no quorum, even cast twice', async () => {
    const order = await held();
    await votes(order, 'release', 'one');
    expect(await refusal(votes(order, 'release', 'one'))).toEqual({ code: 'already-answered', rule: 'BAK-81' });
    await order.makes();
    await order.settled();
    expect((await order.view()).state).toBe('making');
  });

  test('BAK-81 a tie is decided for safety: the order stays held', async () => {
    const order = await held();
    await votes(order, 'release', 'one');
    await votes(order, 'destroy', 'two');
    await order.settled();
    expect(order.events('committee.decided')).toMatchObject([{ data: { vote: 'hold' } }]);
    expect([order.events('order.released'), order.open('cancellation-decision')]).toEqual([[], []]);
  });

  test('BAK-81 a vote to hold keeps the order held until the committee meets again', async () => {
    const order = await held();
    await decides(order, 'hold');
    await order.makes();
    await order.waitHours(3);
    await order.settled();
    expect(order.events('order.released')).toEqual([]);
    expect((await order.view()).state).toBe('making');
    await order.waitHours(2);
    expect((await order.task('committee-vote')).context).toMatchObject({ round: 2 });
  });

  test('BAK-81 a vote to destroy keeps the order held until the store manager has cancelled it for a cause of the store', async () => {
    const order = await held();
    await decides(order, 'destroy');
    expect((await order.task('cancellation-decision')).context).toMatchObject({ cause: 'store' });
    await order.makes();
    await order.waitHours(3);
    expect(order.open('committee-vote')).toEqual([]);
    expect(await order.view()).toMatchObject({ state: 'making', overlays: ['exception-open'] });
    await order.complete('cancellation-decision', { decision: 'approve' });
    await order.task('refund');
    expect((await order.view()).state).toBe('cancelled');
    await order.settled();
    expect(order.events('order.released')).toEqual([]);
  });

  test('BAK-81 when the store manager declines to cancel, the committee meets again and the order stays held', async () => {
    const order = await held();
    await decides(order, 'destroy');
    await order.complete('cancellation-decision', { decision: 'reject' });
    expect((await order.task('committee-vote')).context).toMatchObject({ round: 2 });
    await order.makes();
    await order.settled();
    expect((await order.view()).state).toBe('making');
    await decides(order, 'release');
    await order.task('decoration-done');
  });

  test('BAK-81 two problems hold the order until both are released', async () => {
    const order = await held();
    await order.reports('food-safety');
    await order.until('a second vote', () => order.open('committee-vote')[1]);
    await order.makes();
    for (const { id } of order.open('committee-vote')) {
      await order.settled();
      expect((await order.view()).state).toBe('making');
      for (const who of ['one', 'two']) await order.answer(id, { vote: 'release' }, staff('food-safety-committee', who));
    }
    await order.task('decoration-done');
  });

  test('BAK-81 what is held before making is not made', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.reports('food-safety');
    await order.hasMaterials();
    await order.settled();
    expect([(await order.view()).state, order.open('making-done')]).toEqual(['materials', []]);
    await decides(order, 'release');
    await order.task('making-done');
  });

  test('BAK-81 what is held does not leave the store', async () => {
    const order = await bakery.places();
    await order.isReady();
    await order.reports('food-safety');
    await order.leaves();
    await order.settled();
    expect((await order.view()).state).toBe('ready');
    await decides(order, 'release');
    await order.task('hand-over');
    expect((await order.view()).state).toBe('out-for-delivery');
  });

  test('BAK-81 what is held cannot be handed over', async () => {
    const order = await bakery.places();
    await order.isOnTheWay();
    await order.reports('food-safety');
    expect(await refusal(order.handsOver())).toEqual({ code: 'not-in-this-state', rule: 'BAK-81' });
    await decides(order, 'release');
    await order.handsOver();
    expect((await order.view()).state).toBe('delivered');
  });

  test('BAK-81 the committee is reminded every hour until it has decided', async () => {
    const order = await held();
    const { openedAt } = await order.task('committee-vote');
    const reminders = (): number => order.told('task-reminder', 'committee-vote').length;
    expect(await order.around(openedAt + HOUR_MS, reminders)).toEqual([0, 1, 1]);
    expect(await order.around(openedAt + 2 * HOUR_MS, reminders)).toEqual([1, 2, 2]);
    await decides(order, 'hold');
    await order.waitHours(2);
    expect(reminders()).toBe(2);
  });

  test('BAK-81 without a quorum in 4 h the order stays held, and the store manager hears of it', async () => {
    const order = await held();
    await order.makes();
    const { openedAt } = await order.task('committee-vote');
    expect(await order.around(openedAt + 4 * HOUR_MS, () => order.events('committee.no-quorum').length)).toEqual([0, 0, 1]);
    expect(order.told('task-late', 'committee-vote')).toContain('role:store-manager');
    expect((await order.view()).state).toBe('making');
    expect(order.open('committee-vote')).toHaveLength(1);
  });
});

describe('decisions by signal', () => {
  test('BAK-37 the store manager rejects a change: it is refused and the version stays', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    const changeId = await order.asksForChange({ totalFen: 30_000 });
    await order.signal('reject', { changeId, by: 'store-manager', reason: 'too late for the mould' });
    await order.until('the refusal', () => (order.book.changes.get(changeId)?.state === 'rejected' ? true : undefined));
    expect(await order.view()).toMatchObject({ version: 1, facts: { totalFen: 28_800 } });
  });

  test('BAK-39 the store manager cancels; the cause decides the refund', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.signal('cancel', { cause: 'store', by: 'store-manager', reason: 'the oven is broken' });
    expect((await order.task('refund')).context).toMatchObject({ refundFen: 8_640 });
    expect(order.events('order.cancelled')).toMatchObject([{ actor: { id: 'store-manager', via: 'temporal' } }]);
    await order.signal('cancel', { cause: 'customer', by: 'store-manager', reason: 'once more' });
    await order.until('the refusal', () => order.events('signal.refused')[0]);
    expect(order.events('signal.refused')).toMatchObject([{ data: { code: 'not-in-this-state' }, ruleId: 'BAK-39' }]);
  });

  test.each([
    ['a consultant', { cause: 'store', by: 'sales-consultant', reason: 'r' }, 'not-allowed'],
    ['an unknown cause', { cause: 'weather', by: 'store-manager', reason: 'r' }, 'invalid-request'],
  ])('BAK-39 a cancellation by %s cancels nothing and stands on the timeline', async (_what, message, code) => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.signal('cancel', message);
    await order.until('the refusal', () => order.events('signal.refused')[0]);
    expect(order.events('signal.refused')).toMatchObject([{ data: { signal: 'cancel', code } }]);
    expect((await order.view()).state).toBe('materials');
  });
});
