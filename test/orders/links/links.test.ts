import { DEFAULT_LIMITS } from '../../../src/platform/http/deps';
import { get } from 'node:http';
import sharp from 'sharp';
import { Refusal } from '../../../src/base/refusals';
import { aLine, aQuestion, aTask, HOUR, openShop, placed, type Shop } from '../../support/http/shop';

let shop: Shop;
let order: string;
let token: string;
beforeAll(async () => {
  shop = await openShop();
});
beforeEach(async () => {
  shop.desk.accept();
  order = await placed(shop);
  token = shop.link({ scope: 'customer', order });
});
afterAll(() => shop.close());

const act = (what: string, body: unknown, by = token, headers = {}) => shop.call(null, 'POST', `/links/${by}/${what}`, { body, headers });
const lastAsked = () => shop.desk.asked.at(-1);
/** Asks for an address just as it stands: `fetch` would tidy it. */
const open = (path: string) =>
  new Promise<void>((resolve, reject) => {
    const { hostname, port } = new URL(shop.url);
    get({ hostname, port, path }, (answer) => answer.resume().once('end', resolve)).once('error', reject);
  });
const letter = (template: string, facts: object = {}) =>
  shop.db.notice.create({
    data: {
      id: `${order}/${template}`,
      processId: 'w',
      storeId: 'main',
      thread: order,
      to: 'customer',
      template,
      facts,
      urgent: false,
      createdAt: new Date(),
      notBefore: new Date(),
      channels: [],
    },
  });

describe('a link', () => {
  test('is made by the sales consultant and opens the order, without a member of staff’s name', async () => {
    const made = await shop.call('sales-consultant', 'POST', `/orders/${order}/links`, { body: { scope: 'customer' } });
    const of = new URL(made.body.url);
    expect([made.status, of.origin]).toEqual([201, 'http://shop.test']);
    const { status, body } = await shop.call(null, 'GET', `/links/${of.pathname.slice(3)}`);
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({ scope: 'customer', order, state: 'draft', contact: { shop: 'Shop main', phone: '02112345678' } }),
    ]);
    expect(JSON.stringify(body)).not.toMatch(/Name of|main-/);
  });

  test('ends by the shop’s clock, and a changed one was never issued', async () => {
    const over = await shop.call(null, 'GET', `/links/${shop.link({ scope: 'customer', order }, shop.now())}`);
    expect([over.status, over.body.type]).toEqual([410, '/problems/link-expired']);
    const [payload = '', signature = ''] = token.split('.');
    const other = Buffer.from(
      JSON.stringify({ process: 'order/20200101001', party: 'customer', may: ['view'], exp: shop.now() + HOUR }),
    ).toString('base64url');
    for (const forged of [`${other}.${signature}`, payload, `${payload}.`, 'x.y']) {
      const { status, body } = await shop.call(null, 'GET', `/links/${forged}`);
      expect([status, body.type]).toEqual([404, '/problems/no-such-link']);
      expect(body.instance).not.toContain(forged); // a token is as good as a password
    }
    for (const other of [`${token}=`, `${token}.`, `${payload}=.${signature}`, token.replace('.', '..'), `${token}.x`]) {
      const { status, body } = await shop.call(null, 'GET', `/links/${other}`);
      expect([other, status, body.type]).toEqual([other, 404, '/problems/no-such-link']); // a link has one address
    }
  });

  test('of a supplier opens nothing of the customer’s, and the other way round', async () => {
    const supplier = await aQuestion(shop, order);
    expect((await act('rating', { score: 5 }, supplier)).body.type).toBe('/problems/no-such-link');
    expect((await act('supplier-answer', { available: false })).body.type).toBe('/problems/no-such-link');
  });

  test('its page shows on GET, acts on nothing, and needs no outside host', async () => {
    await aTask(shop, order, 'confirm-design', 'sales-consultant');
    const before = shop.desk.asked.length;
    const page = await fetch(`${shop.url}/o/${token}`);
    const html = await page.text();
    expect([page.status, html]).toEqual([200, expect.stringContaining('确认设计稿')]);
    expect(html).not.toMatch(/https?:\/\/|Name of/);
    expect(shop.desk.asked).toHaveLength(before);
    expect((await fetch(`${shop.url}/o/nonsense`)).status).toBe(404);
    expect((await fetch(`${shop.url}/s/${token}`)).status).toBe(404);
    expect((await fetch(`${shop.url}/assets/link.js`)).headers.get('content-type')).toContain('javascript');
  });

  test('is limited in calls from one address', async () => {
    const small = await openShop({ settings: { limits: { ...DEFAULT_LIMITS, linkCalls: 3 } } });
    const answers = [];
    for (let n = 0; n < 4; n++) answers.push((await small.call(null, 'GET', '/links/guess')).status);
    await small.close();
    expect(answers).toEqual([404, 404, 404, 429]);
  });

  test('its token stays out of logs and problems, however the address is written', async () => {
    const forged = `${token}x`;
    for (const address of ['/api/v1/links/', '/API/v1/links/', '/API/V1/Links/']) {
      const body = (await (await fetch(shop.url + address + forged)).json()) as { status: number; instance: string };
      expect([body.status, body.instance]).toEqual([404, `${address}…`]);
    }
    for (const path of ['/o/', '/O/', '/s/', '/S/', `${shop.url}/O/`]) await open(path + forged);
    const log = shop.log.join('');
    for (const path of ['/API/V1/Links/…', '/O/…', '/S/…', `${shop.url}/O/…`]) expect(log).toContain(`"path":"${path}"`);
    expect(log).not.toContain(forged);
  });

  test.each([
    ['two slashes in front', (t: string) => `//o/${t}`],
    ['two slashes before it', (t: string) => `/o//${t}`],
    ['something in front', (t: string) => `/x/o/${t}`],
    ['a semicolon', (t: string) => `/o;/${t}`],
    ['a parameter of the path', (t: string) => `/o;token=${t}`],
    ['as a question', (t: string) => `/o?t=${t}`],
    ['nothing around it', (t: string) => `/${t}`],
    ['an escaped dot', (t: string) => `/o//${t.replace('.', '%2E')}`],
    ['something behind', (t: string) => `/x/o/${t}/rating`],
  ])('its token stays out of logs and problems, with %s', async (_what, address) => {
    const before = shop.log.length;
    const answer = await fetch(shop.url + address(token));
    const said = (await answer.text()) + shop.log.slice(before).join('');
    expect(said).toContain('"path":"/');
    for (const part of token.split('.')) expect(said).not.toContain(part);
  });

  test('is limited by the caller’s address, also behind a proxy that is trusted to tell it', async () => {
    const limits = { ...DEFAULT_LIMITS, linkCalls: 1 };
    const answers = async (trustProxy: number) => {
      const small = await openShop({ settings: { limits, trustProxy } });
      const statuses = [];
      for (const caller of ['203.0.113.1', '203.0.113.2', '203.0.113.2'])
        statuses.push((await small.call(null, 'GET', '/links/guess', { headers: { 'X-Forwarded-For': caller } })).status);
      await small.close();
      return statuses;
    };
    expect(await answers(0)).toEqual([404, 429, 429]);
    expect(await answers(1)).toEqual([404, 404, 429]);
  });
});

