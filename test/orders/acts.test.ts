import sharp from 'sharp';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../src/base/refusals';
import { aLine, aTask, belongsTo, HOUR, openShop, placed, type Sent, type Shop, staffId } from '../support/http/shop';

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

/** Everything an act may have written on the way. */
const stored = async () => [await shop.db.text.count(), await shop.db.change.count(), await shop.db.photo.count(), shop.desk.asked.length];
const lastAsked = () => shop.desk.asked.at(-1);
const refuse = (
  act: Parameters<typeof shop.desk.answer>[0],
  code: 'not-in-this-state' | 'preview-stale' | 'change-window-closed' | 'unavailable' = 'not-in-this-state',
) => shop.desk.answer(act, () => Promise.reject(new Refusal(code, { code: 'order-ended' }, { rule: 'BAK-94' })));

async function expectRefused(send: () => Promise<{ status: number; body: any }>, pointer: string, status = 400): Promise<void> {
  const before = await stored();
  const reply = await send();
  expect([reply.status, reply.body.errors?.map((error: { pointer: string }) => error.pointer)]).toEqual([
    status,
    expect.arrayContaining([pointer]),
  ]);
  expect(await stored()).toEqual(before);
}

describe('payments', () => {
  const pay = (body: Record<string, unknown>) => shop.call('finance', 'POST', `/orders/${order}/payments`, { body });

  test('go to the order by amount and method; the reference stays in the records', async () => {
    const { status, body } = await pay({
      amountFen: 8_640,
      method: 'wechat',
      reference: '王小明 8640',
      receivedAt: '2026-11-23T10:00:00+08:00',
    });
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({ direction: 'in', amountFen: 8_640, receivedAt: '2026-11-23T02:00:00.000Z', order }),
    ]);
    const asked = lastAsked();
    expect(asked?.message).toMatchObject({
      paymentId: body.id,
      amountFen: 8_640,
      method: 'wechat',
      by: { kind: 'staff', id: 'main-finance', via: 'http' },
    });
    expect(JSON.stringify(asked)).not.toContain('王小明');
    expect(await shop.db.text.findUnique({ where: { id: asked?.message.textId } })).toMatchObject({
      processId: `order/${order}`,
      body: { reference: '王小明 8640' },
    });
  });

  test('BAK-32 over what is owed, of nothing, in the future, or by an unknown method are refused, and nothing is stored', async () => {
    await expectRefused(() => pay({ amountFen: 28_801, method: 'cash', reference: 'r' }), '/amountFen');
    await expectRefused(() => pay({ amountFen: 0, method: 'cash' }), '/amountFen');
    await expectRefused(() => pay({ amountFen: 1.5, method: 'cash' }), '/amountFen');
    await expectRefused(() => pay({ amountFen: 1, method: 'beans' }), '/method');
    await expectRefused(() => pay({ amountFen: 1, method: 'cash', receivedAt: new Date(shop.now() + 1).toISOString() }), '/receivedAt');
  });

  test('that the order refuses leave no words behind; an outage leaves them for the next try', async () => {
    refuse('recordPayment');
    const { status, body } = await pay({ amountFen: 1, method: 'cash', reference: 'r' });
    expect([status, body.type, body.rule]).toEqual([409, '/problems/not-in-this-state', 'BAK-94']);
    expect(await shop.db.text.count({ where: { processId: `order/${order}` } })).toBe(0);
    refuse('recordPayment', 'unavailable');
    expect((await pay({ amountFen: 1, method: 'cash', reference: 'r' })).status).toBe(503);
    expect(await shop.db.text.count({ where: { processId: `order/${order}` } })).toBe(1);
  });
});

