import '../../src/main/chapters-http';
import { aLine, anOrder, aTask, HOUR, openShop, staffId, type Reply, type Shop } from '../support/http/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterEach(async () => {
  await shop.db.capacity.deleteMany();
  await shop.db.orderLoad.deleteMany();
});
afterAll(() => shop.close());

const DAY = 24 * HOUR;
/** Saturday 2026-12-05, 15:00 in the shop: decoration is due on Friday (BAK-52). */
const SATURDAY = Date.parse('2026-12-05T15:00:00+08:00');
const iso = (at: number): string => new Date(at).toISOString();
const headers = { 'Accept-Language': 'en' };
const cake = (own: Record<string, unknown> = {}): Record<string, unknown> =>
  anOrder(shop, { lines: [aLine()], deliveryAt: iso(SATURDAY), ...own });
const placed = async (own: Record<string, unknown> = {}): Promise<string> =>
  (await shop.call('sales-consultant', 'POST', '/orders', { body: cake(own) })).body.number as string;
const limit = async (work: string, minutes: number): Promise<void> => {
  await shop.db.capacity.createMany({ data: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ storeId: 'main', work, weekday, minutes })) });
};
/** As the workflow records it once a review has planned it. */
const starts = (order: string, day: string): Promise<unknown> =>
  shop.db.orderLoad.update({ where: { id: `${order}/making` }, data: { at: new Date(`${day}T08:00:00+08:00`), deadline: false } });

describe('BAK-29 a feasibility review', () => {
  const context = { highRisk: false, deliveryAt: SATURDAY, urgency: 'normal', version: 1 };
  const review = (order: string): Promise<string> => aTask(shop, order, 'feasibility-review', 'production-supervisor', { context });
  const answers = (task: string, own: Record<string, unknown>, check = false): Promise<Reply> =>
    shop.call('production-supervisor', 'POST', `/tasks/${task}/completion${check ? '?check=1' : ''}`, {
      body: {
        answer: {
          outcome: 'feasible',
          plannedStartAt: '2026-12-02T08:00:00+08:00',
          assignees: { materials: staffId('production-supervisor'), making: staffId('baker') },
          ...own,
        },
      },
      headers,
    });

  test('BAK-29 is held against what others have planned, and its own load does not count', async () => {
    const [other, order] = [await placed(), await placed()];
    await starts(other, '2026-12-02');
    await limit('making', 79);
    const task = await review(order);
    for (const check of [true, false]) {
      const { status, body } = await answers(task, {}, check);
      expect([status, body.type, body.rule]).toEqual([409, '/problems/day-full', 'BAK-29']);
      expect(body.errors).toEqual([
        expect.objectContaining({
          pointer: '/answer/plannedStartAt',
          code: 'day-full',
          params: { day: '2026-12-02', work: 'making', needsMinutes: 40, freeMinutes: 39 },
        }),
      ]);
      // two days before, two after; 4 December is the last on which decoration is not due yet
      expect(body.alternatives).toEqual(
        ['2026-11-30', '2026-12-01', '2026-12-03', '2026-12-04'].map((day) => iso(Date.parse(`${day}T08:00+08:00`))),
      );
    }
    await starts(order, '2026-12-03');
    expect((await answers(task, { plannedStartAt: '2026-12-03T08:00:00+08:00' })).status).toBe(200);
  });

  test('BAK-29 over it is taken when the supervisor says how, and that goes to the order with the plan', async () => {
    const order = await placed();
    await limit('making', 20); // more than any day can hold: a person spreads it
    const task = await review(order);
    expect((await answers(task, {})).status).toBe(409);
    expect((await answers(task, { overCapacity: 'magic' })).status).toBe(400);
    expect((await answers(task, { overCapacity: 'other-days' })).status).toBe(200);
    expect(shop.desk.asked.at(-1)?.message.choices).toMatchObject({ outcome: 'feasible', overCapacity: 'other-days' });
  });

  test('of a day that is full for decoration has no other start: only another promise, or a word, would help', async () => {
    const [, order] = [await placed(), await placed()];
    await limit('decoration', 79);
    const task = await review(order);
    const { status, body } = await answers(task, {});
    expect([status, body.errors[0].pointer, body.alternatives]).toEqual([409, '/answer/overCapacity', []]);
    expect((await answers(task, { decoration: false })).status).toBe(200);
  });

  test('that says no is not held against anything', async () => {
    const order = await placed();
    await limit('making', 1);
    expect((await answers(await review(order), { outcome: 'not-feasible', reason: '做不了' })).status).toBe(200);
  });

  test('tells in its form what the order takes and what its days have left, in the reader’s words', async () => {
    const [other, order] = [await placed(), await placed()];
    await starts(other, '2026-12-02');
    const task = await review(order);
    const hint = async (language: string): Promise<string | undefined> => {
      const { body } = await shop.call('production-supervisor', 'GET', `/tasks/${task}`, { headers: { 'Accept-Language': language } });
      return body.form.properties.plannedStartAt.ui.hint as string | undefined;
    };
    expect(await hint('zh-CN')).toBeUndefined(); // a shop that has said nothing
    await limit('making', 100);
    const told = (await hint('zh-CN'))?.split('\n');
    expect(told?.[0]).toBe('此单需要（分钟）：制作 40，装饰 40');
    expect(told).toHaveLength(1 + 7); // the week up to the promise
    expect(told?.at(-1)).toBe('2026-12-05 剩余：制作 100，装饰 不限');
    expect(told).toContain('2026-12-02 剩余：制作 60，装饰 不限');
    expect(await hint('en')).toContain('2026-12-02 has left: making 60, decoration without limit');
  });
});

