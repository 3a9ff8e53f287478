import { DAY_MS, HOUR_MS } from '../../src/base/rule';
import { bakeryOfThisFile, INTAKE, refusal, staff } from '../support/bakery';

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
    expect(order.book.batches.filter(({ changes }) => changes?.some((row) => row.apply))).toHaveLength(1);
  });

  test('BAK-38 moves the clocks tied to the delivery hour, those of open steps too', async () => {
    const order = await bakery.places();
    await order.isDecorating();
    const { deliveryAt } = order.input.facts;
    expect((await order.task('decoration-done')).dueAt).toBe(deliveryAt - DAY_MS);
    // decoration has closed the window; the swap that an open shortage of ours offers is exempt (BAK-60)
    await order.changes(
      { deliveryAt: deliveryAt + DAY_MS },
      { exceptionId: await order.reports('ingredient-shortage', { item: 'cream' }) },
    );
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
    await order.complete('materials-settled', { lines: [{ item: 'cream', source: 'stock' }] });
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
    const letters = (): unknown[] => order.lettersTell('confirmation-letter').map((told) => [told?.version, told?.plannedStartAt]);
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

test.each([
  ['other', 'birthday', ['greeting-card']],
  ['birthday', 'corporate', ['eco-packaging', 'green-statement']],
] as const)('BAK-66 BAK-67 BAK-38 a “%s” order changed to “%s” is packed as it was changed', async (before, after, lines) => {
  const order = await bakery.places({ facts: { occasion: before } });
  await order.isAccepted();
  await order.changes({ occasion: after });
  await order.hasMaterials();
  await order.makes();
  await order.decorates();
  await order.passesFinalCheck();
  const { id, context } = await order.task('packing-checklist');
  const asked = ['custom-box', 'quality-card', 'shock-proof', 'fragile-label', ...lines, 'order-number', 'signee'];
  expect((context.lines as { id: string }[]).map((line) => line.id)).toEqual(asked);
  const labelPhotoId = await order.photo('fragile-label', staff('packer'));
  const pack = (ticked: readonly string[]) => order.answer(id, { lines: ticked, orderNumber: order.number, labelPhotoId }, staff('packer'));
  expect(await refusal(pack(asked.filter((line) => line !== lines[0])))).toMatchObject({ code: 'invalid-request' });
  await pack(asked);
  expect((await order.view()).state).toBe('ready');
});
