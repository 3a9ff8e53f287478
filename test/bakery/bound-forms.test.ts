import '../../src/main/chapters-http';
import { formOf } from '../../src/process/tasks/forms';
import { taskKinds } from '../../src/process/tasks/tasks.rules';
import type { Role } from '../../src/base/roles';
import { aTask, HOUR, openShop, placed, staffId, type Shop } from '../support/http/shop';
import { awayFrom, BACK } from '../support/absence';

let shop: Shop;
let order: string;
beforeAll(async () => {
  shop = await openShop();
  const supplier = { id: 'sugar-art', storeId: 'main', name: '糖艺', channel: 'email', email: 'sugar@example.com', items: ['fondant'] };
  await shop.db.supplier.create({ data: { ...supplier, rank: 1, limitMinutes: 240 } });
});
beforeEach(async () => {
  order = await placed(shop);
});
afterAll(() => shop.close());

type Node = Readonly<Record<string, any>>;
const formFor = async (kind: string, context: object = {}, role: Role = 'baker', language = 'zh-CN'): Promise<Node> => {
  const id = await aTask(shop, order, kind, role, { context });
  return (await shop.call('store-manager', 'GET', `/tasks/${id}`, { headers: { 'accept-language': language } })).body.form;
};
/** Every field below a form with its path. */
const fieldsOf = (node: Node, path = ''): [string, Node][] => [
  ...Object.entries<Node>(node['properties'] ?? {}).flatMap(([name, child]) => [
    [`${path}/${name}`, child] as [string, Node],
    ...fieldsOf(child, `${path}/${name}`),
  ]),
  ...(node['items'] ? fieldsOf(node['items'], path) : []),
];
const optionsOf = (node: Node): Node[] => node['oneOf'] ?? node['items']?.['oneOf'] ?? [];
const ids = (node: Node | undefined): string[] => optionsOf(node ?? {}).map((option) => option['const']);

/** What tasks of these kinds know of their order. */
const CONTEXTS: Readonly<Record<string, object>> = {
  repair: { what: 'workflow-lost', actions: ['start-again'] },
  'packing-checklist': {
    version: 1,
    lines: [{ id: 'custom-box', ruleId: 'BAK-62', zh: '产品装入定制包装盒', en: 'In the custom packaging box' }],
  },
  'contact-supplier': { exception: 'e', item: 'fondant' },
  'cancellation-decision': { cause: 'store', receivedFen: 0, refundedFen: 0, costsFen: 0 },
};

/** How somebody chooses among what their order or their shop has: a schema alone cannot say what. */
const CHOSEN_FROM = ['list', 'person', 'ingredient', 'supplier'];

describe.each(taskKinds())('the form of %s', (kind) => {
  test('has something to choose wherever something is to be chosen', async () => {
    const form = await formFor(kind, CONTEXTS[kind]);
    const without = fieldsOf(form).filter(([, node]) => CHOSEN_FROM.includes(node['ui'].widget) && ids(node).length === 0);
    expect(without.map(([path]) => path)).toEqual([]);
  });

  test('says each field and each choice in Chinese and in English, and how each is filled in', async () => {
    for (const [language, words] of [
      ['zh-CN', /[\u4e00-\u9fff]/],
      ['en', /^[^\u4e00-\u9fff]*[a-z][^\u4e00-\u9fff]*$/i],
    ] as const) {
      const form = await formFor(kind, CONTEXTS[kind], 'baker', language);
      for (const [path, node] of fieldsOf(form)) {
        expect([path, node['title']]).toEqual([path, expect.stringMatching(words)]);
        expect([path, node['ui']?.widget]).toEqual([path, expect.any(String)]);
        expect([path, node['description'], node['enum']]).toEqual([path, undefined, undefined]);
        for (const { const: value, title } of optionsOf(node)) {
          if (node['ui'].widget !== 'supplier' && !path.startsWith('/assignees') && path !== '/trackingSheet/ownerId')
            expect([path, value, title]).toEqual([path, value, expect.stringMatching(words)]);
        }
      }
    }
  });

  test('asks for what its parser asks for, and for nothing else', async () => {
    const bare = (node: any): any => {
      if (Array.isArray(node)) return node.map(bare);
      if (typeof node !== 'object' || node === null) return node;
      const { title: _t, ui: _u, oneOf: _o, default: _d, description: _e, enum: _n, const: _c, ...rest } = node;
      return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, bare(value)]));
    };
    expect(bare(await formFor(kind, CONTEXTS[kind]))).toEqual(bare(formOf(kind)));
  });
});

