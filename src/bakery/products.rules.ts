/** BAK-21, BAK-60. What a customer can ask for; `none` must be said, for an empty list is refused. */
export const REQUIREMENTS = [
  'none',
  'gluten-free',
  'low-sugar',
  'sugar-free',
  'egg-free',
  'dairy-free',
  'nut-free',
  'vegetarian',
  'halal',
  'no-alcohol',
] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

/** The eight groups that GB 7718 asks to declare, and sesame. */
export const ALLERGENS = ['gluten', 'crustacean', 'fish', 'egg', 'peanut', 'soy', 'milk', 'nuts', 'sesame'] as const;
export type Allergen = (typeof ALLERGENS)[number];

/** BAK-21. What a requirement keeps out: declared together with it, one of the two is wrong, and somebody may fall ill. */
export const KEPT_OUT: Partial<Record<Requirement, readonly Allergen[]>> = {
  'gluten-free': ['gluten'],
  'egg-free': ['egg'],
  'dairy-free': ['milk'],
  'nut-free': ['nuts', 'peanut'],
  vegetarian: ['fish', 'crustacean'],
};

/** BAK-21. Requirements that say two amounts of one thing. */
export const EITHER_OR: readonly (readonly [Requirement, Requirement])[] = [['low-sugar', 'sugar-free']];

/** BAK-28, BAK-58, BAK-59. Ingredients by id: what feasibility lists, what runs short, what a supplier is asked for. */
export const INGREDIENTS = {
  'wheat-flour': { zh: '小麦粉', en: 'Wheat flour' },
  'rice-flour': { zh: '米粉', en: 'Rice flour' },
  egg: { zh: '鸡蛋', en: 'Eggs' },
  milk: { zh: '牛奶', en: 'Milk' },
  butter: { zh: '黄油', en: 'Butter' },
  cream: { zh: '淡奶油', en: 'Cream' },
  sugar: { zh: '白砂糖', en: 'Sugar' },
  yeast: { zh: '酵母', en: 'Yeast' },
  fondant: { zh: '翻糖', en: 'Fondant' },
  'imported-chocolate': { zh: '进口巧克力', en: 'Imported chocolate' },
  'fresh-fruit': { zh: '新鲜水果', en: 'Fresh fruit' },
  strawberry: { zh: '草莓', en: 'Strawberries' },
  nuts: { zh: '坚果', en: 'Nuts' },
  'lotus-paste': { zh: '莲蓉', en: 'Lotus paste' },
  'salted-yolk': { zh: '咸蛋黄', en: 'Salted egg yolk' },
} as const satisfies Record<string, { readonly zh: string; readonly en: string }>;
export type Ingredient = keyof typeof INGREDIENTS;

/** BAK-50. The steps of making that are photographed. */
export const KEY_STEPS = {
  mixing: { zh: '打发与混合', en: 'Mixing' },
  baking: { zh: '烘烤', en: 'Baking' },
  filling: { zh: '夹馅', en: 'Filling' },
  assembly: { zh: '组装', en: 'Assembly' },
  piping: { zh: '裱花', en: 'Piping' },
  decoration: { zh: '装饰', en: 'Decoration' },
  moulding: { zh: '成型压模', en: 'Moulding' },
} as const satisfies Record<string, { readonly zh: string; readonly en: string }>;
export type KeyStep = keyof typeof KEY_STEPS;
export const KEY_STEP_IDS = Object.keys(KEY_STEPS) as KeyStep[];

/** BAK-29. Minutes of one person's work at each bench. */
export interface BenchMinutes {
  readonly making: number;
  readonly decoration: number;
}

/** BAK-19. One type of product and the flags it drives. */
export interface ProductRule {
  readonly zh: string;
  readonly en: string;
  /** BAK-23. */
  readonly flavourRequired: boolean;
  readonly sizeRequired: boolean;
  /** Empty: made in one size. */
  readonly sizes: readonly string[];
  /** BAK-46: has a decoration stage. */
  readonly decoration: boolean;
  /** BAK-64. */
  readonly fragile: boolean;
  /** BAK-30: proposed here, confirmed by the supervisor. */
  readonly highRisk: boolean;
  /** BAK-25: a design draft must be confirmed. */
  readonly complex: boolean;
  /** BAK-63: printed on the quality card, counted from the end of making. */
  readonly shelfLifeHours: number;
  readonly keySteps: readonly KeyStep[];
  /** What it is usually made of; the supervisor corrects the list at feasibility. */
  readonly ingredients: readonly Ingredient[];
  /** BAK-29. What one piece takes, in each of `sizes` and in their order; made in one size, the only one. */
  readonly work: readonly BenchMinutes[];
}

const CAKE_SIZES = ['6-inch', '8-inch', '10-inch', '12-inch'] as const;
const minutes = (making: number, decoration: number): BenchMinutes => ({ making, decoration });
const CAKE_WORK = [minutes(30, 30), minutes(40, 40), minutes(50, 50), minutes(60, 75)];
const SPONGE = ['wheat-flour', 'egg', 'milk', 'butter', 'sugar', 'cream'] as const;
const CAKE = {
  flavourRequired: true,
  sizeRequired: true,
  sizes: CAKE_SIZES,
  decoration: true,
  fragile: true,
  highRisk: false,
  complex: false,
  shelfLifeHours: 48,
  keySteps: ['baking', 'piping', 'decoration'],
  ingredients: [...SPONGE, 'fresh-fruit'],
  work: CAKE_WORK,
} as const;
const BOX = {
  flavourRequired: true,
  sizeRequired: false,
  sizes: [],
  decoration: false,
  fragile: false,
  highRisk: false,
  complex: false,
} as const;

