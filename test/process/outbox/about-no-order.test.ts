import { randomUUID } from 'node:crypto';
import { LANGUAGES, LetterIncomplete, type LetterContext, type NoticeFacts } from '../../../src/process/outbox/facts';
import { defineLetterContext } from '../../../src/process/outbox/letter-contexts';
import { renderNotice } from '../../../src/process/outbox/render';
import { createRecorder } from '../../../src/process/record/recorder';
import { testDatabase, type TestDatabase } from '../../support/database';
import { someFacts } from '../../support/letter-facts';
import { aPerson, NOON, openPostOffice } from '../../support/outbox';
import { fakeMailer } from '../../support/post';
import { aBareBatch, aStore, STORE } from '../../support/records';

/** A task of a process that is about no order. */
const A_TASK = { task: 'toy/7/1', kind: 'repair', dueAt: NOON + 3_600_000, reason: null, yours: true } as const;
const toyFacts = (own: Partial<NoticeFacts> = {}): NoticeFacts => ({
  ...someFacts(),
  process: { kind: 'toy', number: 'T-7', state: 'open' },
  about: null,
  audience: 'staff',
  recipientName: '王店长',
  notice: A_TASK,
  link: 'http://shop.example/api/v1/tasks/toy%2F7%2F1',
  ...own,
});

describe('BAK-08 a letter of a process about no order', () => {
  test('tells of its task by the process’s own number, and shows no order', () => {
    const [zh, en] = LANGUAGES.map((language) => renderNotice('task-opened', language, toyFacts()));
    expect(zh?.subject).toBe('【待办】人工补救｜T-7');
    expect(zh?.text).toContain('T-7 有一项工作需要您完成：人工补救。');
    expect(en?.subject).toBe('[To do] Repair what could not be done automatically | T-7');
    expect(en?.text).toContain('T-7 has a step that is yours: Repair what could not be done automatically.');
    for (const letter of [zh, en]) expect(`${letter?.text}${letter?.html}`).not.toMatch(/订单 |订单号|■ 订单信息|[Oo]rder T-7|■ Order/);
  });

  test.each(['task-reminder', 'task-late'] as const)('%s is written too', (template) => {
    for (const language of LANGUAGES) {
      const { subject, text } = renderNotice(template, language, toyFacts({ notice: { ...A_TASK, rung: 1 } }));
      expect(subject).toMatch(/[|｜] ?T-7$/);
      expect(text).toContain('toy%2F7%2F1');
    }
  });

  test('is refused when it speaks of an order', () => {
    for (const template of ['order-changed', 'exception-reported', 'alternatives'] as const)
      expect(() => renderNotice(template, 'en', toyFacts({ notice: { version: 2, item: 'cream' } }))).toThrow(LetterIncomplete);
    expect(() => renderNotice('order-changed', 'en', toyFacts())).toThrow(
      expect.objectContaining({ template: 'order-changed', missing: 'its order', rule: 'BAK-38' }),
    );
  });
});

interface AboutOven extends LetterContext {
  readonly kind: 'oven';
  readonly colour: string;
}
defineLetterContext<AboutOven>('oven', {
  zh: { called: '{colour}烤箱', line: '{colour}烤箱', signature: '烤箱管理员', sentBy: '本邮件由烤箱发出。' },
  en: { called: 'oven {colour}', line: 'Oven {colour}', signature: 'The keeper of ovens', sentBy: 'Sent by the oven.' },
  gather: (_db, notices) =>
    Promise.resolve(
      new Map(
        notices
          .filter(({ processId }) => processId.startsWith('oven/'))
          .map(({ id }) => [
            id,
            { kind: 'oven', colour: '红', customer: { name: '林', phone: '1', email: 'lin@oven.example', language: 'en' } },
          ]),
      ),
    ),
  values: ({ about: { colour } }) => ({ colour }),
  cards: { work: ({ about: { colour } }, p) => ({ heading: p.named({ zh: '烤箱', en: 'Oven' }), items: [colour] }) },
});

