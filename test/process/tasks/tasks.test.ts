import { randomUUID } from 'node:crypto';
import { Refusal } from '../../../src/base/refusals';
import { ROLES, type Role } from '../../../src/base/roles';
import { aTask, HOUR, openShop, placed, staffId, type Shop } from '../../support/http/shop';
import { awayFrom, BACK } from '../../support/absence';

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

const complete = (who: Parameters<Shop['call']>[0], id: string, answer: unknown) =>
  shop.call(who, 'POST', `/tasks/${id}/completion`, { body: { answer } });
const pointers = (body: { errors?: { pointer: string }[] }) => body.errors?.map((error) => error.pointer);
const lastAsked = () => shop.desk.asked.at(-1);
/** Makes `deputy` stand in for `absent` until further notice. */
const standsIn = (deputy: Role, absent: Role) =>
  shop.db.staff.update({ where: { login: absent }, data: { deputyId: staffId(deputy), absences: awayFrom(new Date(shop.now() - HOUR)) } });
const isBack = (absent: Role) => shop.db.staff.update({ where: { login: absent }, data: { deputyId: null, absences: BACK } });

const DEPARTS = { vehicle: true, route: true, vest: true, weather: 'fair', orderNumber: '1', signee: '李华' };

describe('answering a task', () => {
  const review = (more: Record<string, unknown> = {}) => ({
    outcome: 'feasible',
    plannedStartAt: '2026-11-27T08:00:00+08:00',
    assignees: { materials: staffId('production-supervisor'), making: staffId('baker') },
    ...more,
  });
  const aReview = () => aTask(shop, order, 'feasibility-review', 'production-supervisor');

  test('gives the order choices with instants as numbers; every free word stays in the records', async () => {
    const id = await aReview();
    const sheet = { risks: '塔太高', mitigations: '分段运输', ownerId: staffId('baker'), checkpoints: ['到店前'] };
    const { status } = await complete(
      'production-supervisor',
      id,
      review({ outcome: 'feasible-with-conditions', reason: '需加班', highRisk: true, trackingSheet: sheet }),
    );
    expect(status).toBe(200);
    const asked = lastAsked();
    expect(asked).toMatchObject({
      act: 'completeTask',
      order,
      message: {
        taskId: id,
        by: { id: 'main-production-supervisor' },
        choices: { outcome: 'feasible-with-conditions', plannedStartAt: Date.parse('2026-11-27T00:00:00Z'), highRisk: true },
      },
    });
    expect(JSON.stringify(asked)).not.toMatch(/塔太高|分段|加班|到店前/);
    expect((await shop.db.text.findUnique({ where: { id: asked?.message.textId } }))?.body).toEqual({
      reason: '需加班',
      trackingSheet: sheet,
    });
  });

  test('BAK-09 BAK-29 a feasible order has a planned start and a named person for materials and making', async () => {
    const id = await aReview();
    const missing = await complete('production-supervisor', id, { outcome: 'feasible' });
    expect([missing.status, pointers(missing.body)]).toEqual([400, ['/answer/plannedStartAt', '/answer/assignees']]);
    const stranger = await complete(
      'production-supervisor',
      id,
      review({ assignees: { materials: staffId('production-supervisor'), making: staffId('baker', 'other') } }),
    );
    expect([stranger.status, pointers(stranger.body), stranger.body.rule]).toEqual([400, ['/answer/assignees/making'], 'BAK-09']);
  });

  const ALL_NAMED: Record<string, Role> = {
    materials: 'production-supervisor',
    making: 'baker',
    'quality-check': 'qc-inspector',
    decoration: 'baker',
    packing: 'packer',
    delivery: 'delivery-staff',
  };
  const named = (more: Record<string, Role> = {}) =>
    review({ assignees: Object.fromEntries(Object.entries({ ...ALL_NAMED, ...more }).map(([step, role]) => [step, staffId(role)])) });

  test('BAK-04 being named for a step lends nobody its role: the review names a person who holds it', async () => {
    const id = await aReview();
    for (const [step, role] of [
      ['materials', 'baker'],
      ['making', 'finance'],
      ['making', 'store-manager'],
      ['quality-check', 'sales-consultant'],
      ['quality-check', 'baker'],
      ['decoration', 'packer'],
      ['packing', 'delivery-staff'],
      ['delivery', 'customer-service'],
    ] as const) {
      const { status, body } = await complete('production-supervisor', id, named({ [step]: role }));
      expect([step, role, status, pointers(body), body.rule]).toEqual([step, role, 400, [`/answer/assignees/${step}`], 'BAK-04']);
    }
    expect((await complete('production-supervisor', id, named())).status).toBe(200);
  });

  test('BAK-04 who stands in for an absent inspector may be named to check, and not when the inspector is back', async () => {
    const id = await aReview();
    await standsIn('packer', 'qc-inspector');
    expect((await complete('production-supervisor', id, named({ 'quality-check': 'packer' }))).status).toBe(200);
    await isBack('qc-inspector');
    const { body } = await complete('production-supervisor', await aReview(), named({ 'quality-check': 'packer' }));
    expect(pointers(body)).toEqual(['/answer/assignees/quality-check']);
  });

  test('BAK-49 a day of production names the key steps worked on it, a day without work its reason', async () => {
    const id = await aTask(shop, order, 'daily-photos', 'baker');
    const refused = async (answer: object) => {
      const { status, body } = await complete('baker', id, answer);
      return [status, pointers(body), body.rule];
    };
    expect(await refused({ worked: true })).toEqual([400, ['/answer/steps'], 'BAK-49']);
    expect(await refused({ worked: true, steps: ['shop-window'] })).toEqual([400, ['/answer/steps/0'], 'BAK-49']);
    expect(await refused({ worked: false })).toEqual([400, ['/answer/reason'], 'BAK-49']);
    expect((await complete('baker', id, { worked: true, steps: ['baking'] })).status).toBe(200);
    expect(lastAsked()).toMatchObject({ act: 'completeTask', message: { choices: { worked: true, steps: ['baking'] } } });
    const none = await aTask(shop, order, 'daily-photos', 'baker');
    expect((await complete('baker', none, { worked: false, reason: '面糊静置' })).status).toBe(200);
    expect(JSON.stringify(lastAsked())).not.toContain('面糊静置');
  });

  test('a high-risk order has its tracking sheet, and an infeasible one a reason', async () => {
    const id = await aReview();
    const risky = await complete('production-supervisor', id, review({ highRisk: true }));
    expect([risky.status, pointers(risky.body), risky.body.rule]).toEqual([400, ['/answer/trackingSheet'], 'BAK-30']);
    const no = await complete('production-supervisor', id, { outcome: 'not-feasible' });
    expect([no.status, pointers(no.body), no.body.rule]).toEqual([400, ['/answer/reason'], 'BAK-27']);
    expect((await complete('production-supervisor', id, { outcome: 'not-feasible', reason: '无法采购' })).status).toBe(200);
  });

  test('BAK-30 an order that its products make high-risk has its tracking sheet, unless the supervisor says that it is none', async () => {
    const id = await aTask(shop, order, 'feasibility-review', 'production-supervisor', { context: { highRisk: true } });
    for (const outcome of ['feasible', 'feasible-with-conditions']) {
      const untracked = await complete('production-supervisor', id, review({ outcome }));
      expect([untracked.status, pointers(untracked.body), untracked.body.rule]).toEqual([400, ['/answer/trackingSheet'], 'BAK-30']);
    }
    const trackingSheet = { risks: '塔太高', mitigations: '分段运输', ownerId: staffId('baker'), checkpoints: ['到店前'] };
    expect((await complete('production-supervisor', id, review({ trackingSheet }))).status).toBe(200);
    expect((await complete('production-supervisor', id, review({ highRisk: false }))).status).toBe(200);
    expect((await complete('production-supervisor', id, { outcome: 'not-feasible', reason: '无法采购' })).status).toBe(200);
  });

  test('BAK-28 an order with an ingredient that cannot be had is feasible with conditions at most', async () => {
    const id = await aReview();
    const ingredients = [
      { item: 'cream', status: 'in-stock' },
      { item: 'imported-chocolate', status: 'unavailable' },
    ];
    const asIfNothing = await complete('production-supervisor', id, review({ ingredients }));
    expect([asIfNothing.status, pointers(asIfNothing.body), asIfNothing.body.rule]).toEqual([
      400,
      ['/answer/ingredients/1/status'],
      'BAK-28',
    ]);
    expect((await complete('production-supervisor', id, review({ ingredients, outcome: 'feasible-with-conditions' }))).status).toBe(200);
  });

  test.each([
    ['quality-check', 'qc-inspector', { result: 'fail' }, '/answer/notes', 'BAK-51'],
    ['quality-check', 'qc-inspector', { result: 'not-sampled' }, '/answer/notes', 'BAK-51'],
    [
      'dispatch-check',
      'delivery-staff',
      { vehicle: true, route: true, vest: true, weather: 'severe', orderNumber: '1', signee: '李华' },
      '/answer/backupPlan',
      'BAK-71',
    ],
    [
      'dispatch-check',
      'delivery-staff',
      { vehicle: false, route: true, vest: true, weather: 'fair', orderNumber: '1', signee: '李华' },
      '/answer/vehicle',
      'BAK-70',
    ],
    [
      'dispatch-check',
      'delivery-staff',
      { vehicle: true, route: true, vest: false, weather: 'fair', orderNumber: '1', signee: '李华' },
      '/answer/vest',
      'BAK-73',
    ],
    ['dispatch-check', 'delivery-staff', { ...DEPARTS, vest: undefined }, '/answer/vest', 'BAK-73'],
    ['dispatch-check', 'delivery-staff', { ...DEPARTS, signee: undefined }, '/answer/signee', 'BAK-69'],
    ['dispatch-check', 'delivery-staff', { ...DEPARTS, signee: '林志强' }, '/answer/signee', 'BAK-69'],
    ['follow-up-visit', 'customer-service', { reached: false }, '/answer/method', 'AFT-89'],
    ['follow-up-visit', 'customer-service', { reached: true, satisfaction: 5 }, '/answer/method', 'AFT-89'],
    ['follow-up-visit', 'customer-service', { reached: true, method: 'sms' }, '/answer/satisfaction', 'AFT-90'],
    ['follow-up-visit', 'customer-service', { reached: true, method: 'sms', satisfaction: 6 }, '/answer/satisfaction', 'AFT-90'],
    [
      'follow-up-visit',
      'customer-service',
      { reached: true, method: 'sms', satisfaction: 5, suggestion: '少糖' },
      '/answer/department',
      'AFT-91',
    ],
    [
      'follow-up-visit',
      'customer-service',
      { reached: true, method: 'sms', satisfaction: 5, suggestion: '少糖', department: 'kitchen' },
      '/answer/department',
      'AFT-91',
    ],
    ['hand-over', 'delivery-staff', { photoId: 'p', signatureId: 's' }, '/answer/signee', 'BAK-75'],
    ['hand-over', 'delivery-staff', { signee: '李华', photoId: 'p' }, '/answer/signatureId', 'BAK-75'],
    ['hand-over', 'delivery-staff', { signee: '李华', signatureId: 's' }, '/answer/photoId', 'BAK-75'],
    ['answer-exception', 'production-supervisor', { outcome: 'partial-refund' }, '/answer/refundFen', 'BAK-76'],
    ['answer-exception', 'production-supervisor', { outcome: 'replace' }, '/answer/replacementAt', 'BAK-76'],
    ['cancellation-decision', 'store-manager', { decision: 'approve', cause: 'neither' }, '/answer/reason', 'BAK-40'],
    ['cancellation-decision', 'store-manager', { decision: 'approve', refundFen: 5_000 }, '/answer/reason', 'BAK-40'],
    ['cancellation-decision', 'store-manager', { decision: 'approve', refundFen: -1, reason: '停电' }, '/answer/refundFen', 'BAK-40'],
    ['cancellation-decision', 'store-manager', { decision: 'approve', refundFen: 0.5, reason: '停电' }, '/answer/refundFen', 'BAK-40'],
    ['change-decision', 'store-manager', { decision: 'reject' }, '/answer/reason', 'BAK-37'],
    ['contact-supplier', 'production-supervisor', { result: 'promised', supplier: 's' }, '/answer/promisedAt', 'BAK-59'],
  ] as const)('%s by %s: %j wants %s (%s)', async (kind, role, answer, pointer, rule) => {
    const id = await aTask(shop, order, kind, role);
    const { status, body } = await complete(role, id, answer);
    expect([status, pointers(body), body.rule]).toEqual([400, [pointer], rule]);
    expect(await shop.db.text.count({ where: { processId: `order/${order}` } })).toBe(0);
  });

  /** A photo on record; equal `bytes` are the same picture. */
  const aPhoto = async (of: string, step: string, bytes: string = randomUUID()): Promise<string> => {
    const id = randomUUID();
    const row = {
      id,
      processId: `order/${of}`,
      storeId: 'main',
      step,
      sha256: bytes,
      mime: 'image/png',
      bytes: 1,
      width: 1,
      height: 1,
      takenAt: new Date(shop.now()),
      takenBy: 'x',
    };
    await shop.db.photo.create({ data: row });
    return id;
  };

  test.each([
    ['decoration-done', 'baker', 'photoId', 'decoration', 'BAK-52', {}],
    ['packing-checklist', 'packer', 'labelPhotoId', 'fragile-label', 'BAK-65', { lines: [], orderNumber: '1' }],
    ['confirm-design', 'sales-consultant', 'draftPhotoId', 'design-draft', 'BAK-25', { outcome: 'approved' }],
  ] as const)('BAK-25 BAK-52 BAK-65 %s by %s: the photo in %s belongs to this order', async (kind, role, field, step, rule, rest) => {
    const id = await aTask(shop, order, kind, role);
    const strange = await complete(role, id, { ...rest, [field]: await aPhoto(await placed(shop), step) });
    expect([strange.status, pointers(strange.body), strange.body.rule]).toEqual([400, [`/answer/${field}`], rule]);
    expect((await complete(role, id, { ...rest, [field]: await aPhoto(order, step) })).status).toBe(200);
  });

  test('BAK-40 a cancellation that was asked for a cause of neither side is approved with a reason', async () => {
    const id = await aTask(shop, order, 'cancellation-decision', 'store-manager', { context: { cause: 'neither' } });
    const silent = await complete('store-manager', id, { decision: 'approve' });
    expect([silent.status, pointers(silent.body), silent.body.rule]).toEqual([400, ['/answer/reason'], 'BAK-40']);
    expect((await complete('store-manager', id, { decision: 'approve', cause: 'store' })).status).toBe(200);
    expect((await complete('store-manager', id, { decision: 'approve', refundFen: 5_000, reason: '台风' })).status).toBe(200);
    expect(lastAsked()).toMatchObject({ act: 'completeTask', message: { choices: { decision: 'approve', refundFen: 5_000 } } });
    expect(JSON.stringify(lastAsked())).not.toContain('台风');
  });

  test('BAK-69 before departure the signee typed is the order’s, however it is written; no other name gets through', async () => {
    const id = await aTask(shop, order, 'dispatch-check', 'delivery-staff');
    const strange = await complete('delivery-staff', id, { ...DEPARTS, signee: '王小明' }); // the customer is not who receives it
    expect([strange.status, pointers(strange.body), strange.body.rule]).toEqual([400, ['/answer/signee'], 'BAK-69']);
    expect(JSON.stringify(strange.body)).not.toMatch(/李华|王小明/);
    expect((await complete('delivery-staff', id, { ...DEPARTS, signee: ' 李　华' })).status).toBe(200);
    expect(JSON.stringify(lastAsked())).not.toMatch(/李|华/);
  });

  test('BAK-69 without a recipient of its own the customer is the signee', async () => {
    const pickup = await placed(shop, {
      delivery: { method: 'pickup' },
      customer: { name: 'Ann Lee', phone: '13800138000', language: 'en' },
    });
    const id = await aTask(shop, pickup, 'hand-over', 'delivery-staff');
    const hands = async (signee: string) =>
      complete('delivery-staff', id, {
        signee,
        photoId: await aPhoto(pickup, 'hand-over'),
        signatureId: await aPhoto(pickup, 'signature'),
      });
    expect((await hands('李华')).body.rule).toBe('BAK-69');
    expect((await hands('ann  LEE')).status).toBe(200);
  });

  test('BAK-69 BAK-75 at the door somebody else signs only when it is said, and why; that it was somebody else stands on record', async () => {
    const id = await aTask(shop, order, 'hand-over', 'delivery-staff');
    const hands = async (own: object) =>
      complete('delivery-staff', id, { photoId: await aPhoto(order, 'hand-over'), signatureId: await aPhoto(order, 'signature'), ...own });
    const refused = async (own: object, pointer: string) => {
      const { status, body } = await hands(own);
      expect([status, pointers(body), body.rule]).toEqual([400, [pointer], 'BAK-69']);
    };
    await refused({ signee: '邻居老张' }, '/answer/signee');
    await refused({ signee: '邻居老张', signeeIsOther: false }, '/answer/signee');
    await refused({ signee: '邻居老张', signeeIsOther: true }, '/answer/otherReason');
    await refused({ signee: '李华', signeeIsOther: true, otherReason: '不在家' }, '/answer/signeeIsOther');
    expect((await hands({ signee: '邻居老张', signeeIsOther: true, otherReason: '李华不在家' })).status).toBe(200);
    const asked = lastAsked();
    expect(asked).toMatchObject({ act: 'completeTask', message: { choices: { signeeIsOther: true } } });
    expect(JSON.stringify(asked)).not.toMatch(/老张|李华|不在家/);
    expect((await shop.db.text.findUnique({ where: { id: asked?.message.textId } }))?.body).toEqual({
      signee: '邻居老张',
      otherReason: '李华不在家',
    });
  });

  test('BAK-63 the production date on the card is the store’s day on which making finished', async () => {
    const id = await aTask(shop, order, 'packing-checklist', 'packer');
    const packs = (productionDate: string) => complete('packer', id, { lines: [], orderNumber: '1', productionDate });
    const early = await packs('2026-11-24');
    expect([early.status, pointers(early.body), early.body.rule]).toEqual([400, ['/answer/productionDate'], 'BAK-63']);
    // half past midnight in Shanghai, still the day before in UTC
    await shop.db.order.update({ where: { number: order }, data: { makingDoneAt: new Date('2026-11-24T00:30:00+08:00') } });
    expect((await packs('2026-11-23')).body.rule).toBe('BAK-63');
    expect((await packs('2026-11-24')).status).toBe(200);
  });

  test('BAK-75 photo and signature are two different pictures, and neither is one of an earlier step', async () => {
    const id = await aTask(shop, order, 'hand-over', 'delivery-staff');
    const hands = async (photoId: string, signatureId: string) => complete('delivery-staff', id, { signee: '李华', photoId, signatureId });
    const twice = await hands(await aPhoto(order, 'hand-over', 'one'), await aPhoto(order, 'signature', 'one'));
    expect([twice.status, pointers(twice.body), twice.body.rule]).toEqual([400, ['/answer/photoId', '/answer/signatureId'], 'BAK-75']);
    await aPhoto(order, 'decoration', 'cake');
    const old = await hands(await aPhoto(order, 'hand-over', 'cake'), await aPhoto(order, 'signature'));
    expect([old.status, pointers(old.body), old.body.rule]).toEqual([400, ['/answer/photoId'], 'BAK-75']);
    expect((await hands(await aPhoto(order, 'hand-over'), await aPhoto(order, 'signature'))).status).toBe(200);
  });

  test('that was answered is refused with the first one’s who and when', async () => {
    const at = Date.parse('2026-11-23T01:30:00Z');
    const id = await aTask(shop, order, 'making-done', 'baker', {
      state: 'done',
      answers: [{ by: { kind: 'staff', id: staffId('baker'), via: 'http' }, at, choices: { done: true } }],
    });
    for (const code of ['already-answered', 'not-in-this-state'] as const) {
      shop.desk.answer('completeTask', () => Promise.reject(new Refusal(code, { code: 'order-ended' }))); // it may have ended by now
      const { status, body } = await complete('baker', id, { done: true });
      expect([status, body.type, body.detail]).toEqual([
        409,
        '/problems/already-answered',
        'Name of baker已于 2026-11-23 周一 09:30 答复。',
      ]);
      expect(body.answered).toEqual({
        by: { id: staffId('baker'), name: 'Name of baker' },
        at: '2026-11-23T01:30:00.000Z',
        choices: { done: true },
      });
    }
  });

  test('that is closed shows its form in the reader’s words, for its answer to be read by', async () => {
    const id = await aTask(shop, order, 'feasibility-review', 'production-supervisor', { state: 'done' });
    const { form } = (await shop.call('production-supervisor', 'GET', `/tasks/${id}`)).body;
    expect([form.properties.outcome.title, form.properties.outcome.oneOf[0]]).toEqual(['审核结论', { const: 'feasible', title: '可行' }]);
    const { body } = await shop.call('production-supervisor', 'GET', `/tasks/${id}`, { headers: { 'Accept-Language': 'en' } });
    expect(body.form.properties.outcome.title).toBe('conclusion');
  });

  test('that was answered by this very request, whose answer was lost on the way, is answered again: the order knows its key', async () => {
    const id = await aTask(shop, order, 'making-done', 'baker', {
      state: 'done',
      answers: [{ by: { kind: 'staff', id: staffId('baker'), via: 'http' }, at: 1, choices: { done: true } }],
    });
    const { status } = await complete('baker', id, { done: true });
    expect(status).toBe(200);
    expect(lastAsked()).toMatchObject({ act: 'completeTask', message: { taskId: id } });
  });

  test('that the order refuses leaves no words behind', async () => {
    const id = await aTask(shop, order, 'making-done', 'baker');
    shop.desk.answer('completeTask', () =>
      Promise.reject(new Refusal('not-in-this-state', { code: 'sheet-unsigned', params: { version: 1 } }, { rule: 'BAK-44' })),
    );
    const { status, body } = await complete('baker', id, { done: true, remarks: '做好了' });
    expect([status, body.rule]).toEqual([409, 'BAK-44']);
    expect(await shop.db.text.count({ where: { processId: `order/${order}` } })).toBe(0);
  });

  describe('by a deputy', () => {
    const away = (who: 'baker' | 'other-baker', from: number, until: number | null, more: object = {}) =>
      shop.db.staff.update({
        where: { login: who },
        data: {
          deputyId: staffId('packer'),
          absences: awayFrom(new Date(shop.now() + from), until === null ? null : new Date(shop.now() + until)),
          ...more,
        },
      });
    const bakes = async (id: string) => (await complete('packer', id, { done: true })).status;
    const packersTasks = async () =>
      (await shop.call('packer', 'GET', `/tasks?mine=true&order=${order}`)).body.items.map((task: { id: string }) => task.id);
    afterEach(async () => {
      for (const login of ['baker', 'other-baker'])
        await shop.db.staff.update({ where: { login }, data: { deputyId: null, absences: BACK, active: true } });
    });

    test('is taken while the assignee is away, and not before or after', async () => {
      const id = await aTask(shop, order, 'making-done', 'baker', { assignee: staffId('baker') });
      await away('baker', HOUR, 2 * HOUR);
      expect(await bakes(id)).toBe(403);
      await away('baker', -2 * HOUR, -HOUR);
      expect(await bakes(id)).toBe(403);
      await away('baker', -HOUR, HOUR);
      expect(await bakes(id)).toBe(200);
      expect(await packersTasks()).toEqual([id]);
    });

    test('is taken until further notice when nobody knows when the assignee comes back', async () => {
      const id = await aTask(shop, order, 'making-done', 'baker');
      await away('baker', -HOUR, null);
      expect(await bakes(id)).toBe(200);
      expect(await packersTasks()).toEqual([id]);
    });

    test('of somebody who has left, or of another store, is not', async () => {
      const id = await aTask(shop, order, 'making-done', 'baker');
      await away('baker', -HOUR, null, { active: false });
      await away('other-baker', -HOUR, null);
      expect(await bakes(id)).toBe(403);
      expect(await packersTasks()).toEqual([]);
    });
  });
});

