import { bakeryMeasures } from '../../src/bakery/measures.rules';
import { defaultCalendar } from '../../src/base/calendar';
import { monthIn } from '../../src/orders/reports/evidence';
import { freezeMonths } from '../../src/orders/reports/freezing';
import { createReports } from '../../src/orders/reports/reports.repository';
import { createCalendars } from '../../src/platform/db/calendar.repository';
import { aTask, belongsTo, HOUR, openShop, placed, staffId, type Shop } from '../support/http/shop';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop({ now: Date.parse('2026-11-23T10:00:00+08:00') });
});
afterEach(() => shop.close());

const MINUTE = 60_000;
/** An instant of the store's November, unless it names its own month: `05T15:00`. */
const at = (instant: string): Date =>
  new Date(`${instant.length > 18 ? '' : instant.length > 8 ? '2026-' : '2026-11-'}${instant}${instant.length > 8 ? '' : ':00'}+08:00`);
type OrderData = Parameters<Shop['db']['order']['update']>[0]['data'];

/** An order on file: accepted, unless `data` says otherwise, and promised then. */
async function promised(instant: string, data: OrderData = {}): Promise<string> {
  const number = await placed(shop);
  await shop.db.order.update({ where: { number }, data: { acceptedAt: at('01T09:00'), deliveryAt: at(instant), ...data } });
  return number;
}
const delivered = (instant: string, after: number, data: OrderData = {}): Promise<string> =>
  promised(instant, { deliveredAt: new Date(at(instant).getTime() + after), ...data });
/** An order that was called off then. */
async function cancelled(instant: string, when: string): Promise<string> {
  const number = await promised(instant, { process: { update: { state: 'cancelled' } } });
  await shop.db.timelineEvent.create({
    data: {
      id: `order/${number}/moved`,
      processId: `order/${number}`,
      storeId: 'main',
      seq: 1,
      at: at(when),
      kind: 'order.moved',
      actor: { kind: 'system', via: 'timer' },
      data: { from: 'making', to: 'cancelled' },
      prevHash: '',
      hash: 'h',
    },
  });
  return number;
}
const rated = (orderNumber: string, score: number, instant: string) =>
  shop.db.rating.create({ data: { orderNumber, score, source: 'customer', at: at(instant) } });
const reported = (orderNumber: string, id: string, instant: string, answeredAfter: number | null) =>
  shop.db.orderException.create({
    data: {
      id,
      orderNumber,
      type: 'process-problem',
      foundAt: at(instant),
      reportedAt: at(instant),
      reporter: {},
      late: false,
      state: 'open',
      firstResponseAt: answeredAfter === null ? null : new Date(at(instant).getTime() + answeredAfter),
    },
  });
const report = async (path: string) => (await shop.call('store-manager', 'GET', `/reports/${path}`)).body;
/** How many there are of each part that has any. */
const partsOf = ({ parts }: any) =>
  Object.fromEntries(parts.filter(({ rows }: any) => rows > 0).map(({ part, rows }: any) => [part, rows]));
const behind = async (path: string): Promise<string[]> => (await report(path)).items.map(({ order }: any) => order);

describe('on-time delivery', () => {
  test('BAK-84 delivered by the promise, of those promised in the month of the store, the undelivered counted as late', async () => {
    await delivered('02T15:00', -HOUR);
    await delivered('03T15:00', 0); // at the promised hour
    const late = await delivered('04T15:00', 1);
    const overdue = await promised('22T15:00');
    await promised('30T15:00'); // not due yet
    await delivered('01T00:00', 0); // the month begins by the store's clock
    await delivered('12-01T00:00:00', -HOUR); // and ends by it
    await delivered('10-31T23:00:00', 1);
    await belongsTo(shop, await promised('05T15:00'), 'other');
    const shown = await report('on-time?month=2026-11');
    expect(shown).toMatchObject({ value: 60, standard: 98, met: false, unit: 'percent', rule: 'BAK-84', frozenAt: null, month: '2026-11' });
    expect(shown.details).toEqual([{ detail: 'due', title: '应交付订单', unit: 'count', value: 5 }]);
    expect(partsOf(shown)).toEqual({ 'on-time': 3, late: 2, upcoming: 1 });
    expect(await behind('on-time/orders?month=2026-11&part=late')).toEqual([late, overdue]);
    expect((await report('on-time')).value).toBe(60); // this month
    expect((await report('on-time?month=2026-10')).value).toBe(0);
  });
});

