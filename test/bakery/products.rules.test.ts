import {
  EITHER_OR,
  INGREDIENTS,
  KEPT_OUT,
  KEY_STEP_IDS,
  PRODUCT_IDS,
  PRODUCTS,
  REQUIREMENTS,
  type Product,
  type ProductRule,
} from '../../src/bakery/products.rules';

/** The shop's list of products, by hand. */
interface Listed {
  readonly flags: string;
  readonly sizes: string;
  readonly keeps: number;
  readonly steps: string;
  readonly of: string;
}
const CREAM_CAKE = 'wheat-flour egg milk butter sugar cream';
const LIST: { readonly [P in Product]: Listed } = {
  'birthday-cake': {
    flags: 'flavour size decoration fragile',
    sizes: '6-inch 8-inch 10-inch 12-inch',
    keeps: 48,
    steps: 'baking piping decoration',
    of: `${CREAM_CAKE} fresh-fruit`,
  },
  'custom-pattern-cake': {
    flags: 'flavour size decoration fragile complex',
    sizes: '6-inch 8-inch 10-inch 12-inch',
    keeps: 48,
    steps: 'baking piping decoration',
    of: `${CREAM_CAKE} fondant`,
  },
  'wedding-cake': {
    flags: 'flavour size decoration fragile high-risk complex',
    sizes: '2-tier 3-tier 5-tier',
    keeps: 48,
    steps: 'baking assembly piping decoration',
    of: `${CREAM_CAKE} fondant imported-chocolate`,
  },
  'mousse-cake': {
    flags: 'flavour size decoration fragile',
    sizes: '6-inch 8-inch 10-inch 12-inch',
    keeps: 48,
    steps: 'mixing filling decoration',
    of: 'cream milk egg sugar imported-chocolate',
  },
  'cupcake-set': {
    flags: 'flavour size decoration fragile',
    sizes: '6-piece 12-piece 24-piece',
    keeps: 48,
    steps: 'baking piping decoration',
    of: CREAM_CAKE,
  },
  'bread-gift-box': { flags: 'flavour', sizes: '', keeps: 72, steps: 'mixing baking', of: 'wheat-flour milk butter sugar yeast' },
  'cookie-box': { flags: 'flavour fragile', sizes: '', keeps: 720, steps: 'mixing baking', of: 'wheat-flour butter sugar egg nuts' },
  'mooncake-box': {
    flags: 'flavour',
    sizes: '',
    keeps: 720,
    steps: 'filling moulding baking',
    of: 'wheat-flour sugar lotus-paste salted-yolk egg',
  },
  'corporate-dessert-table': {
    flags: 'flavour size decoration fragile',
    sizes: '20-person 50-person 100-person',
    keeps: 24,
    steps: 'baking assembly decoration',
    of: `${CREAM_CAKE} fresh-fruit imported-chocolate`,
  },
};

const flagsOf = (rule: ProductRule): string =>
  [
    rule.flavourRequired && 'flavour',
    rule.sizeRequired && 'size',
    rule.decoration && 'decoration',
    rule.fragile && 'fragile',
    rule.highRisk && 'high-risk',
    rule.complex && 'complex',
  ]
    .filter(Boolean)
    .join(' ');

test('BAK-19 a custom order can hold nine products', () => expect(PRODUCT_IDS).toEqual(Object.keys(LIST)));

test.each(PRODUCT_IDS)('BAK-19 what a consultant is asked of %s, and what the workshop is told of it', (product) => {
  const rule: ProductRule = PRODUCTS[product];
  expect({
    flags: flagsOf(rule),
    sizes: rule.sizes.join(' '),
    keeps: rule.shelfLifeHours,
    steps: rule.keySteps.join(' '),
    of: rule.ingredients.join(' '),
  }).toEqual(LIST[product]);
});

test('BAK-21 BAK-60 what a customer can ask for', () => {
  expect(REQUIREMENTS.join(' ')).toBe('none gluten-free low-sugar sugar-free egg-free dairy-free nut-free vegetarian halal no-alcohol');
});

test('BAK-21 what a requirement keeps out, and which two are one thing', () => {
  expect(KEPT_OUT).toEqual({
    'gluten-free': ['gluten'],
    'egg-free': ['egg'],
    'dairy-free': ['milk'],
    'nut-free': ['nuts', 'peanut'],
    vegetarian: ['fish', 'crustacean'],
  });
  expect(EITHER_OR).toEqual([['low-sugar', 'sugar-free']]);
});

test('BAK-28 BAK-58 BAK-59 the ingredients that can be listed, run short and be asked of a supplier', () => {
  expect(Object.keys(INGREDIENTS).join(' ')).toBe(
    'wheat-flour rice-flour egg milk butter cream sugar yeast fondant imported-chocolate fresh-fruit strawberry nuts lotus-paste salted-yolk',
  );
});

test('BAK-50 the steps of making that are photographed', () => {
  expect(KEY_STEP_IDS.join(' ')).toBe('mixing baking filling assembly piping decoration moulding');
});
