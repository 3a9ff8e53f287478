import { badField, bakeryOfThisFile, refusal, staff, type Order } from '../support/bakery';

const bakery = bakeryOfThisFile();
const PRICE = 28_800;
const CONSULTANT = staff('sales-consultant');

/** Paid in full and changed to a price of 10,000 fen: the store holds 18,800 too much. */
const isOverpaid = async (order: Order): Promise<void> => {
  await order.isAccepted();
  await order.pays((await order.view()).money.outstandingFen);
  await order.changes({ totalFen: 10_000 });
  expect((await order.task('refund')).context).toMatchObject({ refundFen: 18_800 });
};
const paysRefund = async (order: Order): Promise<void> => {
  const { context } = await order.task('refund');
  await order.complete('refund', { amountFen: context.refundFen as number, method: 'cash' });
};
const refundsPaid = (order: Order): number[] =>
  order.book.payments.filter(({ direction }) => direction === 'refund').map(({ amountFen }) => amountFen);
const owed = (order: Order): unknown[] => order.open('refund').map((task) => task.context.refundFen);

describe('BAK-39 what was given back before is not given back again', () => {
  test.each([
    ['store', 0, 10_000],
    ['store', 4_000, 10_000],
    ['customer', 0, 10_000],
    ['customer', 4_000, 6_000],
    ['customer', 12_000, 0],
    ['neither', 4_000, 10_000],
  ] as const)(
    'BAK-39 BAK-40 a refund of 18,800 paid, then cancelled for the cause %s with costs of %i: %i',
    async (cause, costs, expected) => {
      const order = await bakery.places();
      await isOverpaid(order);
      await paysRefund(order);
      if (costs > 0) await order.costs('ingredients', costs);
      await order.cancels(cause);
      await order.until('the letter', () => order.letters('order-cancelled')[0]);
      expect(owed(order)).toEqual(expected > 0 ? [expected] : []);
      expect(order.letters('order-cancelled')).toMatchObject([{ facts: { refundFen: expected, receivedFen: PRICE, refundedFen: 18_800 } }]);
      if (expected > 0) await paysRefund(order);
      expect(await order.handle.result()).toMatchObject({
        state: 'cancelled',
        money: { receivedFen: PRICE, refundedFen: 18_800 + expected },
      });
      expect(refundsPaid(order)).toEqual([18_800, ...(expected > 0 ? [expected] : [])]);
    },
  );

  test.each([
    ['store', 28_800],
    ['customer', 24_800],
    ['neither', 28_800],
  ] as const)('BAK-39 a refund not paid yet goes up in that of a cancellation for the cause %s: %i, once', async (cause, expected) => {
    const order = await bakery.places();
    await isOverpaid(order);
    const older = await order.task('refund');
    await order.costs('ingredients', 4_000);
    await order.cancels(cause);
    await order.until('the letter', () => order.letters('order-cancelled')[0]);
    expect(order.row(older.id).state).toBe('withdrawn');
    expect(owed(order)).toEqual([expected]);
    expect(await refusal(order.answer(older.id, { amountFen: 18_800, method: 'cash' }, staff('finance')))).toMatchObject({
      code: 'not-in-this-state',
    });
    await paysRefund(order);
    expect(await order.handle.result()).toMatchObject({ money: { receivedFen: PRICE, refundedFen: expected } });
    expect(refundsPaid(order)).toEqual([expected]);
  });

  test.each([true, false])(
    'BAK-39 BAK-76 a part given up at the door (paid: %p) and then everything come to what was received',
    async (paid) => {
      const order = await bakery.places();
      await order.isAccepted();
      await order.pays((await order.view()).money.outstandingFen);
      await order.reports('delivery-problem');
      await order.complete('answer-exception', { outcome: 'partial-refund', refundFen: 5_000 }, staff('customer-service'));
      if (paid) await paysRefund(order);
      await order.cancels('store');
      await order.until('the letter', () => order.letters('order-cancelled')[0]);
      await paysRefund(order);
      await order.handle.result();
      expect(refundsPaid(order)).toEqual(paid ? [5_000, 23_800] : [28_800]);
    },
  );
});

