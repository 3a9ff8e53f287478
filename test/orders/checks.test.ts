import type { Role } from '../../src/base/roles';
import { Refusal } from '../../src/base/refusals';
import { everythingIn } from '../support/everything';
import { aLine, anOrder, aTask, HOUR, openShop, placed, staffId, type Reply, type Sent, type Shop } from '../support/http/shop';

let shop: Shop;
let order: string;
beforeAll(async () => {
  shop = await openShop();
});
beforeEach(async () => {
  shop.desk.accept();
  order = await placed(shop);
});
afterAll(() => shop.close());

const wholeHour = (days: number): string => new Date(Math.ceil(shop.now() / HOUR) * HOUR + days * 24 * HOUR).toISOString();
const headers = { 'Accept-Language': 'en' };

/** Tries a write, and sees that all that is on file and all that processes heard is as it was. */
async function tries(who: Role | null, path: string, sent: Sent): Promise<Reply> {
  for (const role of who ? [who] : []) await shop.token(role);
  const before = [await everythingIn(shop.db), shop.desk.asked.length];
  const reply = await shop.call(who, 'POST', `${path}?check=1`, { ...sent, headers: { ...headers, ...sent.headers } });
  expect([await everythingIn(shop.db), shop.desk.asked.length]).toEqual(before);
  return reply;
}
/** What a refusal says, without where and which request it was. */
const told = ({ status, body: { instance: _, requestId: __, ...problem } }: Reply): unknown => ({ status, ...problem });

