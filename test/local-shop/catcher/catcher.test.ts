import { get } from 'node:http';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCatcher, type Catcher } from '../../../src/local-shop/catcher/catcher';
import { createMailbox, type Caught } from '../../../src/local-shop/catcher/mailbox';
import { SendRefused } from '../../../src/process/outbox/channels';
import { createSmsChannel } from '../../../src/process/outbox/sms.channel';
import { createSmtpChannel } from '../../../src/process/outbox/smtp.channel';

let catcher: Catcher;
let web: string;
beforeAll(async () => {
  catcher = await startCatcher({ host: '127.0.0.1', smtpPort: 0, httpPort: 0 });
  web = `http://127.0.0.1:${catcher.httpPort}`;
});
afterAll(() => catcher.stop());
beforeEach(() => fetch(`${web}/messages`, { method: 'DELETE' }));

const inbox = async (query = ''): Promise<Caught[]> => (await (await fetch(`${web}/messages${query}`)).json()) as Caught[];
const aMail = (own = {}) => ({
  id: 'order.1.7@levain',
  to: 'lin@home.example',
  subject: '定制订单确认函｜😀',
  text: '您好\n第二行',
  html: '<html><head></head><body>您好</body></html>',
  ...own,
});

async function mailing<T>(work: (mailer: ReturnType<typeof createSmtpChannel>) => Promise<T>): Promise<T> {
  const mailer = createSmtpChannel({ url: `smtp://127.0.0.1:${catcher.smtpPort}`, from: '酵香坊 <orders@levain.example>' });
  try {
    return await work(mailer);
  } finally {
    mailer.close();
  }
}

