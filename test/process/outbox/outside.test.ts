import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SendRefused } from '../../../src/process/outbox/channels';
import { createSmsChannel } from '../../../src/process/outbox/sms.channel';
import { callOutside } from '../../../src/process/outbox/outside';

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
/** A service that says what it is told. */
async function answering(body: string): Promise<string> {
  return serve((_req, res) => res.end(body));
}
const call = (url: string, timeoutMs = 5_000) => callOutside({ method: 'POST', url, key: 'k', body: {}, timeoutMs });

describe('a call to somebody else’s service', () => {
  test('reads an answer of 64 KB whole, and none that is longer', async () => {
    const whole = 'a'.repeat(64 * 1024);
    expect((await call(await answering(whole))).text).toHaveLength(64 * 1024);
    expect(await call(await answering(`${whole}a`))).toEqual({ status: 200, ok: true, text: '' });
  });

  test('does not read on when an answer has no end', async () => {
    let sent = 0;
    let closed = false;
    const endless = await serve((_req, res) => {
      const chunk = Buffer.alloc(256 * 1024, 'x');
      const more = (): void => {
        while (!closed && res.write(chunk)) sent += chunk.length;
      };
      res.on('drain', more).on('close', () => (closed = true));
      more();
    });
    expect((await call(endless)).text).toBe('');
    for (let tries = 0; !closed && tries < 100; tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(closed).toBe(true);
    expect(sent).toBeLessThan(32 * 1024 * 1024);
  });

  test('ends when the answer dribbles for longer than it may', async () => {
    const slow = await serve((_req, res) => {
      const timer = setInterval(() => res.write('.'), 20);
      res.on('close', () => clearInterval(timer));
    });
    await expect(call(slow, 300)).rejects.toThrow();
  });

  test.each([301, 302, 303, 307, 308])('follows no redirect (%d): number, text and token go to nobody else', async (status) => {
    const heard: IncomingMessage[] = [];
    const third = await serve((req, res) => {
      heard.push(req);
      res.end('{}');
    });
    const gateway = await serve((_req, res) => res.writeHead(status, { location: `${third}/sms` }).end());
    const channel = createSmsChannel({ url: gateway, token: 'ours' });
    await expect(channel.send({ id: 'n1', to: '13800138000', text: '您好' })).rejects.toThrow(`answered ${status}`);
    expect(heard).toEqual([]);
    expect(await call(gateway)).toMatchObject({ ok: false, status });
  });
});

test.each([
  [200, 'sent'],
  [400, 'refused'],
  [422, 'refused'],
  [401, 'tried again'],
  [403, 'tried again'],
  [404, 'tried again'],
  [408, 'tried again'],
  [425, 'tried again'],
  [429, 'tried again'],
  [500, 'tried again'],
])('BAK-08 a short message that its gateway answers with %d is %s', async (status, becomes) => {
  const gateway = await serve((_req, res) => res.writeHead(status).end());
  const sent = createSmsChannel({ url: gateway }).send({ id: 'n1', to: '13800138000', text: '您好' });
  const became = await sent.then(
    () => 'sent',
    (error: unknown) => (error instanceof SendRefused ? 'refused' : 'tried again'),
  );
  expect(became).toBe(becomes);
});
