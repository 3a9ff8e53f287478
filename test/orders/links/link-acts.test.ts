import { LINK_ACTS_A_DAY } from '../../../src/platform/links/link-access';
import { aQuestion, aTask, belongsTo, HOUR, openShop, placed, type Shop } from '../../support/http/shop';

let shop: Shop;
let order: string;
let token: string;
beforeAll(async () => {
  shop = await openShop();
});
beforeEach(async () => {
  order = await placed(shop);
  token = shop.link({ scope: 'customer', order });
  await shop.db.process.update({ where: { id: `order/${order}` }, data: { state: 'materials' } });
});
afterAll(() => shop.close());

const act = (what: string, body: unknown, by = token) => shop.call(null, 'POST', `/links/${by}/${what}`, { body });
/** How often the order was asked since. */
const asking = () => {
  const before = shop.desk.asked.length;
  return () => shop.desk.asked.length - before;
};
const happened = (kind: string, data: object) =>
  shop.db.timelineEvent.create({
    data: {
      id: `${order}/${kind}`,
      processId: `order/${order}`,
      storeId: 'main',
      seq: 900,
      at: new Date(),
      kind,
      actor: {},
      data,
      prevHash: '',
      hash: '',
    },
  });

describe('an act by link that changes nothing is answered as the first was, and the order does not hear it', () => {
  test('BAK-45 details confirmed again for the same plan, 40 times; for another plan the order hears it', async () => {
    await shop.db.order.update({ where: { number: order }, data: { plannedStartAt: new Date(shop.now() + HOUR) } });
    await happened('details.confirmed', { plannedStartAt: shop.now() + HOUR });
    const asked = asking();
    for (let n = 0; n < 40; n += 1)
      expect(await act('details-confirmation', { confirmed: true })).toMatchObject({ status: 200, body: { accepted: true } });
    expect(asked()).toBe(0);
    await shop.db.order.update({ where: { number: order }, data: { plannedStartAt: new Date(shop.now() + 2 * HOUR) } });
    expect((await act('details-confirmation', { confirmed: true })).status).toBe(200);
    expect(asked()).toBe(1);
  });

  test('BAK-82 the same rating again is accepted, another one is answered already', async () => {
    await shop.db.text.create({
      data: {
        id: `${order}-c`,
        processId: `order/${order}`,
        storeId: 'main',
        body: { comment: '好' },
        createdBy: 'customer',
        createdAt: new Date(),
      },
    });
    await shop.db.rating.create({ data: { orderNumber: order, score: 4.5, source: 'customer', at: new Date(), textId: `${order}-c` } });
    const asked = asking();
    expect((await act('rating', { score: 4.5, comment: '好' })).status).toBe(200);
    for (const other of [{ score: 4.5 }, { score: 4.5, comment: '不好' }, { score: 5, comment: '好' }]) {
      const { status, body } = await act('rating', other);
      expect([status, body.type, body.rule]).toEqual([409, '/problems/already-answered', 'BAK-82']);
    }
    expect(asked()).toBe(0);
  });

  test('BAK-60 the same alternative again is accepted, another one is answered already', async () => {
    await happened('alternative.chosen', { exception: 'e', option: 'other-flavour', refused: false });
    const asked = asking();
    expect((await act('alternative', { exceptionId: 'e', option: 'other-flavour' })).status).toBe(200);
    expect((await act('alternative', { exceptionId: 'e', option: null })).body.rule).toBe('BAK-60');
    expect(asked()).toBe(0);
    expect((await act('alternative', { exceptionId: 'f', option: null })).status).toBe(200);
    expect(asked()).toBe(1);
  });

  test('BAK-25 the customer’s own answer to the draft again; what staff answered is not the customer’s', async () => {
    const answered = (kind: string) => [{ by: { kind, via: 'link' }, at: shop.now(), choices: { outcome: 'approved' } }];
    const done = { state: 'done', closedAt: new Date(shop.now()) };
    const id = await aTask(shop, order, 'confirm-design', 'sales-consultant', { ...done, answers: answered('customer') });
    const asked = asking();
    expect((await act('design-approval', { outcome: 'approved' })).status).toBe(200);
    expect(asked()).toBe(0);
    await shop.db.task.update({ where: { id }, data: { answers: answered('staff') } });
    await act('design-approval', { outcome: 'approved' });
    expect(asked()).toBe(1);
  });

  test('BAK-36 the same wish while it waits is the same wish; once it is decided it is another', async () => {
    const wish = { patch: { urgency: 'rush' }, reason: '提前' };
    const first = await act('changes', wish);
    await shop.db.change.update({ where: { id: first.body.id }, data: { state: 'pending' } });
    const asked = asking();
    const again = await act('changes', { ...wish, reason: '真的' });
    expect([again.status, again.body.id, asked()]).toEqual([201, first.body.id, 0]);
    await shop.db.change.update({ where: { id: first.body.id }, data: { state: 'rejected' } });
    expect((await act('changes', wish)).body.id).not.toBe(first.body.id);
  });
});