describe('on-time delivery, what is left out', () => {
  test('BAK-84 cancelled before their promised hour, and never accepted, orders are not due; cancelled afterwards, they were late', async () => {
    await delivered('02T15:00', 0);
    const before = await cancelled('10T15:00', '10T14:59');
    const after = await cancelled('10T15:00', '10T15:00');
    const unaccepted = await promised('11T15:00', { acceptedAt: null });
    const shown = await report('on-time');
    expect([shown.value, partsOf(shown)]).toEqual([50, { 'on-time': 1, late: 1, cancelled: 1, unaccepted: 1 }]);
    expect(shown.parts.map(({ part, standing }: any) => [part, standing])).toEqual([
      ['on-time', 'met'],
      ['late', 'missed'],
      ['customer-caused', 'excluded'],
      ['cancelled', 'excluded'],
      ['unaccepted', 'excluded'],
      ['upcoming', 'open'],
    ]);
    expect(await behind('on-time/orders?part=cancelled')).toEqual([before]);
    expect(await behind('on-time/orders?part=late')).toEqual([after]);
    expect(await behind('on-time/orders?part=unaccepted')).toEqual([unaccepted]);
  });

  test('BAK-84 a delay that the store manager puts down to the customer is left out of the rate and listed with it; the last word counts', async () => {
    await delivered('02T15:00', 0);
    const late = await delivered('03T15:00', HOUR);
    const code = (cause: string, who: 'store-manager' | 'management' = 'store-manager', number = late) =>
      shop.call(who, 'POST', `/orders/${number}/delay-cause`, { body: { cause, note: '顾客不在家' } });
    expect((await code('customer', 'management')).status).toBe(403);
    const { status, body } = await code('customer');
    expect([status, body]).toEqual([
      201,
      {
        order: late,
        cause: 'customer',
        note: '顾客不在家',
        by: { id: staffId('store-manager'), name: 'Name of store-manager' },
        at: '2026-11-23T02:00:00.000Z',
        counts: true,
      },
    ]);
    const shown = await report('on-time');
    expect([shown.value, shown.met, partsOf(shown)]).toEqual([100, true, { 'on-time': 1, 'customer-caused': 1 }]);
    const { items } = await report('on-time/orders?part=customer-caused');
    expect(items).toMatchObject([
      { order: late, value: HOUR, isDelay: true, delayCause: { cause: 'customer', note: '顾客不在家' }, about: { number: late } },
    ]);
    expect((await report('on-time/orders?part=on-time')).items).toMatchObject([{ isDelay: false, delayCause: null }]);
    for (const cause of ['shop', 'customer', 'other']) {
      shop.time.now += MINUTE;
      await code(cause);
      expect((await report('on-time')).value).toBe(cause === 'customer' ? 100 : 50);
    }
    expect(await shop.db.delayCause.count()).toBe(4);
  });

  test('BAK-84 only a delay has a cause: of an order that is not late, of none and of another store’s there is nothing to say', async () => {
    const [onTime, due] = [await delivered('02T15:00', 0), await promised('29T15:00')];
    const code = (number: string, body: object = { cause: 'customer', note: '.' }) =>
      shop.call('store-manager', 'POST', `/orders/${number}/delay-cause`, { body });
    for (const number of [onTime, due, await cancelled('10T15:00', '09T12:00')]) {
      expect((await code(number)).body).toMatchObject({
        status: 409,
        type: '/problems/not-in-this-state',
        rule: 'BAK-84',
        detail: '订单没有迟到。',
      });
    }
    await belongsTo(shop, onTime, 'other');
    expect([(await code('20261123999')).status, (await code(onTime)).status]).toEqual([404, 404]);
    expect((await code(onTime, { cause: 'weather', note: '' })).body.errors.map(({ pointer }: any) => pointer)).toEqual([
      '/cause',
      '/note',
    ]);
  });

  test('BAK-84 a grace that the rulebook gives is on time to its last instant, delivered or not', async () => {
    await delivered('02T15:00', 10 * MINUTE);
    await delivered('03T15:00', 10 * MINUTE + 1);
    await promised('23T10:00');
    const month = monthIn(defaultCalendar(), 'main', '2026-11');
    const measures = { ...bakeryMeasures, onTime: { ...bakeryMeasures.onTime, graceMs: 10 * MINUTE } };
    const partsAt = async (now: number) => {
      const counted = await createReports(shop.db).counted('on-time', month, { now, kind: 'bakery', measures });
      return partsOf(counted.get(''));
    };
    expect(await partsAt(at('23T10:10').getTime())).toEqual({ 'on-time': 1, late: 1, upcoming: 1 });
    expect(await partsAt(at('23T10:10').getTime() + 1)).toEqual({ 'on-time': 1, late: 2 });
  });

  test('BAK-84 where no order was due there is no rate', async () => {
    await promised('29T15:00');
    expect(await report('on-time')).toMatchObject({ value: null, met: null, people: [{ value: null }] });
  });
});