describe('what the customer is asked for', () => {
  const awaiting = async (): Promise<string[]> => (await shop.call(null, 'GET', `/links/${token}`)).body.awaiting;

  test('BAK-45 the details are asked for once a plan: confirmed for one, they are asked for again when it has moved', async () => {
    const confirmed = (plannedStartAt: number) =>
      shop.db.timelineEvent.create({
        data: {
          id: `${order}/1`,
          processId: `order/${order}`,
          storeId: 'main',
          seq: 1,
          at: new Date(),
          kind: 'details.confirmed',
          actor: {},
          data: { plannedStartAt },
          prevHash: '',
          hash: '',
        },
      });
    await shop.db.process.update({ where: { id: `order/${order}` }, data: { state: 'materials' } });
    expect(await awaiting()).toEqual([]);
    await letter('warm-reminder', { plannedStartAt: 1_000 });
    expect(await awaiting()).toEqual(['details-confirmation']);
    await confirmed(1_000);
    expect(await awaiting()).toEqual([]);
    await shop.db.notice.update({ where: { id: `${order}/warm-reminder` }, data: { facts: { plannedStartAt: 2_000 } } });
    expect(await awaiting()).toEqual(['details-confirmation']);
  });

  test('BAK-82 a rating is asked for until its time is over, also when the order has closed meanwhile', async () => {
    const moments = (at: number) => [{ name: 'rating-close', at, ruleId: 'BAK-82', reason: { rule: 'BAK-82', base: 'deliveredAt' } }];
    const has = (data: object) => shop.db.order.update({ where: { number: order }, data });
    await has({ process: { update: { state: 'delivered' } }, deliveredAt: new Date(shop.now()), moments: moments(shop.now() + HOUR) });
    expect(await awaiting()).toEqual(['rating']);
    await has({ moments: moments(shop.now() - 1) });
    expect(await awaiting()).toEqual([]);
    await has({ process: { update: { state: 'closed' } }, moments: moments(shop.now() + HOUR) });
    expect(await awaiting()).toEqual(['rating']);
    await has({ moments: moments(shop.now() - 1) });
    expect(await awaiting()).toEqual([]);
  });
});

