import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { HOUR_MS } from '../../../src/base/rule';
import { createSmtpChannel } from '../../../src/process/outbox/smtp.channel';
import { testDatabase, type TestDatabase } from '../../support/database';
import { aNotice, anOrderOf, NOON, openPostOffice } from '../../support/outbox';

let database: TestDatabase;
const closing: (() => Promise<void> | void)[] = [];
beforeAll(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await database.db.notice.deleteMany();
});
afterAll(() => database.close());

type Answer = (error?: Error | null) => void;
const reply = (responseCode: number): Error => Object.assign(new Error('said the server'), { responseCode });

/** A mail server that has a letter in full before `atLetter` says what it answers. `letters` are the Message-IDs of what it had. */
async function aServer(atLetter: (answer: Answer, hangUp: () => void) => void, more: SMTPServerOptions = {}) {
  const letters: string[] = [];
  const sockets = new Set<Socket>();
  const hangUp = (): void => sockets.forEach((socket) => socket.destroy());
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 10,
    onData(stream, _session, answer) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        letters.push(/^Message-ID: <(.*)>/im.exec(Buffer.concat(parts).toString())?.[1] ?? '');
        atLetter(answer, hangUp);
      });
    },
    ...more,
  });
  server.on('error', () => undefined); // a peer that hangs up is what these tests are about
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(() => resolve())));
  return { letters, port: (server.server.address() as AddressInfo).port };
}

/** A post office whose mail server may be silent for `silenceMs`, and which is tried every half hour for a working day. */
function anOffice(port: number, silenceMs: number) {
  let now = NOON;
  const mailer = createSmtpChannel({ url: `smtp://127.0.0.1:${port}`, from: 'orders@levain.example', silenceMs });
  closing.push(() => mailer.close());
  const post = openPostOffice({ db: database.db, mailer, now: () => now });
  return {
    async tries(times: number): Promise<string[]> {
      const owed: string[] = [];
      for (let n = 0; n < times; n += 1) {
        for (const { noticeId } of (await post.deliverDue(10)).undeliverable) {
          owed.push(noticeId);
          await post.acknowledge(noticeId);
        }
        now += HOUR_MS / 2;
      }
      return owed;
    },
  };
}

const aLetter = async (): Promise<{ id: string; messageId: string }> => {
  const id = await aNotice(database.db, await anOrderOf(database.db));
  return { id, messageId: `${id.replaceAll('/', '.')}@levain` };
};
const ledgerOf = async (noticeId: string) =>
  (await database.db.noticeAttempt.findMany({ where: { noticeId }, orderBy: { startedAt: 'asc' } })).map(({ outcome }) => outcome);
const stateOf = async (id: string) => (await database.db.notice.findUniqueOrThrow({ where: { id } })).state;
const later = (ms: number, what: () => void): void => void setTimeout(what, ms).unref();

describe('BAK-08 a letter the mail server has in full', () => {
  test('is sent once when the answer comes late', async () => {
    const server = await aServer((answer) => later(300, () => answer(null)));
    const { id, messageId } = await aLetter();
    expect(await anOffice(server.port, 5000).tries(2)).toEqual([]);
    expect(server.letters).toEqual([messageId]);
    expect([await ledgerOf(id), await stateOf(id)]).toEqual([['sent'], 'sent']);
  });

  test.each<[string, Parameters<typeof aServer>[0]]>([
    ['its answer comes when nobody waits any more', (answer) => later(2000, () => answer(null))],
    ['the line breaks instead of an answer', (_answer, hangUp) => hangUp()],
  ])('is repeated once with the same Message-ID, and then its order hears of it, when %s', async (_when, atLetter) => {
    const server = await aServer(atLetter);
    const { id, messageId } = await aLetter();
    expect(await anOffice(server.port, 600).tries(16)).toEqual([id]);
    expect(server.letters).toEqual([messageId, messageId]);
    expect([await ledgerOf(id), await stateOf(id)]).toEqual([[null, null], 'undeliverable']);
  });

  test('is sent when the repeat is answered', async () => {
    let had = 0;
    const server = await aServer((answer, hangUp) => ((had += 1) === 1 ? hangUp() : answer(null)));
    const { id } = await aLetter();
    expect(await anOffice(server.port, 5000).tries(3)).toEqual([]);
    expect(server.letters).toHaveLength(2);
    expect([await ledgerOf(id), await stateOf(id)]).toEqual([[null, 'sent'], 'sent']);
  });

  test.each([451, 421])('is tried on when it is clearly refused for now (%i)', async (code) => {
    let had = 0;
    const server = await aServer((answer) => ((had += 1) < 4 ? answer(reply(code)) : answer(null)));
    const { id } = await aLetter();
    expect(await anOffice(server.port, 5000).tries(5)).toEqual([]);
    expect([await ledgerOf(id), await stateOf(id)]).toEqual([['failed', 'failed', 'failed', 'sent'], 'sent']);
  });
});

test('BAK-08 a letter the mail server never had is tried on, however often the server is silent before', async () => {
  let asked = 0;
  const server = await aServer((answer) => answer(null), {
    onRcptTo: (_address, _session, answer) => ((asked += 1) < 4 ? undefined : answer(null)),
  });
  const { id, messageId } = await aLetter();
  expect(await anOffice(server.port, 600).tries(5)).toEqual([]);
  expect(server.letters).toEqual([messageId]);
  expect(await ledgerOf(id)).toEqual(['failed', 'failed', 'failed', 'sent']);
});

test('BAK-08 a letter takes no longer than the limit on a send, though the server is never silent for long', async () => {
  const slowly = (answer: Answer): void => later(400, () => answer(null));
  const server = await aServer((answer) => answer(null), {
    onMailFrom: (_address, _session, answer) => slowly(answer),
    onRcptTo: (_address, _session, answer) => slowly(answer),
  });
  const url = `smtp://127.0.0.1:${server.port}`;
  const letter = { id: 'n1', to: 'wang@example.com', subject: 'Cake', text: 'Cake', html: '<p>Cake</p>' };
  const send = async (limitMs: number): Promise<void> => {
    const mailer = createSmtpChannel({ url, from: 'orders@levain.example', silenceMs: 5000, limitMs });
    closing.push(() => mailer.close());
    await mailer.send(letter);
  };
  await expect(send(600)).rejects.toThrow();
  expect(server.letters).toEqual([]);
  await send(5000);
  expect(server.letters).toEqual(['n1']);
});
