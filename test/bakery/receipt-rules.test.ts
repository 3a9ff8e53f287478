import { HOUR_MS } from '../../src/base/rule';
import { bakeryOfThisFile, refusal, shanghai, staff, type Order } from '../support/bakery';

const bakery = bakeryOfThisFile();
const DRIVER = staff('delivery-staff');
const TOMORROW = shanghai('2026-12-02', '18:00');

/** At the door, with something wrong. Answers the exception's id. */
const isAtTheDoor = async (order: Order): Promise<string> => {
  await order.isOnTheWay();
  const id = await order.reports('receipt-problem', { by: DRIVER });
  await order.task('answer-exception');
  return id;
};
const states = (order: Order): unknown[] => order.events('order.moved').map((event) => event.data.to);

describe('BAK-76 a problem at receipt is dealt with on the spot', () => {
  test('BAK-58 BAK-76 is shown: a report without a photo of what is wrong is none', async () => {
    const order = await bakery.places();
    await order.isOnTheWay();
    const foundAt = await order.now();
    const report = (own: object) =>
      order.act('reportException', { exceptionId: 'x', type: 'receipt-problem', foundAt, by: DRIVER, ...own });
    const refused = { code: 'invalid-request', rule: 'BAK-76' };
    expect(await refusal(report({}))).toEqual(refused);
    expect(await refusal(report({ photoId: await order.photo('hand-over', DRIVER) }))).toEqual(refused);
    expect(order.book.exceptions.size).toBe(0);
    const photoId = await order.photo('receipt-problem', DRIVER);
    await report({ photoId });
    expect((await order.task('answer-exception')).context).toMatchObject({ photo: photoId });
  });

  test('BAK-76 nothing is handed over while it is open; accepted as it is, it can be', async () => {
    const order = await bakery.places();
    const id = await isAtTheDoor(order);
    expect(await refusal(order.handsOver())).toEqual({ code: 'not-in-this-state', rule: 'BAK-76' });
    expect((await order.view()).state).toBe('out-for-delivery');
    await order.complete('answer-exception', { outcome: 'accept' }, DRIVER);
    expect(order.book.exceptions.get(id)).toMatchObject({ state: 'closed', outcome: 'accept' });
    await order.handsOver();
    expect((await order.view()).state).toBe('delivered');
  });

  test('BAK-76 “resolved” says nothing of what was agreed with the customer', async () => {
    const order = await bakery.places();
    await isAtTheDoor(order);
    expect(await refusal(order.complete('answer-exception', { outcome: 'resolved' }, DRIVER))).toEqual({
      code: 'invalid-request',
      rule: 'BAK-76',
    });
  });

  test('BAK-76 BAK-61 passed on to the store manager, it is not handed over before they have decided', async () => {
    const order = await bakery.places();
    const id = await isAtTheDoor(order);
    await order.complete('answer-exception', { outcome: 'escalate' }, DRIVER);
    expect((await order.task('escalated')).context).toMatchObject({ exception: id });
    expect(await refusal(order.handsOver())).toEqual({ code: 'not-in-this-state', rule: 'BAK-76' });
    await order.complete('escalated', { decision: 'continue' });
    await order.handsOver();
    expect((await order.view()).state).toBe('delivered');
  });

  test('BAK-61 nor is it while the store manager has not decided on any other problem', async () => {
    const order = await bakery.places();
    await order.isOnTheWay();
    await order.reports('process-problem', { by: DRIVER });
    await order.task('escalated');
    expect(await refusal(order.handsOver())).toEqual({ code: 'not-in-this-state', rule: 'BAK-61' });
  });
});

describe('BAK-76 refused goods', () => {
  test('BAK-76 BAK-39 are not handed over; when the store manager agrees the order ends and everything goes back', async () => {
    const order = await bakery.places();
    const id = await isAtTheDoor(order);
    await order.complete('answer-exception', { outcome: 'refuse' }, DRIVER);
    expect((await order.task('cancellation-decision')).context).toMatchObject({ cause: 'store' });
    expect(await refusal(order.handsOver())).toEqual({ code: 'not-in-this-state', rule: 'BAK-76' });
    await order.complete('cancellation-decision', { decision: 'approve' });
    expect((await order.task('refund')).context).toMatchObject({ refundFen: 8_640 });
    expect(order.book.exceptions.get(id)).toMatchObject({ state: 'closed', outcome: 'order-cancelled' });
  });

  test('BAK-76 need another outcome when the store manager declines', async () => {
    const order = await bakery.places();
    const id = await isAtTheDoor(order);
    const first = await order.task('answer-exception');
    await order.complete('answer-exception', { outcome: 'refuse' }, DRIVER);
    await order.complete('cancellation-decision', { decision: 'reject' });
    const again = await order.until('the question once more', () => order.open('answer-exception').find((task) => task.id !== first.id));
    expect(order.book.exceptions.get(id)).toMatchObject({ state: 'open' });
    await order.answer(again.id, { outcome: 'partial-refund', refundFen: 5_000 }, DRIVER);
    await order.handsOver();
    expect(await order.view()).toMatchObject({ state: 'delivered', money: { outstandingFen: 20_160 - 5_000 } });
  });
});

