import { HOUR_MS, MINUTE_MS } from '../../src/base/rule';
import { badField, bakeryOfThisFile, refusal, shanghai, staff } from '../support/bakery';

const bakery = bakeryOfThisFile();
const BIRTHDAY = ['custom-box', 'quality-card', 'shock-proof', 'fragile-label', 'greeting-card', 'order-number', 'signee'];
const CORPORATE = ['custom-box', 'quality-card', 'eco-packaging', 'green-statement', 'order-number', 'signee'];

describe('BAK-62 packing is complete only line by line', () => {
  test.each([
    ['BAK-62', 'custom-box'],
    ['BAK-63', 'quality-card'],
    ['BAK-64', 'shock-proof'],
    ['BAK-65', 'fragile-label'],
    ['BAK-66', 'greeting-card'],
  ])('%s its line “%s” left open on a fragile birthday cake is refused', async (ruleId, open) => {
    const order = await bakery.places();
    await order.isPacking();
    const lines = BIRTHDAY.filter((id) => id !== open);
    expect(await refusal(order.complete('packing-checklist', { lines, orderNumber: order.number }))).toMatchObject({
      rule: ruleId,
    });
    await order.packs();
    await order.task('dispatch-check');
  });

  test.each([
    ['BAK-67', 'eco-packaging'],
    ['BAK-68', 'green-statement'],
  ])('%s its line “%s” left open on a corporate order is refused', async (ruleId, open) => {
    const order = await bakery.places({ facts: { occasion: 'corporate', fragile: false } });
    await order.isPacking();
    const lines = CORPORATE.filter((id) => id !== open);
    expect(await refusal(order.complete('packing-checklist', { lines, orderNumber: order.number }))).toMatchObject({
      rule: ruleId,
    });
  });

  test('BAK-65 a fragile order is packed with a photo of its label, of this order and taken after the last check', async () => {
    const order = await bakery.places();
    await order.isDecorating();
    const early = await order.photo('fragile-label', staff('packer'));
    await order.waitHours(1);
    await order.decorates();
    await order.passesFinalCheck();
    const packs = { lines: [...BIRTHDAY], orderNumber: order.number };
    const refused = { code: 'invalid-request', rule: 'BAK-65' };
    expect(await refusal(order.complete('packing-checklist', packs))).toEqual(refused);
    const cake = await order.photo('decoration');
    for (const labelPhotoId of ['none', early, cake])
      expect(await refusal(order.complete('packing-checklist', { ...packs, labelPhotoId }))).toEqual(refused);
    await order.complete('packing-checklist', { ...packs, labelPhotoId: await order.photo('fragile-label', staff('packer')) });
    await order.task('dispatch-check');
  });

  test('BAK-65 an order that is not fragile needs none', async () => {
    const order = await bakery.places({ facts: { occasion: 'corporate', fragile: false } });
    await order.isPacking();
    await order.complete('packing-checklist', { lines: [...CORPORATE], orderNumber: order.number });
    expect((await order.view()).state).toBe('ready');
  });

  test('BAK-69 another order number than this one’s is refused at packing and at departure', async () => {
    const order = await bakery.places();
    await order.isPacking();
    expect(await refusal(order.complete('packing-checklist', { lines: BIRTHDAY, orderNumber: '20261201999' }))).toMatchObject({
      rule: 'BAK-69',
    });
    await order.packs();
    expect(await refusal(order.leaves({ orderNumber: '20261201999' }))).toMatchObject({ rule: 'BAK-69' });
  });
});

describe('BAK-70 the check before departure', () => {
  test('BAK-70 is due an hour before delivery, reminded 30 minutes earlier; late, supervisor and consultant hear of it', async () => {
    const order = await bakery.places();
    await order.isReady();
    await order.task('dispatch-check');
    const due = order.input.facts.deliveryAt - HOUR_MS;
    expect(await order.around(due - 30 * MINUTE_MS, () => order.told('task-reminder', 'dispatch-check').length)).toEqual([0, 1, 1]);
    expect(await order.around(due, () => order.told('task-late', 'dispatch-check').length)).toEqual([0, 0, 3]);
    expect(order.told('task-late', 'dispatch-check')).toEqual([
      'staff:delivery-staff',
      'role:production-supervisor',
      'role:sales-consultant',
    ]);
  });

  test('BAK-70 an order that is picked up skips it', async () => {
    const order = await bakery.places({ facts: { method: 'pickup' } });
    await order.isReady();
    await order.task('hand-over');
    expect(order.open('dispatch-check')).toEqual([]);
    await order.handsOver();
    expect((await order.view()).state).toBe('delivered');
  });

  test('BAK-71 severe weather starts the backup plan: it is on record, customer and consultant are told', async () => {
    const order = await bakery.places();
    await order.isReady();
    await order.leaves({ weather: 'severe', backupPlan: 'other-route' });
    await order.task('hand-over');
    expect(order.events('delivery.backup-plan')).toMatchObject([{ data: { plan: 'other-route' }, ruleId: 'BAK-71' }]);
    const weather = { type: 'severe-weather' };
    expect(order.letters('order-delayed')).toMatchObject([{ to: 'customer', urgent: true, facts: { ...weather, plan: 'other-route' } }]);
    expect(order.letters('exception-reported')).toMatchObject([
      { to: 'role:sales-consultant', facts: { ...weather, step: 'dispatch-check' } },
    ]);
  });
});