describe('the mail catcher', () => {
  test('keeps a letter as it was sent and answers it as JSON', async () => {
    await mailing((mailer) => mailer.send(aMail()));
    const [{ at, ...message } = {} as Caught, ...others] = await inbox();
    expect(message).toEqual({ ...aMail(), channel: 'email' });
    expect(Math.abs(Date.parse(at) - Date.now())).toBeLessThan(60_000);
    expect(others).toEqual([]);
  });

  test('keeps many at once and answers the newest first, filtered when asked', async () => {
    await mailing((mailer) =>
      Promise.all(Array.from({ length: 40 }, (_, n) => mailer.send(aMail({ id: `m${n}@levain`, to: `p${n % 2}@home.example` })))),
    );
    await mailing((mailer) => mailer.send(aMail({ id: 'last@levain' })));
    const all = await inbox();
    expect(all).toHaveLength(41);
    expect(all[0]?.id).toBe('last@levain');
    expect(await inbox('?to=p1@home.example')).toHaveLength(20);
    expect(await inbox('?limit=2')).toHaveLength(2);
  });

  test.each([
    ['bounce@nowhere.example', true],
    ['busy@home.example', false],
  ])('refuses %s for drills', async (to, forEver) => {
    const error = await mailing((mailer) => mailer.send(aMail({ to })).catch((thrown: unknown) => thrown));
    expect(error).toBeInstanceOf(Error);
    expect(error instanceof SendRefused).toBe(forEver);
    expect(await inbox()).toEqual([]);
  });

  test('BAK-08 is an SMS gateway that keeps one id once', async () => {
    const texter = createSmsChannel({ url: `${web}/sms`, token: 't' });
    await texter.send({ id: 'a@levain', to: '13800138000', text: '您的订单已备妥' });
    await texter.send({ id: 'a@levain', to: '13800138000', text: '您的订单已备妥' });
    expect(await inbox('?channel=sms')).toMatchObject([
      { id: 'a@levain', channel: 'sms', to: '13800138000', text: '您的订单已备妥', html: '' },
    ]);
  });

  test('refuses a short message without a text, and a number that does not exist', async () => {
    const post = (body: string) => fetch(`${web}/sms`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect((await post('{"id":"b","to":"1"}')).status).toBe(400);
    expect((await post('{broken')).status).toBe(400);
    await expect(createSmsChannel({ url: `${web}/sms` }).send({ id: 'c', to: '+10000000550', text: 'x' })).rejects.toBeInstanceOf(
      SendRefused,
    );
    expect(await inbox()).toEqual([]);
  });

  test.each([
    ['evil.example', 421],
    ['evil.example:8025', 421],
    ['localhost:8025', 200],
    ['127.0.0.1', 200],
    ['[::1]:8025', 200],
    ['catcher:8025', 200],
  ])('answers %s under the name of a page with %d', async (host, status) => {
    const answered = await new Promise<number | undefined>((resolve, reject) =>
      get({ host: '127.0.0.1', port: catcher.httpPort, path: '/messages', headers: { host } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).once('error', reject),
    );
    expect(answered).toBe(status);
  });

  test('shows an inbox page in which a letter can run nothing', async () => {
    await mailing((mailer) => mailer.send(aMail({ subject: '<script>alert(1)</script>' })));
    const page = await fetch(web);
    const html = await page.text();
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).not.toContain('<script>');
    expect(html).not.toMatch(/https?:\/\//);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const frame = /<iframe sandbox="([^"]*)"[^>]*src="([^"]+)"/.exec(html);
    expect(frame?.[1]).not.toMatch(/allow-scripts|allow-same-origin/);
    const letter = await fetch(`${web}/${frame?.[2]}`);
    expect(letter.headers.get('content-security-policy')).toContain('sandbox');
    expect(await letter.text()).toContain('您好');
    expect((await fetch(`${web}/messages/999999/html`)).status).toBe(404);
  });
});

test('a taken port is an error, and nothing stays open', async () => {
  await expect(startCatcher({ host: '127.0.0.1', smtpPort: 0, httpPort: catcher.httpPort })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await expect(startCatcher({ host: '127.0.0.1', smtpPort: catcher.smtpPort, httpPort: 0 })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

describe('a mailbox with a file', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'catcher-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const message = (n: number, own: Partial<Caught> = {}): Caught => ({
    id: `m${n}`,
    channel: 'email',
    to: 'x',
    subject: `${n}`,
    text: '您好',
    html: '<p>您好</p>',
    at: '2026-12-01T00:00:00.000Z',
    ...own,
  });
  const ids = (mailbox: ReturnType<typeof createMailbox>): string[] => [...mailbox.newest(100)].map(([{ id }]) => id);

  test('has lost nothing it took when its process is killed, and leaves out a line that was cut short', () => {
    const file = join(folder, 'new', 'messages.jsonl');
    const first = createMailbox({ file });
    for (let n = 1; n <= 3; n += 1) first.add(message(n)); // never closed: as kill -9 leaves it
    appendFileSync(file, readFileSync(file, 'utf8').slice(0, 40));
    const second = createMailbox({ file });
    expect(ids(second)).toEqual(['m3', 'm2', 'm1']);
    second.add(message(4));
    second.close();
    const third = createMailbox({ file });
    expect([...third.newest(1)][0]?.[0]).toEqual(message(4));
    expect(ids(third)).toHaveLength(4);
    third.close();
    first.close();
  });

  test('keeps the last ones, knows its short messages again, and forgets all when cleared', () => {
    const file = join(folder, 'messages.jsonl');
    const first = createMailbox({ file, keep: 3 });
    for (let n = 1; n <= 9; n += 1) first.add(message(n));
    expect(ids(first)).toEqual(['m9', 'm8', 'm7']);
    const [[newest, place] = [message(0), -1]] = [...first.newest(1)];
    expect(first.at(place)).toEqual(newest);
    first.add(message(10, { channel: 'sms' }));
    first.close();
    const second = createMailbox({ file, keep: 3 });
    second.add(message(10, { channel: 'sms' }));
    expect(ids(second)).toEqual(['m10', 'm9', 'm8']);
    second.clear();
    expect(ids(second)).toEqual([]);
    second.add(message(11));
    second.close();
    const third = createMailbox({ file });
    expect(ids(third)).toEqual(['m11']);
    third.close();
  });
});
