import { aLine, anOrder, openShop, placed, type Reply, type Shop } from '../support/http/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterEach(() => shop.db.productOffer.deleteMany());
afterAll(() => shop.close());

const headers = { 'Accept-Language': 'en' };
const sells = (product: string, onSale: boolean): Promise<Reply> =>
  shop.call('store-manager', 'PUT', `/settings/products/${product}`, { body: { product, onSale }, headers });
const take = (query = ''): Promise<Reply> =>
  shop.call('sales-consultant', 'POST', `/orders${query}`, {
    body: anOrder(shop, { lines: [aLine({ product: 'cookie-box', size: undefined }), aLine({ product: 'birthday-cake' })] }),
    headers,
  });

test('BAK-19 no new order is taken for a product that is not on sale, nor tried; one that is on sale again is taken', async () => {
  expect((await sells('birthday-cake', false)).body.title).toBe('Birthday cake · not on sale');
  for (const query of ['', '?check=1']) {
    const { status, body } = await take(query);
    expect([status, body.errors]).toMatchObject([
      400,
      [{ pointer: '/lines/1/product', code: 'not-on-sale', rule: 'BAK-19', detail: 'Is not on sale at present (BAK-19)' }],
    ]);
  }
  await sells('birthday-cake', true);
  expect((await take()).status).toBe(201);
});

test('BAK-19 a running order keeps its product, and may be changed within it', async () => {
  const number = await placed(shop);
  await shop.db.order.update({
    where: { number },
    data: { process: { update: { state: 'materials' } }, acceptedAt: new Date(shop.now()), receivedFen: 8_640, outstandingFen: 20_160 },
  });
  await sells('birthday-cake', false);
  const { status } = await shop.call('sales-consultant', 'POST', `/orders/${number}/changes?check=1`, {
    body: { patch: { lines: [aLine({ size: '10-inch', unitPriceFen: 38_800 })] }, reason: '客人改主意' },
  });
  expect(status).toBe(200);
});

test('BAK-19 every product is there, on sale until somebody says otherwise, and each store says its own', async () => {
  await shop.db.productOffer.create({ data: { storeId: 'other', product: 'birthday-cake', onSale: false } });
  const { items } = (await shop.call('baker', 'GET', '/settings/products', { headers })).body;
  expect(items.find(({ id }: { id: string }) => id === 'birthday-cake').values).toEqual({ product: 'birthday-cake', onSale: true });
  expect((await take()).status).toBe(201);
  expect((await sells('moon-rocket', false)).body.type).toBe('/problems/no-such-entry');
});
