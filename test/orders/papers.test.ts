import sharp from 'sharp';
import { readPdf } from '../support/pdf';
import { aLine, anOrder, belongsTo, HOUR, openShop, placed, staffId, type Reply, type Shop } from '../support/http/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const PROMISED = '2026-12-05T15:00:00+08:00';

/** An order that is accepted, its making planned. */
async function accepted(change: Record<string, unknown> = {}, data: object = {}): Promise<string> {
  const number = await placed(shop, { deliveryAt: PROMISED, ...change });
  await shop.db.order.update({
    where: { number },
    data: {
      acceptedAt: new Date(shop.now()),
      changeWindowEndsAt: new Date(shop.now() + 72 * HOUR),
      plannedStartAt: new Date('2026-12-03T09:00:00+08:00'),
      process: { update: { state: 'materials', rulesVersion: 'bakery-1' } },
      ...data,
    },
  });
  return number;
}

/** The letter that confirms it to its customer, as its workflow queues it. */
const confirmed = async (number: string, own: object = {}): Promise<void> => {
  await shop.db.notice.create({
    data: {
      id: `order/${number}/letter-${Math.random()}`,
      processId: `order/${number}`,
      storeId: 'main',
      thread: number,
      to: 'customer',
      template: 'confirmation-letter',
      facts: { version: 1 },
      urgent: true,
      createdAt: new Date(shop.now()),
      notBefore: new Date(shop.now()),
      channels: [],
      ...own,
    },
  });
};

const print = (number: string, paper: string, query = ''): Promise<Reply> =>
  shop.call('baker', 'GET', `/orders/${number}/papers/${paper}${query}`);
const read = async (number: string, paper: string, query = '') => {
  const { status, headers, body } = await print(number, paper, query);
  expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf']);
  return readPdf(body as Buffer);
};
const lacksOf = ({ body }: Reply): unknown[] => body.errors.map(({ pointer, code, rule }: any) => [pointer, code, rule]);
const offered = async (number: string): Promise<Record<string, string[]>> =>
  Object.fromEntries(
    (await shop.call('packer', 'GET', `/orders/${number}/papers`)).body.items.map(({ paper, missing }: any) => [
      paper,
      missing.map(({ code }: any) => code),
    ]),
  );

describe('the confirmation letter on paper', () => {
  test('BAK-34 it has the production cycle, the delivery method and the emergency contact, and number, specification, amounts, the end of the changes and the refund rules', async () => {
    const number = await accepted();
    await confirmed(number);
    const { text, pages } = await read(number, 'letter');
    expect(pages).toBe(1);
    for (const words of [
      '定制订单确认函',
      `订单号 ${number}`,
      '12月3日周四 09:00 开始制作，12月5日周六 15:00 交付（约 2 天）',
      '送货上门',
      '南京西路100号',
      '13900139000', // the shop's emergency contact
      '生日蛋糕',
      '规格：8 寸',
      '¥288.00',
      '¥86.40', // 30 % of it
      '2026年11月26日周四 10:00', // 72 hours after acceptance
      '因您的原因取消，退款为已付款项扣除已实际产生的成本。',
      '退款在确认后 3 日内支付。',
    ])
      expect(text).toContain(words);
  });

  test.each([
    ['the production cycle', { plannedStartAt: null }, ['/order/plannedStartAt', 'lacks-planned-start', 'BAK-34']],
    ['the delivery method', { delivery: { method: 'courier' } }, ['/order/delivery', 'lacks-delivery-method', 'BAK-34']],
  ])('BAK-34 it is refused without %s, which the refusal names', async (_what, data, lack) => {
    const number = await accepted({}, data);
    await confirmed(number);
    const reply = await print(number, 'letter');
    expect([reply.status, reply.body.type, reply.body.rule, lacksOf(reply)]).toEqual([409, '/problems/paper-incomplete', 'BAK-34', [lack]]);
    expect((await offered(number))['letter']).toEqual([lack[1]]);
  });

  test('BAK-34 it is refused without the emergency contact of the shop', async () => {
    const number = await accepted();
    await confirmed(number);
    await shop.db.store.update({ where: { id: 'main' }, data: { emergencyContact: ' ' } });
    expect(lacksOf(await print(number, 'letter'))).toEqual([['/shop/emergencyContact', 'lacks-emergency-contact', 'BAK-34']]);
    await shop.db.store.update({ where: { id: 'main' }, data: { emergencyContact: '13900139000' } });
    expect((await print(number, 'letter')).status).toBe(200);
  });

  test('BAK-33 it says what the last letter that holds was written from, and there is none before one is written', async () => {
    const number = await accepted();
    expect(lacksOf(await print(number, 'letter'))).toEqual([['/order/letters', 'lacks-letter', 'BAK-33']]);
    await confirmed(number, { facts: { version: 2 } });
    expect((await read(number, 'letter')).text).toContain('第 2 版');
    await confirmed(number, { facts: { version: 3 }, state: 'withdrawn' });
    expect((await read(number, 'letter')).text).toContain('第 2 版');
  });

  test('it is in the language of its customer, unless another is asked for', async () => {
    const number = await accepted({ customer: { ...(anOrder(shop)['customer'] as object), language: 'en' } });
    await confirmed(number);
    expect((await read(number, 'letter')).text).toContain('Order confirmation');
    expect((await read(number, 'letter', '?language=zh')).text).toContain('定制订单确认函');
    expect((await print(number, 'letter', '?language=fr')).status).toBe(400);
  });
});

