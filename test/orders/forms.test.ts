import { DecidedRefund } from '../../src/base/common.schema';
import { MailAddress, SmsPhone } from '../../src/base/contact.schema';
import { AlternativeChoice, DesignApproval, DetailsConfirmation, LinkChange, Rating } from '../../src/orders/links/links.schema';
import { SupplierReply } from '../../src/purchasing/question.schema';
import { Cancellation, NewException, PhotoForm } from '../../src/orders/order-acts.schema';
import { NewOrder } from '../../src/orders/order.schema';
import { SupplierServiceAnswer } from '../../src/purchasing/supplier.schema';
import { byForm, expectReads, having, times, type Message } from '../support/fields';

const HOUR = '2026-12-08T15:00:00+08:00';
const LINE = { product: 'birthday-cake', quantity: 1, unitPriceFen: 1, requirements: ['none'], allergens: ['egg'] };
const RECIPIENT = { name: '林芳', phone: '13800138000' };
const ORDER = {
  kind: 'bakery',
  channel: 'counter',
  customer: { name: '林晓雨', phone: '13800138000', email: 'lin@example.com', language: 'zh-CN' },
  lines: [LINE],
  occasion: 'birthday',
  urgency: 'normal',
  complex: false,
  deliveryAt: HOUR,
  delivery: { method: 'courier', address: '安福路 12 号', recipient: RECIPIENT },
  needsChecked: true,
};
const someTags = (n: number): string[] => times(n, '').map((_, nth) => `tag-${nth}`);
const CORRECTION = { confirmed: false, phoneLastFour: '8000', correction: { recipient: RECIPIENT, address: '安福路 14 号' } };

/** What the API's forms take and refuse of each field; by hand from the regulation and the outside contract. */
const FORMS: readonly (Message & { readonly form: string; readonly by: Parameters<typeof byForm>[0] })[] = [
  {
    form: 'an order',
    by: NewOrder,
    rules: 'BAK-15 BAK-17 BAK-19 BAK-20 BAK-21 BAK-23 BAK-24',
    given: ORDER,
    needs:
      'customer/name customer/phone lines lines/0/product lines/0/quantity lines/0/unitPriceFen lines/0/requirements lines/0/allergens ' +
      'occasion urgency complex deliveryAt delivery delivery/address delivery/recipient needsChecked',
    takes: {
      occasion: ['wedding', 'corporate', 'other'],
      urgency: ['rush'],
      'lines/0/quantity': [10_000],
      'lines/0/requirements': [someTags(20)],
      'lines/0/allergens': [[], someTags(30)],
      delivery: [{ method: 'pickup' }],
    },
    refuses: {
      occasion: ['funeral'],
      urgency: ['yesterday'],
      'lines/0/quantity': [0, 10_001],
      'lines/0/requirements': [[], someTags(21), ['none', 'halal']],
      'lines/0/allergens': [someTags(31), ['egg', 'egg']],
      needsChecked: [false],
    },
  },
  {
    form: 'the approval of a design',
    by: DesignApproval,
    rules: 'BAK-25',
    given: { outcome: 'rejected', comments: '再大一点' },
    needs: 'outcome comments',
    takes: { outcome: ['approved'] },
    refuses: { outcome: ['perhaps'] },
  },
  {
    form: 'a change by link',
    by: LinkChange,
    rules: 'BAK-36',
    given: { patch: { lines: [LINE] }, reason: '换口味' },
    needs: 'patch reason patch/lines/0/product',
    takes: { 'patch/lines': [times(50, LINE)], 'patch/lines/0/unitPriceFen': [undefined] },
    refuses: { 'patch/lines': [[], times(51, LINE)], patch: [{}] },
  },
  {
    form: 'corrected details',
    by: DetailsConfirmation,
    rules: 'BAK-45',
    given: CORRECTION,
    needs: 'confirmed correction phoneLastFour correction/recipient/name correction/recipient/phone',
    takes: { 'correction/recipient': [undefined], 'correction/address': [undefined] },
    refuses: { confirmed: [true], correction: [{}], phoneLastFour: ['800', '80000'] },
  },
  {
    form: 'a choice among alternatives',
    by: AlternativeChoice,
    rules: 'BAK-60',
    given: { exceptionId: 'e', option: null },
    needs: 'exceptionId option',
    takes: { option: ['other-flavour', 'other-filling', 'other-product', 'later-date'], exceptionId: ['e'.repeat(128)] },
    refuses: { option: ['nothing'], exceptionId: ['', 'e'.repeat(129)] },
  },
  {
    form: 'a rating',
    by: Rating,
    rules: 'BAK-82',
    given: { score: 1 },
    needs: 'score',
    takes: { score: [1.5, 4.5, 5] },
    refuses: { score: [0.5, 5.5, 4.2] },
  },
  {
    form: 'a supplier’s answer',
    by: SupplierReply,
    rules: 'BAK-59',
    given: { available: true, promisedAt: HOUR },
    needs: 'available promisedAt',
    takes: { available: [false] },
  },
  {
    form: 'the answer of a supplier’s own service',
    by: SupplierServiceAnswer,
    rules: 'BAK-59',
    given: { available: false, ours: 'whatever' },
    needs: 'available',
    takes: { promisedAt: [null, HOUR] },
  },
  {
    form: 'a shortage',
    by: NewException,
    rules: 'BAK-58',
    given: { type: 'ingredient-shortage', foundAt: HOUR, description: '断货', item: 'egg' },
    needs: 'type foundAt description item',
  },
  {
    form: 'a problem at receipt',
    by: NewException,
    rules: 'BAK-76',
    given: { type: 'receipt-problem', foundAt: HOUR, description: '破损', photoId: 'p' },
    needs: 'type foundAt description photoId',
  },
  { form: 'a photo', by: PhotoForm, rules: 'BAK-50', given: { step: 'baking' }, needs: 'step', refuses: { step: ['Baking', ''] } },
  {
    form: 'a cancellation',
    by: Cancellation,
    rules: 'BAK-39 BAK-40',
    given: { cause: 'neither', reason: '台风', refundFen: 0 },
    needs: 'cause reason',
    takes: { cause: ['store', 'customer'], refundFen: [undefined] },
    refuses: { cause: ['nobody'], refundFen: [-1] },
  },
];

test.each(FORMS)('$rules the form of $form takes each of its fields, and refuses what is none', ({ by, ...message }) =>
  expectReads(byForm(by), message),
);

test('BAK-18 a telephone of 60 characters and an address of 254 are the longest', () => {
  const digits = `${' '.repeat(49)}13800138000`;
  expect([digits, ` ${digits}`].map((phone) => SmsPhone.safeParse(phone).success)).toEqual([true, false]);
  const address = (last: number): string => `${'l'.repeat(64)}@${[63, 63, last].map((n) => 'd'.repeat(n)).join('.')}`;
  expect(address(61)).toHaveLength(254);
  expect([61, 62].map((last) => MailAddress.safeParse(address(last)).success)).toEqual([true, false]);
});

test('BAK-40 what is given back is nothing or more', () => {
  expect([-1, 0, 1].map((fen) => DecidedRefund.safeParse(fen).success)).toEqual([false, true, true]);
});

test('BAK-45 details are confirmed or corrected, not both and not neither', () => {
  const refused = byForm(DetailsConfirmation);
  expect([refused({ confirmed: true }), refused({ confirmed: false })]).toEqual([[], ['/correction']]);
  expect(refused(having(CORRECTION, 'confirmed', true))).toEqual(['/correction']);
});
