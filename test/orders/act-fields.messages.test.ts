import { readAct, type ActName } from '../../src/process/acts.messages';
import { handContact, supplierAnswer } from '../../src/purchasing/answer-readers.messages';
import { Refusal } from '../../src/base/refusals';
import { read } from '../../src/base/read';
import { byReader, expectReads, having, times, type Message, type Refused } from '../support/fields';

const AT = Date.parse('2026-12-01T02:00:00Z');
const by = { kind: 'staff', id: 'li', roles: ['store-manager'], via: 'http' };
const deputyFor = [{ id: 'bo', roles: ['baker'] }];
const line = { product: 'birthday-cake', quantity: 1, unitPriceFen: 28_800, requirements: ['none'], allergens: ['egg'] };
const facts = {
  lines: [line],
  occasion: 'birthday',
  urgency: 'normal',
  complex: false,
  deliveryAt: AT,
  method: 'courier',
  decoration: true,
  fragile: true,
  highRisk: false,
  totalFen: 28_800,
};
const preview = { by, textId: 'x', changeId: 'c', facts, previewHash: 'h', basis: 'v1', allergensAdded: ['egg'], needsFeasibility: true };
const OF_A_PREVIEW = {
  needs:
    'by changeId facts previewHash basis allergensAdded needsFeasibility ' +
    'facts/lines facts/occasion facts/urgency facts/complex facts/deliveryAt facts/method facts/decoration facts/fragile facts/highRisk facts/totalFen ' +
    'facts/lines/0/product facts/lines/0/quantity facts/lines/0/unitPriceFen facts/lines/0/requirements facts/lines/0/allergens',
  takes: {
    textId: [undefined],
    'facts/occasion': ['wedding', 'corporate', 'other'],
    'facts/urgency': ['rush'],
    'facts/method': ['pickup'],
    'facts/lines': [times(50, line)],
    'facts/lines/0/quantity': [10_000],
    'facts/lines/0/requirements': [[], times(30, 'x')],
    'facts/lines/0/allergens': [[], times(30, 'x')],
    allergensAdded: [[], times(1_500, 'x')],
    previewHash: ['h'.repeat(256)],
    basis: ['h'.repeat(256)],
  },
  refuses: {
    'facts/occasion': ['funeral'],
    'facts/urgency': ['yesterday'],
    'facts/method': ['pigeon'],
    'facts/lines': [[], times(51, line)],
    'facts/lines/0/quantity': [0, 10_001],
    'facts/lines/0/unitPriceFen': [-1],
    'facts/lines/0/requirements': [times(31, 'x')],
    'facts/lines/0/allergens': [times(31, 'x')],
    allergensAdded: [times(1_501, 'x')],
    previewHash: ['h'.repeat(257), ''],
    basis: ['h'.repeat(257), ''],
  },
};

