import type { Role } from '../../src/base/roles';
import { createRecorder } from '../../src/process/record/recorder';
import { HOUR, openShop, placed, staffId, type Shop } from '../support/http/shop';
import { aBatch } from '../support/records';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

/** A JSON Schema, as far as these tests look into it. */
interface Node {
  readonly title?: string;
  readonly default?: unknown;
  readonly required?: readonly string[];
  readonly properties: Readonly<Record<string, Node>>;
  readonly items: Node;
  readonly oneOf?: readonly { readonly const: string; readonly title: string }[];
  readonly allOf: readonly {
    readonly if: object;
    readonly then: { readonly required: string[]; readonly properties?: Readonly<Record<string, Node>> };
  }[];
  readonly ui?: { readonly widget: string; readonly photoStep?: string };
}
interface Act {
  readonly act: string;
  readonly title: string;
  readonly rule: string;
  readonly route: string;
  readonly check: boolean;
  readonly decidedBy: string | null;
  readonly until: string | null;
  readonly form: Node;
}

async function actsOf(role: Role, number: string, language = 'zh-CN'): Promise<Act[]> {
  const { body } = await shop.call(role, 'GET', `/orders/${number}/acts`, { headers: { 'Accept-Language': language } });
  return body.items;
}
const actOf = async (role: Role, number: string, act: string, language?: string): Promise<Act> => {
  const found = (await actsOf(role, number, language)).find((one) => one.act === act);
  if (!found) throw new Error(`${role} is not offered ${act}`);
  return found;
};

test.each([
  ['sales-consultant', ['requestChange', 'reportException', 'recordPayment', 'cancel']],
  ['store-manager', ['reportException', 'cancel']],
  ['finance', ['reportException', 'recordPayment', 'recordCost']],
  ['production-supervisor', ['reportException', 'recordCost']],
  ['baker', ['reportException']],
] as const)('BAK-04 %s is offered what they may do, and nothing else', async (role, wanted) => {
  expect((await actsOf(role, await placed(shop))).map(({ act }) => act)).toEqual(wanted);
});

test('an order that has ended takes nothing any more, and one that there is not is refused', async () => {
  const order = await placed(shop);
  await shop.db.process.update({ where: { id: `order/${order}` }, data: { state: 'cancelled' } });
  expect(await actsOf('store-manager', order)).toEqual([]);
  const { status, body } = await shop.call('store-manager', 'GET', '/orders/20990101001/acts');
  expect([status, body.type]).toEqual([404, '/problems/no-such-order']);
});

test('each says what it is called in the caller’s language, by which rule, where it is sent, whether it can be tried and who decides', async () => {
  const order = await placed(shop);
  const head = ({ form: _form, ...rest }: Act) => rest;
  expect(head(await actOf('sales-consultant', order, 'cancel'))).toEqual({
    act: 'cancel',
    title: '取消订单',
    rule: 'BAK-39',
    route: 'POST /orders/{number}/cancellation',
    check: true,
    decidedBy: 'store-manager',
    until: null,
  });
  expect(head(await actOf('store-manager', order, 'cancel', 'en'))).toMatchObject({ title: 'Cancel the order', decidedBy: null });
  expect(head(await actOf('finance', order, 'recordPayment'))).toMatchObject({ route: 'POST /orders/{number}/payments', check: false });
});

test('BAK-36 a change says until when it is taken', async () => {
  const order = await placed(shop);
  const endsAt = new Date(shop.now() + 48 * HOUR);
  await shop.db.order.update({ where: { number: order }, data: { changeWindowEndsAt: endsAt } });
  expect((await actOf('sales-consultant', order, 'requestChange')).until).toBe(endsAt.toISOString());
});

test('BAK-36 BAK-38 a change begins with the order as it is, and each part of it is for itself', async () => {
  const order = await placed(shop);
  const { body: now } = await shop.call('baker', 'GET', `/orders/${order}`);
  const { form } = await actOf('sales-consultant', order, 'requestChange');
  const { patch, reason, exceptionId } = form.properties;
  expect([form.required, reason?.title, exceptionId]).toEqual([['patch', 'reason'], '原因', undefined]); // nothing is short
  expect([patch?.title, patch?.ui?.widget, patch?.required]).toEqual(['要调整的内容', 'parts', undefined]);
  const parts = patch?.properties ?? {};
  expect(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.default]))).toEqual({
    lines: now.lines,
    occasion: now.occasion,
    urgency: now.urgency,
    deliveryAt: now.deliveryAt,
    delivery: now.delivery,
  });
  expect(parts['urgency']?.oneOf).toEqual([
    { const: 'normal', title: '普通' },
    { const: 'rush', title: '加急' },
  ]);
  expect(parts['delivery']?.allOf).toEqual([
    { if: { properties: { method: { const: 'courier' } }, required: ['method'] }, then: { required: ['address', 'recipient'] } },
  ]);
});

