import { DAY_MS, HOUR_MS } from '../../src/domain/rulebook/rule';
import { bakeryOfThisFile, INTAKE, refusal, shanghai, staff } from '../support/bakery';

const bakery = bakeryOfThisFile();
const BIGGER = { totalFen: 38_800 };

describe('BAK-38 an approved change', () => {
  test('BAK-38 makes a new version and a new plan in the act that approves it', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.changes(BIGGER);
    expect(order.book.snapshot).toMatchObject({ version: 2, planVersion: 2, facts: BIGGER });
    const batch = order.book.batches.find(({ events }) => events.some((event) => event.kind === 'order.changed'));
    expect(batch?.changes).toMatchObject([{ state: 'approved', apply: true }]);
    expect(order.book.batches.filter(({ changes }) => changes.some((row) => row.apply))).toHaveLength(1);
  });

  test('BAK-38 moves the clocks tied to the delivery hour, those of open steps too', async () => {
    const order = await bakery.places();
    await order.isDecorating();
    const { deliveryAt } = order.input.facts;
    expect((await order.task('decoration-done')).dueAt).toBe(deliveryAt - DAY_MS);
    // decoration has closed the window; what a shortage of ours causes is exempt (BAK-60)
    await order.changes({ deliveryAt: deliveryAt + DAY_MS }, { cause: 'shortage' });
    await order.settled();
    expect(order.moment('decoration-due')).toBe(deliveryAt);
    expect(order.moment('dispatch-due')).toBe(deliveryAt + DAY_MS - HOUR_MS);
    expect((await order.task('decoration-done')).dueAt).toBe(deliveryAt);
    await order.waitUntil(deliveryAt - HOUR_MS);
    expect(order.told('task-late', 'decoration-done')).toEqual([]);
    expect(await order.around(deliveryAt, () => order.told('task-late', 'decoration-done').length > 0)).toEqual([false, false, true]);
  });

  test('BAK-38 voids the task sheet: making does not start before the new one is signed (BAK-44)', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    const old = await order.task('sign-task-sheet');
    await order.complete('materials-settled', { lines: [] });
    await order.complete('materials-complete', { complete: true });
    await order.changes({ urgency: 'rush' });
    expect(order.row(old.id).state).toBe('withdrawn');
    expect(await refusal(order.answer(old.id, { signed: true, version: 1 }, staff('baker')))).toMatchObject({ code: 'not-in-this-state' });
    expect(await refusal(order.complete('sign-task-sheet', { signed: true, version: 1 }))).toEqual({
      code: 'invalid-request',
      rule: 'BAK-44',
    });
    expect((await order.view()).state).toBe('materials');
    await order.complete('sign-task-sheet', { signed: true, version: 2 });
    await order.task('making-done');
  });

  test('BAK-38 of product, ingredients or date is reviewed for feasibility again before making starts', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.changes({ deliveryAt: order.input.facts.deliveryAt + DAY_MS }, { needsFeasibility: true });
    await order.hasMaterials();
    await order.settled();
    expect((await order.view()).state).toBe('materials');
    await order.isFeasible();
    await order.task('making-done');
    expect(await order.view()).toMatchObject({ state: 'making', planVersion: 3 });
  });

  test('BAK-38 that the second review finds not feasible becomes the store manager’s problem', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.changes(BIGGER, { needsFeasibility: true });
    await order.complete('feasibility-review', { outcome: 'not-feasible' });
    await order.task('escalated');
    expect([...order.book.exceptions.values()]).toMatchObject([{ type: 'process-problem', state: 'open' }]);
  });

  test('BAK-38 moves planned production start, and with it the day by which the task sheet is to be signed (BAK-44)', async () => {
    const order = await bakery.places();
    const start = order.input.facts.deliveryAt - 2 * DAY_MS;
    await order.isAccepted(start);
    await order.changes({ deliveryAt: order.input.facts.deliveryAt + DAY_MS }, { needsFeasibility: true });
    await order.isFeasible(start + DAY_MS);
    await order.settled();
    expect(order.moment('planned-start')).toBe(start + DAY_MS);
    expect((await order.task('sign-task-sheet')).dueAt).toBe(start + DAY_MS);
  });

  test('BAK-38 BAK-08 BAK-33 is told to the customer and to everybody assigned, and the letter goes out again', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    expect(order.letters('confirmation-letter')).toHaveLength(1);
    await order.changes(BIGGER);
    expect(
      order
        .letters('order-changed')
        .map((letter) => letter.to)
        .sort(),
    ).toEqual(['customer', 'staff:baker', 'staff:delivery-staff', 'staff:packer', 'staff:production-supervisor', 'staff:qc-inspector']);
    expect(order.letters('confirmation-letter').map((letter) => letter.facts.version)).toEqual([1, 2]);
  });

  test('BAK-38 that adds an allergen needs the customer’s word before making starts; a “no” asks again', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.changes({ urgency: 'rush' }, { allergensAdded: ['nuts'] });
    await order.hasMaterials();
    await order.complete('acknowledge-allergen', { acknowledged: false });
    const again = await order.task('acknowledge-allergen');
    expect(again.context).toMatchObject({ allergens: ['nuts'], version: 2 });
    expect((await order.view()).state).toBe('materials');
    await order.complete('acknowledge-allergen', { acknowledged: true });
    await order.task('making-done');
  });

  test('BAK-38 never moves the acceptance or the change window (BAK-35)', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    const { acceptedAt, changeWindowEndsAt } = await order.view();
    await order.waitUntil(INTAKE + 5 * HOUR_MS);
    await order.changes({ deliveryAt: order.input.facts.deliveryAt + DAY_MS });
    expect(await order.view()).toMatchObject({ acceptedAt, changeWindowEndsAt });
  });
});

describe('BAK-31 a change of price', () => {
  test('BAK-31 before making tops the prepayment up to 30 % of the new total; making waits for it', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.changes(BIGGER);
    expect(order.letters('deposit-due').at(-1)?.facts).toMatchObject({ depositFen: 11_640, topUpFen: 3_000 });
    await order.hasMaterials();
    await order.pays(2_999);
    await order.settled();
    expect((await order.view()).state).toBe('materials');
    await order.pays(1);
    await order.task('making-done');
    expect((await order.view()).state).toBe('making');
  });

  test('BAK-31 once making has started the difference joins the balance', async () => {
    const order = await bakery.places();
    await order.isMaking();
    await order.changes(BIGGER);
    expect(order.letters('deposit-due').filter((letter) => letter.facts.topUpFen !== undefined)).toEqual([]);
    expect((await order.view()).money.outstandingFen).toBe(38_800 - 8_640);
    await order.signs();
    await order.makes();
    await order.task('decoration-done');
  });

  test('BAK-31 BAK-32 that lowers the total below what was paid owes the difference back', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.pays(28_800 - 8_640);
    await order.changes({ totalFen: 20_000 });
    const { context } = await order.task('refund');
    expect(context.refundFen).toBe(8_800);
    await order.complete('refund', { amountFen: 8_800, method: 'cash' });
    expect((await order.view()).money).toMatchObject({ receivedFen: 28_800, refundedFen: 8_800, outstandingFen: 0 });
  });
});

test('BAK-37 a change made during making asks for a new signature before making can be finished (BAK-44)', async () => {
  const order = await bakery.places({ takenAt: shanghai('2026-12-01', '10:00') });
  await order.isMaking();
  await order.changes({ urgency: 'rush' });
  expect(await refusal(order.makes())).toEqual({ code: 'not-in-this-state', rule: 'BAK-44' });
  await order.signs();
  await order.makes();
  await order.task('decoration-done');
});
