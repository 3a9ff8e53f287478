import { defaultCalendar, localDay } from '../../src/base/calendar';
import { DAY_MS, HOUR_MS } from '../../src/base/rule';
import { bakeryOfThisFile, refusal, staff, type Order } from '../support/bakery';

const bakery = bakeryOfThisFile();
const LONG = { lifeDays: 17 };
const SERVICE = staff('customer-service');
const deliveredAt = async (order: Order): Promise<number> => (await order.view()).deliveredAt ?? 0;

describe('AFT-88 the follow-up visit', () => {
  test('AFT-88 opens on day 13 after proof of delivery, not a second earlier', async () => {
    const order = await bakery.places(LONG);
    await order.isSettled();
    const day13 = (await deliveredAt(order)) + 13 * DAY_MS;
    expect(await order.around(day13, () => order.open('follow-up-visit').length)).toEqual([0, 1, 1]);
  });

  test('AFT-88 is moved to the next open day', async () => {
    const calendar = defaultCalendar({ assumeWeekdays: true });
    const closed = localDay(calendar, Date.parse('2026-12-14T10:00:00+08:00'));
    const order = await bakery.places({ ...LONG, calendar: { ...calendar, closures: { [closed]: 'closed' } } });
    await order.isSettled();
    await order.until('the visit', () => order.book.snapshot?.followUpAt ?? undefined);
    expect((await order.view()).followUpAt).toBe((await deliveredAt(order)) + 14 * DAY_MS);
  });

  test('AFT-88 BAK-82 a score below 4.0 brings it forward; 4.0 does not', async () => {
    const fair = await bakery.places(LONG);
    await fair.isSettled();
    await fair.rates(4);
    await fair.settled();
    expect(fair.open('follow-up-visit')).toEqual([]);
    const low = await bakery.places(LONG);
    await low.isSettled();
    await low.rates(3.5);
    const { openedAt } = await low.task('follow-up-visit');
    await low.settled();
    expect((await low.view()).followUpAt).toBe(openedAt);
  });

  test('AFT-89 three attempts a day apart by at least two methods, then closed as not reached', async () => {
    const order = await bakery.places(LONG);
    await order.isSettled();
    await order.waitUntil(order.moment('follow-up'));
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      expect((await order.task('follow-up-visit')).context).toMatchObject({ attempt });
      if (attempt === 3) {
        const same = order.complete('follow-up-visit', { reached: false, method: 'telephone' }, SERVICE);
        expect(await refusal(same)).toEqual({ code: 'invalid-request', rule: 'AFT-89' });
      }
      await order.complete('follow-up-visit', { reached: false, method: attempt < 3 ? 'telephone' : 'sms' }, SERVICE);
      if (attempt < 3) {
        await order.settled();
        expect(order.open('follow-up-visit')).toEqual([]);
        await order.waitHours(24);
      }
    }
    expect(await order.handle.result()).toMatchObject({ state: 'closed' });
    expect(order.events('follow-up.not-reached')).toMatchObject([{ data: { attempts: 3 } }]);
    expect(order.events('follow-up.attempted')).toHaveLength(3);
  });

  test('AFT-89 an attempt that does not say by which method is none, whether the customer was reached or not', async () => {
    const order = await bakery.places(LONG);
    await order.isSettled();
    await order.rates(3); // brings the visit forward
    const { id } = await order.task('follow-up-visit');
    for (const answer of [{ reached: false }, { reached: false, method: 'smoke-signal' }, { reached: true, satisfaction: 5 }])
      expect(await refusal(order.answer(id, answer, SERVICE))).toEqual({ code: 'invalid-request', rule: 'AFT-89' });
    expect(order.events('follow-up.attempted')).toEqual([]);
    await order.answer(id, { reached: true, satisfaction: 5, method: 'telephone' }, SERVICE);
    expect(order.events('follow-up.done')).toHaveLength(1);
  });

  test('AFT-89 the next attempt waits for an open day', async () => {
    const calendar = defaultCalendar({ assumeWeekdays: true });
    const closed = localDay(calendar, Date.parse('2026-12-15T10:00:00+08:00'));
    const order = await bakery.places({ ...LONG, calendar: { ...calendar, closures: { [closed]: 'closed' } } });
    await order.isSettled();
    await order.waitUntil(order.moment('follow-up'));
    await order.complete('follow-up-visit', { reached: false, method: 'telephone' }, SERVICE);
    const tried = await order.now();
    await order.settled();
    const { followUpAt } = await order.view();
    expect(followUpAt! - tried).toBeGreaterThan(1.9 * DAY_MS);
    expect(await order.around(followUpAt!, () => order.open('follow-up-visit').length)).toEqual([0, 1, 1]);
  });

  test('AFT-90 AFT-91 satisfaction is recorded, and a suggestion goes to the department concerned', async () => {
    const order = await bakery.places(LONG);
    await order.isSettled();
    await order.waitUntil(order.moment('follow-up'));
    const { id } = await order.task('follow-up-visit');
    await order.answer(id, { reached: true, satisfaction: 4, method: 'visit', department: 'baker' }, SERVICE, { textId: 'said' });
    await order.handle.result();
    expect(order.book.ratings).toMatchObject([{ score: 4, source: 'follow-up-visit', textId: 'said' }]);
    expect(order.book.suggestions).toMatchObject([{ department: 'baker', textId: 'said' }]);
    expect(order.events('follow-up.done')).toMatchObject([{ data: { satisfaction: 4 }, ruleId: 'AFT-90' }]);
    expect(order.letters('suggestion')).toMatchObject([{ to: 'role:baker', ruleId: 'AFT-91' }]);
  });
});

