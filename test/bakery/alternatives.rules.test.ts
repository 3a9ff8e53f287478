import { ALTERNATIVE_IDS, swapFaults } from '../../src/bakery/alternatives.rules';

const LINE = {
  product: 'birthday-cake',
  quantity: 2,
  unitPriceFen: 28_800,
  requirements: ['low-sugar', 'nut-free'],
  allergens: ['egg'],
  size: '8-inch',
};
const ORDER = {
  lines: [LINE],
  occasion: 'birthday',
  urgency: 'normal',
  method: 'courier',
  deliveryAt: 1_000,
  totalFen: 57_600,
};
const faulty = (after: Partial<typeof ORDER>): string[] =>
  swapFaults(ORDER, { ...ORDER, ...after }).map(({ pointer, code, rule }) => `${pointer} ${code} ${rule}`);
const line = (own: Partial<typeof LINE>) => ({ lines: [{ ...LINE, ...own }] });

test('BAK-60 four ways out are offered', () => {
  expect(ALTERNATIVE_IDS).toEqual(['other-flavour', 'other-filling', 'other-product', 'later-date']);
});

test.each<[string, Partial<typeof ORDER>]>([
  ['the order as it is', {}],
  ['a later hour', { deliveryAt: 1_001 }],
  ['a lower price', { ...line({ unitPriceFen: 28_799 }), totalFen: 57_598 }],
  ['another product, in a size of its own', line({ product: 'mousse-cake', size: '6-inch' })],
  ['the same wishes in another order', line({ requirements: ['nut-free', 'low-sugar'] })],
])('BAK-60 %s is a swap', (_, after) => expect(faulty(after)).toEqual([]));

test.each<[string, Partial<typeof ORDER>, string]>([
  ['another occasion', { occasion: 'wedding' }, '/patch/occasion no-part-of-swap BAK-60'],
  ['a rush', { urgency: 'rush' }, '/patch/urgency no-part-of-swap BAK-60'],
  ['another way to get it', { method: 'pickup' }, '/patch/delivery/method no-part-of-swap BAK-60'],
  ['an earlier hour', { deliveryAt: 999 }, '/patch/deliveryAt swap-only-later BAK-60'],
  ['a line more', { lines: [LINE, LINE] }, '/patch/lines no-part-of-swap BAK-60'],
  ['a higher total', { totalFen: 57_601 }, '/patch/lines swap-costs-no-more BAK-60'],
  ['one more of it', line({ quantity: 3 }), '/patch/lines/0/quantity swap-leaves-it BAK-60'],
  ['another size of it', line({ size: '10-inch' }), '/patch/lines/0/size swap-leaves-it BAK-60'],
  ['a wish less', line({ requirements: ['low-sugar'] }), '/patch/lines/0/requirements swap-leaves-it BAK-60'],
  ['a higher price', line({ unitPriceFen: 28_801 }), '/patch/lines/0/unitPriceFen swap-costs-no-more BAK-60'],
])('BAK-60 %s is no part of a swap', (_, after, fault) => expect(faulty(after)).toEqual([fault]));
