import { randomUUID } from 'node:crypto';
import { startCatcher, type Catcher } from '../../../src/local-shop/catcher/catcher';
import { createRecorder } from '../../../src/process/record/recorder';
import { REAL_TIME, type ShopClock } from '../../../src/base/clock';
import { HOUR_MS } from '../../../src/base/rule';
import { createLinks } from '../../../src/platform/links/link.repository';
import { readLink } from '../../../src/platform/links/link-token';
import type { Mail, Mailer, Texter } from '../../../src/process/outbox/channels';
import { createSmsChannel } from '../../../src/process/outbox/sms.channel';
import { createSmtpChannel } from '../../../src/process/outbox/smtp.channel';
import { aBatch, aSnapshot } from '../../support/records';
import { testDatabase, type TestDatabase } from '../../support/database';
import { fakeMailer, fakeTexter } from '../../support/post';
import { aNotice, anOrderOf, aPerson, NOON, openPostOffice, SECRET } from '../../support/outbox';

let database: TestDatabase;
let catcher: Catcher;
beforeAll(async () => {
  database = await testDatabase();
  catcher = await startCatcher({ host: '127.0.0.1', smtpPort: 0, httpPort: 0 });
});
afterAll(async () => {
  await catcher.stop();
  await database.close();
});
// a deliverDue takes whatever is due, so each test leaves the tray empty
afterEach(() => database.db.notice.deleteMany());

interface Given {
  readonly mailer?: Mailer;
  readonly texter?: Texter | null;
  readonly clock?: ShopClock;
}
/** A post office whose clock the test moves. */
function anOffice({ mailer = fakeMailer(), texter = null, clock = REAL_TIME }: Given = {}) {
  let now = NOON;
  const post = openPostOffice({ db: database.db, mailer, texter, clock, now: () => now });
  return { ...post, pass: (ms: number) => (now += ms) };
}
const noticeOf = (id: string) => database.db.notice.findUniqueOrThrow({ where: { id } });
const ledgerOf = async (noticeId: string) =>
  (await database.db.noticeAttempt.findMany({ where: { noticeId }, orderBy: { id: 'asc' } })).map(
    ({ id, outcome }) => `${id.slice(noticeId.length)} ${outcome}`,
  );
const mailboxOf = (address: string) => [...catcher.mailbox.newest(100, { to: address })].map(([message]) => message);