describe('the inbox', () => {
  test('mine is what my role, my name or a rung puts before me', async () => {
    const own = await aTask(shop, order, 'making-done', 'baker');
    const late = await aTask(shop, order, 'making-done', 'baker', { rung: 1 });
    const given = await aTask(shop, order, 'packing-checklist', 'packer', { assignee: staffId('production-supervisor') });
    await aTask(shop, order, 'making-done', 'baker', { state: 'done' });
    const mine = async (who: Parameters<Shop['call']>[0]) =>
      (await shop.call(who, 'GET', `/tasks?mine=true&state=open&order=${order}`)).body.items.map((task: { id: string }) => task.id).sort();
    expect(await mine('baker')).toEqual([own, late].sort());
    expect(await mine('production-supervisor')).toEqual([given, late].sort());
    expect(await mine('store-manager')).toEqual([]);
    expect(await mine('packer')).toEqual([given]);
  });

  test('BAK-09 what a task is already, the order does not hear again: claimed by its person, released by nobody, handed to who has it', async () => {
    const mine = await aTask(shop, order, 'making-done', 'baker', { assignee: staffId('baker') });
    const free = await aTask(shop, order, 'making-done', 'baker');
    const before = shop.desk.asked.length;
    const again = [
      await shop.call('baker', 'POST', `/tasks/${mine}/claim`),
      await shop.call('production-supervisor', 'POST', `/tasks/${free}/release`),
      await shop.call('production-supervisor', 'POST', `/tasks/${mine}/reassign`, { body: { to: staffId('baker'), reason: '换人' } }),
    ];
    expect(again.map(({ status, body }) => [status, body.assignee?.id ?? null])).toEqual([
      [200, staffId('baker')],
      [200, null],
      [200, staffId('baker')],
    ]);
    expect(shop.desk.asked).toHaveLength(before);
  });

  test('BAK-04 the order hears for whom a deputy stands in', async () => {
    await standsIn('packer', 'baker');
    const id = await aTask(shop, order, 'making-done', 'baker');
    await complete('packer', id, { done: true });
    await isBack('baker');
    expect(lastAsked()).toMatchObject({
      act: 'completeTask',
      message: { by: { id: staffId('packer') }, deputyFor: [{ id: staffId('baker'), roles: ['baker'] }] },
    });
  });

  test('a task says what it is in the reader’s language, what it wants, and what one needs to know', async () => {
    const id = await aTask(shop, order, 'materials-settled', 'production-supervisor', {
      ruleIds: ['BAK-48'],
      dueAt: new Date('2026-12-01T10:00:00Z'),
      reason: { rule: 'BAK-48', base: 'acceptedAt', baseAt: Date.parse('2026-12-01T02:00:00Z'), add: { n: 8, unit: 'hours' } },
      context: { version: 1, plannedStartAt: shop.now(), owner: staffId('baker') },
    });
    const zh = (await shop.call('baker', 'GET', `/tasks/${id}`)).body;
    const en = (await shop.call('baker', 'GET', `/tasks/${id}`, { headers: { 'Accept-Language': 'en' } })).body;
    expect([zh.title, en.title]).toEqual(['备料安排', 'Settle the materials']);
    expect(zh.because).toBe('接单（2026-12-01 周二 10:00）后8小时 → 2026-12-01 周二 18:00（BAK-48）');
    expect(en.because).toBe('8 h after acceptance Tue 2026-12-01 10:00 → Tue 2026-12-01 18:00 (BAK-48)');
    expect(zh.reason).toEqual({ rule: 'BAK-48', base: 'acceptedAt', baseAt: '2026-12-01T02:00:00.000Z', add: { n: 8, unit: 'hours' } });
    expect(zh.form).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      required: ['lines'],
      additionalProperties: false,
    });
    expect(zh.context).toMatchObject({
      version: 1,
      plannedStartAt: new Date(shop.now()).toISOString(),
      ownerName: 'Name of baker',
      orderContext: { customer: { name: '王小明' } },
    });
  });

  test('BAK-28 a list of an answer says each thing once: the second of two is pointed at', async () => {
    const answer = async (kind: string, role: 'production-supervisor' | 'packer', given: Record<string, unknown>) =>
      shop.call(role, 'POST', `/tasks/${await aTask(shop, order, kind, role)}/completion`, { body: { answer: given } });
    const flour = { item: 'wheat-flour', status: 'in-stock' };
    const twice = [
      await answer('feasibility-review', 'production-supervisor', {
        outcome: 'not-feasible',
        reason: '缺料',
        ingredients: [flour, { ...flour, status: 'unavailable' }],
      }),
      await answer('materials-settled', 'production-supervisor', {
        lines: [
          { item: 'egg', source: 'stock' },
          { item: 'egg', source: 'purchase' },
          { item: 'egg', source: 'stock' },
        ],
      }),
      await answer('packing-checklist', 'packer', { lines: ['quality-card', 'quality-card'], orderNumber: order }),
    ];
    expect(twice.map(({ status, body }) => [status, body.errors.map((error: { pointer: string }) => error.pointer)])).toEqual([
      [400, ['/answer/ingredients/1/item']],
      [400, ['/answer/lines/2']],
      [400, ['/answer/lines/1']],
    ]);
  });

  test('the form’s own conditions are those that are parsed', async () => {
    const { form } = (await shop.call('baker', 'GET', `/tasks/${await aTask(shop, order, 'quality-check', 'qc-inspector')}`)).body;
    expect(form.allOf).toEqual([
      { if: { properties: { result: { enum: ['fail', 'not-sampled'] } }, required: ['result'] }, then: { required: ['notes'] } },
    ]);
  });

  test('is claimed, released and handed on, each told to the order', async () => {
    const id = await aTask(shop, order, 'making-done', 'baker');
    await shop.call('baker', 'POST', `/tasks/${id}/claim`);
    expect(lastAsked()).toMatchObject({ act: 'assignTask', message: { taskId: id, to: staffId('baker') } });
    expect((await shop.call('packer', 'POST', `/tasks/${id}/claim`)).status).toBe(403);
    await shop.db.task.update({ where: { id }, data: { assignee: staffId('baker') } });
    await shop.call('baker', 'POST', `/tasks/${id}/release`);
    expect(lastAsked()).toMatchObject({ act: 'assignTask', message: { taskId: id, to: null } });
    const hand = (to: string) => shop.call('production-supervisor', 'POST', `/tasks/${id}/reassign`, { body: { to, reason: '换人' } });
    expect((await hand(staffId('store-manager'))).status).toBe(200);
    expect(lastAsked()).toMatchObject({ act: 'assignTask', message: { to: staffId('store-manager') } });
    expect((await shop.db.text.findUnique({ where: { id: lastAsked()?.message.textId } }))?.body).toEqual({ reason: '换人' });
    const stranger = await hand(staffId('baker', 'other'));
    expect([stranger.status, stranger.body.type, pointers(stranger.body)]).toEqual([404, '/problems/no-such-staff', ['/to']]);
    expect(
      (await shop.call('delivery-staff', 'POST', `/tasks/${id}/reassign`, { body: { to: staffId('packer'), reason: 'r' } })).status,
    ).toBe(403);
  });

  test('BAK-04 is handed only to somebody whose role it is, for being named lends nobody a role', async () => {
    const id = await aTask(shop, order, 'change-decision', 'store-manager');
    const hand = (to: string) => shop.call('store-manager', 'POST', `/tasks/${id}/reassign`, { body: { to, reason: '换人' } });
    const asked = shop.desk.asked.length;
    const toBaker = await hand(staffId('baker'));
    expect([toBaker.status, toBaker.body.type, pointers(toBaker.body), toBaker.body.rule]).toEqual([
      400,
      '/problems/invalid-request',
      ['/to'],
      'BAK-04',
    ]);
    expect(shop.desk.asked).toHaveLength(asked);
    expect((await hand(staffId('management'))).status).toBe(200); // the ladder's
    await standsIn('baker', 'store-manager');
    expect((await hand(staffId('baker'))).status).toBe(200);
    await isBack('store-manager');
  });
});

