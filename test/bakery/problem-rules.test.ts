import { HOUR_MS } from '../../src/base/rule';
import { bakeryOfThisFile, refusal, staff, type Order } from '../support/bakery';

const bakery = bakeryOfThisFile();
const exception = (order: Order, id: string) => order.book.exceptions.get(id);

describe('BAK-61 a process problem', () => {
  test('BAK-61 makes the order escalated: the store manager owns it and decides; the clocks run on', async () => {
    const order = await bakery.places();
    await order.isMaking();
    const id = await order.reports('process-problem');
    expect((await order.task('escalated')).role).toBe('store-manager');
    expect(order.letters('exception-reported').filter(({ to }) => to === 'role:store-manager')).toHaveLength(1);
    expect((await order.view()).overlays).toEqual(expect.arrayContaining(['escalated', 'exception-open']));
    expect(order.open('making-done')).toHaveLength(1);
    await order.complete('escalated', { decision: 'continue' });
    expect(exception(order, id)).toMatchObject({ state: 'closed', outcome: 'continue' });
    expect((await order.view()).overlays).not.toContain('escalated');
  });

  test('BAK-08 names in each letter who was told before, so that one person with two roles hears of it once', async () => {
    const order = await bakery.places();
    await order.isMaking();
    await order.reports('process-problem');
    await order.task('escalated');
    expect(order.letters('exception-reported').map(({ to, facts }) => [to, facts.besides])).toEqual([
      ['role:store-manager', undefined],
      ['role:production-supervisor', ['role:store-manager']],
      ['role:sales-consultant', ['role:store-manager', 'role:production-supervisor']],
    ]);
  });

  test('BAK-61 the decision to cancel ends the order for a cause of the store', async () => {
    const order = await bakery.places();
    await order.isMaking();
    await order.reports('process-problem');
    await order.complete('escalated', { decision: 'cancel' });
    await order.task('refund');
    expect((await order.view()).state).toBe('cancelled');
  });
});

describe('BAK-61 what the store manager decides', () => {
  test('BAK-61 a change is the consultant’s to agree with the customer', async () => {
    const order = await bakery.places();
    await order.isMaking();
    const id = await order.reports('process-problem');
    await order.complete('escalated', { decision: 'change' });
    const wanted = (): unknown => order.open('telephone-customer').find((task) => task.context.why === 'change-wanted')?.context;
    expect(await order.until('the call', wanted)).toMatchObject({ exception: id });
  });

  test('BAK-61 what is packed cannot be made again, and says so', async () => {
    const order = await bakery.places();
    await order.isReady();
    await order.reports('process-problem');
    expect(await refusal(order.complete('escalated', { decision: 'rework' }))).toEqual({ code: 'not-in-this-state', rule: 'BAK-61' });
    expect(order.open('escalated')).toHaveLength(1);
  });

  test('BAK-61 a problem reported on the way to packing stops it there until the decision', async () => {
    const order = await bakery.places();
    await order.isPacking();
    await order.reports('process-problem');
    await order.packs();
    await order.settled();
    expect((await order.view()).state).toBe('packing');
    await order.complete('escalated', { decision: 'continue' });
    await order.task('dispatch-check');
  });
});

describe('BAK-61 what the store manager has not decided', () => {
  /** The last check is passed, no supplier has what is missing, and nothing else stands against packing any more. */
  const isChecked = async (): Promise<Order> => {
    const order = await bakery.places({ facts: { decoration: false }, market: { only: 'refuses' } });
    await order.isMaking();
    await order.makes();
    const change = await order.asksForChange({ urgency: 'rush', decoration: false });
    await order.passesFinalCheck();
    await order.reports('ingredient-shortage', { item: 'imported-chocolate' });
    await order.task('escalated');
    await order.decides(change, 'reject');
    await order.settled();
    return order;
  };

  test('BAK-61 is not packed, whatever kind of problem it is', async () => {
    const order = await isChecked();
    expect([(await order.view()).state, order.open('packing-checklist')]).toEqual(['final-check', []]);
    await order.complete('escalated', { decision: 'continue' });
    await order.task('packing-checklist');
  });

  test('BAK-61 goes back to making when that is the decision, and is not packed first', async () => {
    const order = await isChecked();
    await order.complete('escalated', { decision: 'rework' });
    await order.task('making-done');
    expect((await order.view()).state).toBe('making');
    await order.settled();
    expect([...order.book.tasks.values()].filter((task) => task.kind === 'packing-checklist')).toEqual([]);
  });
});

test('BAK-86 the first ballot of the committee is the first response', async () => {
  const order = await bakery.places();
  await order.isMaking();
  const id = await order.reports('food-safety');
  const { openedAt } = await order.task('committee-vote');
  await order.waitHours(1);
  await order.complete('committee-vote', { vote: 'hold' }, staff('food-safety-committee', 'one'));
  expect(exception(order, id)?.firstResponseAt).toBeGreaterThanOrEqual(openedAt + HOUR_MS);
  expect(exception(order, id)?.state).toBe('open');
});

test('BAK-86 late materials are an exception that somebody answers; complete at last, nobody need', async () => {
  const order = await bakery.places();
  await order.isAccepted();
  await order.waitUntil(order.moment('materials-complete-due') + 1000);
  const { context, dueAt, openedAt } = await order.task('answer-exception');
  expect([context.type, (dueAt ?? 0) - openedAt]).toEqual(['other', 4 * HOUR_MS]);
  await order.hasMaterials();
  await order.task('making-done');
  expect(order.open('answer-exception')).toEqual([]);
  expect([...order.book.exceptions.values()]).toMatchObject([{ state: 'closed', outcome: 'complete' }]);
});

test('BAK-86 every exception is answered within 4 h, and the first response is on record', async () => {
  const order = await bakery.places();
  await order.isMaking();
  const id = await order.reports('other');
  const task = await order.task('answer-exception');
  expect((task.dueAt ?? 0) - task.openedAt).toBe(4 * HOUR_MS);
  expect(await order.around(task.dueAt ?? 0, () => order.told('task-late', 'answer-exception').length)).toEqual([0, 0, 2]);
  await order.complete('answer-exception', { outcome: 'resolved' }, staff('production-supervisor'));
  expect(exception(order, id)).toMatchObject({ state: 'closed', outcome: 'resolved' });
  expect(exception(order, id)?.firstResponseAt).toBeGreaterThan(task.dueAt ?? 0);
});

describe('BAK-81 food safety', () => {
  const votes = (order: Order, vote: 'release' | 'hold' | 'destroy', who: string) =>
    order.complete('committee-vote', { vote }, staff('food-safety-committee', who));

  test('BAK-81 holds the order until a quorum releases it', async () => {
    const order = await bakery.places();
    await order.isMaking();
    await order.reports('food-safety');
    expect(order.letters('committee-called')).toMatchObject([{ to: 'role:food-safety-committee', urgent: true }]);
    await order.makes();
    await votes(order, 'release', 'one');
    await order.settled();
    expect(order.open('decoration-done')).toEqual([]);
    await votes(order, 'release', 'two');
    await order.task('decoration-done');
  });
});