describe('BAK-08 a queued notice is sent', () => {
  test('over SMTP and SMS, to the customer in the customer’s language, with the notice’s id as Message-ID', async () => {
    const address = `lin-${randomUUID()}@home.example`;
    const order = await anOrderOf(database.db, { email: address, phone: '13800138111', language: 'en' });
    const id = await aNotice(database.db, order);
    const mailer = createSmtpChannel({ url: `smtp://127.0.0.1:${catcher.smtpPort}`, from: 'Levain <orders@levain.example>' });
    const texter = createSmsChannel({ url: `http://127.0.0.1:${catcher.httpPort}/sms` });
    await expect(anOffice({ mailer, texter }).deliverDue(10)).resolves.toEqual({ settled: 1, undeliverable: [] });
    mailer.close();

    const messageId = `${id.replaceAll('/', '.')}@levain`;
    expect(mailboxOf(address)).toMatchObject([
      { id: messageId, channel: 'email', subject: `We have started making your order | order ${order}` },
    ]);
    expect(mailboxOf(address)[0]?.html).toContain('<html lang="en"');
    expect(mailboxOf('13800138111')).toMatchObject([{ id: messageId.replace('@', '.1@'), channel: 'sms' }]);
    expect(await noticeOf(id)).toMatchObject({
      state: 'sent',
      attempts: 1,
      channels: ['email', 'sms'],
      sentAt: new Date(NOON),
      lastError: null,
    });
    expect(await ledgerOf(id)).toEqual(['#1@email sent', '#1@sms sent']);
  });

  test('to the head of a department; without one to the store manager, and the notice says so', async () => {
    const order = await anOrderOf(database.db);
    const late = { template: 'task-late', facts: { task: `${order}-1`, kind: 'quality-check', dueAt: NOON, reason: null, rung: 1 } };
    await aPerson(database.db, 'head-of-quality', { headOf: ['quality'] });
    await aPerson(database.db, 'manager-here', { roles: ['store-manager'] });
    const mailer = fakeMailer();
    const known = await aNotice(database.db, order, { to: 'head:quality', ...late });
    const unknown = await aNotice(database.db, order, { to: 'head:legal', ...late });
    await expect(anOffice({ mailer }).deliverDue(10)).resolves.toEqual({ settled: 2, undeliverable: [] });
    expect(mailer.sent.map(({ to }) => to).sort()).toEqual(['head-of-quality@shop.example', 'manager-here@shop.example']);
    expect(await noticeOf(known)).toMatchObject({ state: 'sent', lastError: null });
    expect(await noticeOf(unknown)).toMatchObject({
      state: 'sent',
      lastError: 'There is no head:legal in this store: the store manager was written to.',
    });
    await database.db.staff.deleteMany({ where: { id: { in: ['head-of-quality', 'manager-here'] } } });
  });

  test('to everybody who holds a role, each with an own Message-ID', async () => {
    const order = await anOrderOf(database.db);
    await aPerson(database.db, 'baker-1');
    await aPerson(database.db, 'baker-2');
    const mailer = fakeMailer();
    const id = await aNotice(database.db, order, {
      to: 'role:baker',
      template: 'task-opened',
      facts: { kind: 'making-done', dueAt: NOON },
    });
    await anOffice({ mailer }).deliverDue(10);
    expect(mailer.sent.map(({ to }) => to).sort()).toEqual(['baker-1@shop.example', 'baker-2@shop.example']);
    expect(new Set(mailer.sent.map((mail) => mail.id)).size).toBe(2);
    expect(await ledgerOf(id)).toEqual(['#1@baker-1 sent', '#1@baker-2 sent']);
  });

  test('with a link that opens this order for sixty days', async () => {
    const order = await anOrderOf(database.db);
    await aNotice(database.db, order);
    const mailer = fakeMailer();
    await anOffice({ mailer }).deliverDue(10);
    const token = /http:\/\/shop\.example\/o\/(\S+)/.exec(mailer.sent[0]?.text ?? '')?.[1] ?? '';
    expect(readLink(SECRET, token, NOON + 59 * 24 * HOUR_MS)).toMatchObject({ process: `order/${order}`, party: 'customer' });
    expect(() => readLink(SECRET, token, NOON + 60 * 24 * HOUR_MS)).toThrow('link-over');
  });

  test('with one link for all letters of an order, until it is revoked: letters written afterwards carry the next', async () => {
    const order = await anOrderOf(database.db);
    const links = createLinks(database.db);
    const letterLink = async (): Promise<string> => {
      await aNotice(database.db, order);
      const mailer = fakeMailer();
      await anOffice({ mailer }).deliverDue(10);
      const token = /\/o\/(\S+)/.exec(mailer.sent[0]?.text ?? '')?.[1] ?? '';
      return readLink(SECRET, token, NOON).id;
    };
    const first = await letterLink();
    expect(await letterLink()).toBe(first);
    expect(await links.list([`order/${order}`], 10)).toMatchObject([
      { id: first, party: 'customer', issuedBy: 'letters', revokedAt: null, lastUsedAt: null },
    ]);
    expect(await links.revoke([`order/${order}`], first, 'store-manager', NOON)).toBe(true);
    const second = await letterLink();
    expect(second).not.toBe(first);
    expect(await letterLink()).toBe(second);
    expect((await links.list([`order/${order}`], 10)).map(({ id, revokedBy }) => [id, revokedBy]).sort()).toEqual(
      [
        [first, 'store-manager'],
        [second, null],
      ].sort(),
    );
  });

  test('and nothing is due twice', async () => {
    await aNotice(database.db, await anOrderOf(database.db));
    const mailer = fakeMailer();
    const post = anOffice({ mailer });
    await post.deliverDue(10);
    await expect(post.deliverDue(10)).resolves.toEqual({ settled: 0, undeliverable: [] });
    expect(mailer.sent).toHaveLength(1);
  });

  test('at most as many as were asked for', async () => {
    const order = await anOrderOf(database.db);
    for (let n = 0; n < 5; n += 1) await aNotice(database.db, order);
    const post = anOffice();
    expect((await post.deliverDue(3)).settled).toBe(3);
    expect((await post.deliverDue(30)).settled).toBe(2);
  });
});

