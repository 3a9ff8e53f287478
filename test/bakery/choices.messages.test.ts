import { houseTasks, type HouseTask } from '../support/house';
import { readChoices } from '../../src/process/tasks/tasks.rules';
import { byReader, expectReads, times, type Message } from '../support/fields';

const AT = Date.parse('2026-12-01T02:00:00Z');
const WAYS_TO_PAY = ['cash', 'card', 'wechat', 'alipay', 'transfer', 'other'];
const YES_ONLY = [false, 'yes'];
const CAUSES = ['store', 'customer', 'neither'];
const PEOPLE = { materials: 'su', making: 'bo', 'quality-check': 'qi', decoration: 'de', packing: 'pa', delivery: 'di' };

/**
 * What the order itself reads of an answer, whoever sends it past the API's forms; by hand from the regulation. The words of an answer never
 * reach it, only choices do.
 */
const ANSWERS: { readonly [K in HouseTask]: Message } = {
  'confirm-design': {
    rules: 'BAK-25 BAK-26',
    given: { outcome: 'approved', draftPhotoId: 'p' },
    needs: 'outcome',
    takes: { outcome: ['rejected'], draftPhotoId: [undefined] },
    refuses: { outcome: ['perhaps'] },
  },
  'feasibility-review': {
    rules: 'BAK-27 BAK-28 BAK-29 BAK-30',
    given: {
      outcome: 'feasible',
      plannedStartAt: AT,
      assignees: PEOPLE,
      highRisk: true,
      ingredients: [{ item: 'egg', status: 'in-stock' }],
      decoration: false,
      compressed: { materialsDueAt: AT, decorationDueAt: AT },
    },
    needs: 'outcome ingredients/0/item ingredients/0/status compressed/materialsDueAt compressed/decorationDueAt',
    takes: {
      outcome: ['feasible-with-conditions', 'not-feasible'],
      assignees: [undefined, {}],
      'ingredients/0/status': ['to-buy', 'unavailable'],
      ingredients: [[], times(100, { item: 'egg', status: 'in-stock' })],
    },
    refuses: {
      outcome: ['perhaps'],
      'ingredients/0/status': ['lost'],
      ingredients: [times(101, { item: 'egg', status: 'in-stock' })],
      'assignees/cleaning': ['x'],
    },
  },
  'offer-alternative': {
    rules: 'BAK-27',
    given: { outcome: 'decline' },
    needs: 'outcome',
    takes: { outcome: ['review-again'] },
    refuses: { outcome: ['perhaps'] },
  },
  'chase-deposit': {
    rules: 'BAK-31',
    given: { outcome: 'will-pay' },
    needs: 'outcome',
    takes: { outcome: ['cancel'] },
    refuses: { outcome: ['perhaps'] },
  },
  'change-decision': {
    rules: 'BAK-37',
    given: { decision: 'approve', previewHash: 'h' },
    needs: 'decision',
    takes: { decision: ['reject'], previewHash: [undefined] },
    refuses: { decision: ['wait'] },
  },
  'acknowledge-allergen': {
    rules: 'BAK-38',
    given: { acknowledged: true },
    needs: 'acknowledged',
    takes: { acknowledged: [false] },
    refuses: { acknowledged: ['yes'] },
  },
  'cancellation-decision': {
    rules: 'BAK-39 BAK-40',
    given: { decision: 'approve', cause: 'neither', refundFen: 0 },
    needs: 'decision',
    takes: { decision: ['reject'], cause: [...CAUSES, undefined], refundFen: [undefined, 5_000] },
    refuses: { decision: ['wait'], cause: ['nobody'], refundFen: [-1] },
  },
  refund: {
    rules: 'BAK-39 BAK-40',
    given: { amountFen: 5_000, method: 'cash' },
    needs: 'amountFen method',
    takes: { method: WAYS_TO_PAY },
    refuses: { method: ['shells'], amountFen: [-1] },
  },
  'materials-settled': {
    rules: 'BAK-48',
    given: { lines: [{ item: 'cream', source: 'stock' }] },
    needs: 'lines lines/0/item lines/0/source',
    takes: { 'lines/0/source': ['purchase'], lines: [times(100, { item: 'cream', source: 'stock' })] },
    refuses: { 'lines/0/source': ['theft'], lines: [[], times(101, { item: 'cream', source: 'stock' })] },
  },
  'materials-complete': { rules: 'BAK-47', given: { complete: true }, needs: 'complete', refuses: { complete: YES_ONLY } },
  'sign-task-sheet': {
    rules: 'BAK-44',
    given: { signed: true, version: 0 },
    needs: 'signed version',
    refuses: { signed: YES_ONLY, version: [-1] },
  },
  'telephone-customer': {
    rules: 'BAK-08 BAK-45 BAK-60',
    given: { reached: true },
    needs: 'reached',
    takes: { reached: [false] },
    refuses: { reached: ['yes'] },
  },
  'making-done': { rules: 'BAK-46', given: { done: true }, needs: 'done', refuses: { done: YES_ONLY } },
  'daily-photos': {
    rules: 'BAK-49 BAK-50',
    given: { worked: true, steps: ['mixing', 'baking', 'filling', 'assembly', 'piping', 'decoration', 'moulding'] },
    needs: 'worked',
    takes: { worked: [false], steps: [undefined, []] },
    refuses: { steps: [['sleeping']] },
  },
  'quality-check': {
    rules: 'BAK-51',
    given: { result: 'pass' },
    needs: 'result',
    takes: { result: ['fail', 'not-sampled'] },
    refuses: { result: ['perhaps'] },
  },
  'decoration-done': { rules: 'BAK-52', given: { photoId: 'p' }, needs: 'photoId' },
  'packing-checklist': {
    rules: 'BAK-62 BAK-63 BAK-64 BAK-65 BAK-66 BAK-67 BAK-68 BAK-69',
    given: { lines: ['name'], orderNumber: '20261201001', productionDate: '2026-12-07', labelPhotoId: 'p' },
    needs: 'lines orderNumber',
    takes: { productionDate: [undefined], labelPhotoId: [undefined], lines: [[], times(100, 'name')], orderNumber: ['1'.repeat(32)] },
    refuses: { lines: [times(101, 'name')], orderNumber: ['1'.repeat(33), ''] },
  },
  'dispatch-check': {
    rules: 'BAK-70 BAK-71 BAK-73',
    given: { vehicle: true, route: true, vest: true, weather: 'severe', backupPlan: 'pick-up', orderNumber: '20261201001' },
    needs: 'vehicle route vest weather orderNumber',
    takes: { weather: ['fair'], backupPlan: [undefined, 'earlier-departure', 'other-vehicle', 'other-route'] },
    refuses: { vehicle: YES_ONLY, route: YES_ONLY, vest: YES_ONLY, weather: ['mild'], backupPlan: ['none'], orderNumber: ['1'.repeat(33)] },
  },
  'hand-over': {
    rules: 'BAK-75',
    given: { photoId: 'p', signatureId: 's', signeeIsOther: true },
    needs: 'photoId signatureId',
    takes: { signeeIsOther: [undefined, false] },
  },
  'settle-balance': {
    rules: 'BAK-77',
    given: { amountFen: 0, method: 'cash' },
    needs: 'amountFen method',
    takes: { method: WAYS_TO_PAY },
    refuses: { method: ['shells'], amountFen: [-1] },
  },
  'follow-up-visit': {
    rules: 'AFT-88 AFT-89 AFT-90 AFT-91',
    given: { reached: true, method: 'telephone', satisfaction: 1, department: 'baker' },
    needs: 'reached',
    takes: {
      reached: [false],
      method: ['sms', 'questionnaire', 'visit', undefined],
      satisfaction: [5, undefined],
      department: [undefined, 'management'],
    },
    refuses: { method: ['pigeon'], satisfaction: [0, 6, 4.5], department: ['king'] },
  },
  'answer-exception': {
    rules: 'BAK-58 BAK-86',
    given: { outcome: 'resolved', refundFen: 1, replacementAt: AT },
    needs: 'outcome',
    takes: {
      outcome: ['accept', 'replace', 'partial-refund', 'refuse', 'escalate'],
      refundFen: [undefined],
      replacementAt: [undefined],
    },
    refuses: { outcome: ['shrug'], refundFen: [0] },
  },
  'contact-supplier': {
    rules: 'BAK-59',
    given: { result: 'promised', supplier: 's', promisedAt: AT },
    needs: 'result supplier',
    takes: { result: ['refused'], promisedAt: [undefined] },
    refuses: { result: ['perhaps'] },
  },
  escalated: {
    rules: 'BAK-61',
    given: { decision: 'continue' },
    needs: 'decision',
    takes: { decision: ['rework', 'change', 'cancel'] },
    refuses: { decision: ['wait'] },
  },
  'committee-vote': {
    rules: 'BAK-81',
    given: { vote: 'release' },
    needs: 'vote',
    takes: { vote: ['hold', 'destroy'] },
    refuses: { vote: ['abstain'] },
  },
  repair: {
    rules: 'BAK-41',
    given: { action: 'retry' },
    needs: 'action',
    takes: { action: ['done-outside', 'give-up', 'start-again', 'refund', 'write-off'] },
    refuses: { action: ['shrug'] },
  },
};

test.each(houseTasks().map((kind): [string, HouseTask] => [ANSWERS[kind].rules, kind]))(
  '%s the order reads the choices of an answer to %s, each of its fields, and nothing else',
  (_, kind) =>
    expectReads(
      byReader((x) => readChoices(kind, x)),
      ANSWERS[kind],
      '/answer',
    ),
);
