import { DAY_MS, HOUR_MS } from '../../src/base/rule';
import { bakeryOfThisFile, refusal, staff } from '../support/bakery';

const bakery = bakeryOfThisFile();

describe('BAK-39 cancelled for a cause of the store', () => {
  test('BAK-39 the customer gets everything back: finance pays within 3 days and the customer is told', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.costs('ingredients', 3_000);
    await order.cancels('store');
    const refund = await order.task('refund');
    expect(refund.context).toMatchObject({ refundFen: 8_640 });
    expect((refund.dueAt ?? 0) - refund.openedAt).toBe(3 * DAY_MS);
    expect(await refusal(order.complete('refund', { amountFen: 8_639, method: 'cash' }))).toMatchObject({ rule: 'BAK-39' });
    await order.complete('refund', { amountFen: 8_640, method: 'cash' });
    expect(await order.handle.result()).toMatchObject({ state: 'cancelled', money: { refundedFen: 8_640, outstandingFen: 0 } });
    expect(order.letters('refund-paid')).toMatchObject([{ to: 'customer', facts: { refundFen: 8_640 } }]);
  });

  test('BAK-39 the consultant only asks: the store manager confirms the cause, or says no and the order goes on', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.cancels('customer', staff('sales-consultant'));
    await order.complete('cancellation-decision', { decision: 'reject' });
    expect((await order.view()).state).toBe('materials');
    await order.cancels('customer', staff('sales-consultant'));
    await order.complete('cancellation-decision', { decision: 'approve', cause: 'store' });
    expect((await order.task('refund')).context).toMatchObject({ refundFen: 8_640 });
  });

  test('BAK-39 lateness does not cancel by itself: the customer is told, the order goes on', async () => {
    const order = await bakery.places();
    await order.isReady();
    expect(await order.around(order.moment('delivery-promised'), () => order.letters('order-delayed').length)).toEqual([0, 0, 1]);
    await order.waitHours(1);
    expect(order.letters('order-delayed')).toMatchObject([{ to: 'customer', facts: { type: 'overdue' } }]);
    expect(order.letters('exception-reported')).toMatchObject([{ to: 'role:sales-consultant', facts: { type: 'overdue' } }]);
    expect(await order.view()).toMatchObject({ state: 'ready', overlays: expect.arrayContaining(['overdue']) as unknown });
  });

  test('BAK-39 of one promised hour that has passed everybody hears once, whatever step comes then', async () => {
    const order = await bakery.places({ lifeDays: 10 });
    await order.isPacking();
    await order.waitUntil(order.input.facts.deliveryAt + HOUR_MS);
    expect(order.letters('order-delayed')).toHaveLength(1);
    await order.packs();
    await order.task('dispatch-check');
    await order.settled();
    expect(order.letters('order-delayed')).toHaveLength(1);
  });
});

test('BAK-94 a cancellation nobody has decided before the hand-over has lapsed', async () => {
  const order = await bakery.places();
  await order.isOnTheWay();
  await order.cancels('customer', staff('sales-consultant'));
  const { id } = await order.task('cancellation-decision');
  await order.handsOver();
  expect(order.book.tasks.get(id)).toMatchObject({ state: 'withdrawn', answers: [] });
  expect(await refusal(order.cancels('customer'))).toEqual({ code: 'not-in-this-state', rule: 'BAK-39' });
  expect((await order.view()).state).toBe('delivered');
});

test('BAK-36 the change window of a cancelled order is nobody’s any more', async () => {
  const order = await bakery.places();
  await order.isAccepted();
  await order.cancels('store');
  await order.task('refund');
  await order.waitHours(73);
  expect([order.letters('change-window-closing'), order.events('change-window.closed')]).toEqual([[], []]);
});

test('BAK-32 a cancelled order takes no money any more', async () => {
  const order = await bakery.places();
  await order.isAccepted();
  await order.cancels('store');
  await order.task('refund');
  expect(await refusal(order.pays(1))).toEqual({ code: 'not-in-this-state', rule: 'BAK-32' });
});

test('BAK-38 BAK-39 cancelled in the moment in which a change is approved, the order is still heard', async () => {
  const order = await bakery.places();
  await order.isAccepted();
  const change = await order.asksForChange({ urgency: 'rush' });
  // whichever comes first: an approval that meets a cancelled order is refused
  const [, cancelled] = await Promise.allSettled([order.decides(change, 'approve'), order.cancels('store')]);
  expect(cancelled.status).toBe('fulfilled');
  await order.complete('refund', { amountFen: 8_640, method: 'cash' });
  expect(await order.handle.result()).toMatchObject({ state: 'cancelled' });
});