const paid = (number: string, id: string, amountFen: number, own: object = {}) =>
  shop.db.payment.create({
    data: {
      id: `${number}-${id}`,
      orderNumber: number,
      direction: 'in',
      amountFen,
      method: 'wechat',
      receivedAt: new Date('2026-11-23T11:30:00+08:00'),
      by: { kind: 'staff', via: 'api', id: staffId('finance') },
      ...own,
    },
  });

describe('the receipt', () => {
  test('BAK-32 it says what came in and went back, and what is still owed', async () => {
    const number = await accepted({}, { receivedFen: 10_000, refundedFen: 1_360, outstandingFen: 20_160 });
    expect(lacksOf(await print(number, 'receipt'))).toEqual([['/order/payments', 'lacks-payment', 'BAK-31']]);
    await paid(number, 'first', 10_000);
    await paid(number, 'back', 1_360, { direction: 'out', method: 'cash', receivedAt: new Date('2026-11-24T09:05:00+08:00') });
    const { texts } = await read(number, 'receipt');
    expect(texts).toEqual(
      expect.arrayContaining([
        '收据',
        `订单号 ${number}`,
        '王小明',
        '2026年11月23日周一 11:30',
        '收款 · 微信',
        '¥100.00',
        '2026年11月24日周二 09:05',
        '退款 · 现金',
        '− ¥13.60',
        '¥288.00',
        '¥201.60',
        '本收据不作为发票。',
      ]),
    );
  });
});

describe('the packing label', () => {
  test('BAK-65 it has the mark of what breaks easily, and of nothing else', async () => {
    const cake = await accepted();
    const { text } = await read(cake, 'label');
    for (const words of [cake, '李华', '12月5日周六 15:00 · 送货上门', '生日蛋糕 8 寸 × 1', '过敏原：蛋、奶、麸质', '易碎'])
      expect(text).toContain(words);
    const bread = await accepted({ lines: [aLine({ product: 'bread-gift-box', size: undefined })] });
    expect((await read(bread, 'label')).text).not.toContain('易碎');
  });

  test('BAK-21 it says that nothing was declared, and what is asked for', async () => {
    const number = await accepted({ lines: [aLine({ requirements: ['sugar-free', 'vegetarian'] })] });
    const { text } = await read(number, 'label');
    expect(text).toContain('未申报过敏原');
    expect(text).toContain('要求：无糖、素食');
  });

  test('what is not made has none', async () => {
    const number = await accepted({}, { process: { update: { state: 'cancelled' } } });
    const reply = await print(number, 'label');
    expect([reply.status, reply.body.errors[0].detail]).toEqual([409, '订单状态为“已取消”，不能这样做。']);
  });
});

