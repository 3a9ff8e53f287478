import { WorkflowUpdateFailedError } from '@temporalio/client';
import fc from 'fast-check';
import { verifyTimeline } from '../../src/process/record/timeline';
import { bakeryOfThisFile, shanghai, type Order } from '../support/bakery';
import { testDatabase, type TestDatabase } from '../support/database';
import { lifeOf, live, type Life, type Sent, type Weather } from '../support/letters-of-a-life';
import { aPerson } from '../support/outbox';
import { aStore } from '../support/records';

/**
 * What an onlooker who reads the letters holds against them. Nothing here is asked of the product: the sums are reckoned again, and whether
 * a sentence is true is judged by what the order's own record said in that moment.
 */
const HOUR = 3_600_000;
const bakery = bakeryOfThisFile();
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await aStore(database.db);
  for (const role of ['sales-consultant', 'production-supervisor', 'store-manager', 'baker', 'qc-inspector', 'packer', 'delivery-staff'])
    await aPerson(database.db, role, { roles: [role] });
});
afterAll(() => database.close());
afterEach(() => database.db.notice.deleteMany());

const yuan = (text: string, label: string): number | null => {
  const found = new RegExp(`${label}：¥([\\d,]+\\.\\d\\d)`).exec(text)?.[1];
  return found === undefined ? null : Math.round(Number(found.replaceAll(',', '')) * 100);
};
const share = (totalFen: number): number => Math.floor((totalFen * 30 + 50) / 100);
const quiet = (at: number): boolean => {
  const hour = new Date(at + 8 * HOUR).getUTCHours();
  return hour >= 21 || hour < 8;
};
const shopDate = (at: number): string => {
  const local = new Date(at + 8 * HOUR);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${local.getUTCMonth() + 1}月${local.getUTCDate()}日周${'日一二三四五六'[local.getUTCDay()]} ${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
};

/** Everything in one letter that was not so when it was sent. */
function lies({ mail: { subject, text, to }, at, then }: Sent): string[] {
  const { order } = then;
  const { money } = order;
  const toCustomer = to.endsWith('@home.example');
  const held = money.receivedFen - money.refundedFen;
  const found: string[] = [];
  const want = (right: boolean, what: string): void => void (right || found.push(what));
  const says = (words: string | RegExp): boolean => (typeof words === 'string' ? text.includes(words) : words.test(text));
  const over = order.state === 'cancelled' || order.state === 'declined';

  if (toCustomer && over) want(/订单已取消|无法承接|退款/.test(subject), 'speaks of a living order that has ended');
  if (subject.includes('订单已取消')) want(order.state === 'cancelled', 'cancelled?');
  const asked = /付预付款 ¥([\d,.]+)/.exec(subject)?.[1];
  if (asked !== undefined) {
    const missing = share(money.totalFen) - held;
    want(Math.round(Number(asked.replaceAll(',', '')) * 100) === missing && missing > 0, `asks for ${asked}, missing is ${missing} fen`);
    want(!says('您的订单已调整') || order.acceptedAt !== null, 'a change before acceptance');
  }
  if (says('预付款已收到') || says('款项已全部收到')) want(held > 0, 'thanks for money that never came');
  if (!over) {
    const [total, received, outstanding] = ['订单总额', '已付款项', '待付尾款'].map((label) => yuan(text, label));
    if (total !== null && total !== undefined) {
      want(total === money.totalFen, `total ${total}, it is ${money.totalFen}`);
      want(received === money.receivedFen, `received ${received}, it is ${money.receivedFen}`);
      want(outstanding === Math.max(0, money.totalFen - held), `outstanding ${outstanding}`);
      const lines = [...text.matchAll(/= ¥([\d,]+\.\d\d)/g)].map(([, sum]) => Math.round(Number(sum!.replaceAll(',', '')) * 100));
      if (lines.length > 0) want(lines.reduce((a, b) => a + b, 0) === total, 'the lines do not come to the total');
      const due = yuan(text, '应退款项') ?? 0;
      want(due === Math.max(0, held - money.totalFen), `refund due ${due}`);
    }
    const version = /第 (\d+) 版(?!）还)/.exec(text)?.[1];
    if (version !== undefined && !subject.includes('设计稿'))
      want(Number(version) === order.version, `version ${version}, it is ${order.version}`);
    const promised = /交付时间：\d+年(.+ \d\d:\d\d)/.exec(text)?.[1];
    if (promised !== undefined) want(promised === shopDate(order.facts.deliveryAt), `delivery ${promised}`);
  }
  if (subject.includes('设计稿')) want(order.state === 'awaiting-design', 'the design is confirmed');
  if (subject.includes('温馨提示'))
    want(!then.confirmed && order.stages[1]?.startedAt === null, 'the details are settled, or making has begun');
  if (subject.includes('开始制作了'))
    want(['making', 'decoration', 'final-check'].includes(order.state), `making, in state ${order.state}`);
  if (subject.includes('已准备好')) want(order.state === 'ready', `ready, in state ${order.state}`);
  if (subject.includes('正在派送')) want(order.state === 'out-for-delivery', `on its way, in state ${order.state}`);
  if (says(/预计交付时间不变|预计 \S+ \S+ 送达|我们将在 .+ 送到/)) want(at <= order.facts.deliveryAt, 'promises an hour that has passed');
  if (subject.includes('可调整至')) want(order.changeWindowEndsAt !== null && at <= order.changeWindowEndsAt, 'the window has closed');
  const until = /(\d+月\d+日周. \d\d:\d\d) 前可申请调整/.exec(text)?.[1];
  if (until !== undefined)
    want(until === shopDate(order.changeWindowEndsAt!) && at <= order.changeWindowEndsAt!, 'promises a window that is closed');
  if (subject.includes('备选方案')) want(then.openShortages.size > 0, 'no shortage is open');
  if (subject.includes('体验如何')) want(order.deliveredAt !== null && !then.rated, 'rated already');
  if (says('款项已全部结清')) want(money.outstandingFen === 0, 'not paid');
  if (says('订单尚有尾款')) want(money.outstandingFen > 0, 'asks for a balance that is paid');
  const task = /\/api\/v1\/tasks\/(\S+)/.exec(text)?.[1];
  if (task !== undefined) {
    const row = then.tasks.get(task);
    want(row?.state === 'open', `a task that is ${row?.state}`);
    if (subject.includes('即将到期')) want(row?.dueAt != null && at <= row.dueAt && row.openedAt < at, 'due soon?');
    if (subject.includes('逾期')) want(row?.dueAt != null && at >= row.dueAt, 'not late');
  }
  return found.map((what) => `${subject} (sent ${shopDate(at)}): ${what}`);
}

/** Whatever is wrong with the letters of one life, read one after the other. */
function judge(letters: readonly Sent[]): string[] {
  const found = letters.flatMap(lies);
  const ids = letters.map(({ mail }) => mail.id);
  if (new Set(ids).size !== ids.length) found.push('a letter went out twice');
  for (const [n, letter] of letters.entries()) {
    for (const later of letters.slice(n + 1)) {
      if (later.notice.to !== letter.notice.to) continue;
      if (
        later.mail.to === letter.mail.to &&
        later.mail.text === letter.mail.text &&
        later.notice.createdAt - letter.notice.createdAt < 23 * HOUR
      )
        found.push(`${letter.mail.subject}: said twice`);
      const overtaken = later.place < letter.place && later.mail.to === letter.mail.to;
      if (overtaken && !(letter.notice.urgent && quiet(letter.at) && !later.notice.urgent))
        found.push(`${letter.mail.subject} before ${later.mail.subject}`);
    }
  }
  return found;
}

const FAIR: Weather[] = [{ looks: [...Array(40).keys()].map((n) => ({ share: n / 40, mail: true })) }];
const MAIL_AWAY: Weather[] = [{ looks: [0, 0.3, 0.6, 0.9].map((part) => ({ share: part, mail: false })) }];
const IN_A_BREATH: Weather[] = [{ looks: [] }];
const subjects = (letters: readonly Sent[]): string[] =>
  letters.filter(({ mail }) => mail.to.endsWith('@home.example')).map(({ mail }) => mail.subject.split('｜')[0] ?? '');

describe('BAK-08 a letter is true when it is sent', () => {
  test('BAK-31 found feasible at 21:25 and paid at 22:41: nobody is asked for the prepayment when the quiet hours end', async () => {
    const order = await bakery.places({ takenAt: shanghai('2026-12-01', '21:20') });
    await order.waitUntil(shanghai('2026-12-01', '21:25'));
    await order.isFeasible();
    await order.waitUntil(shanghai('2026-12-01', '22:41'));
    await order.paysDeposit();
    await order.task('materials-settled');
    await order.waitUntil(shanghai('2026-12-02', '09:02'));
    const letters = await live(database.db, lifeOf(order), FAIR);
    expect(subjects(letters)).toEqual(['《定制订单确认函》']);
    expect(judge(letters)).toEqual([]);
    const lines = await database.db.timelineEvent.findMany({ where: { kind: 'letter.withdrawn' } });
    expect(lines.map(({ data }) => data)).toEqual([{ template: 'deposit-due', why: 'payment.received' }]);
    for await (const check of verifyTimeline(database.db)) expect(check).toMatchObject({ ok: true });
  });

  test.each([
    ['with the mail server away', MAIL_AWAY],
    ['within one breath', IN_A_BREATH],
  ])(
    'BAK-39 paid, accepted, changed from ¥288 to ¥500 and cancelled %s: the customer hears of the end, and only of that',
    async (_, weather) => {
      const order = await bakery.places();
      await order.isAccepted();
      await order.changes({ totalFen: 50_000, lines: [{ ...order.input.facts.lines[0]!, unitPriceFen: 50_000 }] });
      await order.cancels('store');
      await order.settled();
      const letters = await live(database.db, lifeOf(order), weather);
      expect(subjects(letters)).toEqual(['订单已取消，退款 ¥86.40']);
      expect(judge(letters)).toEqual([]);
    },
  );

  test('BAK-31 a part of the prepayment is paid before the letter goes out: it asks for what is missing', async () => {
    const order = await bakery.places();
    await order.isFeasible();
    await order.pays(5_000);
    await order.settled();
    const letters = await live(database.db, lifeOf(order), IN_A_BREATH);
    expect(subjects(letters)).toContain('请补付预付款 ¥36.40');
    expect(judge(letters)).toEqual([]);
  });

  test('whatever befalls an order and its post', async () => {
    const scripts = fc.sample(fc.array(fc.nat(9_999), { minLength: 22, maxLength: 22 }), { numRuns: 4, seed: 20_261_201 });
    const lives: Life[] = [];
    for (const script of scripts) lives.push(await play(script));
    const look = fc.record({ share: fc.double({ min: 0, max: 0.999, noNaN: true }), mail: fc.boolean() });
    const weather = fc.array(fc.record({ looks: fc.array(look, { maxLength: 3 }) }), { minLength: 1, maxLength: 40 });
    let read = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(lives.length - 1), weather, async (n, looks) => {
        const letters = await live(database.db, lives[n]!, looks);
        await database.db.notice.deleteMany();
        read += letters.length;
        expect(judge(letters)).toEqual([]);
      }),
      { numRuns: 25, endOnFailure: true },
    );
    expect(read).toBeGreaterThan(100);
  }, 280_000);
});

