import { REFUSALS } from '../../../src/base/refusals';
import { openShop, type Shop } from '../../support/http/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

interface Entry {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly [more: string]: unknown;
}
const lists = async (): Promise<Record<string, Entry[]>> => (await shop.call('baker', 'GET', '/catalogue')).body.lists;

/** What a console has to name, by hand from the outside contract and the regulation. */
const NAMED: Readonly<Record<string, string>> = {
  roles:
    'sales-consultant production-supervisor baker qc-inspector packer delivery-staff customer-service store-manager finance ' +
    'food-safety-committee ingredient-custodian management operator',
  states:
    'draft awaiting-design feasibility-review awaiting-deposit materials making decoration final-check packing ready out-for-delivery ' +
    'delivered closed declined cancelled',
  stages: 'materials making quality-check decoration',
  overlays: 'change-pending exception-open escalated breached overdue workflow-lost record-refused',
  exceptionTypes: 'ingredient-shortage process-problem food-safety delivery-problem severe-weather receipt-problem other',
  cancellationCauses: 'store customer neither',
  paymentMethods: 'cash card wechat alipay transfer other',
  channels: 'counter phone wechat web email letter',
  occasions: 'birthday wedding corporate other',
  urgencies: 'normal rush',
  deliveryMethods: 'pickup courier',
  products:
    'birthday-cake custom-pattern-cake wedding-cake mousse-cake cupcake-set bread-gift-box cookie-box mooncake-box corporate-dessert-table',
  sizes: '6-inch 8-inch 10-inch 12-inch 2-tier 3-tier 5-tier 6-piece 12-piece 24-piece 20-person 50-person 100-person',
  requirements: 'none gluten-free low-sugar sugar-free egg-free dairy-free nut-free vegetarian halal no-alcohol',
  allergens: 'gluten crustacean fish egg peanut soy milk nuts sesame',
  keySteps: 'mixing baking filling assembly piping decoration moulding',
};

describe('GET /catalogue', () => {
  test.each(Object.entries(NAMED))('names %s', async (list, ids) => {
    expect((await lists())[list]?.map(({ id }) => id)).toEqual(ids.split(' '));
  });

  test('says everything in Chinese and in English', async () => {
    for (const [list, entries] of Object.entries(await lists())) {
      for (const { id, zh, en } of entries) {
        expect([list, id, zh]).toEqual([list, id, expect.stringMatching(/[\u4e00-\u9fff]/)]);
        expect([list, id, en]).toEqual([list, id, expect.stringMatching(/[A-Za-z]/)]);
      }
    }
  });

  test('names every kind of step that an inbox can hold, and every moment and stage that an order can show', async () => {
    const { schemas } = ((await (await fetch(`${shop.url}/openapi.json`)).json()) as any).components;
    const named = await lists();
    const ids = (list: string): string[] => (named[list] ?? []).map(({ id }) => id).sort();
    expect(ids('taskKinds')).toEqual([...schemas.Task.properties.kind.enum].sort());
    expect(ids('states')).toEqual([...schemas.Order.properties.state.enum].sort());
    expect(ids('overlays')).toEqual([...schemas.Order.properties.overlays.items.enum].sort());
  });

  test('BAK-19 BAK-21 BAK-23 tells a form what a product asks for, and which requirements and allergens exclude each other', async () => {
    const { products, requirements } = await lists();
    const of = (entries: Entry[] | undefined, id: string): Entry | undefined => entries?.find((entry) => entry.id === id);
    expect(of(products, 'wedding-cake')).toMatchObject({
      kind: 'bakery',
      zh: '婚礼蛋糕',
      flavourRequired: true,
      sizeRequired: true,
      sizes: ['2-tier', '3-tier', '5-tier'],
      complex: true,
      highRisk: true,
    });
    expect(of(products, 'cookie-box')).toMatchObject({
      flavourRequired: true,
      sizeRequired: false,
      sizes: [],
      fragile: true,
      complex: false,
    });
    expect(of(requirements, 'nut-free')).toMatchObject({ keepsOut: ['nuts', 'peanut'], excludes: [] });
    expect(of(requirements, 'low-sugar')).toMatchObject({ keepsOut: [], excludes: ['sugar-free'] });
  });

  test('says of every refusal what a person does about it: a sentence in each language, without a word of the API', async () => {
    const { problems = [] } = await lists();
    expect(problems.map(({ id }) => id)).toEqual(Object.keys(REFUSALS));
    for (const { id, status, remedy } of problems) {
      const { zh, en } = remedy as { zh: string; en: string };
      expect([id, zh]).toEqual([id, expect.stringMatching(/^[\u4e00-\u9fff].*。$/)]);
      expect([id, en]).toEqual([id, expect.stringMatching(/^[A-Z].*\.$/)]);
      expect([id, `${zh} ${en}`]).toEqual([id, expect.not.stringMatching(/`|\/api|GET|POST|Idempotency|Retry-After|cursor|previewHash/)]);
      expect(status).toBeGreaterThanOrEqual(400);
    }
    expect(problems.find(({ id }) => id === 'preview-stale')).toMatchObject({
      status: 409,
      remedy: { zh: '请核对新的预览，再作一次决定。' },
    });
  });

  test('names every letter, and for whom it was made; a name has no value of one order in it', async () => {
    const { letters = [] } = await lists();
    expect(letters).toContainEqual({ id: 'confirmation-letter', zh: '定制订单确认函', en: 'order confirmation', recipient: 'customer' });
    expect(letters).toContainEqual({ id: 'task-late', zh: '任务逾期上报', en: 'task late', recipient: 'staff' });
    expect(letters.map(({ zh, en }) => `${zh} ${en}`).join()).not.toMatch(/[{}|｜]/);
    expect(new Set(letters.map(({ zh }) => zh)).size).toBe(letters.length);
  });

  test('BAK-04 says whose each step is', async () => {
    const { taskKinds } = await lists();
    expect(taskKinds).toContainEqual(
      expect.objectContaining({
        id: 'feasibility-review',
        role: 'production-supervisor',
        ruleIds: ['BAK-27', 'BAK-28', 'BAK-29', 'BAK-30'],
      }),
    );
  });

  test('is not sent again while it is the same', async () => {
    const { headers } = await shop.call('packer', 'GET', '/catalogue');
    const again = await shop.call('baker', 'GET', '/catalogue', { headers: { 'if-none-match': headers.get('etag')! } });
    expect(again.status).toBe(304);
  });
});