describe('cancellation, exceptions, costs', () => {
  test('a cancellation carries who asks, with which roles, and for which cause; the reason stays in the records', async () => {
    const { status } = await shop.call('sales-consultant', 'POST', `/orders/${order}/cancellation`, {
      body: { cause: 'customer', reason: '顾客改变主意' },
    });
    expect(status).toBe(200);
    expect(lastAsked()).toMatchObject({
      act: 'cancel',
      order,
      message: { cause: 'customer', by: { id: 'main-sales-consultant', roles: ['sales-consultant'] } },
    });
    expect(JSON.stringify(lastAsked())).not.toContain('顾客');
  });

  test('BAK-40 the store manager’s amount goes with a cancellation; no amount is less than nothing or more than can be paid', async () => {
    const cancels = (refundFen: unknown) =>
      shop.call('store-manager', 'POST', `/orders/${order}/cancellation`, { body: { cause: 'neither', reason: '台风', refundFen } });
    expect((await cancels(5_000)).status).toBe(200);
    expect(lastAsked()).toMatchObject({ act: 'cancel', message: { cause: 'neither', refundFen: 5_000 } });
    for (const refundFen of [-1, 0.5, 2_147_483_648, '5000']) {
      const { status, body } = await cancels(refundFen);
      expect([status, body.errors[0].pointer, body.rule]).toEqual([400, '/refundFen', 'BAK-40']);
    }
  });

  test('BAK-58 BAK-76 an exception was found in the past, and a shortage names its ingredient', async () => {
    const report = (body: Record<string, unknown>) =>
      shop.call('baker', 'POST', `/orders/${order}/exceptions`, {
        body: { type: 'process-problem', foundAt: new Date(shop.now()).toISOString(), description: '烤箱坏了', ...body },
      });
    expect((await report({})).status).toBe(201);
    expect(lastAsked()).toMatchObject({ act: 'reportException', message: { type: 'process-problem', foundAt: shop.now() } });
    await expectRefused(() => report({ foundAt: new Date(shop.now() + 1).toISOString() }), '/foundAt');
    await expectRefused(() => report({ type: 'ingredient-shortage' }), '/item');
    await expectRefused(() => report({ type: 'receipt-problem' }), '/photoId'); // BAK-76
    await expectRefused(() => report({ type: 'receipt-problem', photoId: 'unknown' }), '/photoId');
    await expectRefused(() => report({ description: ' ' }), '/description');
    await expectRefused(() => report({ type: 'bad-mood' }), '/type');
  });

  test.each(['ingredients', 'labour', 'packaging', 'delivery', 'waste'])(
    'BAK-41 a cost of %s goes into the order’s ledger',
    async (cost) => {
      const { status, body } = await shop.call('production-supervisor', 'POST', `/orders/${order}/costs`, {
        body: { cost, amountFen: 5_000 },
      });
      expect([status, body.order]).toEqual([201, order]);
      expect(lastAsked()).toMatchObject({ act: 'recordCost', message: { costId: body.id, cost, amountFen: 5_000 } });
    },
  );
});