test('BAK-08 quiet hours hold what the recorder queued at night until 08:00 store time, and let urgent ones pass', async () => {
  const order = await anOrderOf(database.db);
  const night = Date.parse('2026-12-01T23:00:00+08:00');
  const notice = (n: number, urgent: boolean) => ({
    id: `order/${order}/q${n}`,
    to: 'customer',
    template: 'making-started' as const,
    facts: {},
    urgent,
    createdAt: night,
  });
  await createRecorder(database.db).record(aBatch(order, 1, { notices: [notice(1, false), notice(2, true)] }));
  const mailer = fakeMailer();
  const post = anOffice({ mailer });
  post.pass(night - NOON);
  expect((await post.deliverDue(10)).settled).toBe(1);
  post.pass(9 * HOUR_MS - 1);
  expect((await post.deliverDue(10)).settled).toBe(0);
  post.pass(1);
  expect((await post.deliverDue(10)).settled).toBe(1);
  expect(mailer.sent.map(({ id }) => id)).toEqual([`order.${order}.q2@levain`, `order.${order}.q1@levain`]);
});

describe('a letter that is not taken', () => {
  test('for now (451) is tried again after a pause, with the same Message-ID', async () => {
    const order = await anOrderOf(database.db);
    const id = await aNotice(database.db, order);
    const mailer = fakeMailer('busy');
    const post = anOffice({ mailer });
    expect((await post.deliverDue(10)).settled).toBe(0);
    expect(await noticeOf(id)).toMatchObject({ state: 'queued', lastError: '451 try later', retryAt: new Date(NOON + 5000) });
    post.pass(4999);
    expect((await post.deliverDue(10)).settled).toBe(0);
    post.pass(1);
    expect((await post.deliverDue(10)).settled).toBe(1);
    expect(await ledgerOf(id)).toEqual(['#1@email failed', '#2@email sent']);
    expect(mailer.sent[0]?.id).toBe(`${id.replaceAll('/', '.')}@levain`);
  });

  test('for ever (550) makes the notice undeliverable at once, and the order hears of it until it says so', async () => {
    const order = await anOrderOf(database.db, { email: `bounce@${randomUUID()}.example` });
    const id = await aNotice(database.db, order);
    const mailer = createSmtpChannel({ url: `smtp://127.0.0.1:${catcher.smtpPort}`, from: 'orders@levain.example' });
    const post = anOffice({ mailer });
    const owed = [{ noticeId: id, processId: `order/${order}`, template: 'making-started' }];
    await expect(post.deliverDue(10)).resolves.toEqual({ settled: 1, undeliverable: owed });
    mailer.close();
    expect(await ledgerOf(id)).toEqual(['#1@email refused']);
    await expect(anOffice().deliverDue(10)).resolves.toEqual({ settled: 0, undeliverable: owed });
    await post.acknowledge(id);
    await expect(post.deliverDue(10)).resolves.toEqual({ settled: 0, undeliverable: [] });
    expect(await noticeOf(id)).toMatchObject({ state: 'undeliverable' });
  });

  test('by the real server for now (451) stays queued', async () => {
    const id = await aNotice(database.db, await anOrderOf(database.db, { email: 'busy@home.example' }));
    const mailer = createSmtpChannel({ url: `smtp://127.0.0.1:${catcher.smtpPort}`, from: 'orders@levain.example' });
    await anOffice({ mailer }).deliverDue(10);
    mailer.close();
    expect(await noticeOf(id)).toMatchObject({ state: 'queued', attempts: 1 });
  });

  test('because nobody listens stays queued', async () => {
    const id = await aNotice(database.db, await anOrderOf(database.db));
    const mailer = createSmtpChannel({ url: 'smtp://127.0.0.1:9', from: 'orders@levain.example' });
    await anOffice({ mailer }).deliverDue(10);
    mailer.close();
    expect(await noticeOf(id)).toMatchObject({ state: 'queued', attempts: 1 });
  });

  test('BAK-33 for an hour: the order hears of its confirmation letter, of no other, and the letter is tried on', async () => {
    const order = await anOrderOf(database.db);
    await database.db.order.update({ where: { number: order }, data: { plannedStartAt: new Date(NOON + HOUR_MS) } });
    const id = await aNotice(database.db, order, { facts: { version: 1 }, template: 'confirmation-letter' }); // made a minute before noon
    await aNotice(database.db, order);
    const post = anOffice({ mailer: fakeMailer(...Array<'busy'>(100).fill('busy')) });
    const late = { noticeId: id, processId: `order/${order}`, template: 'confirmation-letter', late: true };
    const heard = async (): Promise<unknown[]> => {
      await post.deliverDue(10); // the try
      return [...(await post.deliverDue(10)).undeliverable];
    };
    expect(await heard()).toEqual([]);
    post.pass(59 * 60_000);
    expect(await heard()).toEqual([]); // at the hour it is still in time
    post.pass(1);
    expect(await heard()).toEqual([late]);
    await post.acknowledge(id);
    post.pass(30 * 60_000);
    expect(await heard()).toEqual([]);
    expect(await noticeOf(id)).toMatchObject({ state: 'queued' });
    post.pass(6 * HOUR_MS);
    expect(await heard()).toContainEqual({ noticeId: id, processId: `order/${order}`, template: 'confirmation-letter' });
  });

  test('for six shop hours is given up', async () => {
    const id = await aNotice(database.db, await anOrderOf(database.db));
    const mailer = fakeMailer(...Array<'busy'>(100).fill('busy'));
    const post = anOffice({ mailer });
    let tries = 0;
    for (; (await post.deliverDue(10)).undeliverable.length === 0; tries += 1) post.pass(30 * 60_000);
    expect(tries).toBe(12);
    expect(await noticeOf(id)).toMatchObject({ state: 'undeliverable', lastError: '451 try later' });
  });

  test('under a fast clock gives up after six shop hours too, though never before some tries', async () => {
    const clock = { originMs: NOON, rate: 7200 };
    const id = await aNotice(database.db, await anOrderOf(database.db));
    const post = anOffice({ mailer: fakeMailer(...Array<'busy'>(100).fill('busy')), clock });
    for (let n = 0; n < 3; n += 1) {
      expect((await post.deliverDue(10)).undeliverable).toEqual([]);
      post.pass(3_000); // six shop hours each
    }
    expect((await post.deliverDue(10)).undeliverable).toMatchObject([{ noticeId: id }]);
  });

  test('by mail but as a short message counts as delivered', async () => {
    const id = await aNotice(database.db, await anOrderOf(database.db));
    const texter = fakeTexter();
    await expect(anOffice({ mailer: fakeMailer('refused'), texter }).deliverDue(10)).resolves.toEqual({ settled: 1, undeliverable: [] });
    expect(await noticeOf(id)).toMatchObject({ state: 'sent', channels: ['sms'] });
    expect(texter.sent).toHaveLength(1);
  });

  test('by mail is not sent again as a short message when only the mail is repeated', async () => {
    const id = await aNotice(database.db, await anOrderOf(database.db));
    const texter = fakeTexter();
    const post = anOffice({ mailer: fakeMailer('busy'), texter });
    await post.deliverDue(10);
    expect(await noticeOf(id)).toMatchObject({ state: 'queued', sentAt: new Date(NOON) });
    post.pass(5000);
    await post.deliverDue(10);
    expect(texter.sent).toHaveLength(1);
    expect(await noticeOf(id)).toMatchObject({ state: 'sent', channels: ['email', 'sms'] });
  });
});

