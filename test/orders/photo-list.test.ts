import sharp from 'sharp';
import type { Role } from '../../src/base/roles';
import { aTask, belongsTo, openShop, placed, staffId, type Reply, type Shop } from '../support/http/shop';

const SECOND = 1_000;
let shop: Shop;
let order: string;
beforeAll(async () => {
  shop = await openShop();
});
beforeEach(async () => {
  order = await placed(shop);
});
afterAll(() => shop.close());

const list = (): Promise<Reply> => shop.call('finance', 'GET', `/orders/${order}/photos`);
/** Uploads a picture of this width, lying on its side, and answers its id. */
async function taken(who: Role, step: string, width: number): Promise<string> {
  const picture = await sharp({ create: { width, height: 10, channels: 3, background: '#a52' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const form = new FormData();
  form.set('step', step);
  form.set('photo', new Blob([new Uint8Array(picture)]), 'cake');
  const { status, body } = await shop.call(who, 'POST', `/orders/${order}/photos`, { raw: form });
  expect(status).toBe(201);
  shop.time.now += SECOND;
  return body.id as string;
}

test('BAK-50 the photos of an order are listed with what they show, by whom, when, and as large as they are shown', async () => {
  const now = shop.now();
  const draft = await taken('sales-consultant', 'design-draft', 20);
  const piping = await taken('baker', 'piping', 30);
  const { status, body } = await list();
  expect(status).toBe(200);
  expect(body.items).toEqual([
    {
      id: draft,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      step: 'design-draft',
      ruleId: 'BAK-25',
      takenAt: new Date(now).toISOString(),
      takenBy: { id: staffId('sales-consultant'), name: 'Name of sales-consultant' },
      mime: 'image/jpeg',
      bytes: expect.any(Number),
      width: 10, // the right way up
      height: 20,
      task: null,
    },
    expect.objectContaining({
      id: piping,
      step: 'piping',
      ruleId: null,
      takenAt: new Date(now + SECOND).toISOString(),
      height: 30,
      task: null,
    }),
  ]);
});

test('BAK-25 BAK-76 a photo names the latest task whose answer names it, or which asks because of it; of its own order', async () => {
  const [draft, problem, label] = [
    await taken('sales-consultant', 'design-draft', 21),
    await taken('delivery-staff', 'receipt-problem', 22),
    await taken('packer', 'fragile-label', 23),
  ];
  const answer = (choices: object): Record<string, unknown> => ({
    state: 'done',
    answers: [{ by: { kind: 'staff', id: 'x', via: 'http' }, at: 1, choices }],
  });
  await aTask(shop, order, 'confirm-design', 'sales-consultant', {
    ...answer({ outcome: 'rejected', draftPhotoId: draft }),
    openedAt: new Date(shop.now() - SECOND),
  });
  const approved = await aTask(shop, order, 'confirm-design', 'sales-consultant', answer({ outcome: 'approved', draftPhotoId: draft }));
  const asked = await aTask(shop, order, 'answer-exception', 'production-supervisor', { context: { exception: 'e', photo: problem } });
  const other = await placed(shop);
  await aTask(shop, other, 'packing-checklist', 'packer', answer({ lines: [], orderNumber: other, labelPhotoId: label }));
  const { body } = await list();
  expect(body.items.map(({ id, task }: { id: string; task: unknown }) => [id, task])).toEqual([
    [draft, { id: approved, kind: 'confirm-design' }],
    [problem, { id: asked, kind: 'answer-exception' }],
    [label, null],
  ]);
});

test('BAK-50 whoever reads the order reads its photos, and nobody of another store', async () => {
  await taken('baker', 'making', 24);
  expect((await list()).body.items).toHaveLength(1);
  await belongsTo(shop, order, 'other');
  expect((await list()).body.type).toBe('/problems/no-such-order');
});
