import type { Tongue } from '../platform/words/instants';
import { catalogueLists } from '../process/catalogue/register';
import type { Setting } from '../process/settings/setting';
import { orderKinds } from './define.order-kind';
import { productsNotOnSale } from './product.repository';
import { ProductValues } from './product.schema';
import { PRODUCT_HINT, PRODUCT_STATES } from './words/products';

const nameOf = (product: string, language: Tongue): string =>
  catalogueLists()['products']?.find(({ id }) => id === product)?.[language] ?? product;

/** BAK-19. What a store sells of what its kinds of order can make. It is asked when an order is taken: running orders, and their changes, stay as they are. */
export const PRODUCT_SETTING: Setting<'products', typeof ProductValues> = {
  name: 'products',
  summary: 'Which products are on sale (BAK-19)',
  schema: ProductValues,
  async read(db, storeId) {
    const idle = await productsNotOnSale(db, storeId);
    return orderKinds().flatMap(({ products }) =>
      Object.keys(products).map((product) => ({ id: product, values: { product, onSale: !idle.has(product) } })),
    );
  },
  title: ({ product, onSale }, language) => [nameOf(product, language), ...(onSale ? [] : [PRODUCT_STATES.idle[language]])].join(' · '),
  bind: (_services, _storeId, { language }) => ({
    product: {
      among: orderKinds().flatMap(({ products }) => Object.keys(products).map((id) => ({ const: id, title: nameOf(id, language) }))),
    },
    onSale: { hint: PRODUCT_HINT[language] },
  }),
  async put(tx, { storeId }, { product, onSale }) {
    const key = { storeId, product };
    await tx.productOffer.upsert({ where: { storeId_product: key }, create: { ...key, onSale }, update: { onSale } });
  },
  named: ['product'],
};