test('BAK-19 BAK-23 a line offers the products of its kind, with the sizes that each is made in', async () => {
  const { form } = await actOf('sales-consultant', await placed(shop), 'requestChange');
  const line = form.properties['patch']?.properties['lines']?.items;
  expect(line?.properties['product']?.oneOf).toContainEqual({ const: 'birthday-cake', title: '生日蛋糕' });
  expect(line?.properties['allergens']?.items.oneOf).toContainEqual({ const: 'nuts', title: '坚果' });
  const cake = line?.allOf.find(({ if: condition }) => JSON.stringify(condition).includes('"birthday-cake"'));
  expect(cake?.then.required).toEqual(['size', 'flavour']);
  expect(cake?.then.properties?.['size']?.oneOf?.map(({ const: id }) => id)).toEqual(['6-inch', '8-inch', '10-inch', '12-inch']);
});

const FINANCE = { kind: 'staff', id: staffId('finance'), roles: ['finance'], via: 'http' } as const;
const FOUND = { reporter: FINANCE, late: false, state: 'open', firstResponseAt: null, outcome: null, closedAt: null } as const;

test('BAK-60 a change may name a shortage of the order that is open, by its ingredient', async () => {
  const order = await placed(shop);
  const exception = (id: string, type: 'ingredient-shortage' | 'other', item: string | null) =>
    ({ id: `${order}-${id}`, type, item, ...FOUND, foundAt: shop.now(), reportedAt: shop.now() }) as const;
  await createRecorder(shop.db).record(
    aBatch(order, 1, { exceptions: [exception('short', 'ingredient-shortage', 'strawberry'), exception('other', 'other', null)] }),
  );
  const { form } = await actOf('sales-consultant', order, 'requestChange');
  expect(form.properties['exceptionId']?.oneOf).toEqual([{ const: `${order}-short`, title: '草莓' }]);
});

test('BAK-31 a payment begins with what the prepayment lacks, and after it with the balance', async () => {
  const order = await placed(shop);
  const amount = async (): Promise<unknown> => (await actOf('finance', order, 'recordPayment')).form.properties['amountFen']?.default;
  expect(await amount()).toBe(8_640); // 30 % of 288.00
  await shop.db.order.update({ where: { number: order }, data: { receivedFen: 8_640, outstandingFen: 20_160 } });
  expect(await amount()).toBe(20_160);
});

test('BAK-58 BAK-76 a problem is found now unless somebody says otherwise, names an ingredient only where one is short, and is photographed at receipt', async () => {
  const { form } = await actOf('baker', await placed(shop), 'reportException');
  expect(form.properties['foundAt']?.default).toBe(new Date(shop.now()).toISOString());
  expect(form.properties['photoId']?.ui).toEqual({ widget: 'photo', photoStep: 'receipt-problem' });
  expect(form.properties['item']?.oneOf).toContainEqual({ const: 'cream', title: '淡奶油' });
  expect(form.allOf.map(({ then }) => then.required)).toEqual([['item'], ['photoId']]);
});

test('every field of every act is worded in both languages, and the form names nothing by reference', async () => {
  const order = await placed(shop);
  for (const language of ['zh-CN', 'en']) {
    for (const role of ['sales-consultant', 'finance'] as const) {
      for (const { act, form } of await actsOf(role, order, language)) {
        const untitled = fields(form).filter(([name, { title }]) => title === undefined || (language === 'zh-CN' && title === name));
        expect([act, language, untitled.map(([name]) => name)]).toEqual([act, language, []]);
        expect(JSON.stringify(form)).not.toContain('$ref');
      }
    }
  }
});
/** Every named field of a form, however deep. */
function fields(node: Node): [string, Node][] {
  const own = Object.entries(node.properties ?? {});
  return own.flatMap(([name, child]) => [[name, child] as [string, Node], ...fields(child), ...(child.items ? fields(child.items) : [])]);
}
