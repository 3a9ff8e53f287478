import { bakeryOfThisFile, refusal, staff, type Order } from '../support/bakery';

// What the rulebook asks of a move stands in one row (src/bakery/gates.rules.ts): it refuses, it lets the story wait, and it tells people what
// is missing. Here an order is lived, and what it says on record is held against what its people know.

const bakery = bakeryOfThisFile();

/** What is missing, as the order's row says: `move rule code`. */
const missing = async (order: Order): Promise<string[]> => {
  await order.settled();
  expect(order.book.snapshot?.shut).toEqual((await order.view()).shut);
  return (order.book.snapshot?.shut ?? []).map(({ move, rule, why }) => `${move} ${rule} ${why.code}`);
};
/** What a manager reads in Temporal UI. */
async function details(order: Order): Promise<string> {
  const { currentDetails } = await order.handle.query<{ currentDetails: string }>('__temporal_workflow_metadata');
  return currentDetails;
}

test('BAK-31 BAK-44 BAK-47 BAK-48 until making begins, an order says what it still waits for, and loses it piece by piece', async () => {
  const order = await bakery.places();
  await order.task('feasibility-review');
  expect(await missing(order)).toEqual([]);
  await order.isFeasible();
  expect(await missing(order)).toEqual(['accept BAK-31 prepayment-missing']);
  expect(order.book.snapshot?.shut[0]?.why).toEqual({ code: 'prepayment-missing', params: { missingFen: 8_640 } });
  await order.pays(6_000);
  expect(order.book.snapshot?.shut[0]?.why).toEqual({ code: 'prepayment-missing', params: { missingFen: 2_640 } });
  expect((await order.view()).state).toBe('awaiting-deposit');
  await order.pays(2_640);
  await order.task('materials-settled');
  expect(await missing(order)).toEqual([
    'begin-making BAK-48 materials-unsettled',
    'begin-making BAK-47 materials-incomplete',
    'begin-making BAK-44 sheet-unsigned',
  ]);
  await order.complete('materials-settled', { lines: [{ item: 'cream', source: 'stock' }] });
  await order.complete('materials-complete', { complete: true });
  expect(await missing(order)).toEqual(['begin-making BAK-44 sheet-unsigned']);
  expect((await order.view()).state).toBe('materials');
  await order.signs();
  await order.task('making-done');
  expect(await missing(order)).toEqual([]);
});

test('BAK-31 a change before making that raised the prepayment lets making wait for the rest of it', async () => {
  const order = await bakery.places();
  await order.isAccepted();
  await order.changes({ totalFen: 40_000 });
  await order.hasMaterials();
  expect(await missing(order)).toEqual(['begin-making BAK-31 prepayment-missing']);
  expect((await order.view()).state).toBe('materials');
  await order.pays(12_000 - 8_640);
  await order.task('making-done');
});

test('BAK-38 BAK-44 a change while it is made: the baker cannot finish an unsigned version, and the order goes on when all is decided', async () => {
  const order = await bakery.places();
  await order.isMaking();
  await order.changes({}, { allergensAdded: ['nuts'], needsFeasibility: true });
  expect(await missing(order)).toEqual([
    'finish-making BAK-44 sheet-unsigned',
    'leave-making BAK-38 review-pending',
    'leave-making BAK-38 allergen-unacknowledged',
  ]);
  expect(await refusal(order.makes())).toEqual({ code: 'not-in-this-state', rule: 'BAK-44' });
  await order.signs();
  await order.makes();
  await order.isFeasible();
  expect(await missing(order)).toEqual(['leave-making BAK-38 allergen-unacknowledged']);
  expect(order.open('decoration-done')).toEqual([]);
  await order.complete('acknowledge-allergen', { acknowledged: true });
  await order.task('decoration-done');
  expect(await missing(order)).toEqual([]);
});

