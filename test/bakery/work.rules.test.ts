import { benchMinutes, PRODUCT_IDS, PRODUCTS, type ProductRule } from '../../src/bakery/products.rules';

const line = (product: string, size: string | undefined, quantity = 1) => ({ product, size, quantity });

describe('BAK-29 what an order takes at each bench', () => {
  test('is said of every size of every product, and more of a larger one', () => {
    for (const id of PRODUCT_IDS) {
      const { work, sizes, decoration }: ProductRule = PRODUCTS[id];
      expect([id, work.length]).toEqual([id, Math.max(1, sizes.length)]);
      work.forEach((each, n) => {
        expect([id, each.making > 0, each.decoration > 0]).toEqual([id, true, decoration]);
        const smaller = work[n - 1];
        if (smaller) expect([id, each.making + each.decoration > smaller.making + smaller.decoration]).toEqual([id, true]);
      });
    }
  });

  test.each<[product: string, of: readonly (readonly [size: string | undefined, making: number, decoration: number])[]]>([
    [
      'birthday-cake',
      [
        ['6-inch', 30, 30],
        ['8-inch', 40, 40],
        ['10-inch', 50, 50],
        ['12-inch', 60, 75],
      ],
    ],
    [
      'custom-pattern-cake',
      [
        ['6-inch', 30, 60],
        ['8-inch', 40, 75],
        ['10-inch', 50, 90],
        ['12-inch', 60, 120],
      ],
    ],
    [
      'wedding-cake',
      [
        ['2-tier', 120, 180],
        ['3-tier', 180, 300],
        ['5-tier', 300, 480],
      ],
    ],
    [
      'mousse-cake',
      [
        ['6-inch', 30, 30],
        ['8-inch', 40, 40],
        ['10-inch', 50, 50],
        ['12-inch', 60, 75],
      ],
    ],
    ['bread-gift-box', [[undefined, 10, 0]]],
    ['cookie-box', [[undefined, 6, 0]]],
    ['mooncake-box', [[undefined, 8, 0]]],
  ])('BAK-19 BAK-29 is for one %s as many minutes as its size says', (product, of) => {
    for (const [size, making, decoration] of of)
      expect([size, benchMinutes([line(product, size)])]).toEqual([size, { making, decoration }]);
  });

  test('BAK-19 BAK-29 is for cupcakes and a dessert table as many minutes as their sizes say, smallest first', () => {
    const each = (product: 'cupcake-set' | 'corporate-dessert-table') =>
      PRODUCTS[product].sizes.map((size) => {
        const { making, decoration } = benchMinutes([line(product, size)]);
        return [making, decoration];
      });
    expect([each('cupcake-set'), each('corporate-dessert-table')]).toEqual([
      [
        [20, 15],
        [30, 30],
        [45, 60],
      ],
      [
        [120, 60],
        [240, 120],
        [420, 210],
      ],
    ]);
  });

  test('is more for a three-tier cake than for a box of cookies, and as often as there are pieces', () => {
    const tiers = benchMinutes([line('wedding-cake', '3-tier')]);
    expect(tiers.making).toBeGreaterThan(benchMinutes([line('cookie-box', undefined)]).making * 10);
    expect(tiers.decoration).toBeGreaterThan(tiers.making);
    expect(benchMinutes([line('cookie-box', undefined, 20), line('birthday-cake', '8-inch', 2)])).toEqual({ making: 200, decoration: 80 });
  });

  test('counts a size in somebody’s own words as the largest, and what is no product as nothing', () => {
    expect(benchMinutes([line('birthday-cake', '特大')])).toEqual(benchMinutes([line('birthday-cake', '12-inch')]));
    expect(benchMinutes([line('moon-rocket', '8-inch')])).toEqual({ making: 0, decoration: 0 });
  });
});