describe('satisfaction', () => {
  test('BAK-82 BAK-85 is the mean, with two decimals, of the ratings received in the month, with how many there were; who rates nothing counts for nothing', async () => {
    const [a, b, c, d] = [
      await delivered('02T15:00', 0),
      await delivered('03T15:00', 0),
      await delivered('10-30T15:00:00', 0),
      await promised('04T15:00'),
    ];
    await rated(a, 5, '02T18:00');
    await rated(b, 4.5, '05T18:00');
    await rated(c, 4, '01T00:00'); // of an order of October, received in November
    const shown = await report('satisfaction');
    expect(shown).toMatchObject({ value: 4.5, standard: 4.5, met: true, unit: 'points', rule: 'BAK-85' });
    expect(shown.details).toMatchObject([{ detail: 'responses', title: '评分数', value: 3 }]);
    expect(partsOf(shown)).toEqual({ rated: 3 });
    await rated(d, 4, '12-01T00:00:00');
    expect((await report('satisfaction')).details[0].value).toBe(3);
    await shop.db.rating.update({ where: { orderNumber: b }, data: { score: 3.5 } });
    expect(await report('satisfaction')).toMatchObject({ value: 4.17, met: false });
    const { items } = await report('satisfaction/orders?part=rated');
    expect(items.map(({ order, value }: any) => [order, value])).toEqual([
      [c, 4],
      [a, 5],
      [b, 3.5],
    ]);
    expect(await report('satisfaction?month=2026-09')).toMatchObject({ value: null, met: null, details: [{ value: 0 }] });
  });
});

describe('responses', () => {
  test('BAK-86 the share of the exceptions answered within 4 h, with the median and the longest response', async () => {
    const order = await promised('29T15:00');
    await reported(order, 'at-once', '02T10:00', 30 * MINUTE);
    await reported(order, 'in-time', '03T10:00', 4 * HOUR);
    const over = 'over';
    await reported(order, over, '04T10:00', 4 * HOUR + 1);
    await reported(order, 'never', '05T10:00', null);
    await reported(order, 'waits', '23T06:00', null); // it is 10:00
    await reported(order, 'october', '10-31T23:59:00', 1);
    const shown = await report('response');
    expect(shown).toMatchObject({ value: 50, standard: 100, met: false, rule: 'BAK-86' });
    expect(partsOf(shown)).toEqual({ 'in-time': 2, over: 1, unanswered: 1, waiting: 1 });
    expect(shown.details).toMatchObject([
      { detail: 'median', unit: 'ms', value: 4 * HOUR },
      { detail: 'longest', unit: 'ms', value: 4 * HOUR + 1 },
    ]);
    const { items } = await report('response/orders?part=over');
    expect(items).toMatchObject([{ id: 'over', order, value: 4 * HOUR + 1, what: '工艺难题' }]);
    shop.time.now += 1;
    expect(partsOf(await report('response'))).toMatchObject({ unanswered: 2 });
    expect(await report('response?month=2026-10')).toMatchObject({ value: 100, met: true });
    expect(await report('response?month=2026-09')).toMatchObject({ value: null, met: null, details: [{ value: null }, { value: null }] });
  });
});