test('BAK-37 BAK-51 BAK-61 BAK-81 packing waits for the check, for every change and for whoever holds the order; Temporal UI says so in Chinese', async () => {
  const order = await bakery.places({ facts: { decoration: false } });
  await order.isMaking();
  await order.makes();
  await order.finalCheck();
  const change = await order.asksForChange({ occasion: 'wedding' });
  expect(await missing(order)).toEqual(['pack BAK-51 quality-unpassed', 'pack BAK-37 change-undecided']);
  expect(await details(order)).toContain('尚缺：开始打包：装饰后的质量检查尚未合格（BAK-51）；开始打包：有调整申请尚未决定（BAK-37）\n');
  await order.passesFinalCheck();
  expect(await missing(order)).toEqual(['pack BAK-37 change-undecided']);
  await order.reports('process-problem');
  expect(await missing(order)).toEqual(['pack BAK-37 change-undecided', 'pack BAK-61 manager-undecided']);
  await order.complete('escalated', { decision: 'continue' });
  await order.reports('food-safety');
  expect(await missing(order)).toEqual(['pack BAK-37 change-undecided', 'pack BAK-81 held-by-committee']);
  const [vote] = [await order.task('committee-vote')];
  for (const member of ['one', 'two']) await order.answer(vote.id, { vote: 'release' }, staff('food-safety-committee', member));
  expect(await missing(order)).toEqual(['pack BAK-37 change-undecided']);
  expect(order.open('packing-checklist')).toEqual([]);
  await order.decides(change, 'reject');
  await order.task('packing-checklist');
  expect(await missing(order)).toEqual([]);
  expect(await details(order)).not.toContain('尚缺');
});

test('BAK-61 BAK-81 held after the step is done, the order is not made ready and does not leave', async () => {
  const order = await bakery.places();
  await order.isPacking();
  await order.reports('process-problem');
  await order.task('escalated');
  await order.packs();
  expect(await missing(order)).toEqual(['make-ready BAK-61 manager-undecided']);
  expect((await order.view()).state).toBe('packing');
  await order.complete('escalated', { decision: 'continue' });
  await order.task('dispatch-check');
  await order.reports('process-problem');
  await order.task('escalated');
  await order.leaves();
  expect(await missing(order)).toEqual(['dispatch BAK-61 manager-undecided']);
  expect((await order.view()).state).toBe('ready');
  await order.complete('escalated', { decision: 'continue' });
  await order.task('hand-over');
  expect(await missing(order)).toEqual([]);
});

test('BAK-76 BAK-77 BAK-02 AFT-88 at the door and to the end: hand-over is refused, closing waits for balance, visit, exception and task', async () => {
  const order = await bakery.places({ lifeDays: 24 });
  await order.isOnTheWay();
  await order.reports('receipt-problem', { by: staff('delivery-staff') });
  await order.reports('other');
  await order.until('both questions', () => (order.open('answer-exception').length === 2 ? true : undefined));
  expect(await missing(order)).toEqual(['hand-over BAK-76 receipt-problem-open']);
  expect(await refusal(order.handsOver())).toEqual({ code: 'not-in-this-state', rule: 'BAK-76' });
  const asked = (type: string): string => order.open('answer-exception').find(({ context }) => context.type === type)?.id ?? '';
  await order.answer(asked('receipt-problem'), { outcome: 'accept' }, staff('delivery-staff'));
  expect(await missing(order)).toEqual([]);
  await order.handsOver();
  await order.task('settle-balance');
  expect(await missing(order)).toEqual([
    'close BAK-77 balance-open',
    'close AFT-88 visit-ahead',
    'close BAK-02 exception-open',
    'close BAK-02 task-open',
  ]);
  await order.answer(asked('other'), { outcome: 'resolved' }, staff('production-supervisor'));
  await order.pays(20_160);
  expect(await missing(order)).toEqual(['close AFT-88 visit-ahead']);
  await order.waitUntil(order.moment('follow-up'));
  await order.complete('follow-up-visit', { reached: true, method: 'telephone', satisfaction: 5 });
  expect(await missing(order)).toEqual([]);
  expect((await order.view()).state).toBe('closed');
});