/** BAK-19. The products a custom order can hold. The large wedding cake is high-risk (BAK-30), the custom pattern complex (BAK-25). */
export const PRODUCTS = {
  'birthday-cake': { ...CAKE, zh: '生日蛋糕', en: 'Birthday cake' },
  'custom-pattern-cake': {
    ...CAKE,
    zh: '定制图案蛋糕',
    en: 'Custom-pattern cake',
    complex: true,
    ingredients: [...SPONGE, 'fondant'],
    work: [minutes(30, 60), minutes(40, 75), minutes(50, 90), minutes(60, 120)],
  },
  'wedding-cake': {
    ...CAKE,
    zh: '婚礼蛋糕',
    en: 'Wedding cake',
    sizes: ['2-tier', '3-tier', '5-tier'],
    highRisk: true,
    complex: true,
    keySteps: ['baking', 'assembly', 'piping', 'decoration'],
    ingredients: [...SPONGE, 'fondant', 'imported-chocolate'],
    work: [minutes(120, 180), minutes(180, 300), minutes(300, 480)],
  },
  'mousse-cake': {
    ...CAKE,
    zh: '慕斯蛋糕',
    en: 'Mousse cake',
    keySteps: ['mixing', 'filling', 'decoration'],
    ingredients: ['cream', 'milk', 'egg', 'sugar', 'imported-chocolate'],
  },
  'cupcake-set': {
    ...CAKE,
    zh: '纸杯蛋糕组合',
    en: 'Cupcake set',
    sizes: ['6-piece', '12-piece', '24-piece'],
    ingredients: SPONGE,
    work: [minutes(20, 15), minutes(30, 30), minutes(45, 60)],
  },
  'bread-gift-box': {
    ...BOX,
    zh: '面包礼盒',
    en: 'Bread gift box',
    shelfLifeHours: 72,
    keySteps: ['mixing', 'baking'],
    ingredients: ['wheat-flour', 'milk', 'butter', 'sugar', 'yeast'],
    work: [minutes(10, 0)],
  },
  'cookie-box': {
    ...BOX,
    zh: '曲奇礼盒',
    en: 'Cookie box',
    fragile: true,
    shelfLifeHours: 720,
    keySteps: ['mixing', 'baking'],
    ingredients: ['wheat-flour', 'butter', 'sugar', 'egg', 'nuts'],
    work: [minutes(6, 0)],
  },
  'mooncake-box': {
    ...BOX,
    zh: '月饼礼盒',
    en: 'Mooncake box',
    shelfLifeHours: 720,
    keySteps: ['filling', 'moulding', 'baking'],
    ingredients: ['wheat-flour', 'sugar', 'lotus-paste', 'salted-yolk', 'egg'],
    work: [minutes(8, 0)],
  },
  'corporate-dessert-table': {
    ...BOX,
    zh: '企业甜品台',
    en: 'Corporate dessert table',
    sizeRequired: true,
    sizes: ['20-person', '50-person', '100-person'],
    decoration: true,
    fragile: true,
    shelfLifeHours: 24,
    keySteps: ['baking', 'assembly', 'decoration'],
    ingredients: [...SPONGE, 'fresh-fruit', 'imported-chocolate'],
    work: [minutes(120, 60), minutes(240, 120), minutes(420, 210)],
  },
} as const satisfies Record<string, ProductRule>;

export type Product = keyof typeof PRODUCTS;
export const PRODUCT_IDS = Object.keys(PRODUCTS) as Product[];
export const isProduct = (x: unknown): x is Product => typeof x === 'string' && Object.hasOwn(PRODUCTS, x);

/** A product's rule, or undefined for a product that is not in the list. */
export const productOf = (id: string): ProductRule | undefined => (isProduct(id) ? PRODUCTS[id] : undefined);

const union = <T>(lists: readonly (readonly T[])[]): T[] => [...new Set(lists.flat())];
const rulesOf = (lines: readonly { readonly product: string }[]): ProductRule[] => lines.flatMap(({ product }) => productOf(product) ?? []);

/** BAK-50. The key steps of an order's products, each once, in the order in which they are first worked. */
export const productKeySteps = (lines: readonly { readonly product: string }[]): KeyStep[] =>
  union(rulesOf(lines).map(({ keySteps }) => keySteps));

/** BAK-28. What an order's products are usually made of, each once. */
export const productIngredients = (lines: readonly { readonly product: string }[]): Ingredient[] =>
  union(rulesOf(lines).map(({ ingredients }) => ingredients));

/** BAK-63. How long an order keeps, in hours from the end of making: as long as its shortest-lived product; null without a known product. */
export const shelfLifeHours = (lines: readonly { readonly product: string }[]): number | null => {
  const hours = rulesOf(lines).map((rule) => rule.shelfLifeHours);
  return hours.length > 0 ? Math.min(...hours) : null;
};

/**
 * BAK-29. What the pieces of an order take at each bench, in minutes of one person's work. A size is typed in words (BAK-23): one that no row
 * has counts as the largest, so that the bench is never promised twice.
 */
export const benchMinutes = (
  lines: readonly { readonly product: string; readonly size?: string | undefined; readonly quantity: number }[],
): BenchMinutes =>
  lines.reduce<BenchMinutes>(
    (sum, { product, size = '', quantity }) => {
      const rule = productOf(product);
      const each = rule?.work[rule.sizes.indexOf(size)] ?? rule?.work.at(-1) ?? minutes(0, 0);
      return minutes(sum.making + quantity * each.making, sum.decoration + quantity * each.decoration);
    },
    minutes(0, 0),
  );
