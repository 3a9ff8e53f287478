import { DAY_MS, HOUR_MS } from '../../src/base/rule';
import { bakeryOfThisFile, INTAKE, refusal, staff, type Order } from '../support/bakery';

const bakery = bakeryOfThisFile();
const CLOSED = { code: 'change-window-closed', rule: 'BAK-36' };
/** A dearer cake. */
const BIGGER = { totalFen: 38_800 };

const windowEnd = async (order: Order): Promise<number> => (await order.view()).changeWindowEndsAt ?? 0;

describe('BAK-36 the change window', () => {
  test('BAK-36 stands open for 72 h from acceptance: a change is admitted one second before its end and at its end', async () => {
    const order = await bakery.places({ lifeDays: 4 });
    await order.isAccepted();
    const { acceptedAt } = await order.view();
    const end = await windowEnd(order);
    expect(end - (acceptedAt ?? 0)).toBe(72 * HOUR_MS);
    await order.waitUntil(end - 1000);
    await order.asksForChange(BIGGER);
    await order.waitToActAt(end);
    await order.asksForChange(BIGGER);
    expect(order.book.changes.size).toBe(2);
    await order.settled();
    expect(order.events('change-window.closed')).toEqual([]);
  });

  test('BAK-36 is closed one second after its end: a change is refused and leaves no trace', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.waitUntil((await windowEnd(order)) + 1000);
    expect(await refusal(order.asksForChange(BIGGER))).toEqual(CLOSED);
    expect(order.book.changes.size).toBe(0);
    expect(order.events('change-window.closed').map((event) => event.data.why)).toEqual(['time']);
  });

  test('BAK-36 a change asked for inside the window may be decided after it has closed', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    const end = await windowEnd(order);
    await order.waitUntil(end);
    const change = await order.asksForChange(BIGGER);
    await order.waitUntil(end + HOUR_MS);
    await order.decides(change, 'approve');
    expect(await order.view()).toMatchObject({ version: 2, facts: BIGGER });
  });

  test('BAK-36 the customer is reminded 12 h before it closes', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    const at = (await windowEnd(order)) - 12 * HOUR_MS;
    expect(await order.around(at, () => order.letters('change-window-closing').map((letter) => letter.to))).toEqual([
      [],
      ['customer'],
      ['customer'],
    ]);
  });

  test('BAK-36 never outlives the delivery: no further than the promised hour is promised, and a change after it is refused', async () => {
    const order = await bakery.places({ deliverInDays: 2 });
    const { deliveryAt } = order.input.facts;
    await order.isAccepted(INTAKE + HOUR_MS);
    expect([await windowEnd(order), order.moment('change-window-ends')]).toEqual([deliveryAt, deliveryAt]);
    expect(order.lettersTell('confirmation-letter').map((told) => told?.changeWindowEndsAt)).toEqual([deliveryAt]);
    await order.waitUntil(deliveryAt - 12 * HOUR_MS);
    expect(order.letters('change-window-closing').map(({ facts }) => facts.endsAt)).toEqual([deliveryAt]);
    await order.waitUntil(deliveryAt + 1000);
    expect(await refusal(order.asksForChange(BIGGER))).toEqual(CLOSED);
  });

  test('BAK-36 of a window shorter than its reminder nobody is reminded', async () => {
    const order = await bakery.places({ facts: { deliveryAt: INTAKE + 6 * HOUR_MS, decoration: false } });
    await order.isAccepted(INTAKE + HOUR_MS);
    await order.waitUntil(INTAKE + 6 * HOUR_MS);
    expect([await windowEnd(order), order.letters('change-window-closing')]).toEqual([INTAKE + 6 * HOUR_MS, []]);
  });

  test('BAK-36 BAK-38 a change that moves the delivery earlier moves the window’s end with it, and later again at most to 72 h', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    const full = await windowEnd(order);
    const sooner = INTAKE + 48 * HOUR_MS;
    await order.changes({ deliveryAt: sooner });
    expect([await windowEnd(order), order.moment('change-window-ends')]).toEqual([sooner, sooner]);
    expect(order.lettersTell('confirmation-letter').at(-1)?.changeWindowEndsAt).toBe(sooner);
    await order.changes({ deliveryAt: order.input.facts.deliveryAt });
    expect(await windowEnd(order)).toBe(full);
    await order.changes({ deliveryAt: sooner });
    await order.waitUntil(sooner + 1000);
    expect(order.letters('change-window-closing').map(({ facts }) => facts.endsAt)).toEqual([sooner]);
    expect(await refusal(order.asksForChange(BIGGER))).toEqual(CLOSED);
  });

  test('BAK-36 closes early when decoration starts, and its reminder falls silent', async () => {
    const order = await bakery.places();
    await order.isDecorating();
    expect(await refusal(order.asksForChange(BIGGER))).toEqual(CLOSED);
    expect(order.events('change-window.closed').map((event) => event.data.why)).toEqual(['decoration']);
    expect(await windowEnd(order)).toBeLessThanOrEqual(await order.now());
    await order.waitUntil(order.input.intakeAt + 73 * HOUR_MS);
    expect(order.letters('change-window-closing')).toEqual([]);
  });

  test('BAK-36 without decoration it stays open through making and closes when packing starts', async () => {
    const order = await bakery.places({ facts: { decoration: false } });
    await order.isMaking();
    await order.makes();
    const check = await order.finalCheck();
    await order.decides(await order.asksForChange(BIGGER), 'reject');
    await order.answer(check.id, { result: 'pass' }, staff('qc-inspector'));
    await order.task('packing-checklist');
    expect(await refusal(order.asksForChange(BIGGER))).toEqual(CLOSED);
    expect(order.events('change-window.closed').map((event) => event.data.why)).toEqual(['packing']);
  });

  test('BAK-36 the same wish sent once more is on record already', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    const changeId = await order.asksForChange({ totalFen: 30_000 });
    expect(await refusal(order.asksForChange({ totalFen: 30_000 }, { changeId }))).toEqual({ code: 'already-answered', rule: 'BAK-36' });
  });

  test('BAK-36 before acceptance there is nothing to change', async () => {
    const order = await bakery.places();
    await order.task('feasibility-review');
    expect(await refusal(order.asksForChange(BIGGER))).toEqual({ code: 'not-in-this-state', rule: 'BAK-36' });
  });
});

