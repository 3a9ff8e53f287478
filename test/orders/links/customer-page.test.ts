import type { OrderState } from '../../../src/orders/order-state.rules';
import { aQuestion, aTask, HOUR, openShop, placed, type Shop } from '../../support/http/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

type Language = 'zh-CN' | 'en';
const proseOf = (html: string): string =>
  html
    .replace(/<(?:script|title)[^>]*>.*?<\/(?:script|title)>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

/** An order in a state, as its workflow would leave it on file, and what its customer reads. */
async function read(state: OrderState, language: Language, data: object = {}): Promise<string> {
  const order = await placed(shop, {
    customer: { name: '林', phone: '13800138000', language },
    deliveryAt: '2026-12-01T15:00:00+08:00',
  });
  const stage = (name: string, startedAt: number | null) => ({
    stage: name,
    startedAt,
    doneAt: null,
    dueAt: null,
    breachedAt: null,
    assignee: null,
    applicable: true,
  });
  await shop.db.order.update({
    where: { number: order },
    data: {
      process: { update: { state } },
      changeWindowEndsAt: new Date(shop.now() + HOUR),
      deliveredAt: ['delivered', 'closed'].includes(state) ? new Date('2026-11-30T14:20:00+08:00') : null,
      stages: [stage('materials', shop.now()), stage('making', null)],
      ...data,
    },
  });
  if (state === 'cancelled')
    await shop.db.timelineEvent.create({
      data: {
        id: `${order}/c`,
        processId: `order/${order}`,
        storeId: 'main',
        seq: 900,
        at: new Date(),
        kind: 'order.cancelled',
        actor: {},
        data: { cause: 'store' },
        prevHash: '',
        hash: '',
      },
    });
  const answer = await fetch(`${shop.url}/o/${shop.link({ scope: 'customer', order })}`);
  return proseOf(await answer.text());
}

/** What a customer in each state reads and does not read, by hand: the hour to come, how far the making is, until when it can be changed. */
const EXPECTED: Record<
  OrderState,
  { promised: boolean; stages: boolean; changes: boolean; delivered: boolean; place: boolean; zh: string; en: string }
> = {
  draft: { promised: true, stages: false, changes: false, delivered: false, place: true, zh: '已收到', en: 'received' },
  'awaiting-design': {
    promised: true,
    stages: false,
    changes: false,
    delivered: false,
    place: true,
    zh: '等待您确认设计稿',
    en: 'waiting for you',
  },
  'feasibility-review': {
    promised: true,
    stages: false,
    changes: false,
    delivered: false,
    place: true,
    zh: '正在审核',
    en: 'being reviewed',
  },
  'awaiting-deposit': {
    promised: true,
    stages: false,
    changes: false,
    delivered: false,
    place: true,
    zh: '等待预付款',
    en: 'waiting for the prepayment',
  },
  materials: { promised: true, stages: true, changes: true, delivered: false, place: true, zh: '备料中', en: 'being got ready' },
  making: { promised: true, stages: true, changes: true, delivered: false, place: true, zh: '制作中', en: 'being made' },
  decoration: { promised: true, stages: true, changes: true, delivered: false, place: true, zh: '装饰中', en: 'being decorated' },
  'final-check': { promised: true, stages: true, changes: true, delivered: false, place: true, zh: '质检中', en: 'being checked' },
  packing: { promised: true, stages: true, changes: false, delivered: false, place: true, zh: '打包中', en: 'being packed' },
  ready: { promised: true, stages: true, changes: false, delivered: false, place: true, zh: '已备好', en: 'ready' },
  'out-for-delivery': { promised: true, stages: true, changes: false, delivered: false, place: true, zh: '配送中', en: 'on its way' },
  delivered: { promised: false, stages: false, changes: false, delivered: true, place: false, zh: '已交付', en: 'delivered' },
  closed: { promised: false, stages: false, changes: false, delivered: true, place: false, zh: '已完成', en: 'completed' },
  declined: { promised: false, stages: false, changes: false, delivered: false, place: false, zh: '未能接单', en: 'could not be taken' },
  cancelled: { promised: false, stages: false, changes: false, delivered: false, place: false, zh: '已取消', en: 'cancelled' },
};
const STATES = Object.keys(EXPECTED) as OrderState[];

describe('BAK-06 the customer’s page says what holds in each state, and nothing that no longer does', () => {
  test.each(STATES)('BAK-06 %s, in Chinese', async (state) => {
    const { promised, stages, changes, delivered, place, zh } = EXPECTED[state];
    const page = await read(state, 'zh-CN');
    expect(page).toContain(zh);
    expect(page).toContain('生日蛋糕，草莓，8寸 × 1');
    expect([page.includes('2026年12月1日 星期二 15:00'), page.includes('送达时间')]).toEqual([promised, promised]);
    expect([page.includes('进行中'), page.includes('可调整至'), page.includes('2026年11月30日 星期一 14:20')]).toEqual([
      stages,
      changes,
      delivered,
    ]);
    expect([page.includes('南京西路100号'), page.includes('李华'), page.includes('139********')]).toEqual([place, place, place]);
    expect(page).not.toMatch(/13900139000|13800138000|9000/);
  });

  test.each(STATES)('BAK-06 %s, in English', async (state) => {
    const { promised, stages, changes, delivered, place, en } = EXPECTED[state];
    const page = await read(state, 'en');
    expect(page).toContain(en);
    expect(page).toContain('Birthday cake, 草莓, 8 inches × 1'); // the flavour is as it was ordered
    expect([page.includes('Tuesday 1 December 2026, 15:00'), page.includes('Delivery')]).toEqual([promised, promised]);
    expect([page.includes('under way'), page.includes('Changes until'), page.includes('Monday 30 November 2026, 14:20')]).toEqual([
      stages,
      changes,
      delivered,
    ]);
    expect(page.includes('南京西路100号')).toBe(place);
  });

  test('BAK-36 a change window that has passed is not shown, whatever the state', async () => {
    expect(await read('materials', 'zh-CN', { changeWindowEndsAt: new Date(shop.now() - 1) })).not.toContain('可调整至');
  });
});

describe('BAK-39 whoever has money to come reads it', () => {
  test('BAK-39 a cancelled customer reads the cause, what is owed back, and, once it is paid, that it is', async () => {
    const page = await read('cancelled', 'zh-CN');
    expect(page).toContain('因本店原因取消');
    expect(page).toContain('没有需要退还的款项');
    expect(await read('cancelled', 'en', { refundedFen: 8_640 })).toContain('Refunded ¥86.40');
  });

  test('BAK-39 BAK-32 what finance has yet to pay back is shown in every state', async () => {
    const order = await placed(shop);
    await aTask(shop, order, 'refund', 'finance', { context: { refundFen: 18_799, why: 'change' } });
    for (const state of ['materials', 'delivered', 'cancelled', 'declined']) {
      await shop.db.process.update({ where: { id: `order/${order}` }, data: { state } });
      const page = proseOf(await (await fetch(`${shop.url}/o/${shop.link({ scope: 'customer', order })}`)).text());
      expect([state, page]).toEqual([state, expect.stringContaining('待退款 ¥187.99')]);
    }
  });
});

describe('the page tells the time of the order’s store', () => {
  test.each([
    ['Asia/Kolkata', '2026-12-01T15:00:00+05:30', '2026年12月1日 星期二 15:00'],
    ['America/New_York', '2026-12-01T15:00:00-05:00', '2026年12月1日 星期二 15:00'],
    ['Pacific/Kiritimati', '2026-12-01T15:00:00+14:00', '2026年12月1日 星期二 15:00'],
    ['Australia/Lord_Howe', '2026-12-01T15:00:00+11:00', '2026年12月1日 星期二 15:00'],
  ])('in %s', async (zone, deliveryAt, said) => {
    const there = await openShop();
    try {
      await there.db.store.update({ where: { id: 'main' }, data: { zone } });
      const order = await placed(there, { deliveryAt, delivery: { method: 'pickup' } });
      const page = proseOf(await (await fetch(`${there.url}/o/${there.link({ scope: 'customer', order })}`)).text());
      expect(page).toContain(`取货时间 ${said}`);
      expect(page).toContain('取货地址 人民路1号'); // the shop's own
      const supplier = await aQuestion(there, order);
      const asked = await (await fetch(`${there.url}/s/${supplier}`)).text();
      expect(asked).toMatch(/data-offset="[+-]\d\d:\d\d"/);
    } finally {
      await there.close();
    }
  });
});
