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
