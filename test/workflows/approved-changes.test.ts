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

  test('BAK-38 of two changes to be reviewed the newest version is reviewed, once', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.changes(BIGGER, { needsFeasibility: true });
    await order.changes({ urgency: 'rush' }, { needsFeasibility: true });
    await order.settled();
    expect(order.open('feasibility-review')).toMatchObject([{ context: { version: 3 } }]);
  });

  test('BAK-38 BAK-46 that keeps the products keeps the review’s word that nothing is decorated', async () => {
    const order = await bakery.places();
    await order.isAccepted(undefined, { decoration: false });
    await order.changes({ urgency: 'rush' });
    await order.settled();
    expect(order.book.snapshot?.moments.map((moment) => moment.name)).not.toContain('decoration-due');
    await order.hasMaterials();
    await order.makes();
    await order.finalCheck();
  });

  test('BAK-33 BAK-34 the letter goes out once more only when the new review moves the production cycle it names', async () => {
    const order = await bakery.places();
    const letters = (): unknown[] => order.letters('confirmation-letter').map(({ facts }) => [facts.version, facts.plannedStartAt]);
    await order.isAccepted();
    const planned = (await order.view()).plannedStartAt!;
    await order.changes(BIGGER, { needsFeasibility: true });
    await order.isFeasible(planned);
    expect(letters()).toEqual([
      [1, planned],
      [2, planned],
    ]);
    await order.changes({ urgency: 'rush' }, { needsFeasibility: true });
    await order.isFeasible(planned - DAY_MS);
    expect(letters().slice(2)).toEqual([
      [3, planned],
      [3, planned - DAY_MS],
    ]);
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

describe('a change of what is being made, or was', () => {
  const NUTS = { allergensAdded: ['nuts'] };

  test('BAK-38 BAK-44 approved while it is decorated, it goes back to making and is signed anew', async () => {
    const order = await bakery.places();
    await order.isDecorating();
    const begun = (await order.stage('decoration'))?.startedAt;
    await order.waitHours(1);
    await order.changes({ urgency: 'rush' }, { needsFeasibility: true, cause: 'shortage' });
    await order.isFeasible();
    await order.decorates();
    const again = await order.task('making-done');
    expect(order.open('quality-check').filter((task) => task.context.final)).toEqual([]);
    expect(order.events('order.moved').map(({ data }) => data.to)).not.toContain('final-check');
    expect(await refusal(order.makes())).toEqual({ code: 'not-in-this-state', rule: 'BAK-44' });
    await order.signs();
    await order.answer(again.id, { done: true }, staff('baker'));
    await order.decorates();
    await order.passesFinalCheck();
    expect((await order.task('packing-checklist')).context).toMatchObject({ version: 2 });
    expect((await order.stage('decoration'))?.startedAt).toBe(begun);
  });

  test('BAK-38 approved after the last check, a change of the goods does not reach packing unmade', async () => {
    const order = await bakery.places({ facts: { decoration: false } });
    await order.isMaking();
    await order.makes();
    const change = await order.asksForChange({ totalFen: 30_000, decoration: false }, { needsFeasibility: true });
    await order.passesFinalCheck();
    await order.settled();
    expect((await order.view()).state).toBe('final-check');
    await order.decides(change, 'approve');
    await order.isFeasible();
    await order.task('making-done');
    expect((await order.view()).state).toBe('making');
  });

  test('BAK-38 BAK-44 one that need not be made again is packed only when its task sheet is signed', async () => {
    const order = await bakery.places({ facts: { decoration: false } });
    await order.isMaking();
    await order.makes();
    await order.changes({ urgency: 'rush', decoration: false });
    await order.passesFinalCheck();
    await order.settled();
    expect([(await order.view()).state, order.open('packing-checklist')]).toEqual(['final-check', []]);
    await order.signs();
    expect((await order.task('packing-checklist')).context).toMatchObject({ version: 2 });
  });

  test('BAK-38 an allergen added during making is acknowledged before the order takes its next step', async () => {
    const order = await bakery.places();
    await order.isMaking();
    await order.changes({ urgency: 'rush' }, NUTS);
    await order.signs();
    await order.makes();
    await order.settled();
    expect(order.open('decoration-done')).toEqual([]);
    await order.complete('acknowledge-allergen', { acknowledged: true });
    await order.task('decoration-done');
  });

  test('BAK-33 BAK-34 the review that moves the start of production sends the letter with the new one', async () => {
    const order = await bakery.places();
    const start = order.input.facts.deliveryAt - 2 * DAY_MS;
    await order.isAccepted(start);
    await order.changes({ deliveryAt: order.input.facts.deliveryAt + DAY_MS }, { needsFeasibility: true });
    await order.isFeasible(start + DAY_MS);
    expect(order.letters('confirmation-letter').map((letter) => letter.facts.plannedStartAt)).toEqual([start, start, start + DAY_MS]);
  });

  test('BAK-44 a review that names another baker asks that one to sign', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.changes({ deliveryAt: order.input.facts.deliveryAt + DAY_MS }, { needsFeasibility: true });
    await order.signs();
    await order.isFeasible(undefined, { assignees: { materials: 'production-supervisor', making: 'other-baker' } });
    expect(await order.task('sign-task-sheet')).toMatchObject({ assignee: 'other-baker', context: { version: 2 } });
  });

  test('BAK-24 BAK-52 the compressed deadlines of the first review are not those of the next', async () => {
    const order = await bakery.places({ facts: { urgency: 'rush' } });
    const { deliveryAt } = order.input.facts;
    const compressed = { materialsDueAt: INTAKE + HOUR_MS, decorationDueAt: deliveryAt - HOUR_MS };
    await order.isAccepted(INTAKE + 2 * HOUR_MS, { compressed });
    expect(order.moment('decoration-due')).toBe(deliveryAt - HOUR_MS);
    await order.changes({ urgency: 'rush', deliveryAt: deliveryAt + DAY_MS }, { needsFeasibility: true });
    await order.isFeasible(INTAKE + DAY_MS);
    expect(order.moment('decoration-due')).toBe(deliveryAt);
  });
});

test('BAK-37 BAK-38 of two changes the one approved second is applied to what the first one left', async () => {
  const order = await bakery.places();
  await order.isAccepted();
  const { deliveryAt } = order.input.facts;
  const first = await order.asksForChange(BIGGER);
  const second = await order.asksForChange({ deliveryAt: deliveryAt + DAY_MS });
  await order.decides(first, 'approve');
  expect(await refusal(order.decides(second, 'approve'))).toEqual({ code: 'preview-stale', rule: 'BAK-37' });
  await order.refreshes(second, { ...BIGGER, deliveryAt: deliveryAt + DAY_MS }, { needsFeasibility: true });
  await order.decides(second, 'approve', { previewHash: 'newer' });
  expect(await order.view()).toMatchObject({ version: 3, facts: { ...BIGGER, deliveryAt: deliveryAt + DAY_MS } });
  await order.task('feasibility-review'); // of the refreshed preview, not of the request
});

describe('BAK-31 a change of price', () => {
  test('BAK-31 two changes that raise the total before the first top-up is paid are chased as one', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.changes({ totalFen: 40_000 });
    await order.changes({ totalFen: 50_000 });
    await order.waitHours(50);
    expect(order.letters('deposit-due').filter(({ facts }) => facts.again)).toHaveLength(1);
    expect(order.open('chase-deposit')).toHaveLength(1);
  });

  test('BAK-31 the missing part is asked for like the first: reminded at 24 h, the consultant at 48 h', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.changes(BIGGER);
    const from = await order.now();
    const reminded = (): number => order.letters('deposit-due').filter((letter) => letter.facts.again === true).length;
    await order.waitUntil(from + DAY_MS + 1000);
    expect(reminded()).toBe(1);
    expect(order.letters('deposit-due').at(-1)?.facts).toMatchObject({ topUpFen: 3_000 });
    await order.waitUntil(from + 2 * DAY_MS + 1000);
    expect(order.open('chase-deposit')).toHaveLength(1);
    await order.pays(3_000);
    expect(order.open('chase-deposit')).toEqual([]);
  });

  test('BAK-32 a second change before the refund is paid owes the whole once, and a dearer one takes it back', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.pays(28_800 - 8_640);
    await order.changes({ totalFen: 23_800 });
    await order.changes({ totalFen: 20_800 });
    expect(order.open('refund').map((task) => task.context.refundFen)).toEqual([8_000]);
    await order.changes({ totalFen: 28_800 });
    expect(order.open('refund')).toEqual([]);
  });

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
