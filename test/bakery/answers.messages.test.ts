import '../../src/main/chapters-http';
import { answerForm, splitAnswer } from '../../src/process/tasks/forms';
import { readChoices, type TaskKind } from '../../src/process/tasks/tasks.rules';

/** An answer that is taken, the fields without which it is not, and what else each choice of it may be; written from the regulation, not from the forms. */
interface Form {
  readonly kind: TaskKind;
  readonly rules: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly needs: readonly string[];
  readonly choices?: Readonly<Record<string, readonly unknown[]>>;
}

const PEOPLE = { materials: 'su', making: 'bo', 'quality-check': 'qi', decoration: 'de', packing: 'pa', delivery: 'di' };
const HOUR = '2026-12-08T15:00:00+08:00';
const FEASIBLE = { outcome: 'feasible', plannedStartAt: HOUR, assignees: PEOPLE };
const DISPATCH = { vehicle: true, route: true, vest: true, weather: 'fair', orderNumber: '20261201001', signee: '林芳' };
const HANDED = { signee: '林芳', photoId: 'p1', signatureId: 'p2' };

const FORMS: readonly Form[] = [
  { kind: 'confirm-design', rules: 'BAK-25', given: { outcome: 'approved' }, needs: ['outcome'] },
  { kind: 'confirm-design', rules: 'BAK-25 a rejected draft', given: { outcome: 'rejected', comments: '再大一点' }, needs: ['comments'] },
  {
    kind: 'feasibility-review',
    rules: 'BAK-09 BAK-27 BAK-29',
    given: FEASIBLE,
    needs: ['outcome', 'plannedStartAt', 'assignees'],
    choices: { outcome: ['feasible-with-conditions'] },
  },
  { kind: 'feasibility-review', rules: 'BAK-27 a no', given: { outcome: 'not-feasible', reason: '没有原料' }, needs: ['reason'] },
  {
    kind: 'feasibility-review',
    rules: 'BAK-30 a high risk',
    given: { ...FEASIBLE, highRisk: true, trackingSheet: { risks: '三层', mitigations: '加固', ownerId: 'su', checkpoints: ['出炉'] } },
    needs: ['trackingSheet'],
  },
  {
    kind: 'offer-alternative',
    rules: 'BAK-27',
    given: { outcome: 'decline' },
    needs: ['outcome'],
    choices: { outcome: ['review-again'] },
  },
  { kind: 'chase-deposit', rules: 'BAK-31', given: { outcome: 'will-pay' }, needs: ['outcome'], choices: { outcome: ['cancel'] } },
  { kind: 'change-decision', rules: 'BAK-37', given: { decision: 'approve' }, needs: ['decision'] },
  { kind: 'change-decision', rules: 'BAK-37 a no', given: { decision: 'reject', reason: '来不及' }, needs: ['reason'] },
  { kind: 'cancellation-decision', rules: 'BAK-40', given: { decision: 'approve', cause: 'store' }, needs: ['decision'] },
  { kind: 'cancellation-decision', rules: 'BAK-40 a no', given: { decision: 'reject', reason: '已做好' }, needs: ['reason'] },
  {
    kind: 'cancellation-decision',
    rules: 'BAK-40 neither side’s cause',
    given: { decision: 'approve', cause: 'neither', reason: '台风' },
    needs: ['reason'],
  },
  {
    kind: 'cancellation-decision',
    rules: 'BAK-40 a sum that somebody decides',
    given: { decision: 'approve', refundFen: 5_000, reason: '台风' },
    needs: ['reason'],
  },
  {
    kind: 'materials-settled',
    rules: 'BAK-48',
    given: { lines: [{ item: 'cream', source: 'stock' }] },
    needs: ['lines'],
    choices: { lines: [[{ item: 'cream', source: 'purchase' }]] },
  },
  { kind: 'materials-complete', rules: 'BAK-47', given: { complete: true }, needs: ['complete'] },
  { kind: 'sign-task-sheet', rules: 'BAK-44', given: { signed: true, version: 2 }, needs: ['signed', 'version'] },
  {
    kind: 'quality-check',
    rules: 'BAK-51',
    given: { result: 'fail', notes: '裂了' },
    needs: ['result', 'notes'],
    choices: { result: ['pass', 'not-sampled'] },
  },
  { kind: 'daily-photos', rules: 'BAK-49', given: { worked: true, steps: ['baking'] }, needs: ['worked', 'steps'] },
  { kind: 'daily-photos', rules: 'BAK-49 a day without work', given: { worked: false, reason: '停电' }, needs: ['reason'] },
  { kind: 'decoration-done', rules: 'BAK-52', given: { photoId: 'p1' }, needs: ['photoId'] },
  { kind: 'packing-checklist', rules: 'BAK-69', given: { lines: ['box'], orderNumber: '20261201001' }, needs: ['lines', 'orderNumber'] },
  {
    kind: 'dispatch-check',
    rules: 'BAK-69 BAK-70 BAK-73',
    given: DISPATCH,
    needs: ['vehicle', 'route', 'vest', 'weather', 'orderNumber', 'signee'],
  },
  {
    kind: 'dispatch-check',
    rules: 'BAK-71 in severe weather',
    given: { ...DISPATCH, weather: 'severe', backupPlan: 'other-route' },
    needs: ['backupPlan'],
    choices: { backupPlan: ['earlier-departure', 'other-vehicle', 'pick-up'] },
  },
  { kind: 'hand-over', rules: 'BAK-75', given: HANDED, needs: ['signee', 'photoId', 'signatureId'] },
  {
    kind: 'hand-over',
    rules: 'BAK-69 to another',
    given: { ...HANDED, signeeIsOther: true, otherReason: '同事代收' },
    needs: ['otherReason'],
  },
  {
    kind: 'settle-balance',
    rules: 'BAK-77',
    given: { amountFen: 20_160, method: 'cash' },
    needs: ['amountFen', 'method'],
    choices: { method: ['wechat', 'alipay'] },
  },
  {
    kind: 'follow-up-visit',
    rules: 'AFT-89 AFT-90',
    given: { reached: true, method: 'telephone', satisfaction: 4 },
    needs: ['reached', 'method', 'satisfaction'],
  },
  {
    kind: 'follow-up-visit',
    rules: 'AFT-91 with a suggestion',
    given: { reached: true, method: 'telephone', satisfaction: 4, suggestion: '少糖', department: 'baker' },
    needs: ['department'],
  },
  {
    kind: 'answer-exception',
    rules: 'BAK-76',
    given: { outcome: 'partial-refund', refundFen: 1_000 },
    needs: ['outcome', 'refundFen'],
  },
  { kind: 'answer-exception', rules: 'BAK-76 a replacement', given: { outcome: 'replace', replacementAt: HOUR }, needs: ['replacementAt'] },
  {
    kind: 'contact-supplier',
    rules: 'BAK-59',
    given: { result: 'promised', supplier: 's1', promisedAt: HOUR },
    needs: ['result', 'supplier', 'promisedAt'],
  },
  {
    kind: 'escalated',
    rules: 'BAK-61',
    given: { decision: 'continue' },
    needs: ['decision'],
    choices: { decision: ['rework', 'change', 'cancel'] },
  },
  { kind: 'committee-vote', rules: 'BAK-81', given: { vote: 'release' }, needs: ['vote'], choices: { vote: ['hold', 'destroy'] } },
  {
    kind: 'repair',
    rules: 'BAK-41',
    given: { action: 'give-up', reason: '供应商已停业' },
    needs: ['action', 'reason'],
    choices: { action: ['retry', 'start-again', 'refund', 'write-off'] },
  },
];

describe.each(FORMS)('$rules the answer to $kind', ({ kind, given, needs, choices = {} }) => {
  const pointers = (answer: object): string[] => [
    ...new Set(
      answerForm(kind)
        .schema.safeParse(answer)
        .error?.issues.map(({ path }) => `/${path.join('/')}`),
    ),
  ];

  test('is taken when it is whole', () => expect(pointers(given)).toEqual([]));

  test('is read by its process without the free text', () => {
    const { choices } = splitAnswer(kind, answerForm(kind).schema.parse(given));
    expect(readChoices(kind, choices)).toEqual(choices);
  });

  test.each(needs)('is refused without %s', (field) => {
    const { [field]: _left, ...rest } = given;
    expect(pointers(rest)).toEqual([`/${field}`]);
  });

  test('takes every other choice as well', () => {
    for (const [field, others] of Object.entries(choices)) {
      for (const other of others) expect([field, other, pointers({ ...given, [field]: other })]).toEqual([field, other, []]);
    }
  });
});
