import type { Words } from '../../platform/words/instants';

/** What the setting of the products is called. */
export const PRODUCT_SETTINGS = { products: { zh: '产品', en: 'products' } } as const satisfies Record<string, Words>;

/** What its fields are called. */
export const PRODUCT_FIELDS = {
  'products/product': { zh: '产品', en: 'product' },
  onSale: { zh: '在售', en: 'on sale' },
} as const satisfies Record<string, Words>;

/** What stands beside the name of a product. */
export const PRODUCT_STATES = { idle: { zh: '停售', en: 'not on sale' } } as const satisfies Record<string, Words>;

/** What putting a product off sale does, and what it leaves. */
export const PRODUCT_HINT: Words = {
  zh: '停售后不再接新订单；已接的订单及其调整不受影响。',
  en: 'No new order is taken for a product that is not on sale; running orders and their changes stay.',
};
