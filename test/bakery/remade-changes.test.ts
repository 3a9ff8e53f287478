import { DAY_MS, HOUR_MS } from '../../src/base/rule';
import { bakeryOfThisFile, INTAKE, refusal, shanghai, staff } from '../support/bakery';

const bakery = bakeryOfThisFile();

describe('a change of what is being made, or was', () => {
  const NUTS = { allergensAdded: ['nuts'] };

  test('BAK-38 BAK-44 approved while it is decorated, it goes back to making and is signed anew', async () => {
    const order = await bakery.places();
    await order.isDecorating();
    const begun = (await order.stage('decoration'))?.startedAt;
    await order.waitHours(1);
    const exceptionId = await order.reports('ingredient-shortage', { item: 'cream' });
    await order.changes({}, { needsFeasibility: true, exceptionId }); // another flavour
    await order.complete('escalated', { decision: 'continue' });
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
    expect(order.lettersTell('confirmation-letter').map((told) => told?.plannedStartAt)).toEqual([start, start, start + DAY_MS]);
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

test('BAK-37 a change made during making asks for a new signature before making can be finished (BAK-44)', async () => {
  const order = await bakery.places({ takenAt: shanghai('2026-12-01', '10:00') });
  await order.isMaking();
  await order.changes({ urgency: 'rush' });
  expect(await refusal(order.makes())).toEqual({ code: 'not-in-this-state', rule: 'BAK-44' });
  await order.signs();
  await order.makes();
  await order.task('decoration-done');
});