describe('the task sheet', () => {
  const STAGE = { startedAt: null, doneAt: null, breachedAt: null, applicable: true };
  const stages = [
    { ...STAGE, stage: 'making', assignee: 'main-baker', dueAt: Date.parse('2026-12-04T17:00:00+08:00') },
    { ...STAGE, stage: 'decoration', assignee: null, dueAt: Date.parse('2026-12-04T15:00:00+08:00') },
    { ...STAGE, stage: 'quality-check', assignee: null, dueAt: null, applicable: false },
  ];
  const sign = (number: string, version: number) =>
    shop.db.task.create({
      data: {
        id: `${number}-sheet-${version}`,
        processId: `order/${number}`,
        storeId: 'main',
        kind: 'sign-task-sheet',
        role: 'baker',
        openedAt: new Date(shop.now()),
        startedAt: new Date(shop.now()),
        ruleIds: ['BAK-44'],
        ladder: [],
        state: 'done',
        context: {},
        answers: [
          {
            by: { kind: 'staff', via: 'api', id: 'main-baker' },
            at: Date.parse('2026-12-03T08:30:00+08:00'),
            choices: { signed: true, version },
          },
        ],
        closedAt: new Date(shop.now()),
      },
    });

  test('BAK-44 it is of the version that stands: what is made, its needs and allergens, key steps, hours and who answers for them', async () => {
    const number = await accepted({}, { version: 2, stages });
    const { texts, text } = await read(number, 'task-sheet');
    expect(texts).toEqual(
      expect.arrayContaining([
        '生产任务单',
        `订单 ${number} · 第 2 版`,
        '过敏原：蛋、奶、麸质',
        '要求：低糖',
        '生日蛋糕',
        '草莓',
        '8 寸',
        '写生日快乐',
        '烘烤',
        '裱花',
        '装饰',
        '2026年12月3日周四 09:00', // making starts
        '2026年12月4日周五 17:00',
        'Name of baker',
        '2026年12月4日周五 15:00',
        '未指定',
        '2026年12月5日周六 15:00', // promised
        '烘焙师签收',
      ]),
    );
    expect(text).not.toContain('质检'); // it has no such stage
    expect(text).not.toContain('288'); // whoever makes it need not know the price
  });

  test('BAK-44 it names who signed for this version, and nobody who signed for an older one', async () => {
    const number = await accepted({}, { version: 2, stages: [] });
    await sign(number, 1);
    expect((await read(number, 'task-sheet')).text).not.toContain('Name of baker');
    await sign(number, 2);
    expect((await read(number, 'task-sheet')).text).toContain('Name of baker，2026年12月3日周四 08:30');
  });

  test('BAK-44 there is none before making is planned', async () => {
    const number = await accepted({}, { plannedStartAt: null });
    expect(lacksOf(await print(number, 'task-sheet'))).toEqual([['/order/plannedStartAt', 'lacks-planned-start', 'BAK-44']]);
  });
});

const picture = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 4, background: { r: 90, g: 40, b: 20, alpha: 0.5 } } })
    .png()
    .toBuffer();
const setPicture = async (name: string, bytes: Buffer, who: 'store-manager' | 'baker' = 'store-manager'): Promise<Reply> => {
  const form = new FormData();
  form.set('photo', new Blob([new Uint8Array(bytes)]), 'x.png');
  return shop.call(who, 'PUT', `/store/pictures/${name}`, { raw: form });
};