describe('a notice that nobody can get', () => {
  test('is undeliverable at once when the customer has no e-mail and there is no gateway', async () => {
    const id = await aNotice(database.db, await anOrderOf(database.db, {}));
    await expect(anOffice().deliverDue(10)).resolves.toMatchObject({ settled: 1, undeliverable: [{ noticeId: id }] });
    expect(await ledgerOf(id)).toEqual([]);
  });

  test('BAK-34 a confirmation letter that cannot be written is not sent, and its order hears of it', async () => {
    const id = await aNotice(database.db, await anOrderOf(database.db), { template: 'confirmation-letter' });
    const mailer = fakeMailer();
    await expect(anOffice({ mailer }).deliverDue(10)).resolves.toMatchObject({
      undeliverable: [{ noticeId: id, template: 'confirmation-letter' }],
    });
    expect(mailer.sent).toEqual([]);
    expect((await noticeOf(id)).lastError).toContain('BAK-34');
  });

  test('is nobody’s telephone task when it was for staff', async () => {
    const id = await aNotice(database.db, await anOrderOf(database.db), { to: 'role:nobody', template: 'suggestion' });
    await expect(anOffice().deliverDue(10)).resolves.toEqual({ settled: 1, undeliverable: [] });
    expect(await noticeOf(id)).toMatchObject({ state: 'undeliverable' });
  });
});