describe('photos', () => {
  const picture = (format: 'png' | 'jpeg' | 'webp') =>
    sharp({ create: { width: 40, height: 30, channels: 3, background: '#a52' } })
      .toFormat(format)
      .toBuffer();
  const upload = (bytes: Buffer | null, step: string | null = 'making', more: Partial<Sent> = {}) => {
    const form = new FormData();
    if (step !== null) form.set('step', step);
    if (bytes) form.set('photo', new Blob([new Uint8Array(bytes)]), '蛋糕.exe');
    return shop.call('baker', 'POST', `/orders/${order}/photos`, { raw: form, ...more });
  };
  const isOnDisk = (sha256: string): boolean => existsSync(join(shop.home, 'files', sha256.slice(0, 2), sha256));

  test.each(['png', 'jpeg', 'webp'] as const)(
    'a %s is kept under its hash, told to the order, and shown again to staff',
    async (format) => {
      const bytes = await picture(format);
      const { status, body } = await upload(bytes);
      expect([status, body]).toEqual([
        201,
        expect.objectContaining({
          step: 'making',
          mime: `image/${format}`,
          bytes: bytes.length,
          width: 40,
          height: 30,
          takenAt: new Date(shop.now()).toISOString(),
        }),
      ]);
      expect(lastAsked()).toMatchObject({ act: 'addPhoto', message: { photoId: body.id, step: 'making', takenAt: shop.now() } });
      expect(isOnDisk(body.sha256)).toBe(true);
      const shown = await shop.call('packer', 'GET', `/photos/${body.id}`);
      expect([shown.status, shown.headers.get('content-type'), shown.headers.get('etag')]).toEqual([
        200,
        `image/${format}`,
        `"${body.sha256}-shown"`,
      ]);
    },
  );

  test('BAK-50 what is no picture is refused, whatever it calls itself, and nothing is stored', async () => {
    await expectRefused(() => upload(Buffer.from('%PDF-1.7 not a picture')), '/photo', 415);
    await expectRefused(() => upload(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')), '/photo', 415);
    await expectRefused(async () => upload((await picture('png')).subarray(0, 60)), '/photo', 415);
    await expectRefused(() => upload(null), '/photo');
    await expectRefused(async () => upload(await picture('png'), null), '/step');
  });

  test('over 15 MB is too large, and nothing is stored', () =>
    expectRefused(() => upload(Buffer.alloc(15 * 1024 * 1024 + 1)), '/photo', 413));

  test('as JSON it is no upload', async () => {
    const { status, body } = await shop.call('baker', 'POST', `/orders/${order}/photos`, { body: { step: 'making' } });
    expect([status, body.type]).toEqual([415, '/problems/unsupported-media-type']);
  });

  test('that the order refuses is forgotten, row and bytes; bytes another photo shares stay', async () => {
    const bytes = await sharp({ create: { width: 11, height: 11, channels: 3, background: '#123' } })
      .png()
      .toBuffer();
    const kept = (await upload(bytes)).body;
    refuse('addPhoto');
    expect((await upload(bytes)).status).toBe(409);
    expect(isOnDisk(kept.sha256)).toBe(true);
    const other = await sharp({ create: { width: 12, height: 12, channels: 3, background: '#321' } })
      .png()
      .toBuffer();
    const before = await shop.db.photo.count();
    expect((await upload(other)).status).toBe(409);
    expect(await shop.db.photo.count()).toBe(before);
  });

  test('BAK-76 of a receipt goes with the report of a problem there', async () => {
    const { body } = await upload(await picture('png'), 'receipt-problem');
    const reported = await shop.call('delivery-staff', 'POST', `/orders/${order}/exceptions`, {
      body: { type: 'receipt-problem', foundAt: new Date(shop.now()).toISOString(), description: '奶油塌了', photoId: body.id },
    });
    expect(reported.status).toBe(201);
    expect(lastAsked()).toMatchObject({ act: 'reportException', message: { type: 'receipt-problem', photoId: body.id } });
  });

  test('BAK-76 that an order does not have proves no problem at its receipt', async () => {
    const { status, body } = await shop.call('delivery-staff', 'POST', `/orders/${order}/exceptions`, {
      body: { type: 'receipt-problem', foundAt: new Date(shop.now()).toISOString(), description: '奶油塌了', photoId: 'unknown' },
    });
    expect([status, body.rule]).toEqual([400, 'BAK-76']);
  });

  test('of another store does not exist', async () => {
    const { body } = await upload(await picture('png'));
    await belongsTo(shop, order, 'other');
    expect((await shop.call('baker', 'GET', `/photos/${body.id}`)).body.type).toBe('/problems/no-such-photo');
  });
});

describe('changes', () => {
  const accept = () =>
    shop.db.order.update({
      where: { number: order },
      data: {
        process: { update: { state: 'materials' } },
        acceptedAt: new Date(shop.now()),
        plannedStartAt: new Date(shop.now() + 4 * 24 * HOUR),
        receivedFen: 8_640,
        outstandingFen: 20_160,
      },
    });
  const wish = (body: Record<string, unknown>) => shop.call('sales-consultant', 'POST', `/orders/${order}/changes`, { body });
  const inTenDays = () => new Date(Math.ceil(shop.now() / HOUR) * HOUR + 10 * 24 * HOUR).toISOString();
  /** As the order's workflow records the request. */
  const pends = () =>
    shop.desk.answer(
      'requestChange',
      async (_order, _key, { changeId }) => void (await shop.db.change.update({ where: { id: changeId }, data: { state: 'pending' } })),
    );

  test('are previewed with price, allergens and moments, kept as a draft, and named to the order by hash and basis only', async () => {
    await accept();
    pends();
    const lines = [
      aLine({ product: 'birthday-cake', unitPriceFen: 38_800, size: '10-inch', allergens: ['nuts'], requirements: ['low-sugar'] }),
    ];
    const { status, body } = await wish({
      patch: {
        lines,
        deliveryAt: inTenDays(),
        delivery: { method: 'courier', address: '淮海路2号', recipient: { name: '赵', phone: '13700137000' } },
      },
      reason: '客人更多了',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'pending',
      reason: '客人更多了',
      preview: { priceDiffFen: 10_000, allergensAdded: ['nuts'], needsFeasibility: true },
    });
    expect(body.preview.movedMoments).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'delivery-promised', to: inTenDays() })]),
    );
    const asked = lastAsked();
    expect(asked?.message).toMatchObject({
      changeId: body.id,
      previewHash: body.previewHash,
      allergensAdded: ['nuts'],
      needsFeasibility: true,
      facts: { totalFen: 38_800 },
    });
    expect(JSON.stringify(asked)).not.toMatch(/淮海路|赵|13700137000|客人/);
    expect((await shop.call('store-manager', 'GET', `/orders/${order}/changes`)).body.items).toEqual([body]);
  });

  test('BAK-36 that change nothing are refused, however they are written, and open nothing', async () => {
    await accept();
    const { body: now } = await shop.call('baker', 'GET', `/orders/${order}`);
    const { occasion, urgency, deliveryAt, delivery, lines } = now;
    const turned = { recipient: { phone: '139 0013 9000', name: ' 李华' }, address: '南京西路100号', method: 'courier' };
    const reordered = [{ ...lines[0], allergens: [...lines[0].allergens].reverse() }];
    for (const patch of [{ occasion }, { urgency }, { deliveryAt }, { delivery }, { lines }, { delivery: turned }, { lines: reordered }]) {
      await expectRefused(() => wish({ patch, reason: '没有变化' }), '/patch');
    }
    await expectRefused(() => wish({ patch: { occasion, urgency, deliveryAt, delivery, lines }, reason: '没有变化' }), '/patch');
    const token = shop.link({ scope: 'customer', order });
    const byLink = await shop.call(null, 'POST', `/links/${token}/changes`, { body: { patch: { occasion }, reason: '没有变化' } });
    expect([byLink.status, byLink.body.rule, byLink.body.errors]).toEqual([
      400,
      'BAK-36',
      [{ pointer: '/patch', code: 'changes-nothing', params: {}, detail: '至少须调整一项（BAK-36）', rule: 'BAK-36' }],
    ]);
    expect((await wish({ patch: { occasion, urgency, lines: [{ ...lines[0], note: '写新年快乐' }] }, reason: '换字' })).status).toBe(201);
  });

  test('must change something, in a way the product table and the clock allow', async () => {
    await accept();
    await expectRefused(() => wish({ patch: {}, reason: 'r' }), '/patch');
    await expectRefused(() => wish({ patch: { lines: [aLine({ product: 'moon-rocket' })] }, reason: 'r' }), '/patch/lines/0/product');
    await expectRefused(() => wish({ patch: { deliveryAt: '2020-01-01T00:00:00Z' }, reason: 'r' }), '/patch/deliveryAt');
    await expectRefused(() => wish({ patch: { customer: {} }, reason: 'r' }), '/patch/customer');
    await expectRefused(() => wish({ patch: { occasion: 'other' } }), '/reason');
  });

  test('after the window are refused by the order, and neither draft nor words stay', async () => {
    await accept();
    refuse('requestChange', 'change-window-closed');
    const { status, body } = await wish({ patch: { occasion: 'other' }, reason: 'r' });
    expect([status, body.type]).toEqual([409, '/problems/change-window-closed']);
    expect(await shop.db.change.count({ where: { orderNumber: order } })).toBe(0);
    expect(await shop.db.text.count({ where: { processId: `order/${order}` } })).toBe(0);
  });

  test('are decided on the preview one saw; a stale one is replaced, and the refusal carries the fresh hash', async () => {
    await accept();
    pends();
    const later = inTenDays();
    const { body: change } = await wish({ patch: { deliveryAt: later }, reason: 'r' });
    await shop.db.order.update({ where: { number: order }, data: { costsFen: 700, process: { update: { state: 'making' } } } }); // the facts move
    refuse('decideChange', 'preview-stale');
    const decide = (previewHash: string) =>
      shop.call('store-manager', 'POST', `/orders/${order}/changes/${change.id}/decision`, {
        body: { decision: 'approve', reason: 'ok', previewHash },
      });
    const stale = await decide(change.previewHash);
    const [fresh] = (await shop.call('store-manager', 'GET', `/orders/${order}/changes`)).body.items;
    expect(fresh.previewHash).not.toBe(change.previewHash);
    expect(fresh.preview.costsFen).toBe(700);
    expect([stale.status, stale.body.type]).toEqual([409, '/problems/preview-stale']);
    expect(stale.body.detail).toContain(fresh.previewHash);
    expect(shop.desk.asked.find(({ act, message }) => act === 'refreshPreview' && message.changeId === change.id)?.message).toMatchObject({
      previewHash: fresh.previewHash,
      facts: { deliveryAt: Date.parse(later) },
      allergensAdded: [],
      needsFeasibility: true,
    });
    shop.desk.accept();
    expect((await decide(fresh.previewHash)).status).toBe(200);
    expect(lastAsked()).toMatchObject({
      act: 'decideChange',
      message: { changeId: change.id, decision: 'approve', previewHash: fresh.previewHash },
    });
  });

  test('of another order do not exist', async () => {
    const decision = { decision: 'reject', reason: 'r', previewHash: 'h' };
    expect((await shop.call('store-manager', 'POST', `/orders/${order}/changes/nonsense/decision`, { body: decision })).body.type).toBe(
      '/problems/no-such-change',
    );
  });

  test('BAK-60 a change that a shortage makes necessary says so, and only a shortage of this order counts', async () => {
    await accept();
    pends();
    const exception = (id: string, type: string) =>
      shop.db.orderException.create({
        data: { id, orderNumber: order, type, foundAt: new Date(), reportedAt: new Date(), reporter: {}, late: false, state: 'open' },
      });
    await exception(`${order}-s`, 'ingredient-shortage');
    await exception(`${order}-p`, 'process-problem');
    const swap = { lines: [aLine({ flavour: '抹茶', requirements: ['low-sugar'] })] };
    expect((await wish({ patch: swap, reason: 'r', exceptionId: `${order}-s` })).status).toBe(201);
    expect(lastAsked()?.message.exceptionId).toBe(`${order}-s`);
    await expectRefused(() => wish({ patch: swap, reason: 'r', exceptionId: `${order}-p` }), '/exceptionId');
    await expectRefused(() => wish({ patch: swap, reason: 'r', exceptionId: 'another' }), '/exceptionId', 404);
    await shop.db.orderException.update({ where: { id: `${order}-s` }, data: { state: 'closed' } });
    await expectRefused(() => wish({ patch: swap, reason: 'again', exceptionId: `${order}-s` }), '/exceptionId', 409);
  });

  test.each<[string, string, Record<string, unknown>]>([
    ['the occasion', '/patch/occasion', { occasion: 'other' }],
    ['the price', '/patch/lines/0/unitPriceFen', { lines: [aLine({ requirements: ['low-sugar'], unitPriceFen: 50_000 })] }],
    ['the size', '/patch/lines/0/size', { lines: [aLine({ requirements: ['low-sugar'], size: '10-inch' })] }],
    ['how many', '/patch/lines/0/quantity', { lines: [aLine({ requirements: ['low-sugar'], quantity: 2, unitPriceFen: 100 })] }],
    [
      'where it goes',
      '/patch/delivery',
      { delivery: { method: 'courier', address: '别处', recipient: { name: '甲', phone: '13800138000' } } },
    ],
  ])('BAK-60 a shortage is no way to change %s', async (_what, pointer, patch) => {
    await accept();
    await shop.db.orderException.create({
      data: {
        id: `${order}-s`,
        orderNumber: order,
        type: 'ingredient-shortage',
        foundAt: new Date(),
        reportedAt: new Date(),
        reporter: {},
        late: false,
        state: 'open',
      },
    });
    const before = shop.desk.asked.length;
    const { status, body } = await wish({ patch, reason: 'r', exceptionId: `${order}-s` });
    expect([status, body.rule, body.errors[0].pointer]).toEqual([400, 'BAK-60', pointer]);
    expect(shop.desk.asked).toHaveLength(before);
  });
});