describe('BAK-76 another one instead', () => {
  test('BAK-76 is made, checked, packed and brought like the first, at the hour agreed at the door and at no further charge', async () => {
    const order = await bakery.places({ lifeDays: 10 });
    const id = await isAtTheDoor(order);
    const told = order.letters().length;
    const owed = (await order.view()).money.outstandingFen;
    await order.complete('answer-exception', { outcome: 'replace', replacementAt: TOMORROW }, DRIVER);
    expect(order.book.exceptions.get(id)).toMatchObject({ state: 'closed', outcome: 'replace' });
    await order.task('making-done');
    expect(await order.view()).toMatchObject({ state: 'making', version: 1, facts: { deliveryAt: TOMORROW } });
    expect(order.open('hand-over')).toEqual([]);
    const letters = order.letters().slice(told);
    expect(letters.find(({ to }) => to === 'customer')).toMatchObject({
      template: 'order-delayed',
      urgent: true,
      facts: { type: 'replacement', deliveryAt: TOMORROW },
    });
    expect(letters.filter(({ template }) => template === 'exception-reported').map(({ to }) => to)).toEqual([
      'role:production-supervisor',
      'role:sales-consultant',
      'role:store-manager',
    ]);

    expect(await refusal(order.complete('making-done', { done: true }))).toMatchObject({ rule: 'BAK-44' });
    await order.signs();
    await order.makes();
    expect((await order.task('decoration-done')).dueAt).toBe(TOMORROW - HOUR_MS);
    await order.decorates();
    await order.passesFinalCheck();
    await order.packs();
    expect((await order.task('dispatch-check')).dueAt).toBe(TOMORROW - HOUR_MS);
    await order.leaves();
    expect((await order.task('hand-over')).dueAt).toBe(TOMORROW);
    await order.handsOver();
    expect(await order.view()).toMatchObject({ state: 'delivered', money: { outstandingFen: owed } });
    expect(order.events('order.delivered')).toMatchObject([{ data: { late: false } }]);
    const again = states(order).slice(states(order).indexOf('out-for-delivery') + 1);
    expect(again).toEqual(['making', 'decoration', 'final-check', 'packing', 'ready', 'out-for-delivery', 'delivered']);
  });

  test('BAK-76 proofs of the first one prove nothing of the second', async () => {
    const order = await bakery.places({ lifeDays: 10 });
    await isAtTheDoor(order);
    const photoId = await order.photo('hand-over', DRIVER);
    const signatureId = await order.photo('signature', DRIVER);
    await order.waitHours(1);
    await order.complete('answer-exception', { outcome: 'replace', replacementAt: TOMORROW }, DRIVER);
    await order.signs();
    await order.makes();
    await order.decorates();
    await order.passesFinalCheck();
    await order.packs();
    await order.leaves();
    expect(await refusal(order.complete('hand-over', { photoId, signatureId }))).toEqual({ code: 'invalid-request', rule: 'BAK-75' });
    await order.handsOver();
  });

  test('BAK-76 at the counter, too: what is picked up is made again', async () => {
    const order = await bakery.places({ facts: { method: 'pickup' } });
    await order.isReady();
    await order.task('hand-over');
    await order.reports('receipt-problem', { by: DRIVER });
    await order.complete('answer-exception', { outcome: 'replace', replacementAt: TOMORROW }, DRIVER);
    await order.task('making-done');
    expect((await order.view()).state).toBe('making');
  });

  test('BAK-76 needs an hour to come, and something that is being handed over', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.reports('receipt-problem', { by: DRIVER });
    const replaces = (own: object): Promise<unknown> =>
      order.task('answer-exception').then(({ id }) => order.answer(id, { outcome: 'replace', ...own }, DRIVER));
    expect(await refusal(replaces({ replacementAt: TOMORROW }))).toEqual({ code: 'not-in-this-state', rule: 'BAK-76' });
    await order.complete('answer-exception', { outcome: 'accept' }, DRIVER);
    await order.hasMaterials();
    await order.makes();
    await order.decorates();
    await order.passesFinalCheck();
    await order.packs();
    await order.leaves();
    await order.reports('receipt-problem', { by: DRIVER });
    for (const own of [{}, { replacementAt: await order.now() }])
      expect(await refusal(replaces(own))).toEqual({ code: 'invalid-request', rule: 'BAK-76' });
  });
});