describe('a process that stops in the middle', () => {
  /** What a killed office leaves: taken up, a ledger line begun, nothing noted. */
  async function interrupted(begun: { key: string; outcome: string | null }[], attempts = 1): Promise<string> {
    const order = await anOrderOf(database.db);
    const id = await aNotice(database.db, order, { state: 'sending', attempts, retryAt: NOON + 30_000 });
    await database.db.noticeAttempt.createMany({
      data: begun.map(({ key, outcome }, n) => ({
        id: `${id}#${n + 1}@${key}`,
        noticeId: id,
        channel: 'email',
        startedAt: new Date(NOON),
        outcome,
      })),
    });
    return id;
  }

  test('leaves its notice alone for thirty seconds, then another takes it up', async () => {
    const id = await interrupted([]);
    const mailer = fakeMailer();
    const post = anOffice({ mailer });
    post.pass(29_999);
    expect((await post.deliverDue(10)).settled).toBe(0);
    post.pass(1);
    expect((await post.deliverDue(10)).settled).toBe(1);
    expect(mailer.sent).toHaveLength(1);
    expect(await noticeOf(id)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  test('never causes a second letter to an address whose ledger line says sent', async () => {
    const id = await interrupted([{ key: 'email', outcome: 'sent' }]);
    const mailer = fakeMailer();
    const post = anOffice({ mailer });
    post.pass(30_000);
    await post.deliverDue(10);
    expect(mailer.sent).toEqual([]);
    expect(await noticeOf(id)).toMatchObject({ state: 'sent' });
  });

  test('causes one repetition with the same Message-ID when the outcome is unknown, and not a second one', async () => {
    const once = await interrupted([{ key: 'email', outcome: null }]);
    const mailer = fakeMailer();
    const post = anOffice({ mailer });
    post.pass(30_000);
    await post.deliverDue(10);
    expect(mailer.sent.map((mail) => mail.id)).toEqual([`${once.replaceAll('/', '.')}@levain`]);

    const twice = await interrupted(
      [
        { key: 'email', outcome: null },
        { key: 'email', outcome: null },
      ],
      2,
    );
    const { undeliverable } = await post.deliverDue(10);
    expect(undeliverable).toMatchObject([{ noticeId: twice }]);
    expect(mailer.sent).toHaveLength(1);
  });

  test('an office that lost its notice meanwhile does not settle it', async () => {
    const id = await aNotice(database.db, await anOrderOf(database.db));
    let taken = false;
    const mailer: Mailer = {
      close: () => undefined,
      async send() {
        if (taken) return;
        taken = true;
        const other = anOffice();
        other.pass(31_000);
        await other.deliverDue(10);
        throw new Error('too late');
      },
    };
    await anOffice({ mailer }).deliverDue(10);
    expect(await noticeOf(id)).toMatchObject({ state: 'sent', attempts: 2 });
  });
});

test('BAK-08 a slow mail server does not hold a round up: what it does not come to is due again when its lease is over', async () => {
  const order = await anOrderOf(database.db);
  const ids = await Promise.all(Array.from({ length: 12 }, () => aNotice(database.db, order)));
  const slow = fakeMailer();
  const post = anOffice({
    mailer: {
      close: slow.close,
      send(mail) {
        post.pass(10_000);
        return slow.send(mail);
      },
    },
  });
  expect((await post.deliverDue(50)).settled).toBeLessThan(ids.length);
  let rounds = 1;
  for (; slow.sent.length < ids.length; rounds += 1) {
    post.pass(30_000);
    await post.deliverDue(50);
  }
  expect(rounds).toBeLessThanOrEqual(4);
  expect(slow.sent.map(({ id }) => id).sort()).toEqual(ids.map((id) => `${id.replaceAll('/', '.')}@levain`).sort());
});

test('BAK-08 two post offices at once send each notice once', async () => {
  const order = await anOrderOf(database.db);
  const ids = await Promise.all(Array.from({ length: 60 }, () => aNotice(database.db, order)));
  const mailer = fakeMailer();
  const results = await Promise.all([anOffice({ mailer }), anOffice({ mailer }), anOffice({ mailer })].map((post) => post.deliverDue(100)));
  expect(results.reduce((sum, { settled }) => sum + settled, 0)).toBe(60);
  expect(mailer.sent.map(({ id }) => id).sort()).toEqual(ids.map((id) => `${id.replaceAll('/', '.')}@levain`).sort());
});

test.each([
  ['which the caller noted', { remarks: '包装可以再结实一些' }],
  ['and not the caller’s remarks beside them', { remarks: '很满意，下次再来', suggestion: '包装可以再结实一些' }],
])('AFT-91 a suggestion reaches the department with the customer’s words, %s', async (_which, body) => {
  const order = await anOrderOf(database.db);
  await aPerson(database.db, `qc-${order}`, { roles: ['qc-inspector'] });
  await database.db.text.create({
    data: { id: `t-${order}`, processId: `order/${order}`, storeId: 'store-1', body, createdBy: 'x', createdAt: new Date(NOON) },
  });
  await database.db.suggestion.create({
    data: { id: `s-${order}`, orderNumber: order, department: 'qc-inspector', textId: `t-${order}`, at: new Date(NOON) },
  });
  await aNotice(database.db, order, { to: 'role:qc-inspector', template: 'suggestion', facts: { attempt: 1 } });
  const mailer = fakeMailer();
  await anOffice({ mailer }).deliverDue(10);
  const letter = mailer.sent.find(({ to }) => to === `qc-${order}@shop.example`);
  expect(letter?.text).toContain('包装可以再结实一些');
  expect(letter?.text).not.toContain('很满意');
});

test('BAK-37 a refused change is told with the store manager’s reason', async () => {
  const order = await anOrderOf(database.db);
  await database.db.text.create({
    data: {
      id: `r-${order}`,
      processId: `order/${order}`,
      storeId: 'store-1',
      body: { reason: '当日产能已满' },
      createdBy: 'x',
      createdAt: new Date(NOON),
    },
  });
  await database.db.change.create({
    data: {
      id: `c-${order}`,
      orderNumber: order,
      patch: {},
      facts: {},
      preview: {},
      previewHash: '-',
      basis: '-',
      requestedBy: {},
      requestedAt: new Date(NOON),
      decisionTextId: `r-${order}`,
    },
  });
  await aNotice(database.db, order, { template: 'change-refused', facts: { change: `c-${order}` } });
  const mailer = fakeMailer();
  await anOffice({ mailer }).deliverDue(10);
  expect(mailer.sent[0]?.text).toContain('原因：当日产能已满');
});

test('an error in the ledger does not name the address', async () => {
  const id = await aNotice(database.db, await anOrderOf(database.db, { email: 'secret@home.example' }));
  const mailer: Mailer = { close: () => undefined, send: ({ to }) => Promise.reject(new Error(`cannot reach <${to}>`)) };
  await anOffice({ mailer }).deliverDue(10);
  const [line] = await database.db.noticeAttempt.findMany({ where: { noticeId: id } });
  expect(line?.error).toBe('cannot reach <<recipient>>');
});

describe('BAK-08 letters to one recipient of one order go out in the order of their decision', () => {
  const night = Date.parse('2026-12-01T23:00:00+08:00');
  const letters = async (order: string, ...rows: { template: 'making-started' | 'order-ready'; urgent: boolean; at: number }[]) => {
    const notices = rows.map(({ template, urgent, at }, n) => ({
      id: `order/${order}/o${n}`,
      to: 'customer',
      template,
      facts: {},
      urgent,
      createdAt: at,
    }));
    await createRecorder(database.db).record(aBatch(order, 1, { notices }));
  };
  const titles = (mailer: ReturnType<typeof fakeMailer>): string[] => mailer.sent.map(({ subject }) => subject.split('｜')[0] ?? '');
  const [first, second] = ['您的订单开始制作了', '您的订单已准备好'];

  test('also two of one batch, and while the first is being tried again', async () => {
    await letters(
      await anOrderOf(database.db),
      { template: 'making-started', urgent: true, at: NOON },
      { template: 'order-ready', urgent: true, at: NOON },
    );
    const mailer = fakeMailer('busy');
    const post = anOffice({ mailer });
    await post.deliverDue(10);
    expect(titles(mailer)).toEqual([]);
    post.pass(5_000);
    await post.deliverDue(10);
    expect(titles(mailer)).toEqual([first, second]);
  });

  test('an urgent one does not wait for the end of the quiet hours', async () => {
    await letters(
      await anOrderOf(database.db),
      { template: 'making-started', urgent: false, at: night },
      { template: 'order-ready', urgent: true, at: night },
    );
    const mailer = fakeMailer();
    const post = anOffice({ mailer });
    post.pass(night - NOON);
    await post.deliverDue(10);
    expect(titles(mailer)).toEqual([second]);
  });

  test('nor for the second channel of one that has arrived by the first', async () => {
    await letters(
      await anOrderOf(database.db, { email: 'lin@home.example', phone: '13800138000' }),
      { template: 'making-started', urgent: true, at: NOON },
      { template: 'order-ready', urgent: true, at: NOON },
    );
    const mailer = fakeMailer();
    const post = anOffice({ mailer, texter: fakeTexter('busy') });
    await post.deliverDue(10);
    expect(titles(mailer)).toEqual([first, second]);
  });

  test('and orders do not wait for each other', async () => {
    const [stuck, other] = [await anOrderOf(database.db), await anOrderOf(database.db)];
    await letters(stuck, { template: 'making-started', urgent: true, at: NOON - 1 });
    await letters(other, { template: 'order-ready', urgent: true, at: NOON });
    const mailer = fakeMailer();
    const send = (mail: Mail): Promise<void> =>
      mail.subject.startsWith(first ?? '') ? Promise.reject(new Error('451 try later')) : mailer.send(mail);
    await anOffice({ mailer: { ...mailer, send } }).deliverDue(10);
    expect(titles(mailer)).toEqual([second]);
  });
});

describe('BAK-08 a letter withdrawn while it is under way', () => {
  const withdraw = (id: string): Promise<unknown> =>
    database.db.notice.update({
      where: { id },
      data: { state: 'withdrawn', withdrawnAt: new Date(NOON), withdrawnWhy: 'payment.received' },
    });

  test('before it is handed over is not sent', async () => {
    const id = await aNotice(database.db, await anOrderOf(database.db, { email: 'lin@home.example', phone: '13800138000' }));
    const mailer = fakeMailer();
    const texter = { send: jest.fn(() => Promise.resolve()) };
    const { send } = mailer;
    await anOffice({
      mailer: {
        ...mailer,
        send: (mail) =>
          send(mail)
            .then(() => withdraw(id))
            .then(() => undefined),
      },
      texter,
    }).deliverDue(10);
    expect(texter.send).not.toHaveBeenCalled(); // the second copy
    expect(await noticeOf(id)).toMatchObject({ state: 'sent', channels: ['email'], withdrawnWhy: 'payment.received' });
  });

  test('and then not taken, is not tried again', async () => {
    const id = await aNotice(database.db, await anOrderOf(database.db));
    const busy = { close: () => undefined, send: () => withdraw(id).then(() => Promise.reject(new Error('451 try later'))) };
    const post = anOffice({ mailer: busy });
    await post.deliverDue(10);
    post.pass(HOUR_MS);
    await post.deliverDue(10);
    expect(await noticeOf(id)).toMatchObject({ state: 'withdrawn', attempts: 1 });
  });
});

test('BAK-03 whoever is owner and superior in one person hears once that their step is late', async () => {
  const order = await anOrderOf(database.db);
  await aPerson(database.db, 'wang', { roles: ['sales-consultant', 'store-manager'] });
  const facts = { kind: 'chase-deposit', dueAt: NOON - HOUR_MS, rung: 1 };
  await aNotice(database.db, order, { to: 'role:sales-consultant', template: 'task-late', facts: { ...facts, yours: true } });
  const second = await aNotice(database.db, order, {
    to: 'role:store-manager',
    template: 'task-late',
    facts: { ...facts, besides: ['role:sales-consultant'] },
  });
  const mailer = fakeMailer();
  await anOffice({ mailer }).deliverDue(10);
  expect(mailer.sent.map(({ to, text }) => [to, text.includes('您负责的')])).toEqual([['wang@shop.example', true]]);
  expect(await noticeOf(second)).toMatchObject({ state: 'withdrawn', attempts: 1 });
});

test('BAK-38 the baker’s letter about a change reads both versions, though an older letter about it never went out', async () => {
  const order = await anOrderOf(database.db);
  await aPerson(database.db, 'chen');
  const { record } = createRecorder(database.db);
  const letter = (n: number, version: number) => ({
    id: `order/${order}/v${n}`,
    to: 'staff:chen',
    template: 'order-changed' as const,
    facts: { version },
    urgent: true,
    createdAt: NOON,
  });
  const change = async (version: number, flavour: string): Promise<void> => {
    const id = randomUUID();
    const { lines, delivery } = await database.db.order.findUniqueOrThrow({ where: { number: order } });
    const patched = (lines as object[]).map((line) => ({ ...line, flavour }));
    const words = {
      orderNumber: order,
      patch: { lines: patched, delivery: delivery as object },
      facts: {},
      preview: {},
      previewHash: '',
      basis: '',
    };
    await database.db.change.create({ data: { id, requestedBy: {}, requestedAt: new Date(NOON), ...words } });
    const by = { kind: 'staff' as const, id: 'manager', via: 'http' as const };
    const row = {
      id,
      state: 'approved' as const,
      requestedBy: by,
      requestedAt: NOON,
      previewHash: '',
      basis: '',
      decidedBy: by,
      decidedAt: NOON,
    };
    await record(
      aBatch(order, version, {
        snapshot: aSnapshot(order, { revision: version, version }),
        changes: [{ ...row, apply: true }],
        withdrawals: [{ id: `order/${order}/w${version}`, at: NOON, template: 'order-changed', facts: {}, why: 'order.changed' }],
        notices: [letter(version, version)],
      }),
    );
  };
  await record(aBatch(order, 1));
  await change(2, '草莓鲜奶');
  await change(3, '抹茶');
  const mailer = fakeMailer();
  await anOffice({ mailer }).deliverDue(10);
  expect(mailer.sent).toHaveLength(1);
  expect(mailer.sent[0]?.text).toContain('■ 变化\n口味：香草 → 抹茶\n');
});