test('AFT-88 the visit is made within 8 h of its hour, and late only after the eighth', async () => {
  const order = await bakery.places(LONG);
  await order.isSettled();
  await order.waitUntil(order.moment('follow-up'));
  const { id, openedAt } = await order.task('follow-up-visit');
  expect(await order.around(openedAt + 8 * HOUR_MS, () => order.row(id).breachedAt !== null)).toEqual([false, false, true]);
});

describe('BAK-82 the customer rates', () => {
  test('BAK-82 is invited 2 h after delivery and reminded once after 3 days', async () => {
    const order = await bakery.places(LONG);
    await order.isSettled();
    const from = await deliveredAt(order);
    const letters = (): number => order.letters('rating-invitation').length;
    expect(await order.around(from + 2 * HOUR_MS, letters)).toEqual([0, 1, 1]);
    expect(await order.around(from + 3 * DAY_MS, letters)).toEqual([1, 2, 2]);
  });

  test('BAK-82 once rated nobody asks again, and a second rating is refused', async () => {
    const order = await bakery.places(LONG);
    await order.isSettled();
    await order.rates(5);
    expect(await refusal(order.rates(1))).toMatchObject({ code: 'already-answered', rule: 'BAK-82' });
    expect(order.book.ratings).toMatchObject([{ score: 5, source: 'customer' }]);
    await order.waitUntil((await deliveredAt(order)) + 4 * DAY_MS);
    expect(order.letters('rating-invitation')).toEqual([]);
  });
});

test('AFT-88 BAK-82 BAK-02 with the balance open the customer is invited and visited all the same; only the payment closes the order', async () => {
  const order = await bakery.places(LONG);
  await order.isDelivered();
  await order.waitUntil((await deliveredAt(order)) + 2 * HOUR_MS + 1000);
  expect(order.letters('rating-invitation')).toHaveLength(1);
  await order.waitUntil((await deliveredAt(order)) + 13 * DAY_MS + 1000);
  await order.complete('follow-up-visit', { reached: true, method: 'visit', satisfaction: 5 }, SERVICE);
  await order.settled();
  expect((await order.view()).state).toBe('delivered');
  expect(order.open('settle-balance')).toHaveLength(1);
  await order.pays((await order.view()).money.outstandingFen);
  expect(await order.handle.result()).toMatchObject({ state: 'closed' });
});

describe('BAK-82 a rating is taken for 14 days, whatever state the order has come to', () => {
  const visited = async (): Promise<Order> => {
    const order = await bakery.places(LONG);
    await order.isSettled();
    await order.waitUntil(order.moment('follow-up'));
    await order.complete('follow-up-visit', { reached: true, method: 'visit', satisfaction: 3 }, SERVICE);
    await order.until('the end', () => (order.book.snapshot?.state === 'closed' ? true : undefined));
    return order;
  };
  const isRunning = async (order: Order): Promise<boolean> => (await order.handle.describe()).status.name === 'RUNNING';

  test('BAK-82 BAK-02 closed after its visit, the order is rated in the last instant of day 14, once, and keeps the day on which it closed', async () => {
    const order = await visited();
    const { closedAt } = await order.view();
    await order.waitToActAt((await deliveredAt(order)) + 14 * DAY_MS);
    await order.rates(2);
    expect(closedAt).toBeLessThan((await deliveredAt(order)) + 13 * DAY_MS + 1000);
    expect(await order.handle.result()).toMatchObject({ state: 'closed', closedAt });
    expect(order.events('order.rated')).toMatchObject([{ data: { score: 2 }, ruleId: 'BAK-82' }]);
    expect(order.book.tasks.size).toBe([...order.book.tasks.values()].filter((row) => row.state !== 'open').length);
  });

  test('BAK-82 unrated, the closed order listens up to that instant and no longer', async () => {
    const order = await visited();
    expect(await order.around((await deliveredAt(order)) + 14 * DAY_MS, () => isRunning(order))).toEqual([true, true, false]);
  });

  test('BAK-82 BAK-32 BAK-50 a closed order that may still be rated takes nothing else', async () => {
    const order = await visited();
    expect(await refusal(order.pays(1))).toEqual({ code: 'not-in-this-state', rule: 'BAK-32' });
    expect(await refusal(order.costs('labour', 1))).toEqual({ code: 'not-in-this-state', rule: 'BAK-41' });
    expect(await refusal(order.photo('piping'))).toEqual({ code: 'not-in-this-state', rule: 'BAK-50' });
    expect(await refusal(order.cancels('store'))).toEqual({ code: 'not-in-this-state', rule: 'BAK-39' });
    await order.rates(5);
    expect(await order.handle.result()).toMatchObject({ state: 'closed' });
  });

  test('BAK-82 of an order that owes something still, no second longer either', async () => {
    const order = await bakery.places(LONG);
    await order.isDelivered();
    await order.waitUntil((await deliveredAt(order)) + 14 * DAY_MS + 1000);
    expect(await refusal(order.rates(5))).toEqual({ code: 'not-in-this-state', rule: 'BAK-82' });
  });
});
