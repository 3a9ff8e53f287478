import fc from 'fast-check';
import { factsFromLines, lineFaults } from '../../src/bakery/order-lines.rules';
import {
  ALLERGENS,
  INGREDIENTS,
  isProduct,
  KEY_STEPS,
  productIngredients,
  productKeySteps,
  productOf,
  PRODUCT_IDS,
  PRODUCTS,
  REQUIREMENTS,
  shelfLifeHours,
  type ProductRule,
} from '../../src/bakery/products.rules';
import type { OrderedLine } from '../../src/orders/lines.rules';
import type { OrderFacts } from '../../src/orders/order.messages';

const cake = (own: Partial<OrderedLine> = {}): OrderedLine => ({
  product: 'birthday-cake',
  quantity: 1,
  flavour: 'strawberry',
  size: '8-inch',
  unitPriceFen: 28_800,
  requirements: ['none'],
  allergens: ['egg', 'milk', 'gluten'],
  ...own,
});
const pointers = (...lines: OrderedLine[]): string[] => lineFaults(lines).map(({ pointer }) => pointer);
const facts = (...products: string[]): OrderFacts =>
  factsFromLines({
    lines: products.map((product) => cake({ product })),
    occasion: 'other',
    urgency: 'normal',
    complex: false,
    deliveryAt: 0,
    method: 'pickup',
  });

test('a line with everything said is free of faults', () => expect(lineFaults([cake()])).toEqual([]));

describe('BAK-19 the product comes from the list and drives the flags', () => {
  test('an unknown one is refused by name of the field', () => {
    expect(lineFaults([cake(), cake({ product: 'toaster' })])).toEqual([
      { pointer: '/lines/1/product', code: 'unknown-product', rule: 'BAK-19' },
    ]);
    expect(isProduct('toString')).toBe(false);
  });

  test('decorated, fragile, high-risk and complex are orders that hold such a product', () => {
    expect(facts('birthday-cake')).toMatchObject({ decoration: true, fragile: true, highRisk: false, complex: false });
    expect(facts('bread-gift-box')).toMatchObject({ decoration: false, fragile: false, highRisk: false, complex: false });
    expect(facts('custom-pattern-cake').complex).toBe(true);
    expect(facts('bread-gift-box', 'wedding-cake')).toMatchObject({ decoration: true, fragile: true, highRisk: true, complex: true });
  });

  test('the total is the sum of the lines, and words stay out of the facts', () => {
    const made = facts('birthday-cake', 'cookie-box');
    expect(made.totalFen).toBe(57_600);
    expect(JSON.stringify(made)).not.toMatch(/strawberry|8-inch/);
  });

  test('complex may be asked for without such a product', () => {
    const order = { lines: [cake()], occasion: 'other', urgency: 'normal', complex: true, deliveryAt: 0, method: 'pickup' } as const;
    expect(factsFromLines(order).complex).toBe(true);
  });
});

test('BAK-20 the quantity is a whole number, 1 or more', () => {
  for (const quantity of [0, -1, 1.5, Number.NaN, Infinity]) expect(pointers(cake({ quantity }))).toEqual(['/lines/0/quantity']);
  for (const quantity of [1, 2, 500]) expect(pointers(cake({ quantity }))).toEqual([]);
});

test('BAK-21 a requirement must be chosen, and "none" stands alone', () => {
  expect(pointers(cake({ requirements: [] }))).toEqual(['/lines/0/requirements']);
  expect(pointers(cake({ requirements: ['none', 'low-sugar'] }))).toEqual(['/lines/0/requirements']);
  expect(pointers(cake({ requirements: ['low-sugar', 'invisible'] }))).toEqual(['/lines/0/requirements/1']);
  expect(pointers(cake({ requirements: ['gluten-free', 'low-sugar'], allergens: ['egg', 'milk'] }))).toEqual([]);
});

test('an allergen that is not in the list is refused: a misspelt one would warn nobody', () => {
  expect(pointers(cake({ allergens: ['egg', 'penuts'] }))).toEqual(['/lines/0/allergens/1']);
});

describe('BAK-23 flavour and size', () => {
  test('are required of cakes', () => {
    for (const product of PRODUCT_IDS.filter((id) => id.includes('cake') && id !== 'mooncake-box')) {
      expect(pointers(cake({ product, flavour: undefined, size: ' ' }))).toEqual(['/lines/0/flavour', '/lines/0/size']);
    }
  });

  test('are asked only of products that have them', () => {
    expect(pointers(cake({ product: 'bread-gift-box', size: undefined }))).toEqual([]);
  });
});

test.each(['toString', '__proto__', 'constructor'])('BAK-21 a requirement called %s is unknown, and nothing worse', (name) => {
  expect(pointers(cake({ requirements: [name] }))).toEqual(['/lines/0/requirements/0']);
});

test('whatever lines arrive, each fault points at a field of a line that is there', () => {
  const line: fc.Arbitrary<OrderedLine> = fc.record({
    product: fc.oneof(fc.constantFrom(...PRODUCT_IDS), fc.string()),
    quantity: fc.double(),
    unitPriceFen: fc.nat(),
    requirements: fc.array(fc.oneof(fc.constantFrom(...REQUIREMENTS), fc.string()), { maxLength: 3 }),
    allergens: fc.array(fc.oneof(fc.constantFrom(...ALLERGENS), fc.string()), { maxLength: 3 }),
    flavour: fc.option(fc.string(), { nil: undefined }),
    size: fc.option(fc.string(), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
      for (const { pointer } of lineFaults(lines)) {
        const [, index] =
          /^\/lines\/(\d+)\/(?:product|quantity|flavour|size|requirements(?:\/\d+)?|allergens(?:\/\d+)?)$/.exec(pointer) ?? [];
        expect(lines[Number(index)]).toBeDefined();
      }
    }),
  );
});

describe('the product list', () => {
  test.each(Object.entries<ProductRule>(PRODUCTS))('%s is complete and refers only to what exists', (_, product) => {
    expect(product.zh).toMatch(/\p{Script=Han}/u);
    expect(product.shelfLifeHours).toBeGreaterThan(0);
    expect(product.keySteps.length).toBeGreaterThan(0);
    expect(product.keySteps.every((step) => step in KEY_STEPS)).toBe(true);
    expect(product.ingredients.every((ingredient) => ingredient in INGREDIENTS)).toBe(true);
    expect(product.sizeRequired).toBe(product.sizes.length > 0);
    expect(product.keySteps.includes('decoration')).toBe(product.decoration);
  });

  test('the key steps of an order are those of its products, each once', () => {
    expect(productKeySteps([cake(), cake({ product: 'cookie-box' }), cake({ product: 'unknown' })])).toEqual([
      'baking',
      'piping',
      'decoration',
      'mixing',
    ]);
  });

  test('an order is usually made of what its products are made of, each once', () => {
    const made = productIngredients([cake(), cake({ product: 'cookie-box' })]);
    expect(made).toEqual(expect.arrayContaining(['fresh-fruit', 'nuts', 'egg']));
    expect(new Set(made).size).toBe(made.length);
  });

  test('an order keeps as long as its shortest-lived product', () => {
    expect(shelfLifeHours([cake(), cake({ product: 'cookie-box' })])).toBe(productOf('birthday-cake')?.shelfLifeHours);
    expect(shelfLifeHours([cake({ product: 'unknown' })])).toBeNull();
  });
});
