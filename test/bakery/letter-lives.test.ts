import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NoticeRow } from '../../src/process/process.messages';
import { createRecorder } from '../../src/process/record/recorder';
import { verifyTimeline } from '../../src/process/record/timeline';
import { noticeTemplates, letterOf, type NoticeTemplate } from '../../src/process/outbox/register.letters';
import type { LetterLife } from '../../src/process/outbox/life.letters';
import { createLetters } from '../../workflows/process/letters';
import { aBatch, aNotice, anEvent, anOrder, aSnapshot, someFacts } from '../support/records';
import { testDatabase, type TestDatabase } from '../support/database';

const sources = readdirSync('workflows', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(join('workflows', path), 'utf8'))
  .join('\n');

test.each(noticeTemplates().map((template): [string, LetterLife] => [template, letterOf(template).life]))(
  'BAK-08 what makes %s untrue is a fact that a story records',
  (_template, { falls = [], renewed = [] }) => {
    for (const { event } of [...falls, ...renewed]) {
      const literal = event.startsWith('supplier.') ? '`supplier.${result}`' : `'${event}'`;
      expect({ event, recorded: sources.includes(literal) }).toEqual({ event, recorded: true });
    }
  },
);

describe('BAK-08 what a workflow says of its letters', () => {
  const shop = (): ReturnType<typeof createLetters> => {
    let id = 0;
    return createLetters(
      () => `order/1/${(id += 1)}`,
      () => 1_000,
    );
  };
  const letter = (template: NoticeTemplate, own: Partial<NoticeRow> = {}): NoticeRow => ({
    id: `n-${template}`,
    to: 'customer',
    template,
    facts: {},
    urgent: false,
    createdAt: 0,
    ...own,
  });

  test('a letter that is untrue before its batch is written never becomes one', () => {
    const letters = shop();
    letters.write(letter('deposit-due'));
    letters.hear('payment.received', {});
    expect(letters.take()).toEqual({ notices: [], withdrawals: [] });
  });

  test('one of an earlier batch is withdrawn, once', () => {
    const letters = shop();
    letters.write(letter('deposit-due'));
    letters.take();
    letters.hear('payment.received', {});
    letters.hear('order.accepted', {});
    expect(letters.take().withdrawals).toMatchObject([{ template: 'deposit-due', why: 'payment.received' }]);
  });

  test('a task’s letters fall with that task and with no other', () => {
    const letters = shop();
    letters.write(letter('task-late', { to: 'role:baker', facts: { task: '1-1' } }));
    letters.take();
    letters.hear('task.done', { task: '1-2' });
    expect(letters.take().withdrawals).toEqual([]);
    letters.hear('task.done', { task: '1-1' });
    expect(letters.take().withdrawals).toMatchObject([{ template: 'task-late', facts: { task: '1-1' } }]);
  });

  test('news of the end and of money outlive everything', () => {
    const letters = shop();
    for (const template of ['order-cancelled', 'refund-paid'] as const) letters.write(letter(template));
    letters.take();
    for (const state of ['cancelled', 'declined', 'delivered', 'closed']) letters.hear('order.moved', { to: state });
    letters.hear('order.changed', {});
    expect(letters.take().withdrawals).toEqual([]);
  });
});

describe('BAK-08 what the record does with an unsent letter', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  const withdrawal = (number: string, n: number, template: NoticeTemplate) => ({
    id: `order/${number}/${n}`,
    at: 1_796_200_000_000,
    template,
    facts: {},
    why: 'order.changed',
  });
  const customers = (number: string, n: number, template: NoticeTemplate, more: Partial<NoticeRow> = {}): NoticeRow =>
    aNotice(number, n, { to: 'customer', template, facts: {}, urgent: true, ...more });

  test('it keeps the words of its decision, whatever the order becomes', async () => {
    const { db } = database;
    const number = await anOrder(db);
    const { record } = createRecorder(db);
    await record(aBatch(number, 1, { notices: [customers(number, 1, 'order-changed')] }));
    const dearer = aSnapshot(number, {
      revision: 2,
      facts: someFacts({ totalFen: 50_000 }),
      money: { totalFen: 50_000, depositFen: 15_000, receivedFen: 0, refundedFen: 0, outstandingFen: 50_000 },
    });
    await record(aBatch(number, 2, { snapshot: dearer }));
    const { orderWords } = await db.notice.findUniqueOrThrow({ where: { id: `order/${number}/1` } });
    expect(orderWords).toMatchObject({ totalFen: 28_800, version: 1, deliveryAt: someFacts().deliveryAt, lines: [{ flavour: '香草' }] });
  });

  test('it is withdrawn with a line in the chain; one that has gone out is not, and leaves no line', async () => {
    const { db } = database;
    const number = await anOrder(db);
    const { record } = createRecorder(db);
    await record(aBatch(number, 1, { notices: [customers(number, 1, 'order-changed'), customers(number, 2, 'change-window-closing')] }));
    await db.notice.update({ where: { id: `order/${number}/2` }, data: { state: 'sent', sentAt: new Date() } });
    const withdrawals = [withdrawal(number, 4, 'order-changed'), withdrawal(number, 5, 'change-window-closing')];
    await record(aBatch(number, 2, { withdrawals, events: [anEvent(number, 3)] }));
    const rows = await db.notice.findMany({ where: { processId: `order/${number}` }, orderBy: { id: 'asc' } });
    expect(rows.map(({ state, withdrawnWhy }) => [state, withdrawnWhy])).toEqual([
      ['withdrawn', 'order.changed'],
      ['sent', null],
    ]);
    const events = await db.timelineEvent.findMany({ where: { processId: `order/${number}` }, orderBy: { seq: 'asc' } });
    expect(events.map(({ kind, data }) => [kind, kind === 'letter.withdrawn' ? data : null])).toEqual([
      ['task.opened', null],
      ['letter.withdrawn', { template: 'order-changed', why: 'order.changed' }],
    ]);
    for await (const check of verifyTimeline(db, number)) expect(check).toMatchObject({ ok: true });
  });

  test('one written in its place is written only if it was unsent', async () => {
    const { db } = database;
    const number = await anOrder(db);
    const { record } = createRecorder(db);
    await record(aBatch(number, 1, { notices: [customers(number, 1, 'order-changed'), customers(number, 2, 'order-delivered')] }));
    await db.notice.update({ where: { id: `order/${number}/2` }, data: { state: 'sent', sentAt: new Date() } });
    await record(
      aBatch(number, 2, {
        withdrawals: [withdrawal(number, 3, 'order-changed'), withdrawal(number, 4, 'order-delivered')],
        notices: [customers(number, 5, 'order-changed', { instead: true }), customers(number, 6, 'order-delivered', { instead: true })],
      }),
    );
    const rows = await db.notice.findMany({ where: { processId: `order/${number}` }, orderBy: { seq: 'asc' } });
    expect(rows.map(({ id, state }) => [id.split('/')[2], state])).toEqual([
      ['1', 'withdrawn'],
      ['2', 'sent'],
      ['5', 'queued'],
    ]);
  });
});