describe('a task that climbs to the head of a department', () => {
  const ladder = ['head:quality', 'management'];
  const mine = async (who: Role) =>
    (await shop.call(who, 'GET', `/tasks?mine=true&order=${order}`)).body.items.map((task: { id: string }) => task.id);
  beforeAll(() =>
    shop.db.staff.update({ where: { login: 'packer' }, data: { departments: ['quality'], headOf: ['quality', 'moonlight'] } }),
  );
  afterAll(() => shop.db.staff.update({ where: { login: 'packer' }, data: { departments: [], headOf: [] } }));

  test('BAK-04 is theirs once it has climbed so far: in their inbox, to answer and to hand on', async () => {
    const id = await aTask(shop, order, 'making-done', 'baker', { ladder });
    const early = await complete('packer', id, { done: true });
    expect([early.status, await mine('packer')]).toEqual([403, []]);
    await shop.db.task.update({ where: { id }, data: { rung: 1 } });
    expect(await mine('packer')).toEqual([id]);
    expect(await mine('management')).toEqual([]);
    expect((await complete('packer', id, { done: true })).status).toBe(200);
    expect(lastAsked()?.message.by).toMatchObject({ id: staffId('packer'), roles: ['packer', 'head:quality'] });
    const handed = await shop.call('packer', 'POST', `/tasks/${id}/reassign`, { body: { to: staffId('baker'), reason: '换人' } });
    expect(handed.status).toBe(200);
  });

  test('names them in both languages to whoever may not', async () => {
    const id = await aTask(shop, order, 'making-done', 'baker', { ladder, rung: 1 });
    const said = async (language: string) =>
      (
        await shop.call('finance', 'POST', `/tasks/${id}/completion`, {
          body: { answer: { done: true } },
          headers: { 'Accept-Language': language },
        })
      ).body.detail;
    expect(await said('zh-CN')).toContain('烘焙师、质量部负责人');
    expect(await said('en')).toContain('baker, head of quality');
  });

  test('is their deputy’s while they are away', async () => {
    const id = await aTask(shop, order, 'making-done', 'baker', { ladder, rung: 1 });
    await standsIn('finance', 'packer');
    expect(await mine('finance')).toContain(id);
    expect((await complete('finance', id, { done: true })).status).toBe(200);
    await isBack('packer');
    expect((await complete('finance', id, { done: true })).status).toBe(403);
  });
});

