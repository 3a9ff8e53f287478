import { bakeryOfThisFile, staff } from '../support/bakery';

const bakery = bakeryOfThisFile();

describe('decisions from Temporal UI and the CLI', () => {
  test('BAK-37 the store manager approves or rejects a change by signal, and the record says via temporal', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    const changeId = await order.asksForChange({ totalFen: 30_000 });
    await order.signal('approve', { changeId, by: 'store-manager', reason: 'fine' });
    await order.until('version 2', () => (order.book.snapshot?.version === 2 ? true : undefined));
    expect(order.events('change.approved')).toMatchObject([{ actor: { id: 'store-manager', via: 'temporal' } }]);
  });

  test.each([
    ['what cannot be read', 'yes please', 'invalid-request'],
    ['nobody we know', { changeId: 'x', by: 'nobody', reason: 'r' }, 'not-allowed'],
    ['somebody without the role', { changeId: 'x', by: 'baker', reason: 'r' }, 'not-allowed'],
    ['a change that is not there', { changeId: 'x', by: 'store-manager', reason: 'r' }, 'no-such-change'],
  ])('%s changes nothing and stands on the timeline', async (_what, message, code) => {
    const order = await bakery.places();
    await order.isAccepted();
    const before = await order.view();
    await order.signal('approve', message);
    await order.until('the refusal', () => order.events('signal.refused')[0]);
    expect(order.events('signal.refused')).toMatchObject([{ data: { signal: 'approve', code } }]);
    expect(await order.view()).toMatchObject({ state: before.state, version: before.version, overlays: before.overlays });
  });

  test('BAK-08 a letter that cannot be delivered becomes one task to telephone', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.signal('noticeUndeliverable', { noticeId: 'n1', template: 'confirmation-letter' });
    await order.signal('noticeUndeliverable', { noticeId: 'n2', template: 'making-started' });
    await order.until('the call', () => order.open('telephone-customer')[0]);
    expect(order.open('telephone-customer')).toHaveLength(1);
    expect(order.events('notice.undeliverable')).toHaveLength(2);
  });

  test('BAK-33 a confirmation letter not delivered within the hour alerts the consultant, who telephones', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.signal('noticeUndeliverable', { noticeId: 'n1', template: 'confirmation-letter', late: true });
    const call = await order.until('the call', () => order.open('telephone-customer')[0]);
    expect(call).toMatchObject({ assignee: 'sales-consultant', context: { why: 'letter-late', notice: 'n1' } });
    expect(order.told('task-opened', 'telephone-customer')).toEqual(['staff:sales-consultant']);
    expect(order.events('notice.late')).toMatchObject([{ ruleId: 'BAK-33' }]);
  });
});

test('BAK-08 BAK-45 calls for different reasons are different calls, and one answered settles its own reason only', async () => {
  const order = await bakery.places();
  await order.isAccepted();
  await order.signal('noticeUndeliverable', { noticeId: 'n1', template: 'confirmation-letter' });
  const call = await order.until('the call', () => order.open('telephone-customer')[0]);
  await order.answer(call.id, { reached: true }, staff('sales-consultant'));
  await order.signal('noticeUndeliverable', { noticeId: 'n2', template: 'warm-reminder' });
  await order.waitUntil(order.moment('planned-start') + 1000);
  expect(order.open('telephone-customer').map((task) => task.context.why)).toEqual(['undeliverable', 'details-unconfirmed']);
  expect(order.told('task-opened', 'telephone-customer')).toEqual(['staff:sales-consultant']);
});

test('BAK-81 the store manager has no vote by signal either, however late it is', async () => {
  const order = await bakery.places();
  await order.isMaking();
  await order.reports('food-safety');
  const { id, dueAt } = await order.task('committee-vote');
  await order.waitUntil((dueAt ?? 0) + 1000);
  expect(order.row(id).rung).toBe(1);
  await order.signal('approve', { taskId: id, by: 'store-manager', reason: 'looks fine' });
  await order.until('the refusal', () => order.events('signal.refused')[0]);
  expect(order.row(id).answers).toEqual([]);
});

test('a signal without its facts changes nothing, and the order goes on', async () => {
  const order = await bakery.places();
  await order.isAccepted();
  await order.signal('noticeUndeliverable', undefined);
  await order.hasMaterials();
  await order.task('making-done');
  expect(order.open('telephone-customer').filter((task) => task.context.why === 'undeliverable')).toEqual([]);
});

test('while the database is away the caller waits, then gets the one answer', async () => {
  const order = await bakery.places();
  await order.isAccepted();
  order.book.outages = 5; // more than one try fails
  await order.pays(1_000);
  expect((await order.view()).money.receivedFen).toBe(9_640);
  expect(order.book.payments.filter((row) => row.amountFen === 1_000)).toHaveLength(1);
});