describe('the budget of a link', () => {
  test('a link acts thirty times a store day, then sends its holder to the telephone until midnight there; tomorrow it acts again', async () => {
    const asked = asking();
    const acts = [];
    for (let n = 0; n < 31; n += 1) acts.push(await act('details-confirmation', { confirmed: true }));
    expect(acts.map(({ status }) => status)).toEqual([...Array<number>(30).fill(200), 429]);
    expect(asked()).toBe(30);
    const last = acts.at(-1);
    expect([last?.body.type, last?.body.fault.code]).toEqual(['/problems/too-many-requests', 'link-spent']);
    expect(Number(last?.headers.get('retry-after'))).toBe(14 * 3600); // 10:00 in Shanghai
    expect((await shop.call(null, 'GET', `/links/${token}`)).status).toBe(200); // looking costs nothing
    expect((await act('rating', { score: 5 }, shop.link({ scope: 'customer', order, id: 'another' }))).status).toBe(200);
    shop.time.now += 14 * HOUR;
    expect((await act('details-confirmation', { confirmed: true })).status).toBe(200);
    shop.time.now -= 14 * HOUR;
  });

  test('acts at once do not slip past it, and another process counts with this one', async () => {
    await shop.db.linkAct.create({ data: { linkId: 'shared', day: '2026-11-23', acts: LINK_ACTS_A_DAY - 2 } });
    const shared = shop.link({ scope: 'customer', order, id: 'shared' });
    const statuses = await Promise.all(
      Array.from({ length: 6 }, async () => (await act('details-confirmation', { confirmed: true }, shared)).status),
    );
    expect(statuses.sort()).toEqual([200, 200, 429, 429, 429, 429]);
  });

  test('a supplier’s link has the same', async () => {
    const supplier = await aQuestion(shop, order, { id: 'of-a-supplier' });
    await shop.db.linkAct.create({ data: { linkId: 'of-a-supplier', day: '2026-11-23', acts: LINK_ACTS_A_DAY } });
    const asked = asking();
    expect((await act('supplier-answer', { available: false }, supplier)).status).toBe(429);
    expect(asked()).toBe(0);
  });
});

describe('BAK-45 a correction by link', () => {
  const correction = { address: '淮海路2号' };
  const corrects = (own: object = {}, by = token) =>
    act('details-confirmation', { confirmed: false, correction, phoneLastFour: '8000', ...own }, by);

  test('BAK-45 needs the last four digits of the customer’s telephone, which are nobody’s to keep', async () => {
    const asked = asking();
    const without = await corrects({ phoneLastFour: undefined });
    expect([without.status, without.body.errors[0].pointer, without.body.rule]).toEqual([400, '/phoneLastFour', 'BAK-45']);
    for (const phoneLastFour of ['80', '80000', '８０００', 'abcd']) expect((await corrects({ phoneLastFour })).status).toBe(400);
    const wrong = await corrects({ phoneLastFour: '9000' }); // the recipient's
    expect([wrong.status, wrong.body.type, wrong.body.errors[0].pointer]).toEqual([403, '/problems/not-allowed', '/phoneLastFour']);
    expect(asked()).toBe(0);
    expect((await corrects()).status).toBe(200);
    expect(shop.desk.asked.at(-1)?.message).toMatchObject({ corrected: ['address'], correctionId: expect.any(String) });
    expect(JSON.stringify(await shop.db.text.findMany({ where: { processId: `order/${order}` } }))).not.toContain('8000');
  });

  test('BAK-45 of ten thousand numbers a link may try five: then not even the right one helps, whichever day it is', async () => {
    const tries = await Promise.all(['0001', '0002', '0003', '0004', '0005'].map((phoneLastFour) => corrects({ phoneLastFour })));
    expect(tries.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    shop.time.now += 24 * HOUR;
    const fresh = shop.link({ scope: 'customer', order });
    const { status, body } = await corrects({}, fresh);
    shop.time.now -= 24 * HOUR;
    expect([status, body.errors[0].code]).toEqual([403, 'digits-wrong-too-often']);
    expect((await corrects({}, shop.link({ scope: 'customer', order, id: 'given-anew' }))).status).toBe(200);
  });

  test('BAK-45 a right answer forgives the slips before it', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (const phoneLastFour of ['0001', '0002', '0003', '0004']) await corrects({ phoneLastFour });
      expect((await corrects()).status).toBe(200);
    }
  });

  test.each(['out-for-delivery', 'delivered', 'closed', 'cancelled', 'draft'])(
    'BAK-45 of an order that is %s is refused',
    async (state) => {
      await shop.db.process.update({ where: { id: `order/${order}` }, data: { state } });
      const asked = asking();
      const { status, body } = await corrects();
      expect([status, body.type, body.rule, asked()]).toEqual([409, '/problems/not-in-this-state', 'BAK-45', 0]);
      expect(await shop.db.text.count({ where: { processId: `order/${order}` } })).toBe(0);
    },
  );

  test('BAK-45 what is confirmed is not corrected, and what is on file already is no correction', async () => {
    const asked = asking();
    const both = await corrects({ confirmed: true });
    expect([both.status, both.body.errors]).toEqual([400, [expect.objectContaining({ pointer: '/correction' })]]);
    const { delivery } = await shop.db.order.findUniqueOrThrow({ where: { number: order } });
    const { address, recipient } = delivery as { address: string; recipient: object };
    expect((await corrects({ correction: { address, recipient } })).status).toBe(200);
    expect(asked()).toBe(0);
  });

  test('BAK-45 an order that is fetched has no address to correct', async () => {
    const delivery = { method: 'pickup', recipient: { name: '李华', phone: '13900139000' } };
    await shop.db.order.update({ where: { number: order }, data: { delivery } });
    const { status, body } = await corrects();
    expect([status, body.errors[0].pointer]).toEqual([400, '/correction/address']);
  });
});