test('BAK-39 BAK-40 asked for both causes, the store’s stands: the customer does not pay for it', async () => {
  const order = await bakery.places();
  await order.isAccepted();
  await order.costs('ingredients', 3_000);
  await order.cancels('customer', staff('sales-consultant'));
  await order.cancels('store', staff('sales-consultant'));
  await order.cancels('customer', staff('sales-consultant'));
  expect(order.open('cancellation-decision')).toMatchObject([{ context: { cause: 'store' } }]);
  await order.complete('cancellation-decision', { decision: 'approve' });
  expect((await order.task('refund')).context).toMatchObject({ refundFen: 8_640 });
});

test('BAK-39 the words of who asks and of who decides stand on the record', async () => {
  const order = await bakery.places();
  await order.isAccepted();
  await order.cancels('customer', staff('sales-consultant'), 'asked-because');
  expect(order.events('cancellation.asked')).toMatchObject([{ textId: 'asked-because' }]);
  await order.cancels('customer', staff('store-manager'), 'decided-because');
  await order.task('refund');
  expect(order.events('order.cancelled')).toMatchObject([{ textId: 'decided-because' }]);
});

test('BAK-39 “Request Cancellation” in Temporal UI is a wish: the store manager decides, and the order goes on meanwhile', async () => {
  const order = await bakery.places();
  await order.isAccepted();
  await order.handle.cancel();
  expect((await order.task('cancellation-decision')).context).toMatchObject({ cause: 'neither' });
  expect(order.events('cancellation.asked')).toMatchObject([{ actor: { kind: 'system', via: 'temporal' } }]);
  await order.complete('cancellation-decision', { decision: 'reject' });
  await order.hasMaterials();
  await order.task('making-done');
});

describe('BAK-40 cancelled for a cause of the customer', () => {
  test('BAK-40 BAK-41 the costs that have really arisen are deducted, and nothing else', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.costs('ingredients', 3_000);
    await order.costs('labour', 1_000);
    await order.costs('waste', 500); // a part of the ingredients, and not the customer's
    await order.cancels('customer');
    expect((await order.task('refund')).context).toMatchObject({ refundFen: 4_640 });
    expect(order.letters('order-cancelled')).toMatchObject([{ facts: { cause: 'customer', costsFen: 4_000, refundFen: 4_640 } }]);
  });

  test('BAK-40 costs above what was received are not collected: nothing is paid, nothing is owed', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.costs('ingredients', 9_000);
    await order.cancels('customer');
    expect(await order.handle.result()).toMatchObject({ state: 'cancelled', money: { refundedFen: 0, outstandingFen: 0 } });
    expect(order.open('refund')).toEqual([]);
  });

  test('BAK-41 the ledger is frozen at the cancellation', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.cancels('customer');
    await order.task('refund');
    expect(await refusal(order.costs('labour', 1_000))).toMatchObject({ code: 'not-in-this-state', rule: 'BAK-41' });
  });
});

describe('BAK-41 what cannot be undone becomes a repair task', () => {
  test.each([
    ['retry', true],
    ['done-outside', false],
  ] as const)('BAK-41 a purchase that cannot be called off: %s', async (action, reached) => {
    const order = await bakery.places({ market: { first: 'promises' } });
    await order.isAccepted();
    const id = await order.reports('ingredient-shortage', { item: 'imported-chocolate' });
    await order.until('the goods', () => (order.book.exceptions.get(id)?.state === 'closed' ? true : undefined));
    order.book.shutDoor = true;
    await order.cancels('store');
    await order.waitHours(1);
    const repair = await order.task('repair');
    expect(repair.context).toMatchObject({ what: 'call-off-purchase', supplier: 'first' });
    order.book.shutDoor = false;
    expect(await refusal(order.complete('repair', { action: 'write-off' }))).toEqual({ code: 'invalid-request', rule: 'BAK-41' });
    await order.complete('repair', { action });
    await order.complete('refund', { amountFen: 8_640, method: 'cash' });
    expect(await order.handle.result()).toMatchObject({ state: 'cancelled' });
    expect(order.book.withdrawn).toEqual(reached ? ['first'] : []);
  });
});

test('BAK-94 what went wrong on the way cannot be answered by taking nothing once it is in the customer’s hands', async () => {
  const order = await bakery.places();
  await order.isOnTheWay();
  await order.reports('delivery-problem', { by: staff('delivery-staff') });
  await order.task('answer-exception');
  await order.handsOver();
  await order.task('settle-balance');
  expect(await refusal(order.complete('answer-exception', { outcome: 'refuse' }, staff('customer-service')))).toEqual({
    code: 'not-in-this-state',
    rule: 'BAK-94',
  });
});

test('BAK-94 a delivered order can no longer be cancelled, nor changed, nor reported on', async () => {
  const order = await bakery.places();
  await order.isDelivered();
  await order.task('settle-balance');
  expect(await refusal(order.cancels('store'))).toMatchObject({ code: 'not-in-this-state' });
  expect(await refusal(order.reports('process-problem'))).toMatchObject({ code: 'not-in-this-state' });
  expect(await refusal(order.asksForChange({ totalFen: 1 }))).toMatchObject({ code: 'not-in-this-state', rule: 'BAK-36' });
});