describe('what the order already says stands in the form', () => {
  const at = (form: Node, path: string): Node | undefined => new Map(fieldsOf(form)).get(path);

  test('BAK-44 BAK-37 the version that is signed and the preview that is decided are never typed', async () => {
    expect(at(await formFor('sign-task-sheet', { version: 3, planVersion: 1 }), '/version')).toMatchObject({
      const: 3,
      ui: { widget: 'shown' },
    });
    const decided = at(await formFor('change-decision', { change: 'c', previewHash: 'abc' }), '/previewHash');
    expect(decided).toMatchObject({ const: 'abc', ui: { widget: 'shown' } });
  });

  test('BAK-62 the packing list is this order’s, line by line in the reader’s language', async () => {
    const lines = [
      { id: 'custom-box', ruleId: 'BAK-62', zh: '产品装入定制包装盒', en: 'In the custom packaging box' },
      { id: 'order-number', ruleId: 'BAK-69', zh: '核对订单号', en: 'Order number checked' },
    ];
    const form = await formFor('packing-checklist', { version: 1, lines }, 'packer', 'en');
    expect(at(form, '/lines')).toMatchObject({
      ui: { widget: 'checklist' },
      items: {
        oneOf: [
          { const: 'custom-box', title: 'In the custom packaging box' },
          { const: 'order-number', title: 'Order number checked' },
        ],
      },
    });
    expect(at(form, '/orderNumber')).toMatchObject({ ui: { widget: 'order-number' } });
    expect(at(form, '/productionDate')).not.toHaveProperty('default');
    await shop.db.order.update({ where: { number: order }, data: { makingDoneAt: new Date('2026-11-27T17:00:00Z') } });
    expect(at(await formFor('packing-checklist', { version: 1, lines }), '/productionDate')).toMatchObject({ default: '2026-11-28' });
  });

  test('BAK-04 BAK-09 for a step those are named who hold its role, and who stands in for one who is away', async () => {
    await shop.db.staff.update({
      where: { login: 'qc-inspector' },
      data: { deputyId: staffId('packer'), absences: awayFrom(new Date(shop.now() - HOUR)) },
    });
    const form = await formFor('feasibility-review', { highRisk: true }, 'production-supervisor');
    await shop.db.staff.update({ where: { login: 'qc-inspector' }, data: { deputyId: null, absences: BACK } });
    expect(ids(at(form, '/assignees/making')).sort()).toEqual([staffId('baker')]);
    expect(ids(at(form, '/assignees/quality-check')).sort()).toEqual([staffId('packer'), staffId('qc-inspector')].sort());
    expect(at(form, '/assignees/making')).toMatchObject({ ui: { widget: 'person' } });
    expect(optionsOf(at(form, '/assignees/delivery')!)).toEqual([{ const: staffId('delivery-staff'), title: 'Name of delivery-staff' }]);
    expect(ids(at(form, '/trackingSheet/ownerId'))).toContain(staffId('finance'));
  });

  test('BAK-28 BAK-30 the review begins with what the products are usually made of, and with their risk', async () => {
    const form = await formFor('feasibility-review', { highRisk: true }, 'production-supervisor');
    expect(at(form, '/highRisk')).toMatchObject({ default: true, ui: { widget: 'yes-no' } });
    expect(at(form, '/ingredients')?.['default']).toContainEqual({ item: 'wheat-flour' });
    expect(at(form, '/ingredients')?.['default']).not.toContainEqual(expect.objectContaining({ status: expect.anything() }));
    expect(optionsOf(at(form, '/ingredients/item')!)).toContainEqual({ const: 'strawberry', title: '草莓' });
  });

  test('BAK-49 a day’s steps are those of the products ordered', async () => {
    const form = await formFor('daily-photos', { day: '2026-11-24', photographed: [], missing: [] });
    expect([ids(at(form, '/steps')), at(form, '/steps')?.['ui'].widget]).toEqual([['baking', 'piping', 'decoration'], 'checklist']);
  });

  test('BAK-40 BAK-77 amounts and causes begin with what is known', async () => {
    expect(at(await formFor('refund', { refundFen: 8_640, why: 'cancelled' }), '/amountFen')).toMatchObject({
      default: 8_640,
      ui: { widget: 'money' },
    });
    expect(at(await formFor('settle-balance', { outstandingFen: 20_160 }), '/amountFen')).toMatchObject({ default: 20_160 });
    const cancelled = await formFor('cancellation-decision', { cause: 'customer', receivedFen: 1, refundedFen: 0, costsFen: 0 });
    expect([at(cancelled, '/cause')?.['default'], ids(at(cancelled, '/cause'))]).toEqual(['customer', ['store', 'customer', 'neither']]);
  });

  test('BAK-41 BAK-59 a repair offers what its case allows, a call the suppliers of the ingredient, the first choice first', async () => {
    const repair = await formFor('repair', { what: 'call-off-purchase' }, 'store-manager');
    expect(ids(at(repair, '/action'))).toEqual(['retry', 'done-outside', 'give-up']);
    const supplier = (id: string, rank: number, items: string[]) =>
      shop.db.supplier.create({
        data: {
          id,
          storeId: 'main',
          name: `${id} 商行`,
          email: `${id}@example.com`,
          items,
          rank,
          channel: 'email',
          limitMinutes: 60,
          active: true,
        },
      });
    await supplier('late', 2, ['cream']);
    await supplier('first', 1, ['cream', 'egg']);
    await supplier('other', 1, ['egg']);
    const call = await formFor('contact-supplier', { exception: 'e', item: 'cream' });
    expect(optionsOf(at(call, '/supplier')!)).toEqual([
      { const: 'first', title: 'first 商行' },
      { const: 'late', title: 'late 商行' },
    ]);
  });

  test('BAK-75 a photo says which step it proves, and a signature is drawn', async () => {
    const form = await formFor('hand-over', { version: 1, balanceFen: 0 }, 'delivery-staff');
    expect([at(form, '/photoId')?.['ui'], at(form, '/signatureId')?.['ui']]).toEqual([
      { widget: 'photo', photoStep: 'hand-over' },
      { widget: 'signature', photoStep: 'signature' },
    ]);
  });

  test('BAK-04 whoever may hand a task on sees to whom', async () => {
    const id = await aTask(shop, order, 'making-done', 'baker');
    const candidates = async (who: Role) => (await shop.call(who, 'GET', `/tasks/${id}`)).body.candidates;
    expect(await candidates('baker')).toBeUndefined();
    expect((await candidates('production-supervisor')).map(({ id: one }: { id: string }) => one).sort()).toEqual(
      [staffId('baker'), staffId('production-supervisor'), staffId('store-manager')].sort(),
    );
  });
});

test('BAK-48 the settling of materials begins with what the cake is usually made of, and any other ingredient can be chosen', async () => {
  const form = await formFor('materials-settled');
  const lines = form['properties']['lines'] as Node;
  expect(lines['default']).toEqual(['wheat-flour', 'egg', 'milk', 'butter', 'sugar', 'cream', 'fresh-fruit'].map((item) => ({ item })));
  expect(optionsOf(lines['items']['properties']['item'])).toContainEqual({ const: 'nuts', title: '坚果' });
});