describe('reading', () => {
  test('the timeline is answered oldest first, page by page, with the words people wrote', async () => {
    await shop.db.text.create({
      data: {
        id: `t-${order}`,
        processId: `order/${order}`,
        storeId: 'main',
        body: { reason: '因为' },
        createdBy: 'x',
        createdAt: new Date(),
      },
    });
    await shop.db.timelineEvent.createMany({
      data: [1, 2, 3].map((seq) => ({
        id: `order/${order}/${seq}`,
        processId: `order/${order}`,
        storeId: 'main',
        seq,
        at: new Date(shop.now() + seq),
        kind: 'task.opened',
        actor: { kind: 'staff', id: 'main-baker', via: 'http' },
        data: { kind: 'making-done' },
        textId: seq === 1 ? `t-${order}` : null,
        prevHash: '',
        hash: `h${seq}`,
      })),
    });
    const first = await shop.call('baker', 'GET', `/orders/${order}/timeline?limit=2`, { headers: { 'Accept-Language': 'en' } });
    expect(first.body.items[0]).toMatchObject({
      seq: 1,
      actor: { id: 'main-baker', name: 'Name of baker' },
      text: { reason: '因为' },
      hash: 'h1',
      summary: 'A task was opened: Finish making (Name of baker)',
    });
    const second = await shop.call('baker', 'GET', `/orders/${order}/timeline?cursor=${first.body.next}`);
    expect(second.body).toMatchObject({ items: [{ seq: 3 }], next: null });
  });

  test('lists are filtered by state, delivery, lateness and words, and each bad filter is pointed at', async () => {
    const name = `客户${order}`;
    await shop.db.order.update({
      where: { number: order },
      data: {
        process: { update: { state: 'making' } },
        deliveryAt: new Date(shop.now() - HOUR),
        customer: { name, phone: '13611112222', language: 'zh-CN' },
      },
    });
    const found = async (query: string) =>
      (await shop.call('baker', 'GET', `/orders?${query}`)).body.items.map((item: { number: string }) => item.number);
    expect(await found(`q=${encodeURIComponent(name)}`)).toEqual([order]);
    expect(await found(`q=${order}&state=making&overdue=true&kind=bakery`)).toEqual([order]);
    expect(await found(`q=${order}&overdue=false`)).toEqual([]);
    expect(await found(`q=${order}&state=packing`)).toEqual([]);
    expect(await found(`q=${order}&deliveryFrom=${encodeURIComponent(new Date(shop.now()).toISOString())}`)).toEqual([]);
    expect(await found(`q=%25`)).toEqual([]); // a percent sign is a percent sign
    for (const limit of ['201', '0', '-1', '0x10', '1e1', '5.0', '+5', ' 5', '', '٣', '007'])
      await expectRefused(() => shop.call('baker', 'GET', `/orders?limit=${encodeURIComponent(limit)}`), '/limit');
    await expectRefused(() => shop.call('baker', 'GET', '/orders?colour=red'), '/colour');
  });

  test('orders come page by page, each once, the next delivery first', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await shop.call('baker', 'GET', `/orders?limit=3${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.items.map((item: { number: string }) => item.number));
      cursor = body.next ?? '';
    } while (cursor);
    expect(seen).toHaveLength(await shop.db.order.count({ where: { storeId: 'main' } }));
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('an order shows its open tasks, its stages with names, and where Temporal shows it', async () => {
    const id = await aTask(shop, order, 'making-done', 'baker');
    await shop.db.order.update({
      where: { number: order },
      data: {
        stages: [
          { stage: 'making', assignee: 'main-baker', startedAt: shop.now(), dueAt: null, doneAt: null, breachedAt: null, applicable: true },
        ],
      },
    });
    const { body } = await shop.call('baker', 'GET', `/orders/${order}`);
    expect(body.openTasks).toEqual([expect.objectContaining({ id, title: '制作完成', form: expect.objectContaining({ type: 'object' }) })]);
    expect(body.stages[0].assignee).toEqual({ id: 'main-baker', name: 'Name of baker' });
    expect(body.workflow).toEqual({ id: `order/${order}`, url: `http://temporal.test/namespaces/default/workflows/order%2F${order}` });
  });

  test('letters say what became of them', async () => {
    await shop.db.notice.create({
      data: {
        id: `order/${order}/9`,
        processId: `order/${order}`,
        storeId: 'main',
        thread: order,
        to: 'customer',
        template: 'confirmation-letter',
        facts: {},
        urgent: false,
        createdAt: new Date(shop.now()),
        notBefore: new Date(shop.now()),
        state: 'sent',
        attempts: 1,
        sentAt: new Date(shop.now()),
        channels: ['email', 'sms'],
      },
    });
    const copy = await shop.db.notice.findFirstOrThrow({ where: { thread: order } });
    for (const [n, to] of [`role:store-manager`, `staff:${staffId('baker')}`, 'supplier:s-1', 'head:quality'].entries())
      await shop.db.notice.create({
        data: {
          ...copy,
          id: `${copy.id}-${n}`,
          seq: undefined,
          to,
          facts: {},
          orderWords: undefined,
          createdAt: new Date(shop.now() + 1 + n),
        },
      });
    const { body } = await shop.call('customer-service', 'GET', `/orders/${order}/notices`);
    const [first, ...copies] = body.items;
    expect(copies.map(({ recipient }: { recipient: string }) => recipient)).toEqual([
      '店长',
      (await shop.db.staff.findUniqueOrThrow({ where: { id: staffId('baker') } })).name,
      '供应商',
      '质量部负责人',
    ]);
    expect([first]).toEqual([
      expect.objectContaining({
        template: 'confirmation-letter',
        title: '定制订单确认函',
        recipient: '顾客',
        state: 'sent',
        attempts: 1,
        channel: 'email',
        sentAt: new Date(shop.now()).toISOString(),
      }),
    ]);
  });
});
