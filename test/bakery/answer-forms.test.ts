import '../../src/main/chapters-http';
import { answerForm } from '../../src/process/tasks/forms';
import { byForm, expectReads, times, type Message } from '../support/fields';

const HOUR = '2026-12-08T15:00:00+08:00';
const someTags = (n: number): string[] => times(n, '').map((_, nth) => `tag-${nth}`);
const FEASIBLE = { outcome: 'feasible', plannedStartAt: HOUR, assignees: { materials: 'su', making: 'bo' } };
const SHEET = { risks: '三层', mitigations: '加固', ownerId: 'su', checkpoints: ['出炉'] };

/** What the forms of the human steps take and refuse of each field, beside what `answers.test.ts` has; by hand from the regulation. */
const FORMS: readonly (Message & { readonly form: string; readonly by: Parameters<typeof byForm>[0] })[] = [
  {
    form: 'a feasible order',
    by: answerForm('feasibility-review').schema,
    rules: 'BAK-09 BAK-27 BAK-28 BAK-29 BAK-30 BAK-46',
    given: {
      ...FEASIBLE,
      highRisk: true,
      trackingSheet: SHEET,
      compressed: { materialsDueAt: HOUR, decorationDueAt: HOUR },
      ingredients: [{ item: 'egg', status: 'in-stock' }],
      overCapacity: 'overtime',
    },
    needs:
      'outcome plannedStartAt assignees assignees/materials assignees/making trackingSheet trackingSheet/risks trackingSheet/mitigations ' +
      'trackingSheet/ownerId trackingSheet/checkpoints compressed/materialsDueAt compressed/decorationDueAt ingredients/0/item ingredients/0/status',
    takes: {
      outcome: ['feasible-with-conditions'],
      'ingredients/0/status': ['to-buy', 'unavailable'],
      ingredients: [someTags(100).map((item) => ({ item, status: 'in-stock' }))],
      'trackingSheet/checkpoints': [times(20, '出炉')],
      decoration: [true, false],
      overCapacity: ['extra-hands', 'other-days', 'outside-help', undefined],
    },
    refuses: {
      overCapacity: ['magic'],
      outcome: ['not-feasible', 'perhaps'],
      'ingredients/0/status': ['lost'],
      ingredients: [someTags(101).map((item) => ({ item, status: 'in-stock' }))],
      'trackingSheet/checkpoints': [[], times(21, '出炉')],
    },
  },
  {
    form: 'an order that is feasible with conditions',
    by: answerForm('feasibility-review').schema,
    rules: 'BAK-09 BAK-27 BAK-29',
    given: { ...FEASIBLE, outcome: 'feasible-with-conditions' },
    needs: 'outcome plannedStartAt assignees',
  },
  {
    form: 'a cancellation decided',
    by: answerForm('cancellation-decision').schema,
    rules: 'BAK-39 BAK-40',
    given: { decision: 'approve', cause: 'neither', refundFen: 0, reason: '台风' },
    needs: 'decision reason',
    takes: { cause: ['store', 'customer', undefined], refundFen: [undefined] },
    refuses: { cause: ['nobody'], refundFen: [-1] },
  },
  {
    form: 'a refund paid',
    by: answerForm('refund').schema,
    rules: 'BAK-39 BAK-40',
    given: { amountFen: 0, method: 'cash' },
    needs: 'amountFen method',
    takes: { method: ['card', 'wechat', 'alipay', 'transfer', 'other'] },
    refuses: { method: ['shells'], amountFen: [-1] },
  },
  {
    form: 'a telephone call',
    by: answerForm('telephone-customer').schema,
    rules: 'BAK-08 BAK-45 BAK-60',
    given: { reached: true },
    needs: 'reached',
  },
  {
    form: 'an acknowledged allergen',
    by: answerForm('acknowledge-allergen').schema,
    rules: 'BAK-38',
    given: { acknowledged: false },
    needs: 'acknowledged',
  },
  {
    form: 'a change decided',
    by: answerForm('change-decision').schema,
    rules: 'BAK-37',
    given: { decision: 'approve', previewHash: 'h'.repeat(128) },
    needs: 'decision',
    refuses: { previewHash: ['h'.repeat(129)], decision: ['wait', 'reject'] },
  },
  {
    form: 'a signed task sheet',
    by: answerForm('sign-task-sheet').schema,
    rules: 'BAK-44',
    given: { signed: true, version: 0 },
    needs: 'signed version',
    refuses: { signed: [false], version: [-1] },
  },
  {
    form: 'making',
    by: answerForm('making-done').schema,
    rules: 'BAK-46',
    given: { done: true },
    needs: 'done',
    refuses: { done: [false] },
  },
  {
    form: 'materials settled',
    by: answerForm('materials-settled').schema,
    rules: 'BAK-48',
    given: { lines: [{ item: 'cream', source: 'stock' }] },
    needs: 'lines lines/0/item lines/0/source',
    takes: { lines: [someTags(100).map((item) => ({ item, source: 'stock' }))] },
    refuses: { lines: [[], someTags(101).map((item) => ({ item, source: 'stock' }))], 'lines/0/source': ['theft'] },
  },
  {
    form: 'a day’s photos',
    by: answerForm('daily-photos').schema,
    rules: 'BAK-49 BAK-50',
    given: { worked: true, steps: ['baking'] },
    needs: 'worked steps',
    takes: { steps: [['mixing', 'baking', 'filling', 'assembly', 'piping', 'decoration', 'moulding']] },
    refuses: { steps: [[], ['sleeping']] },
  },
  {
    form: 'a quality check without a pass',
    by: answerForm('quality-check').schema,
    rules: 'BAK-51',
    given: { result: 'not-sampled', notes: '外出' },
    needs: 'result notes',
    takes: { result: ['fail', 'pass'] },
    refuses: { result: ['perhaps'] },
  },
  {
    form: 'an exception answered',
    by: answerForm('answer-exception').schema,
    rules: 'BAK-58 BAK-76 BAK-86',
    given: { outcome: 'resolved' },
    needs: 'outcome',
    takes: { outcome: ['accept', 'refuse', 'escalate'] },
    refuses: { outcome: ['replace', 'partial-refund', 'shrug'], refundFen: [0] },
  },
  {
    form: 'a refusal heard from a supplier',
    by: answerForm('contact-supplier').schema,
    rules: 'BAK-59',
    given: { result: 'refused', supplier: 's' },
    needs: 'result supplier',
    refuses: { result: ['promised', 'perhaps'] },
  },
  {
    form: 'a visit with a suggestion',
    by: answerForm('follow-up-visit').schema,
    rules: 'AFT-88 AFT-89 AFT-90 AFT-91',
    given: { reached: true, method: 'visit', satisfaction: 1, suggestion: '少糖', department: 'baker' },
    needs: 'reached method satisfaction department',
    takes: { satisfaction: [5], method: ['telephone', 'sms', 'questionnaire'] },
    refuses: { satisfaction: [0, 6], method: ['pigeon'] },
  },
  {
    form: 'a packing list',
    by: answerForm('packing-checklist').schema,
    rules: 'BAK-62 BAK-63 BAK-64 BAK-65 BAK-66 BAK-67 BAK-68 BAK-69',
    given: { lines: ['name'], orderNumber: '20261201001', productionDate: '2026-12-07', labelPhotoId: 'p' },
    needs: 'lines orderNumber',
    takes: { lines: [someTags(50)], orderNumber: ['1'.repeat(32)] },
    refuses: { lines: [someTags(51)], orderNumber: ['1'.repeat(33)] },
  },
  {
    form: 'a departure',
    by: answerForm('dispatch-check').schema,
    rules: 'BAK-69 BAK-70 BAK-71 BAK-73',
    given: { vehicle: true, route: true, vest: true, weather: 'fair', orderNumber: '1'.repeat(32), signee: '林芳' },
    needs: 'vehicle route vest weather orderNumber signee',
    refuses: { vehicle: [false], route: [false], vest: [false], weather: ['severe', 'mild'], orderNumber: ['1'.repeat(33)] },
  },
  {
    form: 'a visit without a suggestion',
    by: answerForm('follow-up-visit').schema,
    rules: 'AFT-91',
    given: { reached: false, method: 'sms' },
    needs: 'reached method',
    refuses: { suggestion: ['少糖'] },
  },
  {
    form: 'a repair given up',
    by: answerForm('repair').schema,
    rules: 'BAK-41',
    given: { action: 'write-off', reason: '已停业' },
    needs: 'action reason',
    takes: { action: ['give-up', 'retry'] },
  },
];

test.each(FORMS)('$rules the form of $form takes each of its fields, and refuses what is none', ({ by, ...message }) =>
  expectReads(byForm(by), message),
);

test('BAK-27 BAK-29 an order that cannot be made needs no plan', () => {
  expect(byForm(answerForm('feasibility-review').schema)({ outcome: 'not-feasible', reason: '没有原料' })).toEqual([]);
});
