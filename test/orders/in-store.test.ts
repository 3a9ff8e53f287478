import { belongsTo, HOUR, openShop, placed, staffId, type Shop } from '../support/http/shop';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const ids = async (path: string): Promise<string[]> =>
  (await shop.call('store-manager', 'GET', path)).body.items.map(({ id }: { id: string }) => id);
/** So many hours ago. */
const ago = (hours: number): Date => new Date(shop.now() - hours * HOUR);
const text = (id: string, order: string, body: Record<string, string>) =>
  shop.db.text.create({
    data: { id, processId: `order/${order}`, storeId: 'main', body, createdBy: staffId('sales-consultant'), createdAt: ago(1) },
  });

const change = (id: string, orderNumber: string, state: string, requestedAt: Date, textId: string | null = null) =>
  shop.db.change.create({
    data: {
      id,
      orderNumber,
      state,
      textId,
      patch: { delivery: { recipient: { name: '李华', phone: '13900139000' } } },
      facts: {},
      preview: {},
      previewHash: 'h',
      basis: '',
      requestedBy: { kind: 'staff', via: 'api', id: staffId('sales-consultant') },
      requestedAt,
    },
  });
const problem = (id: string, orderNumber: string, state: string, reportedAt: Date, textId: string | null = null) =>
  shop.db.orderException.create({
    data: {
      id,
      orderNumber,
      type: 'ingredient-shortage',
      foundAt: reportedAt,
      reportedAt,
      reporter: {},
      late: false,
      item: 'cream',
      state,
      textId,
    },
  });

test('a store’s changes: those in a state, the longest wait first, each with its order and without what it would change', async () => {
  const [one, two, theirs] = [await placed(shop), await placed(shop), await placed(shop)];
  await text('t', two, { reason: '改时间' });
  await change('young', one, 'pending', ago(1));
  await change('old', two, 'pending', ago(2), 't');
  await change('draft', one, 'draft', ago(3));
  await change('over', one, 'rejected', ago(4));
  await change('theirs', theirs, 'pending', ago(5));
  await belongsTo(shop, theirs, 'other');
  expect(await ids('/changes?state=pending')).toEqual(['old', 'young']);
  expect(await ids('/changes?state=rejected')).toEqual(['over']);
  expect(await ids(`/orders/${one}/changes?state=pending`)).toEqual(['young']);
  expect(await ids(`/orders/${one}/changes`)).toEqual(['over', 'young']);
  expect(await ids('/changes')).toEqual(['over', 'old', 'young']);
  const { body } = await shop.call('store-manager', 'GET', '/changes?state=pending&limit=1');
  const [row] = (await shop.call('store-manager', 'GET', '/orders?rows=true&sort=-takenAt')).body.items;
  expect(row.number).toBe(two);
  expect(body.items).toEqual([
    {
      id: 'old',
      order: two,
      state: 'pending',
      reason: '改时间',
      requestedAt: ago(2).toISOString(),
      requestedBy: { kind: 'staff', via: 'api', id: staffId('sales-consultant'), name: 'Name of sales-consultant' },
      decidedAt: null,
      decidedBy: null,
      decisionReason: null,
      about: row,
    },
  ]);
  const draft = await shop.call('store-manager', 'GET', '/changes?state=draft');
  expect(draft.body.errors[0].pointer).toBe('/state');
});

test('a store’s problems: those that are open, the oldest report first, each with its order', async () => {
  const [one, theirs] = [await placed(shop), await placed(shop)];
  await text('t', one, { description: '奶油不够' });
  await problem('young', one, 'open', ago(1));
  await problem('old', one, 'open', ago(2), 't');
  await problem('over', one, 'closed', ago(3));
  await problem('theirs', theirs, 'open', ago(4));
  await belongsTo(shop, theirs, 'other');
  expect(await ids('/exceptions?state=open')).toEqual(['old', 'young']);
  expect(await ids('/exceptions')).toEqual(['over', 'old', 'young']);
  const [old] = (await shop.call('store-manager', 'GET', '/exceptions?state=open')).body.items;
  const [alone] = (await shop.call('store-manager', 'GET', `/orders/${one}/exceptions?limit=200`)).body.items.slice(1);
  expect(old).toEqual({ ...alone, about: (await shop.call('store-manager', 'GET', '/orders?rows=true')).body.items[0] });
  expect([old.description, old.about.customer.phone]).toEqual(['奶油不够', '138****8000']);
  const lost = await shop.call('store-manager', 'GET', '/exceptions?state=lost');
  expect(lost.body.errors[0].pointer).toBe('/state');
});