describe('the quality card', () => {
  const MADE = { makingDoneAt: new Date('2026-12-04T23:30:00+08:00') };
  const signedBy = async (bytes: Buffer): Promise<void> => void (await setPicture('manager-signature', bytes));

  test.each([
    ['the signature', '/shop/pictures/manager-signature', 'lacks-manager-signature', {}, { unsigned: true }],
    ['the production date', '/order/makingDoneAt', 'lacks-production-date', { makingDoneAt: null }, {}],
    ['the shelf life', '/order/lines', 'lacks-shelf-life', { lines: [{ ...aLine(), product: 'a-cake-of-last-year' }] }, {}],
    ['the complaint telephone', '/shop/complaintPhone', 'lacks-complaint-phone', {}, { complaintPhone: '' }],
  ])('BAK-63 there is none without %s, which the refusal names', async (_what, pointer, code, data, { unsigned, complaintPhone }: any) => {
    const number = await accepted({}, { ...MADE, ...data });
    if (unsigned) await shop.db.storePicture.deleteMany();
    else await signedBy(await picture(300, 100));
    await shop.db.store.update({ where: { id: 'main' }, data: { complaintPhone: complaintPhone ?? '02112345678' } });
    const reply = await print(number, 'quality-card');
    expect([reply.status, reply.body.type, reply.body.rule, lacksOf(reply)]).toEqual([
      409,
      '/problems/paper-incomplete',
      'BAK-63',
      [[pointer, code, 'BAK-63']],
    ]);
    expect((await offered(number))['quality-card']).toEqual([code]);
    await shop.db.store.update({ where: { id: 'main' }, data: { complaintPhone: '02112345678' } });
  });

  test('BAK-63 it has the day on which making finished, how long it keeps from then, the complaint telephone and the signature', async () => {
    await signedBy(await picture(300, 100));
    const number = await accepted({}, MADE);
    const { body } = await print(number, 'quality-card');
    const { texts, pages } = readPdf(body as Buffer);
    expect(pages).toBe(1);
    expect(texts).toEqual(
      expect.arrayContaining(['品质承诺卡', number, '2026-12-04', '48 小时（2026年12月6日周日 23:30 前食用）', '02112345678', '店长签名']),
    );
    expect((body as Buffer).toString('latin1')).toMatch(/\/Subtype \/Image[^]*?\/Width 300[^]*?\/Height 100/);
  });

  test.each([
    [['bread-gift-box'], '3 天（2026年12月7日周一 23:30 前食用）'],
    [['cookie-box'], '30 天（2027年1月3日周日 23:30 前食用）'],
    [['cookie-box', 'birthday-cake'], '48 小时（2026年12月6日周日 23:30 前食用）'],
    [['mooncake-box', 'corporate-dessert-table'], '24 小时（2026年12月5日周六 23:30 前食用）'],
  ])('BAK-63 %p keep as long as what keeps least of them', async (products, words) => {
    await signedBy(await picture(300, 100));
    const number = await accepted({}, { ...MADE, lines: products.map((product) => ({ ...aLine(), product })) });
    expect((await read(number, 'quality-card')).text).toContain(words);
  });
});

describe('the greeting card', () => {
  test('BAK-66 it has for whom it is, the photo of the team and the greeting in Chinese, whatever the language', async () => {
    await shop.db.storePicture.deleteMany();
    const number = await accepted({ customer: { ...(anOrder(shop)['customer'] as object), language: 'en' } });
    expect(lacksOf(await print(number, 'greeting-card'))).toEqual([['/shop/pictures/team-photo', 'lacks-team-photo', 'BAK-66']]);
    await setPicture('team-photo', await picture(640, 480));
    const { body } = await print(number, 'greeting-card', '?language=en');
    const { texts } = readPdf(body as Buffer);
    expect(texts).toEqual(expect.arrayContaining(['致 李华', '用心烘焙每一份幸福']));
    expect((body as Buffer).toString('latin1')).toMatch(/\/Width 640[^]*?\/Height 480/);
  });

  test('BAK-66 only birthdays have one', async () => {
    const number = await accepted({ occasion: 'wedding' });
    expect(Object.keys(await offered(number))).toEqual(['letter', 'receipt', 'task-sheet', 'label', 'quality-card']);
    const reply = await print(number, 'greeting-card');
    expect([reply.status, reply.body.type]).toEqual([404, '/problems/no-such-paper']);
  });
});

