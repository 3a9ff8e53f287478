import { staff, bakeryOfThisFile, refusal, type Order } from '../support/bakery';

const bakery = bakeryOfThisFile();

/** Acts at a time: Temporal takes ten, and they share one record. */
const AT_ONCE = 10;
const MANAGER = staff('store-manager');

/** Does an act again and again, ten at a time, until the order has taken `upTo`; answers how many it has taken then. */
async function spend(from: number, upTo: number, act: (n: number) => Promise<unknown>): Promise<number> {
  for (let n = from; n < upTo; n += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, upTo - n) }, (_, m) => act(n + m)));
  }
  return upTo;
}

/** Acts that the order has taken: each is answered by one batch. */
const acts = (order: Order): number => new Set(order.book.batches.flatMap((batch) => batch.acts)).size;

test('BAK-02 an order that finds no rest to go on in another run takes what can be spared up to 1,500 acts, hand-overs of tasks up to 1,800, photos and payments up to 1,950, and then the staff still cancel it and pay back', async () => {
  const order = await bakery.places({ facts: { totalFen: 2_000_000 }, market: { first: 'silent' } });
  await order.isAccepted();
  await order.reports('ingredient-shortage', { item: 'strawberry' }); // while a supplier is asked the order stays in its run
  const spent = { code: 'act-budget-spent', rule: 'BAK-02' };
  const { id: taskId } = await order.task('materials-settled');

  let taken = await spend(acts(order), 1_500, () => order.costs('waste', 1));
  expect(await refusal(order.costs('waste', 1))).toEqual(spent);
  expect(await refusal(order.confirms({ confirmed: true }))).toEqual(spent);
  expect(await refusal(order.cancels('store', staff('sales-consultant')))).toEqual(spent);

  taken = await spend(taken, 1_800, (n) => order.act('assignTask', { taskId, to: `person-${n}`, by: MANAGER }));
  expect(await refusal(order.act('assignTask', { taskId, to: 'one-more', by: MANAGER }))).toEqual(spent);

  await spend(taken, 1_950, () => order.pays(1));
  expect(await refusal(order.pays(1))).toEqual(spent);
  expect(await refusal(order.photo('baking'))).toEqual(spent);
  expect(acts(order)).toBe(1_950);

  await order.answer(taskId, { lines: [{ item: 'cream', source: 'stock' }] }, staff('production-supervisor'));
  await order.cancels('store');
  const { receivedFen } = (await order.view()).money;
  await order.complete('refund', { amountFen: receivedFen, method: 'cash' });
  expect(await order.handle.result()).toMatchObject({ state: 'cancelled', money: { refundedFen: receivedFen } });
}, 180_000);