/** Tries a write and then does it: both are refused alike. Answers the problem. */
async function refusedAlike(who: Role | null, path: string, sent: Sent): Promise<any> {
  const tried = await tries(who, path, sent);
  const done = await shop.call(who, 'POST', path, { ...sent, headers: { ...headers, ...sent.headers } });
  expect(told(tried)).toEqual(told(done));
  expect(tried.body.type).toMatch(/^\/problems\//);
  return tried.body;
}
/** Tries a write and then does it: both are well. Answers what the try told, and what was done. */
async function takenAlike(who: Role, path: string, body: unknown): Promise<{ tried: any; done: any }> {
  const tried = await tries(who, path, { body });
  const done = await shop.call(who, 'POST', path, { body, headers });
  expect([tried.status, done.status < 300]).toEqual([200, true]);
  return { tried: tried.body, done: done.body };
}
/** As the order itself refuses. */
const refuses = (act: Parameters<typeof shop.desk.answer>[0], refusal: Refusal): void =>
  shop.desk.answer(act, () => Promise.reject(refusal));

describe('POST /orders?check=1', () => {
  const taking = '/orders';

  test('tells lines, money and what would follow with its reasons, and takes nothing', async () => {
    const { tried, done } = await takenAlike('sales-consultant', taking, anOrder(shop));
    expect(tried).toMatchObject({ kind: 'bakery', lines: done.lines, money: done.money });
    expect(tried.money).toEqual({ totalFen: 28_800, depositFen: 8_640, receivedFen: 0, refundedFen: 0, outstandingFen: 28_800 }); // BAK-31: 30 %
    const moments = Object.fromEntries(tried.moments.map((moment: { name: string }) => [moment.name, moment]));
    expect(moments['feasibility-due']).toMatchObject({
      at: '2026-11-23T06:00:00.000Z', // BAK-27: within 4 h of intake, Monday 10:00 in the shop
      ruleId: 'BAK-27',
      because: '4 h after the review was opened Mon 2026-11-23 10:00 → Mon 2026-11-23 14:00 (BAK-27)',
      supposed: false,
    });
    expect(moments['change-window-ends']).toMatchObject({ at: '2026-11-26T02:00:00.000Z', ruleId: 'BAK-36', supposed: true }); // 72 h, were it accepted now
    expect(moments['materials-due']).toMatchObject({ at: '2026-11-23T10:00:00.000Z', ruleId: 'BAK-48', supposed: true }); // 8 h
    expect(moments['decoration-due']).toMatchObject({ at: '2026-11-30T02:00:00.000Z', ruleId: 'BAK-52', supposed: false }); // a day before
    expect(moments['delivery-promised']).toMatchObject({ at: done.deliveryAt, ruleId: 'BAK-22', supposed: false });
    expect(moments['planned-start']).toBeUndefined(); // BAK-29: the review says it
    const instants = tried.moments.map(({ at }: { at: string }) => at);
    expect(instants).toEqual([...instants].sort());
  });

  test('tells it in the caller’s language', async () => {
    const { body } = await tries('sales-consultant', taking, { body: anOrder(shop), headers: { 'Accept-Language': 'zh' } });
    expect(body.moments.map(({ because }: { because: string }) => because).join()).toContain('4小时');
  });

  test('foresees no review for a complex order, whose design comes first (BAK-25)', async () => {
    const { body } = await tries('sales-consultant', taking, { body: anOrder(shop, { complex: true }) });
    const names = body.moments.map(({ name }: { name: string }) => name);
    expect(names).not.toContain('feasibility-due');
    expect(names).toContain('change-window-ends');
  });

  test.each<[string, () => Record<string, unknown>, string]>([
    ['an unknown product', () => anOrder(shop, { lines: [aLine({ product: 'moon-rocket' })] }), '/lines/0/product'],
    ['an hour that is no whole one', () => anOrder(shop, { deliveryAt: wholeHour(8).replace(':00:00', ':30:00') }), '/deliveryAt'],
    ['an hour that is over', () => anOrder(shop, { deliveryAt: '2020-01-01T00:00:00Z' }), '/deliveryAt'],
    ['needs unsaid', () => anOrder(shop, { lines: [aLine({ requirements: [] })] }), '/lines/0/requirements'],
    ['needs unchecked', () => anOrder(shop, { needsChecked: false }), '/needsChecked'],
    ['a courier without an address', () => anOrder(shop, { delivery: { method: 'courier' } }), '/delivery/address'],
    ['a kind that is not taken', () => anOrder(shop, { kind: 'service' }), '/kind'],
    ['a field that nobody knows', () => anOrder(shop, { discount: 1 }), '/discount'],
    ['nothing', () => ({}), '/channel'],
  ])('is refused as taking it is: %s', async (_what, body, pointer) => {
    const problem = await refusedAlike('sales-consultant', taking, { body: body() });
    expect(problem.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });

  test('is refused as taking it is: no JSON, another type, too much', async () => {
    const json = { 'Content-Type': 'application/json' };
    expect((await refusedAlike('sales-consultant', taking, { raw: '{', headers: json })).type).toBe('/problems/invalid-request');
    expect((await refusedAlike('sales-consultant', taking, { raw: 'x', headers: { 'Content-Type': 'text/plain' } })).status).toBe(415);
    expect((await refusedAlike('sales-consultant', taking, { raw: `"${'x'.repeat(200_000)}"`, headers: json })).status).toBe(413);
  });
});

describe('POST /orders/{number}/changes?check=1', () => {
  const asking = (): string => `/orders/${order}/changes`;
  const wish = (patch: Record<string, unknown>): Record<string, unknown> => ({ patch, reason: '客人改主意' });
  beforeEach(() =>
    shop.db.order.update({
      where: { number: order },
      data: { process: { update: { state: 'materials' } }, acceptedAt: new Date(shop.now()), receivedFen: 8_640, outstandingFen: 20_160 },
    }),
  );

  test.each<[string, () => Record<string, unknown>]>([
    ['an hour', () => wish({ deliveryAt: wholeHour(10) })],
    ['lines', () => wish({ lines: [aLine({ size: '10-inch', unitPriceFen: 38_800, allergens: ['nuts'] })] })],
    ['an occasion', () => wish({ occasion: 'other' })],
  ])('tells the very preview that asking gives: of %s', async (_what, body) => {
    const { tried, done } = await takenAlike('sales-consultant', asking(), body());
    expect(tried).toEqual({ order, preview: done.preview, previewHash: done.previewHash });
    const [asked, question] = [shop.desk.asked.at(-1), shop.desk.tried.at(-1)];
    expect(question).toMatchObject({ act: 'requestChange', order });
    expect({ ...question?.message, changeId: '', textId: '' }).toEqual({ ...asked?.message, changeId: '', textId: '' });
  });

  test.each<[string, () => Record<string, unknown>, string | undefined]>([
    ['nothing to change', () => wish({}), '/patch'],
    ['what it is already', () => wish({ occasion: 'birthday' }), '/patch'],
    ['an unknown product', () => wish({ lines: [aLine({ product: 'moon-rocket' })] }), '/patch/lines/0/product'],
    ['an hour that is over', () => wish({ deliveryAt: '2020-01-01T00:00:00Z' }), '/patch/deliveryAt'],
    ['no reason', () => ({ patch: { occasion: 'other' } }), '/reason'],
    ['a shortage that is none', () => ({ ...wish({ occasion: 'other' }), exceptionId: 'nowhere' }), '/exceptionId'],
  ])('is refused as asking is: %s', async (_what, body, pointer) => {
    const problem = await refusedAlike('sales-consultant', asking(), { body: body() });
    expect(problem.errors[0].pointer).toBe(pointer);
  });

  test('is refused as the order refuses it, and as an order that is not there', async () => {
    refuses('requestChange', new Refusal('change-window-closed', { code: 'window-closed', params: { endedAt: 0 } }, { rule: 'BAK-36' }));
    const problem = await refusedAlike('sales-consultant', asking(), { body: wish({ occasion: 'other' }) });
    expect([problem.status, problem.rule]).toEqual([409, 'BAK-36']);
    expect((await refusedAlike('sales-consultant', '/orders/1/changes', { body: wish({ occasion: 'other' }) })).status).toBe(404);
  });
});

describe('POST /orders/{number}/cancellation?check=1', () => {
  const ending = (): string => `/orders/${order}/cancellation`;
  const why = (cause: string, more: object = {}): Record<string, unknown> => ({ cause, reason: '客人改主意', ...more });
  beforeEach(() =>
    shop.db.order.update({
      where: { number: order },
      data: { process: { update: { state: 'making' } }, receivedFen: 28_800, refundedFen: 800, costsFen: 5_000 },
    }),
  );

  test('tells what the customer would get back, line by line, by the rule of its cause', async () => {
    const { tried: ours } = await takenAlike('sales-consultant', ending(), why('store'));
    expect(ours).toMatchObject({ order, cause: 'store', refund: { refundFen: 28_000, rule: 'BAK-39' } }); // all that is held
    const { tried: theirs } = await takenAlike('sales-consultant', ending(), why('customer'));
    expect(theirs.refund).toEqual({
      refundFen: 23_000, // less what it has cost
      rule: 'BAK-40',
      lines: [
        { key: 'received', amountFen: 28_800, text: 'Received' },
        { key: 'refunded-before', amountFen: -800, text: 'Refunded before' },
        { key: 'costs-incurred', amountFen: -5_000, text: 'Costs already incurred' },
        { key: 'refund', amountFen: 23_000, text: 'Refund' },
      ],
    });
    const { body } = await tries('sales-consultant', ending(), { body: why('customer'), headers: { 'Accept-Language': 'zh' } });
    expect(body.refund.lines.at(-1).text).toBe('应退金额');
  });

  test('BAK-40 of neither’s cause it is what the manager names; who only asks needs the manager', async () => {
    const { tried } = await takenAlike('store-manager', ending(), why('neither', { refundFen: 1_000 }));
    expect(tried).toMatchObject({ refund: { refundFen: 1_000, rule: 'BAK-40' }, confirmedBy: null });
    const { tried: asked } = await takenAlike('sales-consultant', ending(), why('neither'));
    expect(asked).toMatchObject({ refund: { refundFen: 28_000, rule: 'BAK-40' }, confirmedBy: 'store-manager' });
  });

  test('is refused as cancelling is', async () => {
    const fields = async (body: unknown): Promise<string[]> =>
      (await refusedAlike('sales-consultant', ending(), { body })).errors.map((error: { pointer: string }) => error.pointer);
    expect(await fields(why('weather'))).toEqual(['/cause']);
    expect(await fields({ cause: 'store' })).toEqual(['/reason']);
    expect(await fields(why('neither', { refundFen: -1 }))).toEqual(['/refundFen']);
    refuses('cancel', new Refusal('not-in-this-state', { code: 'state-forbids', params: { state: 'closed' } }, { rule: 'BAK-39' }));
    expect(await refusedAlike('store-manager', ending(), { body: why('store') })).toMatchObject({ status: 409, rule: 'BAK-39' });
    refuses('cancel', new Refusal('unavailable', { code: 'order-away' }));
    expect((await refusedAlike('store-manager', ending(), { body: why('store') })).status).toBe(503);
  });
});

describe('POST /tasks/{id}/completion?check=1', () => {
  const answering = (id: string): string => `/tasks/${id}/completion`;
  const REVIEW = { outcome: 'feasible', plannedStartAt: '2026-11-27T08:00:00+08:00' };
  const aReview = (more: object = {}): Promise<string> => aTask(shop, order, 'feasibility-review', 'production-supervisor', { ...more });
  const review = (more: object): object => ({
    ...REVIEW,
    assignees: { materials: staffId('production-supervisor'), making: staffId('baker') },
    ...more,
  });

  test('tells that the task would take the answer, by the same question to the order, and closes nothing', async () => {
    const id = await aReview();
    const { tried } = await takenAlike('production-supervisor', answering(id), { answer: review({ reason: '需加班' }) });
    expect(tried).toEqual({ ok: true });
    const [asked, question] = [shop.desk.asked.at(-1), shop.desk.tried.at(-1)];
    expect({ ...question, message: { ...question?.message, textId: '' }, key: '' }).toEqual({
      ...asked,
      message: { ...asked?.message, textId: '' },
      key: '',
    });
    expect(JSON.stringify(question)).not.toContain('需加班');
  });

  test.each<[string, object]>([
    ['no outcome', review({ outcome: undefined })],
    ['no start', review({ plannedStartAt: undefined })],
    ['an unknown field', review({ mood: 'good' })],
    ['nobody of the store', review({ assignees: { materials: 'nobody', making: staffId('baker') } })],
  ])('is refused as answering is: %s', async (_what, answer) => {
    const { errors } = await refusedAlike('production-supervisor', answering(await aReview()), { body: { answer } });
    expect(errors[0].pointer).toMatch(/^\/answer/);
  });

  test('is refused as answering is: for somebody else, nowhere, of the wrong shape, taken back', async () => {
    const body = { answer: review({}) };
    const id = await aReview();
    expect((await refusedAlike('baker', answering(id), { body })).status).toBe(403);
    expect((await refusedAlike(null, answering(id), { body })).status).toBe(401);
    expect((await refusedAlike('baker', answering('nowhere'), { body })).status).toBe(404);
    expect((await refusedAlike('production-supervisor', answering(id), { body: [] })).status).toBe(400);
    refuses('completeTask', new Refusal('not-in-this-state', { code: 'task-withdrawn' }));
    expect((await refusedAlike('production-supervisor', answering(await aReview({ state: 'withdrawn' })), { body })).status).toBe(409);
  });

  test('is refused as answering is: by the order, with its field, and with who answered first', async () => {
    const body = { answer: review({}) };
    const why = { code: 'start-too-late' } as const;
    refuses(
      'completeTask',
      new Refusal('invalid-request', why, { rule: 'BAK-29', errors: [{ pointer: '/answer/plannedStartAt', ...why }] }),
    );
    const late = await refusedAlike('production-supervisor', answering(await aReview()), { body });
    expect([late.rule, late.errors[0].pointer, late.errors[0].code]).toEqual(['BAK-29', '/answer/plannedStartAt', 'start-too-late']);
    refuses('completeTask', new Refusal('already-answered', { code: 'answered-already' }));
    const by = { kind: 'staff', id: staffId('production-supervisor'), via: 'http' };
    const done = await aReview({ state: 'done', answers: [{ by, at: shop.now(), choices: { outcome: 'feasible' } }] });
    const second = await refusedAlike('production-supervisor', answering(done), { body });
    expect(second).toMatchObject({ type: '/problems/already-answered', answered: { by: { name: 'Name of production-supervisor' } } });
  });

  test('BAK-37 a decision on a stale preview is told the fresh one, and the stale one stays', async () => {
    await shop.db.order.update({
      where: { number: order },
      data: { process: { update: { state: 'materials' } }, acceptedAt: new Date(shop.now()) },
    });
    const { body: change } = await shop.call('sales-consultant', 'POST', `/orders/${order}/changes`, {
      body: { patch: { deliveryAt: wholeHour(10) }, reason: 'r' },
    });
    await shop.db.change.update({ where: { id: change.id }, data: { state: 'pending' } });
    await shop.db.order.update({ where: { number: order }, data: { costsFen: 700 } }); // the facts move
    const id = await aTask(shop, order, 'change-decision', 'store-manager', {
      context: { change: change.id, previewHash: change.previewHash },
    });
    refuses('completeTask', new Refusal('preview-stale', { code: 'preview-outrun' }, { rule: 'BAK-37' }));
    const body = { answer: { decision: 'approve', previewHash: change.previewHash } };
    const stale = await refusedAlike('store-manager', answering(id), { body });
    expect(stale.errors[0]).toMatchObject({ pointer: '/previewHash', code: 'preview-now' });
    expect(stale.errors[0].params.previewHash).not.toBe(change.previewHash);
  });
});

describe('a try', () => {
  const body = (): Record<string, unknown> => anOrder(shop);

  test('needs no idempotency key, looks at none, and leaves one that was sent free', async () => {
    const key = { 'Idempotency-Key': 'tried-and-done' };
    expect((await tries('sales-consultant', '/orders', { body: body(), headers: key })).status).toBe(200);
    expect((await tries('sales-consultant', '/orders', { body: body(), headers: { 'Idempotency-Key': 'not a key' } })).status).toBe(200);
    const done = await shop.call('sales-consultant', 'POST', '/orders', { body: body(), headers: key });
    expect([done.status, done.headers.get('idempotency-replayed')]).toEqual([201, null]);
    const again = await tries('sales-consultant', '/orders', { body: { ...body(), occasion: 'other' }, headers: key });
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, null]);
  });

  test('is for whoever may do it', async () => {
    expect((await refusedAlike('baker', '/orders', { body: body() })).type).toBe('/problems/not-allowed');
    expect((await refusedAlike(null, '/orders', { body: body() })).type).toBe('/problems/sign-in-required');
    const cookie = { Cookie: `sid=${await shop.token('sales-consultant')}` };
    expect((await refusedAlike(null, '/orders', { body: body(), headers: cookie })).type).toBe('/problems/csrf-required');
  });

  test.each(['/orders?check=true', '/orders?check=', '/orders?check=1&check=1', '/orders?chek=1', '/orders?check=1&more=1'])(
    'is asked for as described, or nothing is done: %s',
    async (path) => {
      const before = await shop.db.order.count();
      const { status, body: problem } = await shop.call('sales-consultant', 'POST', path, { body: body() });
      expect([status, problem.errors[0].pointer, await shop.db.order.count()]).toEqual([
        400,
        expect.stringMatching(/^\/(check|chek|more)$/),
        before,
      ]);
    },
  );

  test('of what cannot be tried is refused, and not done', async () => {
    const before = shop.desk.asked.length;
    for (const [path, sent] of [
      [`/orders/${order}/payments?check=1`, { amountFen: 100, method: 'cash' }],
      [`/orders/${order}/links?check=1`, { scope: 'customer' }],
    ] as const) {
      const { status, body: problem } = await shop.call('sales-consultant', 'POST', path, { body: sent });
      expect([status, problem.errors]).toEqual([400, [expect.objectContaining({ pointer: '/check', code: 'unknown-field' })]]);
    }
    expect(shop.desk.asked).toHaveLength(before);
  });

  test('is described where it can be made, and nowhere else', async () => {
    const { paths } = (await (await fetch(`${shop.url}/openapi.json`)).json()) as any;
    const takes = Object.entries<any>(paths).flatMap(([path, methods]) =>
      Object.values<any>(methods).some(({ parameters = [] }) => parameters.some(({ name }: { name: string }) => name === 'check'))
        ? [path]
        : [],
    );
    expect(takes.sort()).toEqual([
      '/api/v1/links/{token}/cancellation',
      '/api/v1/links/{token}/changes',
      '/api/v1/orders',
      '/api/v1/orders/{number}/cancellation',
      '/api/v1/orders/{number}/changes',
      '/api/v1/tasks/{id}/completion',
    ]);
    for (const path of takes) {
      const { content } = paths[path].post.responses['200'];
      expect(JSON.stringify(content)).toMatch(/Check"/);
    }
  });
});
