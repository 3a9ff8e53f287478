import { Refusal } from '../../src/base/refusals';
import { aLine, anOrder, aTask, openShop, placed, staffId, type Reply, type Shop } from '../support/http/shop';

let shop: Shop;
let order: string;
beforeAll(async () => {
  shop = await openShop();
  order = await placed(shop);
});
afterAll(() => shop.close());
beforeEach(() => shop.desk.accept());

const CHINESE = /\p{Script=Han}/u;
/** Three words of Latin letters in a row are a sentence, two are a header or a format. */
const ENGLISH = /[A-Za-z’']{2,} [A-Za-z’']{2,} [A-Za-z’']{2,}/;
/** What a problem says to people. */
const saidBy = ({ body }: Reply): string[] => [
  body.title,
  body.detail,
  ...(body.errors ?? []).map((error: { detail: string }) => error.detail),
];
const inChinese = { 'Accept-Language': 'zh-CN,zh;q=0.9' };
const inEnglish = { 'Accept-Language': 'en-GB,en;q=0.8' };

/** Every way to be refused that a Chinese reader is likely to meet. */
const refused = async (headers: Record<string, string>): Promise<Reply[]> => {
  const call = (who: Parameters<Shop['call']>[0], method: string, path: string, body?: unknown): Promise<Reply> =>
    shop.call(who, method, path, { body, headers });
  const task = await aTask(shop, order, 'feasibility-review', 'production-supervisor');
  const link = `/links/${shop.link({ scope: 'customer', order })}`;
  const day = 86_400_000;
  return [
    await call('sales-consultant', 'POST', '/orders', {}),
    await call(
      'sales-consultant',
      'POST',
      '/orders',
      anOrder(shop, { lines: [aLine({ product: 'toaster', requirements: ['none', 'halal'], quantity: 0, size: '' })] }),
    ),
    await call(
      'sales-consultant',
      'POST',
      '/orders',
      anOrder(shop, { lines: [aLine({ flavour: undefined, allergens: ['air'], requirements: ['quiet'] })] }),
    ),
    await call('sales-consultant', 'POST', '/orders', { ...anOrder(shop), kind: 'catering', urgency: 7, channel: 'pigeon', more: 1 }),
    await call('sales-consultant', 'POST', '/orders', {
      ...anOrder(shop),
      deliveryAt: '2026-11-01T10:00:00Z',
      customer: { name: '', phone: '1' },
    }),
    await call('sales-consultant', 'POST', '/orders', {
      ...anOrder(shop),
      deliveryAt: 'tomorrow',
      delivery: { method: 'courier' },
      needsChecked: false,
    }),
    await call(null, 'GET', '/orders'),
    await call(null, 'GET', '/nowhere'),
    await call(null, 'DELETE', '/orders'),
    await call(null, 'POST', '/sessions', { login: 'nobody', password: 'wrong' }),
    await call('packer', 'POST', `/orders/${order}/payments`, { amountFen: 1, method: 'cash' }),
    await call('finance', 'POST', `/orders/${order}/payments`, {
      amountFen: 99_999_999,
      method: 'cash',
      receivedAt: '2030-01-01T00:00:00Z',
    }),
    await call('finance', 'POST', `/orders/${order}/payments`, { amountFen: -1.5, method: 'shells' }),
    await call('baker', 'GET', '/orders/20261123999'),
    await call('baker', 'GET', '/orders?cursor=broken.cursor'),
    await call('baker', 'GET', '/orders?limit=900'),
    await call('baker', 'GET', '/tasks/nothing'),
    await call('packer', 'POST', `/tasks/${task}/claim`, {}),
    await call('packer', 'POST', `/tasks/${task}/reassign`, { to: staffId('packer'), reason: 'x' }),
    await call('production-supervisor', 'POST', `/tasks/${task}/reassign`, { to: staffId('packer'), reason: 'x' }),
    await call('production-supervisor', 'POST', `/tasks/${task}/completion`, { answer: { outcome: 'feasible' } }),
    await call('production-supervisor', 'POST', `/tasks/${task}/completion`, {
      answer: {
        outcome: 'feasible',
        plannedStartAt: new Date(shop.now() + day).toISOString(),
        assignees: { making: 'nobody' },
        highRisk: true,
      },
    }),
    await call('sales-consultant', 'POST', `/orders/${order}/changes`, { patch: {}, reason: ' ' }),
    await call('sales-consultant', 'POST', `/orders/${order}/changes`, { patch: { urgency: 'rush' }, reason: 'x', exceptionId: 'none' }),
    await call('store-manager', 'POST', `/orders/${order}/changes/none/decision`, { decision: 'approve', reason: 'x', previewHash: 'x' }),
    await call('baker', 'POST', `/orders/${order}/exceptions`, {
      type: 'ingredient-shortage',
      foundAt: '2030-01-01T00:00:00Z',
      description: 'x',
    }),
    await call(null, 'GET', '/links/not-a-link'),
    await call(null, 'GET', `/links/${shop.link({ scope: 'customer', order }, shop.now() - 1)}`),
    await call(null, 'POST', `${link}/supplier-answer`, { available: true }),
    await call(null, 'POST', `${link}/design-approval`, { outcome: 'approved' }),
    await call(null, 'POST', `${link}/rating`, { score: 4.3 }),
    await call(null, 'POST', `${link}/details-confirmation`, { confirmed: false }),
    await shop.call('sales-consultant', 'POST', '/orders', { raw: '{"kind"', headers: { ...headers, 'Content-Type': 'application/json' } }),
    await shop.call('sales-consultant', 'POST', '/orders', { raw: 'kind', headers: { ...headers, 'Content-Type': 'text/plain' } }),
    await shop.call('sales-consultant', 'POST', '/orders', {
      body: anOrder(shop),
      headers: { ...headers, 'Idempotency-Key': 'x'.repeat(200) },
    }),
  ];
};

test('no problem that a Chinese reader meets says a sentence in English, and none that an English one meets says a word in Chinese', async () => {
  for (const reply of await refused(inChinese)) {
    expect(reply.status).toBeGreaterThanOrEqual(400);
    for (const text of saidBy(reply)) expect([text, CHINESE.test(text), ENGLISH.test(text)]).toEqual([text, true, false]);
  }
  for (const reply of await refused(inEnglish)) for (const text of saidBy(reply)) expect(text).not.toMatch(CHINESE);
});

test('every field error is data beside its words: pointer, code and params', async () => {
  const body = { amountFen: 99_999_999, method: 'cash', receivedAt: '2030-01-01T00:00:00Z' };
  const reply = await shop.call('finance', 'POST', `/orders/${order}/payments`, { body, headers: inChinese });
  expect(reply.body).toMatchObject({ title: '请求无效', fault: { code: 'fields-invalid', params: { count: 1 } }, rule: 'BAK-32' });
  const { outstandingFen } = (await shop.call('finance', 'GET', `/orders/${order}`)).body.money;
  expect(reply.body.errors).toEqual([
    {
      pointer: '/amountFen',
      code: 'over-the-balance',
      params: { outstandingFen },
      detail: `超过应付金额，尚欠 ¥${(outstandingFen / 100).toFixed(2)}（BAK-32）`,
      rule: 'BAK-32',
    },
  ]);
  const bounds = await shop.call('finance', 'POST', `/orders/${order}/payments`, { body: { amountFen: 0, method: 'shells' } });
  expect(bounds.body.errors.map(({ pointer, code, params }: any) => [pointer, code, params])).toEqual([
    ['/amountFen', 'too-small', { min: 1 }],
    ['/method', 'not-one-of', { values: ['cash', 'card', 'wechat', 'alipay', 'transfer', 'other'] }],
  ]);
});

describe('the language of an answer', () => {
  const title = async (who: Parameters<Shop['call']>[0], path: string, headers: Record<string, string> = {}): Promise<string> =>
    (await shop.call(who, 'GET', path, { headers })).body.title;

  test('is the one the request names, else the caller’s own, else Chinese', async () => {
    await shop.db.staff.update({ where: { id: staffId('packer') }, data: { language: 'en' } });
    expect(await title('packer', '/orders/20261123999')).toBe('No such order');
    expect(await title('packer', '/orders/20261123999', { 'Accept-Language': '*' })).toBe('No such order');
    expect(await title('packer', '/orders/20261123999', { 'Accept-Language': 'fr' })).toBe('No such order');
    expect(await title('packer', '/orders/20261123999', inChinese)).toBe('订单不存在');
    expect(await title('baker', '/orders/20261123999')).toBe('订单不存在');
    expect(await title('baker', '/orders/20261123999', inEnglish)).toBe('No such order');
    expect(await title(null, '/orders')).toBe('请先登录');
    expect(await title(null, '/orders', inEnglish)).toBe('Sign in first');
  });

  test('by link is the customer’s own', async () => {
    const english = await placed(shop, { customer: { name: 'Ann', phone: '+447700900123', language: 'en' } });
    const rate = async (number: string): Promise<string> =>
      (await shop.call(null, 'POST', `/links/${shop.link({ scope: 'customer', order: number })}/rating`, { body: { score: 9 } })).body
        .errors[0].detail;
    expect(await rate(english)).toBe('Must be 5 or less');
    expect(await rate(order)).toBe('不得大于 5');
  });

  test('of a repeated refusal is that of whoever asks again', async () => {
    shop.desk.answer('recordPayment', () =>
      Promise.reject(new Refusal('not-in-this-state', { code: 'state-forbids', params: { state: 'closed' } }, { rule: 'BAK-32' })),
    );
    const headers = { 'Idempotency-Key': 'asked-twice' };
    const pay = (language: Record<string, string>): Promise<Reply> =>
      shop.call('finance', 'POST', `/orders/${order}/payments`, {
        body: { amountFen: 100, method: 'cash' },
        headers: { ...headers, ...language },
      });
    const first = await pay(inChinese);
    shop.desk.accept();
    const again = await pay(inEnglish);
    expect([first.status, first.body.title, first.body.detail]).toEqual([
      409,
      '订单当前状态不允许此操作',
      '订单状态为“已完成”，不能这样做。',
    ]);
    expect([again.status, again.headers.get('idempotency-replayed'), again.body.title, again.body.detail]).toEqual([
      409,
      'true',
      'The order is not in a state that allows this',
      'The order is “closed”, which does not allow this.',
    ]);
    expect(again.body).toMatchObject({ rule: 'BAK-32', fault: { code: 'state-forbids', params: { state: 'closed' } } });
  });
});

test('BAK-37 who decides a change that is decided hears by whom, when and how', async () => {
  const answered = { by: { id: staffId('store-manager') }, at: shop.now(), choices: { decision: 'approved' } };
  shop.desk.answer('decideChange', () =>
    Promise.reject(
      new Refusal('already-answered', { code: 'change-decided', params: { decision: 'approved' } }, { rule: 'BAK-37', answered }),
    ),
  );
  const { id } = (
    await shop.call('sales-consultant', 'POST', `/orders/${order}/changes`, { body: { patch: { urgency: 'rush' }, reason: '提前' } })
  ).body;
  await shop.db.change.update({ where: { id }, data: { state: 'approved' } });
  const { status, body } = await shop.call('store-manager', 'POST', `/orders/${order}/changes/${id}/decision`, {
    body: { decision: 'reject', reason: '不', previewHash: 'x' },
  });
  expect([status, body.answered]).toEqual([
    409,
    {
      by: { id: staffId('store-manager'), name: 'Name of store-manager' },
      at: new Date(shop.now()).toISOString(),
      choices: { decision: 'approved' },
    },
  ]);
});