describe('the composite score', () => {
  /** Of two orders that were due one is late, rated 4.0 and 5.0; of two exceptions one was answered in time. */
  async function aMonth(): Promise<[string, string]> {
    const [mine, theirs] = [await delivered('02T15:00', 0), await delivered('03T15:00', HOUR, { takenBy: 'somebody' })];
    await rated(mine, 4, '02T18:00');
    await rated(theirs, 5, '03T18:00');
    await reported(mine, 'a', '02T10:00', HOUR);
    await reported(theirs, 'b', '03T10:00', 5 * HOUR);
    return [mine, theirs];
  }

  test('BAK-87 is min(1, actual ÷ standard) of rate and ratings, and the share of responses in time, each times its weight, 40, 30 and 30', async () => {
    await aMonth();
    const shown = await report('composite');
    // 50 % of 98 %, all of 4.5, and half: 40 × 0.5102 + 30 × 1 + 30 × 0.5
    expect(shown).toMatchObject({ value: 65.41, standard: null, met: null, unit: 'score', rule: 'BAK-87', parts: [] });
    expect(shown.components).toEqual([
      { figure: 'on-time', title: '订单准时交付率', value: 50, standard: 98, weight: 40, points: 20.41 },
      { figure: 'satisfaction', title: '顾客满意度评分', value: 4.5, standard: 4.5, weight: 30, points: 30 },
      { figure: 'response', title: '异常订单处理效率', value: 50, standard: 100, weight: 30, points: 15 },
    ]);
  });

  test('BAK-87 each person has one, of the orders that they took, the best first', async () => {
    const [mine, theirs] = await aMonth();
    const consultant = staffId('sales-consultant');
    // 40 + 30 × 4 ÷ 4.5 + 30; and 0 + 30 × 1 (5.0 is no more than all of it) + 0
    expect((await report('composite')).people).toEqual([
      { id: consultant, name: 'Name of sales-consultant', value: 96.67 },
      { id: 'somebody', name: 'somebody', value: 30 },
    ]);
    expect(await report(`composite?person=${consultant}`)).toMatchObject({
      value: 96.67,
      person: { name: 'Name of sales-consultant' },
      people: [],
    });
    expect(await report('on-time?person=somebody')).toMatchObject({ value: 0, details: [{ value: 1 }] });
    expect(await report('satisfaction?person=somebody')).toMatchObject({ value: 5 });
    expect(await behind('on-time/orders?person=somebody')).toEqual([theirs]);
    expect(await behind(`on-time/orders?person=${consultant}`)).toEqual([mine]);
    expect(await report('composite?person=nobody')).toMatchObject({ value: null, person: { id: 'nobody' } });
  });

  test('BAK-87 without exceptions the responses count in full; without ratings, or orders that were due, nobody has a score', async () => {
    const number = await delivered('02T15:00', 0);
    expect((await report('composite')).value).toBeNull();
    await rated(number, 4.5, '02T18:00');
    const shown = await report('composite');
    expect([shown.value, shown.components[2]]).toMatchObject([100, { value: null, points: 30 }]);
    await shop.db.order.update({ where: { number }, data: { deliveredAt: null, deliveryAt: at('29T15:00') } });
    expect((await report('composite')).value).toBeNull();
  });
});

test('BAK-46 how often each stage was late, by the weekday on which it became so', async () => {
  const stage = (name: string, breachedAt: Date | null) => ({
    stage: name,
    assignee: null,
    startedAt: null,
    dueAt: null,
    doneAt: null,
    breachedAt: breachedAt?.getTime() ?? null,
    applicable: true,
  });
  // Sunday 1 November, 00:30 in Shanghai is Saturday in Greenwich
  const first = await promised('02T15:00', { stages: [stage('making', at('01T00:30')), stage('decoration', null)] });
  const second = await promised('09T15:00', { stages: [stage('making', at('08T20:00')), stage('decoration', at('06T09:00'))] });
  await promised('10-09T15:00:00', { stages: [stage('making', at('10-08T20:00:00'))] });
  const shown = await report('late-stages');
  expect([shown.value, shown.unit, shown.rule]).toEqual([3, 'count', 'BAK-46']);
  expect([shown.parts.length, partsOf(shown)]).toEqual([28, { 'decoration-5': 1, 'making-7': 2 }]);
  expect(shown.parts.find(({ part }: any) => part === 'making-7')).toMatchObject({
    title: '制作 · 周日',
    cell: { row: '制作', column: '周日' },
  });
  expect(await behind('late-stages/orders?part=making-7')).toEqual([first, second]);
});

