import { HOUR_MS } from '../../src/domain/rulebook/rule';
import { bakeryOfThisFile, staff, type Order } from '../support/bakery';

const bakery = bakeryOfThisFile();
const exception = (order: Order, id: string) => order.book.exceptions.get(id);

describe('BAK-61 a process problem', () => {
  test('BAK-61 makes the order escalated: the store manager owns it and decides; the clocks run on', async () => {
    const order = await bakery.places();
    await order.isMaking();
    const id = await order.reports('process-problem');
    expect((await order.task('escalated')).role).toBe('store-manager');
    expect((await order.view()).overlays).toEqual(expect.arrayContaining(['escalated', 'exception-open']));
    expect(order.open('making-done')).toHaveLength(1);
    await order.complete('escalated', { decision: 'continue' });
    expect(exception(order, id)).toMatchObject({ state: 'closed', outcome: 'continue' });
    expect((await order.view()).overlays).not.toContain('escalated');
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