describe('BAK-37 the store manager decides', () => {
  test('BAK-37 until the decision the order goes on with the old version, marked “change pending”', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.asksForChange(BIGGER);
    expect(await order.view()).toMatchObject({ version: 1, facts: { totalFen: 28_800 }, overlays: ['change-pending'] });
    await order.hasMaterials();
    expect((await order.view()).state).toBe('making');
    expect((await order.task('change-decision')).role).toBe('store-manager');
  });

  test('BAK-37 the manager is reminded after 2 h, and the decision is late after 4 h but can still be made', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    const change = await order.asksForChange(BIGGER);
    const { openedAt, id } = await order.task('change-decision');
    expect(await order.around(openedAt + 2 * HOUR_MS, () => order.told('task-reminder', 'change-decision').length)).toEqual([0, 1, 1]);
    expect(await order.around(openedAt + 4 * HOUR_MS, () => order.told('task-late', 'change-decision').length)).toEqual([0, 0, 2]);
    expect(order.told('task-late', 'change-decision')).toEqual(['role:store-manager', 'role:management']);
    expect(order.row(id)).toMatchObject({ state: 'open', rung: 1 });
    expect((await order.view()).overlays).toContain('breached');
    await order.decides(change, 'approve');
    expect((await order.view()).version).toBe(2);
  });

  test('BAK-37 an approval of a stale preview is refused until the preview is made anew', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    const change = await order.asksForChange(BIGGER);
    await order.costs('ingredients', 1_200);
    const task = (await order.task('change-decision')).id;
    const stale = { code: 'preview-stale', rule: 'BAK-37' };
    expect(await refusal(order.decides(change, 'approve'))).toEqual(stale);
    expect(await refusal(order.answer(task, { decision: 'approve', previewHash: 'seen' }, staff('store-manager')))).toEqual(stale);
    await order.refreshes(change, BIGGER);
    expect(await refusal(order.decides(change, 'approve'))).toEqual({ code: 'preview-stale', rule: 'BAK-37' });
    await order.decides(change, 'approve', { previewHash: 'newer' });
    expect((await order.view()).version).toBe(2);
  });

  test('BAK-37 a request whose preview was made before the order moved on is refused', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    const basis = await order.basis();
    await order.costs('labour', 500);
    expect(await refusal(order.asksForChange(BIGGER, { basis }))).toEqual({ code: 'preview-stale', rule: 'BAK-37' });
  });

  test('BAK-37 of two deciders one decides, the other is told who was first', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    const change = await order.asksForChange(BIGGER);
    const { id } = await order.task('change-decision');
    const both = await Promise.allSettled([
      order.decides(change, 'approve', { by: staff('store-manager', 'lin') }),
      order.answer(id, { decision: 'reject', previewHash: 'seen' }, staff('store-manager', 'wei')),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect([...order.events('change.approved'), ...order.events('change.rejected')]).toHaveLength(1);
    expect(await refusal(order.decides(change, 'reject'))).toEqual({ code: 'already-answered', rule: 'BAK-37' });
  });

  test('BAK-37 a rejected change leaves the order as it was and the customer is told', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.decides(await order.asksForChange(BIGGER), 'reject');
    expect(await order.view()).toMatchObject({ version: 1, planVersion: 1, overlays: [], facts: { totalFen: 28_800 } });
    expect(order.letters('change-refused').map((letter) => letter.to)).toEqual(['customer']);
    expect([...order.book.changes.values()]).toMatchObject([{ state: 'rejected', apply: false, decidedBy: { id: 'store-manager' } }]);
  });
});

test('BAK-37 packing waits for a change still pending: what is packed is the version that stands', async () => {
  const order = await bakery.places();
  await order.isMaking();
  const change = await order.asksForChange({ deliveryAt: order.input.facts.deliveryAt + DAY_MS });
  await order.makes();
  await order.decorates();
  await order.passesFinalCheck();
  await order.settled();
  expect((await order.view()).state).toBe('final-check');
  await order.decides(change, 'reject');
  await order.task('packing-checklist');
  expect((await order.view()).state).toBe('packing');
});