describe('BAK-08 a letter about what another chapter knows', () => {
  test('calls it by that chapter’s words, and shows those who work on it that chapter’s part', () => {
    const about: AboutOven = { kind: 'oven', colour: '红' };
    const [zh, en] = LANGUAGES.map((language) => renderNotice('task-opened', language, toyFacts({ about })));
    expect(zh?.subject).toBe('【待办】人工补救｜红烤箱');
    expect(zh?.text).toContain('■ 烤箱\n• 红');
    expect(en?.text).toContain('\nOven 红\n');
    expect(en?.text).toContain('Oven 红 has a step that is yours');
  });
});

describe('BAK-08 the outbox', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    await aStore(database.db);
    await aPerson(database.db, 'manager', { roles: ['store-manager'] });
  });
  afterEach(() => database.db.notice.deleteMany());
  afterAll(() => database.close());

  /** A process that is about no order writes these letters, by template and recipient. */
  async function aProcessWrites(
    letters: readonly (readonly [template: 'task-opened' | 'order-changed', to: string])[],
    kind = 'toy',
  ): Promise<string[]> {
    const number = randomUUID();
    const id = `${kind}/${number}`;
    const batch = aBareBatch({ id, kind, number, storeId: STORE, aboutOrder: null, parentId: null, openedAt: NOON }, 1, {
      first: true,
      notices: letters.map(([template, to], n) => ({
        id: `${id}/${n}`,
        to,
        template,
        facts: template === 'task-opened' ? A_TASK : { version: 2 },
        urgent: true,
        createdAt: NOON,
      })),
    });
    await createRecorder(database.db).record(batch);
    return batch.notices.map((notice) => notice.id);
  }
  const noticesOf = (ids: string[]) => database.db.notice.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } });

  test('sends the staff the task of a process that is about no order', async () => {
    const ids = await aProcessWrites([['task-opened', 'role:store-manager']]);
    const mailer = fakeMailer();
    await expect(openPostOffice({ db: database.db, mailer, now: () => NOON }).deliverDue(10)).resolves.toEqual({
      settled: 1,
      undeliverable: [],
    });
    expect(mailer.sent).toMatchObject([{ to: 'manager@shop.example', subject: expect.stringContaining('【待办】人工补救｜') as string }]);
    expect(mailer.sent[0]?.text).toContain('http://shop.example/api/v1/tasks/toy%2F7%2F1');
    expect(await noticesOf(ids)).toMatchObject([{ state: 'sent', channels: ['email'], lastError: null }]);
  });

  test('sends the customer whom the chapter knows a letter in that chapter’s name', async () => {
    await aProcessWrites([['task-opened', 'customer']], 'oven');
    const mailer = fakeMailer();
    await openPostOffice({ db: database.db, mailer, now: () => NOON }).deliverDue(10);
    expect(mailer.sent).toMatchObject([{ to: 'lin@oven.example' }]);
    expect(mailer.sent[0]?.text).toMatch(/The keeper of ovens\n\n—\n[^]*Sent by the oven\.$/);
  });

  test('sends nothing to its customer, nor what speaks of an order, and the others are not held up', async () => {
    const ids = await aProcessWrites([
      ['task-opened', 'customer'],
      ['order-changed', 'role:store-manager'],
      ['task-opened', 'role:store-manager'],
    ]);
    const mailer = fakeMailer();
    const { undeliverable } = await openPostOffice({ db: database.db, mailer, now: () => NOON }).deliverDue(10);
    expect(undeliverable.map(({ noticeId }) => noticeId)).toEqual([ids[0]]);
    expect(await noticesOf(ids)).toMatchObject([
      { state: 'undeliverable', lastError: 'There is nobody to write to, or no way to reach them.' },
      { state: 'undeliverable', lastError: 'The letter order-changed cannot be written: its order is missing (BAK-38).' },
      { state: 'sent' },
    ]);
    expect(mailer.sent).toHaveLength(1);
  });
});