describe('BAK-29 BAK-37 a change', () => {
  const accepted = async (): Promise<string> => {
    const order = await placed();
    await shop.db.order.update({
      where: { number: order },
      data: { process: { update: { state: 'materials' } }, acceptedAt: new Date(shop.now()), receivedFen: 8_640, outstandingFen: 20_160 },
    });
    await starts(order, '2026-12-03');
    return order;
  };
  const asks = (order: string, patch: Record<string, unknown>, check = false): Promise<Reply> =>
    shop.call('sales-consultant', 'POST', `/orders/${order}/changes${check ? '?check=1' : ''}`, {
      body: { patch, reason: '改主意' },
      headers,
    });

  test('BAK-29 to a day that is full is refused with others, and leaves nothing; its preview tells the room', async () => {
    const order = await accepted();
    await placed({ deliveryAt: iso(SATURDAY + 3 * DAY) });
    await limit('decoration', 79);
    for (const check of [true, false]) {
      const { status, body } = await asks(order, { deliveryAt: iso(SATURDAY + 3 * DAY) }, check);
      expect([status, body.type, body.errors[0].pointer]).toEqual([409, '/problems/day-full', '/patch/deliveryAt']);
      expect(body.alternatives).toContain(iso(SATURDAY + 2 * DAY));
    }
    expect(await shop.db.change.count({ where: { orderNumber: order } })).toBe(0);
    const { status, body } = await asks(order, { deliveryAt: iso(SATURDAY + 2 * DAY) }, true);
    expect(status).toBe(200);
    expect(body.preview.room).toContainEqual(
      expect.objectContaining({ work: 'decoration', day: '2026-12-06', minutes: 40, takenMinutes: 0, limitMinutes: 79, fits: true }),
    );
  });

  test('BAK-29 of the lines is held against the days that were planned, itself not counted', async () => {
    const order = await accepted();
    await limit('making', 80);
    expect((await asks(order, { lines: [aLine({ quantity: 2, unitPriceFen: 30_000 })] }, true)).status).toBe(200);
    const { body } = await asks(order, { lines: [aLine({ quantity: 3, unitPriceFen: 30_000 })] }, true);
    expect(body.preview.room).toContainEqual(expect.objectContaining({ work: 'making', day: '2026-12-03', oversize: true })); // for the supervisor
    await starts(await placed(), '2026-12-03');
    const full = await asks(order, { lines: [aLine({ quantity: 2, unitPriceFen: 30_000 })] }, true);
    expect([full.status, full.body.fault.params.day]).toEqual([409, '2026-12-03']);
  });

  test('that takes no more than the order does is not judged again, however full its day has become', async () => {
    const order = await accepted();
    await limit('making', 60);
    await starts(await placed({ urgency: 'rush' }), '2026-12-03');
    expect((await asks(order, { occasion: 'wedding' }, true)).status).toBe(200);
    expect((await asks(order, { deliveryAt: iso(SATURDAY + HOUR), urgency: 'rush' }, true)).status).toBe(200); // BAK-24
  });

  test('BAK-37 is judged again when it is decided, for others may have taken the day; a refusal needs no room', async () => {
    const order = await accepted();
    const asked = await asks(order, { deliveryAt: iso(SATURDAY + 3 * DAY) });
    expect(asked.status).toBe(201);
    await shop.db.change.update({ where: { id: asked.body.id }, data: { state: 'pending' } });
    await placed({ deliveryAt: iso(SATURDAY + 3 * DAY) });
    await limit('decoration', 79);
    const decides = (decision: string): Promise<Reply> =>
      shop.call('store-manager', 'POST', `/orders/${order}/changes/${asked.body.id as string}/decision`, {
        body: { decision, reason: '看产能', previewHash: asked.body.previewHash },
        headers,
      });
    const refused = await decides('approve');
    expect([refused.status, refused.body.type, refused.body.errors[0].pointer]).toEqual([409, '/problems/day-full', '/decision']);
    const context = { change: asked.body.id, previewHash: asked.body.previewHash };
    const task = await aTask(shop, order, 'change-decision', 'store-manager', { context });
    const body = { answer: { decision: 'approve', previewHash: asked.body.previewHash } };
    const byTask = await shop.call('store-manager', 'POST', `/tasks/${task}/completion`, { body, headers });
    expect([byTask.status, byTask.body.errors[0].pointer]).toEqual([409, '/answer/decision']);
    expect((await decides('reject')).status).toBe(200);
  });
});