describe('before departure', () => {
  test('BAK-70 not even begun an hour before delivery, supervisor and sales consultant hear of it', async () => {
    const order = await bakery.places();
    await order.isPacking();
    const due = order.input.facts.deliveryAt - HOUR_MS;
    expect(await order.around(due, () => order.told('task-late', 'dispatch-check'))).toEqual([
      [],
      [],
      ['role:production-supervisor', 'role:sales-consultant'],
    ]);
  });

  test('BAK-71 with the backup plan “pick up” nobody departs: the customer is asked to collect', async () => {
    const order = await bakery.places();
    await order.isReady();
    await order.leaves({ weather: 'severe', backupPlan: 'pick-up' });
    await order.task('hand-over');
    expect((await order.view()).state).toBe('ready');
    await order.settled();
    expect(order.letters('out-for-delivery')).toEqual([]);
    expect(order.letters('order-ready').at(-1)).toMatchObject({ to: 'customer', urgent: true, facts: { method: 'pickup' } });
    await order.handsOver();
    expect((await order.view()).state).toBe('delivered');
  });
});

describe('on the way and at the door', () => {
  test('BAK-72 trouble on the way is told at once to customer, consultant and customer service', async () => {
    const order = await bakery.places();
    await order.isOnTheWay();
    await order.reports('delivery-problem', { by: staff('delivery-staff') });
    await order.task('answer-exception');
    expect(order.letters('order-delayed')).toMatchObject([{ to: 'customer', urgent: true }]);
    expect(order.letters('exception-reported').map((letter) => letter.to)).toEqual(['role:customer-service', 'role:sales-consultant']);
  });

  test('BAK-75 delivered needs a photo of this order; the later of signature and photo is the moment', async () => {
    const order = await bakery.places();
    await order.isOnTheWay();
    const driver = staff('delivery-staff');
    const at = shanghai('2026-12-01', '11:00');
    await order.waitUntil(at + HOUR_MS);
    const signatureId = await order.photo('signature', driver, at);
    expect(await refusal(order.complete('hand-over', { photoId: 'none', signatureId }))).toMatchObject({ rule: 'BAK-75' });
    const photoId = await order.photo('hand-over', driver, at + MINUTE_MS);
    await order.complete('hand-over', { photoId, signatureId });
    expect((await order.view()).deliveredAt).toBe(at + MINUTE_MS);
  });

  test('BAK-75 BAK-39 delivered in time, nobody hears of lateness when the promised hour passes', async () => {
    const order = await bakery.places({ lifeDays: 10 });
    await order.isDelivered();
    await order.waitUntil(order.input.facts.deliveryAt + HOUR_MS);
    expect(order.events('order.delivered')).toMatchObject([{ data: { late: false } }]);
    expect([order.events('order.overdue'), order.letters('order-delayed')]).toEqual([[], []]);
  });

  test('BAK-75 photo and signature from before packing prove nothing', async () => {
    const order = await bakery.places();
    await order.isDecorating();
    const oldPhoto = await order.photo('hand-over', staff('delivery-staff'));
    const oldSignature = await order.photo('signature', staff('delivery-staff'));
    await order.waitHours(1);
    await order.decorates();
    await order.passesFinalCheck();
    await order.packs();
    await order.leaves();
    await order.task('hand-over');
    const photoId = await order.photo('hand-over', staff('delivery-staff'));
    const signatureId = await order.photo('signature', staff('delivery-staff'));
    const refused = { code: 'invalid-request', rule: 'BAK-75' };
    expect(await refusal(order.complete('hand-over', { photoId: oldPhoto, signatureId }))).toEqual(refused);
    expect(await refusal(order.complete('hand-over', { photoId, signatureId: oldSignature }))).toEqual(refused);
    await order.complete('hand-over', { photoId, signatureId });
    expect((await order.view()).state).toBe('delivered');
  });

  test('BAK-75 without the signature, or with a picture of another step in the place of either, nothing is delivered', async () => {
    const order = await bakery.places();
    await order.isOnTheWay();
    const driver = staff('delivery-staff');
    const { id } = await order.task('hand-over');
    const [photoId, signatureId, other] = [
      await order.photo('hand-over', driver),
      await order.photo('signature', driver),
      await order.photo('delivery', driver),
    ];
    const wrong = [
      { photoId },
      { signatureId },
      { photoId: signatureId, signatureId },
      { photoId, signatureId: photoId },
      { photoId: signatureId, signatureId: photoId },
      { photoId: other, signatureId },
      { photoId, signatureId: other },
    ];
    for (const answer of wrong)
      expect(await refusal(order.answer(id, answer, driver))).toEqual({ code: 'invalid-request', rule: 'BAK-75' });
    expect((await order.view()).state).toBe('out-for-delivery');
    await order.answer(id, { photoId, signatureId, signeeIsOther: true }, driver);
    expect((await order.view()).state).toBe('delivered');
    expect(order.events('order.delivered')).toMatchObject([{ data: { photoId, signatureId, signeeIsOther: true } }]); // BAK-69
  });

  test('BAK-76 a problem at receipt is settled within 30 minutes, or the next rung hears of it', async () => {
    const order = await bakery.places();
    await order.isOnTheWay();
    await order.reports('receipt-problem', { by: staff('delivery-staff') });
    const task = await order.task('answer-exception');
    expect(task).toMatchObject({ role: 'delivery-staff', dueAt: task.openedAt + 30 * MINUTE_MS });
    expect(await order.around(task.dueAt ?? 0, () => order.told('task-late', 'answer-exception').length)).toEqual([0, 0, 2]);
    expect(order.letters('exception-reported').map((letter) => letter.to)).toEqual(
      expect.arrayContaining(['role:customer-service', 'role:store-manager']),
    );
  });

  test('BAK-76 a part of the price given up at the door is not owed any more', async () => {
    const order = await bakery.places();
    await order.isOnTheWay();
    await order.reports('receipt-problem', { by: staff('delivery-staff') });
    await order.complete('answer-exception', { outcome: 'partial-refund', refundFen: 5_000 }, staff('delivery-staff'));
    expect((await order.view()).money.outstandingFen).toBe(20_160 - 5_000);
  });

  test('BAK-76 two parts given up owe their sum once; no more than the price can be', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.pays(20_160);
    await order.hasMaterials();
    const gives = async (refundFen: number): Promise<unknown> => {
      await order.reports('receipt-problem');
      return order.complete('answer-exception', { outcome: 'partial-refund', refundFen }, staff('delivery-staff'));
    };
    await gives(5_000);
    await gives(3_000);
    expect(order.open('refund').map((task) => task.context.refundFen)).toEqual([8_000]);
    expect(await refusal(gives(20_801))).toEqual({ code: 'invalid-request', rule: 'BAK-76' });
  });

  test('BAK-76 BAK-77 what is given up can settle the balance', async () => {
    const order = await bakery.places();
    await order.isOnTheWay();
    await order.reports('delivery-problem');
    await order.handsOver();
    await order.task('settle-balance');
    await order.complete('answer-exception', { outcome: 'partial-refund', refundFen: 20_160 }, staff('customer-service'));
    await order.settled();
    expect(order.open('settle-balance')).toEqual([]);
    expect(order.events('order.settled')).toHaveLength(1);
  });

  test('BAK-77 an unpaid balance stays a task of finance until it is paid', async () => {
    const order = await bakery.places();
    await order.isDelivered();
    expect(await order.task('settle-balance')).toMatchObject({ role: 'finance', context: { outstandingFen: 20_160 } });
    await order.pays(20_000);
    expect(order.open('settle-balance')).toHaveLength(1);
    await order.pays(160);
    await order.settled();
    expect(order.open('settle-balance')).toEqual([]);
    expect(order.events('order.settled')).toHaveLength(1);
    expect(order.told('task-opened', 'settle-balance')).toEqual(['role:finance', 'role:sales-consultant']);
    expect(order.told('task-reminder', 'settle-balance')).toEqual([]); // not “due soon” in the second it opens
  });

  test('BAK-77 finance settles the whole balance by its answer, and no other sum', async () => {
    const order = await bakery.places();
    await order.isDelivered();
    const settles = (amountFen: number): Promise<unknown> => order.complete('settle-balance', { amountFen, method: 'transfer' });
    for (const amountFen of [20_159, 20_161, 1]) {
      expect(await badField(settles(amountFen))).toEqual({ field: '/answer/amountFen', rule: 'BAK-77' });
    }
    expect(order.open('settle-balance')).toHaveLength(1);
    await settles(20_160);
    await order.settled();
    expect((await order.view()).money.outstandingFen).toBe(0);
  });

  test('BAK-08 the customer hears of each milestone once', async () => {
    const order = await bakery.places();
    await order.isDelivered();
    const told = order
      .letters()
      .filter((letter) => letter.to === 'customer')
      .map((letter) => letter.template);
    expect(told).toEqual(['deposit-due', 'confirmation-letter', 'making-started', 'order-ready', 'out-for-delivery', 'order-delivered']);
  });
});