describe('the customer, by link', () => {
  test('confirms the delivery details, or corrects recipient and address, whose words stay in the records', async () => {
    await act('details-confirmation', { confirmed: true });
    expect(lastAsked()).toMatchObject({
      act: 'confirmDetails',
      order,
      message: { confirmed: true, by: { kind: 'customer', via: 'link' } },
    });
    const correction = { address: '淮海路2号', recipient: { name: '赵六', phone: '13700137000' } };
    await shop.db.process.update({ where: { id: `order/${order}` }, data: { state: 'materials' } });
    await act('details-confirmation', { confirmed: false, correction, phoneLastFour: '8000' });
    expect(lastAsked()?.message).toMatchObject({ confirmed: false, corrected: ['address', 'recipient'] });
    expect(JSON.stringify(lastAsked())).not.toMatch(/淮海路|赵六/);
    expect((await shop.db.text.findUnique({ where: { id: lastAsked()?.message.correctionId } }))?.body).toEqual(correction);
    expect((await act('details-confirmation', { confirmed: false })).status).toBe(400);
  });

  test('BAK-25 approves or rejects the design draft that waits, and only then', async () => {
    expect((await act('design-approval', { outcome: 'approved' })).body.type).toBe('/problems/not-in-this-state');
    const id = await aTask(shop, order, 'confirm-design', 'sales-consultant');
    expect((await act('design-approval', { outcome: 'rejected' })).body.errors[0].pointer).toBe('/comments');
    expect((await act('design-approval', { outcome: 'rejected', comments: '字太小' })).status).toBe(200);
    expect(lastAsked()).toMatchObject({
      act: 'completeTask',
      message: { taskId: id, choices: { outcome: 'rejected' }, by: { kind: 'customer' } },
    });
    expect(JSON.stringify(lastAsked())).not.toContain('字太小');
  });

  describe('BAK-25 BAK-26 the picture of the design', () => {
    const photo = async (id: string, step: string, minutes: number): Promise<string> => {
      const { body } = await shop.call('sales-consultant', 'POST', `/orders/${order}/photos`, { raw: await picture(id, step) });
      await shop.db.photo.update({ where: { id: body.id }, data: { takenAt: new Date(shop.now() + minutes * 60_000) } });
      return body.id;
    };
    const picture = async (seed: string, step: string): Promise<FormData> => {
      const bytes = await sharp({ create: { width: 1_600, height: 900, channels: 3, background: `#${seed}` } })
        .png()
        .toBuffer();
      const form = new FormData();
      form.set('step', step);
      form.set('photo', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'p.png');
      return form;
    };
    const see = (id: string, by = token) => fetch(`${shop.url}/api/v1/links/${by}/photos/${id}`);
    const shown = async () => (await shop.call(null, 'GET', `/links/${token}`)).body.design;

    test('is the newest of the draft that is asked about; no other photo of the order is shown by the link', async () => {
      expect(await shown()).toBeNull();
      await aTask(shop, order, 'confirm-design', 'sales-consultant', { context: { draft: 1 } });
      const [older, newer, baking] = [
        await photo('aa0000', 'design-draft', -9),
        await photo('00aa00', 'design-draft', -5),
        await photo('0000aa', 'exception', -1),
      ];
      expect(await shown()).toEqual({ photo: newer });
      const answer = await see(newer);
      const { format, width } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
      expect([answer.status, format, width]).toEqual([200, 'webp', 1_280]);
      expect([(await see(older)).status, (await see(baking)).status, (await see('nonsense')).status]).toEqual([404, 404, 404]);
      const other = shop.link({ scope: 'customer', order: await placed(shop) });
      expect((await see(newer, other)).status).toBe(404);
    });

    test('is none until a new draft is photographed after one was sent back, and the confirmed one once one is', async () => {
      const first = await photo('bb0000', 'design-draft', -60);
      const id = await aTask(shop, order, 'confirm-design', 'sales-consultant', { context: { draft: 2 } });
      expect(await shown()).toBeNull();
      const second = await photo('00bb00', 'design-draft', 1);
      expect(await shown()).toEqual({ photo: second });
      await shop.db.task.update({ where: { id }, data: { state: 'done', closedAt: new Date(shop.now()) } });
      const data = { draft: 2, draftPhotoId: first };
      const event = {
        id: `${order}/d`,
        processId: `order/${order}`,
        storeId: 'main',
        seq: 900,
        at: new Date(),
        actor: {},
        prevHash: '',
        hash: '',
      };
      await shop.db.timelineEvent.create({ data: { ...event, kind: 'design.confirmed', data } });
      expect(await shown()).toEqual({ photo: first });
    });

    test('is named by the answer: what was approved is what was looked at', async () => {
      await aTask(shop, order, 'confirm-design', 'sales-consultant', { context: { draft: 1 } });
      const seen = await photo('cc0000', 'design-draft', -5);
      expect((await act('design-approval', { outcome: 'approved', draftPhotoId: seen })).status).toBe(200);
      expect(lastAsked()?.message.choices).toEqual({ outcome: 'approved', draftPhotoId: seen });
    });
  });

  describe('BAK-40 a cancellation', () => {
    const check = (what: string, body: unknown) => act(`${what}?check=1`, body);
    const state = async (): Promise<string | null> => (await shop.call(null, 'GET', `/links/${token}`)).body.cancellation;

    test('is tried with what would be given back as the order stands, and nothing is kept', async () => {
      await shop.db.order.update({ where: { number: order }, data: { receivedFen: 8_640, costsFen: 1_500 } });
      const { status, body } = await check('cancellation', { reason: '聚会取消' });
      expect([status, body.says[0]]).toEqual([200, '按目前已产生的成本计算，可退 ¥71.40。']);
      expect([shop.desk.tried.at(-1)?.act, lastAsked()?.act === 'cancel']).toEqual(['cancel', false]);
      expect(await shop.db.text.count({ where: { processId: `order/${order}` } })).toBe(0);
    });

    test('is asked for with the customer’s cause, its words stay in the records, and asked again it is one', async () => {
      expect(await state()).toBe('possible');
      expect((await act('cancellation', { reason: '聚会取消' })).status).toBe(200);
      expect(lastAsked()).toMatchObject({ act: 'cancel', message: { cause: 'customer', by: { kind: 'customer' } } });
      expect(JSON.stringify(lastAsked())).not.toContain('聚会');
      await aTask(shop, order, 'cancellation-decision', 'store-manager');
      expect(await state()).toBe('asked');
      const asked = shop.desk.asked.length;
      expect((await act('cancellation', { reason: '还是取消' })).status).toBe(200);
      expect(shop.desk.asked).toHaveLength(asked);
      expect((await act('cancellation', { reason: ' ' })).body.errors[0].pointer).toBe('/reason');
      expect((await act('cancellation', { reason: '换原因', cause: 'store' })).status).toBe(400);
    });

    test('cannot be asked for once the order is delivered', async () => {
      await shop.db.process.update({ where: { id: `order/${order}` }, data: { state: 'delivered' } });
      expect(await state()).toBeNull();
    });
  });

  test('BAK-36 tries a change: what it costs and who decides, in their language; nothing is kept', async () => {
    const line = { product: 'birthday-cake', quantity: 2, size: '8-inch', flavour: '草莓', requirements: ['none'], allergens: [] };
    const { status, body } = await act('changes?check=1', { patch: { lines: [line] }, reason: '多一个' }, token, {
      'Accept-Language': 'en',
    });
    expect([status, body.says]).toEqual([
      200,
      [
        'The price rises by ¥288.00.',
        'The prepayment is topped up by ¥172.80.', // to 30 % of 576.00
        'The shop decides once you send it; until then the order is made as it was.',
      ],
    ]);
    expect(await shop.db.change.count({ where: { orderNumber: order } })).toBe(0);
    const bad = await act('changes?check=1', { patch: { deliveryAt: '2020-01-01T10:00:00+08:00' }, reason: '改' });
    expect([bad.status, bad.body.errors[0].pointer]).toEqual([400, '/patch/deliveryAt']);
  });

  test('whose approval was heard and whose answer was lost gets it when the same key asks again', async () => {
    const id = await aTask(shop, order, 'confirm-design', 'sales-consultant');
    const key = { 'Idempotency-Key': 'approve-once' };
    const by = { kind: 'customer', via: 'link' };
    shop.desk.answer('completeTask', async () => {
      const answers = [{ by, at: shop.now(), choices: { outcome: 'approved' } }];
      await shop.db.task.update({ where: { id }, data: { state: 'done', closedAt: new Date(shop.now()), answers } });
      throw new Refusal('unavailable', { code: 'order-away' });
    });
    expect((await act('design-approval', { outcome: 'approved' }, token, key)).status).toBe(503);
    shop.desk.accept();
    expect((await act('design-approval', { outcome: 'approved' }, token, key)).status).toBe(200);
    expect(lastAsked()).toMatchObject({ act: 'completeTask', message: { taskId: id, choices: { outcome: 'approved' } } });
    shop.desk.answer('completeTask', () => Promise.reject(new Refusal('already-answered', { code: 'answered-already' })));
    const other = await act('design-approval', { outcome: 'rejected', comments: '字太小' });
    expect([other.status, other.body.type, other.body.detail]).toEqual([409, '/problems/already-answered', '此项已有答复。']);
  });

  test('asks for a change and sees what it does, but not what the shop has spent', async () => {
    await shop.db.order.update({ where: { number: order }, data: { costsFen: 900 } });
    const { status, body } = await act('changes', { patch: { urgency: 'rush' }, reason: '提前' });
    expect([status, body]).toEqual([201, expect.objectContaining({ state: 'pending', previewHash: expect.any(String) })]);
    expect(body.preview.costsFen).toBeUndefined();
    expect(lastAsked()).toMatchObject({ act: 'requestChange', message: { changeId: body.id, by: { kind: 'customer' } } });
  });

  test('who comes too late is not told which member of staff was first', async () => {
    const answered = { by: { id: 'main-sales-consultant' }, at: shop.now(), choices: { outcome: 'approved' } };
    const byStaff = new Refusal('already-answered', { code: 'answered-already' }, { rule: 'BAK-25', answered });
    for (const late of ['completeTask', 'rate', 'chooseAlternative'] as const) shop.desk.answer(late, () => Promise.reject(byStaff));
    const id = await aTask(shop, order, 'confirm-design', 'sales-consultant'); // on record it may not be answered yet
    const approve = () => act('design-approval', { outcome: 'approved' });
    const replies = [await approve(), await act('rating', { score: 5 }), await act('alternative', { exceptionId: 'e', option: null })];
    const answers = [{ by: { kind: 'staff', id: 'main-sales-consultant', via: 'http' }, at: shop.now(), choices: { outcome: 'approved' } }];
    await shop.db.task.update({ where: { id }, data: { state: 'done', closedAt: new Date(shop.now()), answers } });
    for (const { status, body } of [...replies, await approve()]) {
      expect([status, body.type, body.detail, body.answered]).toEqual([409, '/problems/already-answered', '此项已有答复。', undefined]);
      expect(JSON.stringify(body)).not.toMatch(/main-|Name of/);
    }
  });

  describe('BAK-36 changes what is ordered, never what it costs', () => {
    const wish = (lines: unknown[]) => act('changes', { patch: { lines }, reason: '多要一个' });
    const asked = () => lastAsked()?.message.facts.lines.map((line: { unitPriceFen: number }) => line.unitPriceFen);
    const expectRefused = async (lines: unknown[], pointer: string, code: string) => {
      const before = [shop.desk.asked.length, await shop.db.change.count()];
      const { status, body } = await wish(lines);
      expect([status, body.errors, body.rule]).toEqual([400, [expect.objectContaining({ pointer, code, rule: 'BAK-36' })], 'BAK-36']);
      expect([shop.desk.asked.length, await shop.db.change.count()]).toEqual(before);
    };

    test('a line keeps the price of its product and size, named or left out; another price is refused', async () => {
      for (const unitPriceFen of [28_800, undefined]) {
        expect((await wish([aLine({ quantity: 2, flavour: '芒果', unitPriceFen })])).status).toBe(201);
        expect(lastAsked()?.message.facts).toMatchObject({ totalFen: 57_600 });
      }
      await expectRefused([aLine(), aLine({ unitPriceFen: 1 })], '/patch/lines/1/unitPriceFen', 'price-is-the-shops');
    });

    test('a product or a size that is not on the order is the shop’s to price', async () => {
      await expectRefused([aLine({ product: 'mousse-cake' })], '/patch/lines/0/unitPriceFen', 'price-unknown');
      await expectRefused([aLine({ size: '12-inch' })], '/patch/lines/0/unitPriceFen', 'price-unknown');
    });

    test('of several lines of one product and size, the flavour tells the price; a new flavour costs what the dearest does', async () => {
      const lines = [aLine({ flavour: '草莓', unitPriceFen: 28_800 }), aLine({ flavour: '巧克力', unitPriceFen: 30_000 })];
      await shop.db.order.update({ where: { number: order }, data: { lines: lines as any[] } });
      const flavours = ['草莓', '巧克力', '芒果'].map((flavour) => aLine({ flavour, unitPriceFen: undefined }));
      expect((await wish(flavours)).status).toBe(201);
      expect(asked()).toEqual([28_800, 30_000, 30_000]);
      await expectRefused([aLine({ flavour: '巧克力', unitPriceFen: 28_800 })], '/patch/lines/0/unitPriceFen', 'price-is-the-shops');
    });
  });

  test('BAK-60 chooses among the alternatives it was offered, or none', async () => {
    const id = `${order}-e`;
    await shop.db.orderException.create({
      data: {
        id,
        orderNumber: order,
        type: 'ingredient-shortage',
        foundAt: new Date(),
        reportedAt: new Date(),
        reporter: {},
        late: false,
        state: 'open',
      },
    });
    await letter('alternatives', { exception: id });
    const status = (await shop.call(null, 'GET', `/links/${token}`)).body;
    expect([status.awaiting, status.alternatives[0].exceptionId]).toEqual([['alternative'], id]);
    await act('alternative', { exceptionId: id, option: status.alternatives[0].options[0] });
    expect(lastAsked()).toMatchObject({ act: 'chooseAlternative', message: { exceptionId: id, option: 'other-flavour' } });
    expect((await act('alternative', { exceptionId: id, option: null })).status).toBe(200);
    expect((await act('alternative', { exceptionId: id, option: 'free-cake' })).status).toBe(400);
  });

  test('BAK-82 rates from one to five in halves; the comment stays in the records', async () => {
    expect((await act('rating', { score: 4.5, comment: '很好吃' })).status).toBe(200);
    expect(lastAsked()).toMatchObject({ act: 'rate', message: { score: 4.5 } });
    for (const score of [0.5, 5.5, 4.2]) expect((await act('rating', { score })).status).toBe(400);
    shop.desk.answer('rate', () => Promise.reject(new Refusal('already-answered', { code: 'rated-already' }, { rule: 'BAK-82' })));
    expect((await act('rating', { score: 5 })).body.type).toBe('/problems/already-answered');
  });
});