test('BAK-03 a task says when it is raised next and to whom, and that it will not be', async () => {
  const ladder = ['head:quality', 'management'];
  const nextRungAt = new Date('2026-12-01T04:00:00Z');
  const shown = async (more: object) =>
    (await shop.call('baker', 'GET', `/tasks/${await aTask(shop, order, 'making-done', 'baker', { ladder, ...more })}`)).body.nextRung;
  expect(await shown({ rung: 0, nextRungAt })).toEqual({
    at: '2026-12-01T04:00:00.000Z',
    to: { id: 'head:quality', name: '质量部负责人' },
  });
  expect(await shown({ rung: 1, nextRungAt })).toMatchObject({ to: { id: 'management', name: '管理层' } });
  expect(await shown({ rung: 2, nextRungAt })).toMatchObject({ to: { id: 'management' } }); // told once more
  expect(await shown({ ladder: [], nextRungAt })).toMatchObject({ to: null });
  expect(await shown({ rung: 2, nextRungAt: null })).toBeNull();
});

test('a task shows its clock: whose it is, when it began, its deadlines, and how long it stood', async () => {
  const id = await aTask(shop, order, 'making-done', 'baker', {
    department: 'production',
    startedAt: new Date('2026-12-01T01:00:00Z'),
    dueAt: new Date('2026-12-01T04:00:00Z'),
    firstDueAt: new Date('2026-12-01T03:00:00Z'),
    pausedSince: new Date('2026-12-01T02:30:00Z'),
    pausedMs: HOUR,
  });
  expect((await shop.call('baker', 'GET', `/tasks/${id}`)).body).toMatchObject({
    department: 'production',
    startedAt: '2026-12-01T01:00:00.000Z',
    dueAt: '2026-12-01T04:00:00.000Z',
    firstDueAt: '2026-12-01T03:00:00.000Z',
    pausedSince: '2026-12-01T02:30:00.000Z',
    pausedMs: 3_600_000,
  });
});