/** A life of its own: at each turn the dice choose among what can be done now. */
async function play(script: readonly number[]): Promise<Life> {
  const order = await bakery.places({ takenAt: shanghai('2026-12-01', '19:30'), facts: { complex: script[0]! % 3 === 0 }, lifeDays: 9 });
  await order.until('anything', () => (order.book.batches.length > 0 ? true : undefined));
  for (const dice of script) {
    const acts = await possible(order, dice);
    if (acts.length === 0) break;
    await acts[dice % acts.length]!().catch((error: unknown) => {
      if (!(error instanceof WorkflowUpdateFailedError)) throw error; // what the order refuses is no part of its life
    });
    await order.settled();
  }
  return lifeOf(order);
}

async function possible(order: Order, dice: number): Promise<(() => Promise<unknown>)[]> {
  const { state, money, changeWindowEndsAt } = await order.view();
  const now = await order.now();
  const acts: (() => Promise<unknown>)[] = [() => order.waitHours(1 + (dice % 9))];
  const whenOpen = (kind: Parameters<Order['open']>[0], act: () => Promise<unknown>): void => {
    if (order.open(kind).length > 0) acts.push(act, act);
  };
  const living = !['cancelled', 'declined', 'closed'].includes(state);
  whenOpen('confirm-design', async () => order.complete('confirm-design', { outcome: dice % 2 ? 'approved' : 'rejected' }));
  if (state === 'feasibility-review') whenOpen('feasibility-review', () => order.isFeasible(now + 20 * HOUR));
  if (living && money.outstandingFen > 0) acts.push(() => order.pays(Math.min(money.outstandingFen, 3_000 + (dice % 9_000))));
  if (state === 'awaiting-deposit') acts.push(() => order.pays(money.outstandingFen));
  whenOpen('materials-settled', () => order.complete('materials-settled', { lines: [{ item: 'cream', source: 'stock' }] }));
  whenOpen('materials-complete', () => order.complete('materials-complete', { complete: true }));
  whenOpen('sign-task-sheet', () => order.signs());
  whenOpen('making-done', () => order.makes());
  whenOpen('decoration-done', () => order.decorates());
  if (state === 'final-check' && order.open('quality-check').length > 0) acts.push(() => order.passesFinalCheck());
  if (state === 'packing') whenOpen('packing-checklist', () => order.packs());
  whenOpen('dispatch-check', () => order.leaves(dice % 4 ? {} : { weather: 'severe', backupPlan: 'earlier-departure' }));
  if (state === 'out-for-delivery') whenOpen('hand-over', () => order.handsOver());
  if (
    ['materials', 'making'].includes(state) &&
    changeWindowEndsAt !== null &&
    now < changeWindowEndsAt &&
    order.open('change-decision').length === 0
  ) {
    const totalFen = 20_000 + (dice % 40_000);
    acts.push(() => order.changes({ totalFen, lines: [{ ...order.input.facts.lines[0]!, unitPriceFen: totalFen }] }));
  }
  whenOpen('refund', async () =>
    order.complete('refund', { amountFen: Number(order.open('refund')[0]?.context['refundFen']), method: 'cash' }),
  );
  if (state === 'materials') acts.push(() => order.confirms({ confirmed: true }));
  if (state === 'delivered' && order.events('order.rated').length === 0) acts.push(() => order.rates(4.5));
  if (living && state !== 'delivered' && dice % 23 === 0) acts.push(() => order.cancels('store'));
  return acts;
}