/** What the order reads of each act, whoever sends it past the API's forms; by hand. */
const FIELDS: { readonly [N in ActName]: Message } = {
  completeTask: {
    rules: 'BAK-04',
    given: { by, textId: 'x', taskId: 't', choices: {}, deputyFor },
    needs: 'by taskId choices deputyFor/0/id deputyFor/0/roles by/kind by/via',
    takes: { deputyFor: [undefined, [], times(100, deputyFor[0])] },
    refuses: { deputyFor: [times(101, deputyFor[0])], 'by/roles': [undefined, []], 'by/id': [undefined], choices: [null, []] },
  },
  assignTask: {
    rules: 'BAK-09',
    given: { by, taskId: 't', to: 'bo', deputyFor },
    needs: 'by taskId to',
    takes: { to: [null], deputyFor: [undefined] },
  },
  requestChange: {
    rules: 'BAK-36 BAK-37',
    given: { ...preview, exceptionId: 'e' },
    ...OF_A_PREVIEW,
    takes: { ...OF_A_PREVIEW.takes, exceptionId: [undefined] },
  },
  refreshPreview: { rules: 'BAK-37', given: { ...preview, deputyFor }, ...OF_A_PREVIEW },
  decideChange: {
    rules: 'BAK-37',
    given: { by, changeId: 'c', decision: 'approve', previewHash: 'h' },
    needs: 'by changeId decision',
    takes: { decision: ['reject'], previewHash: [undefined, 'h'.repeat(256)] },
    refuses: { decision: ['wait'], previewHash: ['h'.repeat(257)] },
  },
  confirmDetails: {
    rules: 'BAK-45',
    given: { by, confirmed: true, correctionId: 'x', corrected: ['address', 'recipient'] },
    needs: 'by confirmed',
    takes: { confirmed: [false], correctionId: [undefined], corrected: [undefined, []] },
    refuses: { corrected: [['hour'], ['address', 'recipient', 'address']] },
  },
  cancel: {
    rules: 'BAK-39 BAK-40',
    given: { by, textId: 'x', cause: 'store', refundFen: 0 },
    needs: 'by cause',
    takes: { cause: ['customer', 'neither'], refundFen: [undefined, 5_000] },
    refuses: { cause: ['nobody'], refundFen: [-1] },
  },
  recordPayment: {
    rules: 'BAK-31 BAK-32',
    given: { by, paymentId: 'p', amountFen: 1, method: 'cash', receivedAt: AT },
    needs: 'by paymentId amountFen method receivedAt',
    takes: { method: ['card', 'wechat', 'alipay', 'transfer', 'other'] },
    refuses: { method: ['shells'], amountFen: [0] },
  },
  recordCost: {
    rules: 'BAK-41',
    given: { by, costId: 'k', cost: 'labour', amountFen: 1 },
    needs: 'by costId cost amountFen',
    takes: { cost: ['ingredients', 'packaging', 'delivery', 'waste'] },
    refuses: { cost: ['rent'], amountFen: [0] },
  },
  reportException: {
    rules: 'BAK-58',
    given: { by, exceptionId: 'e', type: 'other', foundAt: AT, item: 'egg', photoId: 'p' },
    needs: 'by exceptionId type foundAt',
    takes: {
      type: ['ingredient-shortage', 'process-problem', 'food-safety', 'delivery-problem', 'severe-weather', 'receipt-problem'],
      item: [undefined],
      photoId: [undefined],
    },
    refuses: { type: ['boredom'] },
  },
  chooseAlternative: {
    rules: 'BAK-60',
    given: { by: { kind: 'customer', via: 'link' }, exceptionId: 'e', option: null },
    needs: 'by exceptionId option',
    takes: { option: ['other-flavour', 'other-filling', 'other-product', 'later-date'] },
    refuses: { option: ['nothing'] },
  },
  addPhoto: {
    rules: 'BAK-50',
    given: { by, photoId: 'f', step: 'baking', takenAt: AT },
    needs: 'by photoId step takenAt',
    takes: { step: ['s'.repeat(64)] },
    refuses: { step: ['s'.repeat(65), ''] },
  },
  rate: {
    rules: 'BAK-82',
    given: { by: { kind: 'customer', via: 'link' }, score: 1 },
    needs: 'by score',
    takes: { score: [1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5] },
    refuses: { score: [0.5, 4.2, 5.5] },
  },
};
const NAMES = Object.keys(FIELDS) as ActName[];

test.each(NAMES.map((name): [string, ActName] => [FIELDS[name].rules, name]))(
  '%s the order reads %s, each of its fields, and nothing else',
  (_, name) =>
    expectReads(
      byReader((x) => readAct(name, x)),
      FIELDS[name],
    ),
);

test('BAK-04 an actor is of the staff, the customer, a supplier or the system, and came one of four ways', () => {
  const refusedIn = byReader((x) => readAct('rate', x));
  const refused = (path: string, value: unknown): string[] => refusedIn(having(FIELDS.rate.given, path, value));
  for (const kind of ['customer', 'supplier', 'system']) expect([kind, refused('by/kind', kind)]).toEqual([kind, []]);
  for (const via of ['http', 'temporal', 'link', 'timer']) expect([via, refused('by/via', via)]).toEqual([via, []]);
  expect([refused('by/kind', 'king'), refused('by/via', 'pigeon')]).toEqual([['/by/kind'], ['/by/via']]);
});

test('BAK-59 a supplier’s answer, and what the supervisor heard of one', () => {
  const reading = (reader: typeof supplierAnswer | typeof handContact): Refused =>
    byReader((x) => {
      const answer = read<unknown>(reader, x);
      if (answer instanceof Refusal) throw answer;
      return answer;
    });
  const given = { supplierId: 's', available: true, promisedAt: AT };
  const takes = { available: [false], promisedAt: [null] };
  expectReads(reading(supplierAnswer), { rules: 'BAK-59', given, needs: 'supplierId available promisedAt', takes });
  expectReads(reading(handContact), { rules: 'BAK-59', given: { ...given, by }, needs: 'supplierId available promisedAt by', takes });
});