describe('the links of an order', () => {
  const list = async () => (await shop.call('store-manager', 'GET', `/orders/${order}/links`)).body.items;
  const revoke = (id: string, by: 'store-manager' | 'baker' = 'store-manager') => shop.call(by, 'DELETE', `/orders/${order}/links/${id}`);

  test('are listed with who gave them out, when they were used, and without their address', async () => {
    const made = await shop.call('sales-consultant', 'POST', `/orders/${order}/links`, { body: { scope: 'customer' } });
    const fresh = new URL(made.body.url).pathname.slice(3);
    expect(await list()).toEqual([
      expect.objectContaining({
        scope: 'customer',
        state: 'live',
        issuedBy: { id: 'main-sales-consultant', name: 'Name of sales-consultant' },
        lastUsedAt: null,
        expiresAt: made.body.expiresAt,
      }),
    ]);
    await shop.call(null, 'GET', `/links/${fresh}`);
    const [used] = await list();
    expect(used.lastUsedAt).toBe(new Date(shop.now()).toISOString());
    expect(JSON.stringify(await list())).not.toContain(fresh);
    expect((await shop.call('baker', 'GET', `/orders/${order}/links`)).status).toBe(403);
  });

  test('end at once when they are revoked, by page and API, and only they', async () => {
    const made = await shop.call('sales-consultant', 'POST', `/orders/${order}/links`, { body: { scope: 'customer' } });
    const revoked = new URL(made.body.url).pathname.slice(3);
    const [{ id }] = await list();
    expect((await revoke(id, 'baker')).status).toBe(403);
    expect([(await revoke(id)).status, (await revoke(id)).status]).toEqual([204, 204]);
    const opened = await shop.call(null, 'GET', `/links/${revoked}`);
    expect([opened.status, opened.body.type]).toEqual([410, '/problems/link-expired']);
    expect((await act('details-confirmation', { confirmed: true }, revoked)).status).toBe(410);
    expect((await fetch(`${shop.url}/o/${revoked}`)).status).toBe(410);
    expect((await shop.call(null, 'GET', `/links/${token}`)).status).toBe(200);
    expect((await list()).find((link: { id: string }) => link.id === id)).toMatchObject({
      state: 'revoked',
      revokedBy: { id: 'main-store-manager' },
    });
  });

  test('of another order or store do not exist', async () => {
    const other = await placed(shop);
    await shop.call(null, 'GET', `/links/${shop.link({ scope: 'customer', order: other, id: 'of-another' })}`);
    expect((await revoke('of-another')).body.type).toBe('/problems/no-such-link');
    await belongsTo(shop, order, 'other');
    expect((await shop.call('store-manager', 'GET', `/orders/${order}/links`)).body.type).toBe('/problems/no-such-order');
    expect((await revoke('of-another')).body.type).toBe('/problems/no-such-order');
  });

  test('BAK-59 a supplier’s is settled when its question is', async () => {
    const [id, exceptionId] = [`asks-${order}`, `${order}-x`];
    const supplier = await aQuestion(shop, order, { exceptionId, id });
    await shop.call(null, 'GET', `/links/${supplier}`);
    expect(await list()).toMatchObject([{ id, scope: 'supplier', state: 'live', supplier: { id: 's', exception: exceptionId } }]);
    await shop.db.supplierContact.create({
      data: { id: `${order}-k`, orderNumber: order, exceptionId, supplierId: 's', askedAt: new Date(), result: 'withdrawn' },
    });
    expect(await list()).toMatchObject([{ state: 'settled' }]);
  });
});