describe('BAK-40 a cause of neither side: the store manager decides what goes back', () => {
  const cancels = (order: Order, refundFen: number, own: object = {}): Promise<unknown> =>
    order.act('cancelOrder', { cause: 'neither', refundFen, by: staff('store-manager'), textId: 'because', ...own });

  test.each([
    [8_640, [8_640]],
    [5_000, [5_000]],
    [1, [1]],
    [0, []],
  ])('BAK-40 of 8,640 received, %i: %j, whatever it has cost', async (refundFen, expected) => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.costs('ingredients', 3_000);
    await cancels(order, refundFen);
    await order.until('the letter', () => order.letters('order-cancelled')[0]);
    expect(owed(order)).toEqual(expected);
    expect(order.letters('order-cancelled')).toMatchObject([
      { facts: { cause: 'neither', refundFen, receivedFen: 8_640, refundedFen: 0 } },
    ]);
    const kept = { key: 'kept-by-decision', amountFen: refundFen - 8_640 };
    expect(order.events('order.cancelled')).toMatchObject([
      { textId: 'because', data: { refundFen, lines: refundFen < 8_640 ? [{}, kept, {}] : [{}, {}] } },
    ]);
  });

  test('BAK-40 as the answer to what the consultant asked for', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.cancels('neither', CONSULTANT);
    const { id } = await order.task('cancellation-decision');
    const decides = (own: object) => order.answer(id, { decision: 'approve', ...own }, staff('store-manager'));
    const refused = { field: '/answer/refundFen', rule: 'BAK-40' };
    expect(await badField(decides({ refundFen: 8_641 }))).toEqual(refused);
    expect(await badField(decides({ refundFen: -1 }))).toEqual(refused);
    expect(await badField(decides({ refundFen: 0.5 }))).toEqual(refused);
    expect(await badField(decides({ refundFen: 5_000, cause: 'store' }))).toEqual(refused);
    expect(await badField(decides({ refundFen: 5_000, cause: 'customer' }))).toEqual(refused);
    expect(await badField(decides({ refundFen: 5_000, decision: 'reject' }))).toEqual(refused);
    await decides({ refundFen: 5_000 });
    expect((await order.task('refund')).context).toMatchObject({ refundFen: 5_000 });
  });

  test('BAK-40 the answer may name neither side as the cause of what was asked for another', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.cancels('customer', CONSULTANT);
    await order.complete('cancellation-decision', { decision: 'approve', cause: 'neither', refundFen: 7_000 });
    expect((await order.task('refund')).context).toMatchObject({ refundFen: 7_000 });
  });

  test('BAK-40 is neither more than is held, nor given for a cause that decides by itself, nor by anybody else', async () => {
    const order = await bakery.places();
    await isOverpaid(order);
    await paysRefund(order);
    const refused = { field: '/refundFen', rule: 'BAK-40' };
    expect(await badField(cancels(order, 10_001))).toEqual(refused);
    expect(await badField(cancels(order, -1))).toEqual(refused);
    expect(await badField(cancels(order, 5_000, { cause: 'store' }))).toEqual(refused);
    expect(await badField(cancels(order, 5_000, { cause: 'customer' }))).toEqual(refused);
    expect(await badField(cancels(order, 5_000, { by: CONSULTANT }))).toEqual(refused);
    expect((await order.view()).state).toBe('materials');
    await cancels(order, 10_000);
    expect((await order.task('refund')).context).toMatchObject({ refundFen: 10_000 });
  });

  test('BAK-40 a refund paid in the moment of the decision is not paid again', async () => {
    const order = await bakery.places();
    await isOverpaid(order);
    const { id } = await order.task('refund');
    const paying = order.answer(id, { amountFen: 18_800, method: 'cash' }, staff('finance'));
    const [decided] = await Promise.allSettled([cancels(order, PRICE), paying]);
    if (decided.status === 'rejected') await cancels(order, 10_000); // the payment was first, and so much is not held any more
    await order.until('the letter', () => order.letters('order-cancelled')[0]);
    if (order.open('refund').length > 0) await paysRefund(order);
    await order.handle.result();
    expect(refundsPaid(order).reduce((sum, fen) => sum + fen, 0)).toBe(PRICE);
  });
});
