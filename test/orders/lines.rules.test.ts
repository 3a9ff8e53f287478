import { recipeDiffers, type OrderedLine } from '../../src/orders/lines.rules';

const cake = (own: Partial<OrderedLine> = {}): OrderedLine => ({
  product: 'birthday-cake',
  quantity: 1,
  flavour: 'strawberry',
  size: '8-inch',
  unitPriceFen: 28_800,
  requirements: ['none'],
  allergens: [],
  ...own,
});

test('BAK-23 a change of flavour or size, and only that, is a change of recipe', () => {
  expect(recipeDiffers([cake()], [cake({ flavour: 'chocolate' })])).toBe(true);
  expect(recipeDiffers([cake()], [cake({ size: '10-inch' })])).toBe(true);
  expect(recipeDiffers([cake(), cake({ product: 'cookie-box' })], [cake({ product: 'cookie-box' }), cake({ unitPriceFen: 1 })])).toBe(
    false,
  );
});
