import type { Bench } from '../orders/benches.rules';

/** Where a bakery works its orders, from the oven to the customer's door; which step is worked where says its row (`bench`). */
export const BENCHES = {
  making: { zh: '制作', en: 'Making' },
  decoration: { zh: '装饰', en: 'Decoration' },
  quality: { zh: '质检', en: 'Quality' },
  packing: { zh: '打包', en: 'Packing' },
  delivery: { zh: '配送', en: 'Delivery', away: true },
} as const satisfies Record<string, Bench>;

export type BenchName = keyof typeof BENCHES;