test('BAK-09 which steps lack a named person, of those opened in the month that were not withdrawn', async () => {
  const order = await promised('29T15:00');
  const opened = (kind: string, instant: string, more: object = {}) =>
    aTask(shop, order, kind, 'baker', { openedAt: at(instant), state: 'done', ...more });
  await opened('making-done', '02T10:00', { assignee: staffId('baker') });
  await opened('decoration-done', '03T10:00', { assignee: staffId('baker'), state: 'open' });
  const lacking = await opened('packing-checklist', '04T10:00', { state: 'open' });
  await opened('hand-over', '05T10:00', { state: 'withdrawn' });
  await opened('hand-over', '10-31T23:59:00');
  const shown = await report('owned-steps');
  expect(shown).toMatchObject({ value: 66.67, standard: 100, met: false, rule: 'BAK-09' });
  expect(partsOf(shown)).toEqual({ named: 2, unnamed: 1 });
  expect((await report('owned-steps/orders?part=unnamed')).items).toMatchObject([{ id: lacking, order, what: '打包核对' }]);
});

describe('asked for', () => {
  test('the figures say in the reader’s language what they are and how they are calculated', async () => {
    const list = async (language: string) =>
      (await shop.call('finance', 'GET', '/reports', { headers: { 'Accept-Language': language } })).body.items;
    expect((await list('en')).map(({ figure, title, rule, standard }: any) => [figure, title, rule, standard])).toEqual([
      ['on-time', 'On-time delivery rate', 'BAK-84', 98],
      ['satisfaction', 'Customer satisfaction', 'BAK-85', 4.5],
      ['response', 'Abnormal-order handling', 'BAK-86', 100],
      ['composite', 'Composite score', 'BAK-87', null],
      ['late-stages', 'Late stages', 'BAK-46', null],
      ['owned-steps', 'Steps with a person', 'BAK-09', 100],
    ]);
    expect((await list('en'))[2].definition).toMatch(/within 4 h;/);
    expect((await list('zh'))[0].definition).toMatch(/宽限 0 分钟/);
  });

  test('a figure, a month, a part or a cursor that is none is refused, and so is a month that has not begun', async () => {
    const asked = async (path: string) => {
      const { status, body } = await shop.call('management', 'GET', `/reports/${path}`);
      return [status, body.errors?.[0].pointer];
    };
    expect(await asked('speed')).toEqual([400, '/figure']);
    expect(await asked('composite/orders')).toEqual([400, '/figure']);
    expect(await asked('on-time?month=2026-13')).toEqual([400, '/month']);
    expect(await asked('on-time?month=2026-12')).toEqual([400, '/month']);
    expect(await asked('on-time/orders?month=2026-12')).toEqual([400, '/month']);
    expect(await asked('on-time/orders?part=A')).toEqual([400, '/part']);
    expect(await asked('on-time/orders?cursor=x')).toEqual([400, undefined]);
  });

  test('what is behind a figure comes page by page', async () => {
    const all = [await delivered('03T15:00', 0), await delivered('03T15:00', 0), await delivered('04T15:00', 0)];
    const first = await report('on-time/orders?limit=2');
    const rest = await report(`on-time/orders?limit=2&cursor=${first.next}`);
    expect([first, rest].flatMap(({ items }) => items.map(({ order }: any) => order))).toEqual(all);
    expect(rest.next).toBeNull();
  });
});