describe('BAK-81, BAK-03 a vote of the food-safety committee', () => {
  const aLateVote = () => aTask(shop, order, 'committee-vote', 'food-safety-committee', { rung: 2, assignee: staffId('store-manager') });
  const seenBy = async (who: Role) =>
    (await shop.call(who, 'GET', `/tasks?mine=true&order=${order}`)).body.items.map((task: { id: string }) => task.id);

  test('is its members’, however late it is and whoever was named', async () => {
    const id = await aLateVote();
    for (const who of ROLES) {
      const isMember = who === 'food-safety-committee';
      const [claimed, voted] = [await shop.call(who, 'POST', `/tasks/${id}/claim`), await complete(who, id, { vote: 'hold' })];
      expect([who, claimed.status, voted.status, voted.body.rule]).toEqual(
        isMember ? [who, 200, 200, undefined] : [who, 403, 403, 'BAK-81'],
      );
      expect([who, await seenBy(who)]).toEqual([who, isMember ? [id] : []]);
    }
  });

  test('is a deputy’s while a member is away', async () => {
    const id = await aLateVote();
    await standsIn('management', 'food-safety-committee');
    expect(await seenBy('management')).toEqual([id]);
    expect((await complete('management', id, { vote: 'release' })).status).toBe(200);
    await isBack('food-safety-committee');
  });

  test('is handed to members only', async () => {
    const id = await aLateVote();
    const hand = (to: Role) => shop.call('store-manager', 'POST', `/tasks/${id}/reassign`, { body: { to: staffId(to), reason: '换人' } });
    for (const other of ['store-manager', 'baker'] as const) {
      const { status, body } = await hand(other);
      expect([status, pointers(body), body.rule]).toEqual([400, ['/to'], 'BAK-81']);
    }
    expect((await hand('food-safety-committee')).status).toBe(200);
  });

  test('that comes a second time is refused by what the process knows of it, not with the voice of somebody else', async () => {
    const id = await aTask(shop, order, 'committee-vote', 'food-safety-committee', {
      state: 'done',
      answers: [{ by: { kind: 'staff', id: staffId('store-manager'), via: 'http' }, at: 1, choices: { vote: 'release' } }],
    });
    shop.desk.answer('completeTask', () => Promise.reject(new Refusal('already-answered', { code: 'voted-already' }, { rule: 'BAK-81' })));
    const { status, body } = await complete('food-safety-committee', id, { vote: 'hold' });
    expect([status, body.fault.code, body.rule, body.answered]).toEqual([409, 'voted-already', 'BAK-81', undefined]);
  });
});
