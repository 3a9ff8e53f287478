import type { Words } from '../../platform/words/instants';
import { PRODUCTS } from '../products.rules';

/** BAK-23. Of `8-inch` the unit: `{n} 寸`. */
export const SIZE_UNITS: Readonly<Record<'inch' | 'tier' | 'piece' | 'person', Words>> = {
  inch: { zh: '{n} 寸', en: '{n} inches' },
  tier: { zh: '{n} 层', en: '{n} tiers' },
  piece: { zh: '{n} 只装', en: '{n} pieces' },
  person: { zh: '{n} 人份', en: 'for {n} people' },
};

/** BAK-23. Every size that a product comes in. */
export const SIZE_NAMES: Readonly<Record<string, Words>> = Object.fromEntries(
  Object.values(PRODUCTS)
    .flatMap(({ sizes }): readonly string[] => sizes)
    .map((size) => {
      const [n = '', unit = ''] = size.split('-');
      const { zh, en } = SIZE_UNITS[unit as keyof typeof SIZE_UNITS];
      return [size, { zh: zh.replace('{n}', n), en: en.replace('{n}', n) }];
    }),
);