describe('what the store prints', () => {
  test('BAK-63 BAK-66 the store manager sets it, and nobody else', async () => {
    await shop.db.storePicture.deleteMany();
    expect((await setPicture('manager-signature', await picture(10, 10), 'baker')).status).toBe(403);
    expect((await shop.call('packer', 'GET', '/store/pictures/manager-signature')).body.type).toBe('/problems/no-such-photo');
    const { status, body } = await setPicture('manager-signature', await picture(2000, 500));
    expect([status, body]).toEqual([
      200,
      { name: 'manager-signature', width: 1600, height: 400, setAt: new Date(shop.now()).toISOString() },
    ]);
    const shown = await shop.call('packer', 'GET', '/store/pictures/manager-signature');
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png']);
  });

  test.each([
    ['a name that no picture has', 'logo', 404, '/problems/no-such-photo'],
    ['what is no picture', 'team-photo', 415, '/problems/unsupported-media-type'],
  ])('%s is not taken', async (_what, name, status, type) => {
    const reply = await setPicture(name, Buffer.from(name === 'logo' ? await picture(10, 10) : '<svg/>'));
    expect([reply.status, reply.body.type]).toEqual([status, type]);
  });
});

describe('by link', () => {
  const byLink = (number: string, paper: string): Promise<Reply> =>
    shop.call(null, 'GET', `/links/${shop.link({ scope: 'customer', order: number })}/papers/${paper}`);

  test('the customer has the letter and the receipt, and no other paper', async () => {
    const number = await accepted();
    await confirmed(number);
    await paid(number, 'first', 8_640);
    expect(readPdf((await byLink(number, 'letter')).body as Buffer).text).toContain(number);
    expect(readPdf((await byLink(number, 'receipt')).body as Buffer).text).toContain('¥86.40');
    for (const paper of ['task-sheet', 'label', 'quality-card', 'greeting-card', 'nothing'])
      expect([paper, (await byLink(number, paper)).body.type]).toEqual([paper, '/problems/no-such-paper']);
  });

  test('BAK-45 the letter hides the telephone by which a customer proves who corrects, and after the hand-over there is only the receipt', async () => {
    const number = await accepted({
      delivery: { method: 'courier', address: '南京西路100号', recipient: { name: '李华', phone: '13800138000' } },
    });
    await confirmed(number);
    expect((await read(number, 'letter')).texts).toContain('13800138000');
    const { texts } = readPdf((await byLink(number, 'letter')).body as Buffer);
    expect(texts).toContain('138********');
    expect(texts).not.toContain('13800138000');
    await shop.db.process.update({ where: { id: `order/${number}` }, data: { state: 'delivered' } });
    expect((await byLink(number, 'letter')).body.errors).toEqual([expect.objectContaining({ pointer: '/order/state' })]);
    expect((await print(number, 'letter')).status).toBe(200);
  });

  test('the page of the order leads to what there is now, in its customer’s language', async () => {
    const number = await accepted({ customer: { ...(anOrder(shop)['customer'] as object), language: 'en' } });
    const token = shop.link({ scope: 'customer', order: number });
    const papers = async () => (await shop.call(null, 'GET', `/links/${token}`)).body.papers;
    expect(await papers()).toEqual([]);
    await confirmed(number);
    await paid(number, 'first', 8_640);
    expect(await papers()).toEqual([
      { paper: 'letter', title: 'Order confirmation' },
      { paper: 'receipt', title: 'Receipt' },
    ]);
    const page = await (await fetch(`${shop.url}/o/${token}`)).text();
    expect(page).toContain(`<a href="/api/v1/links/${token}/papers/letter">Order confirmation (PDF)</a>`);
    expect(page).toContain(`<a href="/api/v1/links/${token}/papers/receipt">Receipt (PDF)</a>`);
  });
});

test('a paper is of the caller’s own store, its name says nothing of anybody, and nothing personal is logged', async () => {
  const number = await accepted();
  await confirmed(number);
  const { headers, body } = await print(number, 'letter');
  expect(headers.get('content-disposition')).toBe(`inline; filename="letter-${number}.pdf"`);
  expect(readPdf(body as Buffer).title).toBe(`定制订单确认函 ${number}`);
  expect(shop.log.join()).not.toMatch(/王小明|李华|13800138000|南京西路/);
  await belongsTo(shop, number, 'other');
  expect((await print(number, 'letter')).body.type).toBe('/problems/no-such-order');
  expect((await shop.call('baker', 'GET', `/orders/${number}/papers`)).status).toBe(404);
});