test('BAK-59 a supplier answers whether and when it can deliver, once', async () => {
  const exceptionId = `${order}-s`;
  const supplier = await aQuestion(shop, order, { exceptionId, supplierId: 'sup' });
  await shop.db.supplierContact.create({
    data: { id: `${order}-c`, orderNumber: order, exceptionId, supplierId: 'sup', askedAt: new Date(), result: 'asked' },
  });
  expect((await shop.call(null, 'GET', `/links/${supplier}`)).body).toMatchObject({ scope: 'supplier', item: 'cream', answered: false });
  expect(await (await fetch(`${shop.url}/s/${supplier}`)).text()).toContain('淡奶油');
  expect((await act('supplier-answer', { available: true }, supplier)).body.errors[0].pointer).toBe('/promisedAt');
  expect((await act('supplier-answer', { available: true, promisedAt: new Date(shop.now()).toISOString() }, supplier)).status).toBe(400);
  const promisedAt = shop.now() + 3 * HOUR;
  expect((await act('supplier-answer', { available: true, promisedAt: new Date(promisedAt).toISOString() }, supplier)).status).toBe(200);
  expect(lastAsked()).toMatchObject({
    act: 'answerSupplier',
    order: exceptionId,
    message: { supplierId: 'sup', available: true, promisedAt },
  });
  await shop.db.supplierContact.update({ where: { id: `${order}-c` }, data: { result: 'promised', promisedAt: new Date(promisedAt) } });
  const heard = shop.desk.asked.length;
  const again = (at: number) => act('supplier-answer', { available: true, promisedAt: new Date(at).toISOString() }, supplier);
  expect((await again(promisedAt)).status).toBe(200); // the same answer, said again
  expect((await again(promisedAt + HOUR)).body.type).toBe('/problems/already-answered');
  expect((await act('supplier-answer', { available: false }, supplier)).body.type).toBe('/problems/already-answered');
  expect(shop.desk.asked).toHaveLength(heard); // none of these went to the search
});