describe('a frozen month', () => {
  /** Looks as a worker does, at an instant of the store. */
  const look = async (instant: string): Promise<void> => {
    shop.time.now = at(instant).getTime();
    await shop.db.session.updateMany({ data: { lastUsedAt: at(instant), expiresAt: new Date(at(instant).getTime() + HOUR) } });
    return freezeMonths({ db: shop.db, calendars: createCalendars(shop.db, shop.now), now: shop.now, log: () => undefined });
  };
  const frozenAt = async (path: string): Promise<unknown> => (await report(path)).frozenAt;

  test('BAK-84 is frozen at 00:10 on the first of the next one, and no late fact moves it or what is behind it', async () => {
    const [onTime, late] = [await delivered('02T15:00', 0), await delivered('03T15:00', HOUR)];
    const gone = await promised('30T23:00');
    await look('12-01T00:09:59.999');
    expect(await frozenAt('on-time?month=2026-11')).toBeNull();
    await look('12-01T00:10:00');
    const frozen = await report('on-time?month=2026-11');
    expect(frozen).toMatchObject({ frozenAt: '2026-11-30T16:10:00.000Z', value: 33.33, people: [{ value: 33.33 }] });
    expect(partsOf(frozen)).toEqual({ 'on-time': 1, late: 2 });
    await shop.db.order.update({ where: { number: gone }, data: { deliveredAt: at('30T23:00') } });
    await delivered('12T15:00', 0);
    const coded = await shop.call('store-manager', 'POST', `/orders/${late}/delay-cause`, { body: { cause: 'customer', note: '.' } });
    expect([coded.status, coded.body.counts]).toEqual([201, false]);
    await look('12-03T09:00:00');
    expect(await report('on-time?month=2026-11')).toEqual(frozen);
    expect(await behind('on-time/orders?month=2026-11&part=late')).toEqual([late, gone]);
    expect(await behind('on-time/orders?month=2026-11&part=on-time')).toEqual([onTime]);
    expect(await behind('on-time/orders?month=2026-11&part=customer-caused')).toEqual([]);
    expect((await report('on-time?month=2026-11&person=somebody')).value).toBeNull();
    expect(await report('on-time?month=2026-12')).toMatchObject({ frozenAt: null, value: null });
  });

  test('BAK-85 BAK-86 BAK-87 with all its figures at once, of each person, too; a month without anything is frozen empty', async () => {
    const number = await delivered('02T15:00', 0);
    await rated(number, 3, '03T15:00');
    await reported(number, 'a', '02T10:00', HOUR);
    await look('12-01T08:00:00');
    const score = { value: 90, people: [{ id: staffId('sales-consultant'), value: 90 }] }; // 40 + 30 × 3 ÷ 4.5 + 30
    expect(await report('composite?month=2026-11')).toMatchObject({ ...score, frozenAt: '2026-12-01T00:00:00.000Z' });
    await shop.db.rating.update({ where: { orderNumber: number }, data: { score: 5 } });
    await shop.db.orderException.update({ where: { id: 'a' }, data: { firstResponseAt: null } });
    expect(await report('composite?month=2026-11')).toMatchObject(score);
    expect(await report('satisfaction?month=2026-11')).toMatchObject({ value: 3, details: [{ value: 1 }] });
    expect(await report('response?month=2026-11')).toMatchObject({ value: 100, details: [{ value: HOUR }, { value: HOUR }] });
    expect((await report('satisfaction/orders?month=2026-11')).items[0].value).toBe(3);
    await look('2027-02-01T00:10:00');
    expect(await report('on-time?month=2026-12')).toMatchObject({ value: null, frozenAt: '2027-01-31T16:10:00.000Z' });
    expect((await report('satisfaction?month=2027-01')).trend).toEqual([
      { month: '2026-11', value: 3 },
      { month: '2026-12', value: null },
      { month: '2027-01', value: null },
    ]);
    expect(await shop.db.reportMonth.count({ where: { storeId: 'other' } })).toBe(0); // it has never taken an order
  });

  test('BAK-86 waits for an exception of its last hours that may yet be answered in time, at the longest for 4 h', async () => {
    const number = await delivered('02T15:00', 0);
    await reported(number, 'late-in-the-month', '30T22:00', null);
    await look('12-01T00:10:00');
    expect(await frozenAt('on-time?month=2026-11')).toBeNull();
    await look('12-01T02:00:00.001');
    expect(await report('response?month=2026-11')).toMatchObject({ frozenAt: '2026-11-30T18:00:00.001Z', value: 0 });
  });

  test('two workers that freeze a month at once freeze it once', async () => {
    await delivered('02T15:00', 0);
    await Promise.all(Array.from({ length: 4 }, () => look('12-01T00:10:00')));
    expect([await shop.db.reportMonth.count(), await shop.db.reportRow.count()]).toEqual([8, 1]); // six figures, two of them of a person, too
  });
});
