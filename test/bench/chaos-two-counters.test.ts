import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { twoCounters } from '../../bench/chaos/two-counters';

interface Heard {
  readonly api: string;
  readonly path: string;
  readonly key: string | undefined;
}

/** Two shops' doors that note who came; the first can be told to say `unavailable`. */
async function twoApis() {
  const heard: Heard[] = [];
  const servers: Server[] = [];
  const away = new Set<string>();
  const open = async (api: string): Promise<string> => {
    const server = createServer((req: IncomingMessage, res) => {
      heard.push({ api, path: req.url!, key: req.headers['idempotency-key'] as string | undefined });
      res.statusCode = away.has(api) ? 503 : 200;
      setTimeout(() => res.end('{}'), 20);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const urls = { api: await open('api'), 'second-api': await open('second-api') };
  const held: string[] = [];
  const counters = twoCounters({
    urls,
    password: 'nobody’s',
    heard: () => undefined,
    patienceMs: 5_000,
    beforeAskingAgain: () => Promise.resolve(void held.push('held')),
  });
  const close = (): void => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  };
  return { ...counters, heard, away, held, close };
}

describe('the people of a chaos run at two APIs', () => {
  test('two managers who decide at once meet at different ones, and the meeting is counted', async () => {
    const apis = await twoApis();
    await Promise.all([apis.shop.post('/orders/7/changes/c/decision', {}), apis.shop.post('/orders/7/changes/c/decision', {})]);
    expect(apis.heard.map(({ api }) => api).sort()).toEqual(['api', 'second-api']);
    expect(apis.meetings()).toBe(1);
    apis.close();
  });

  test('two orders at two of them are no meeting', async () => {
    const apis = await twoApis();
    await Promise.all([apis.shop.post('/orders/7/payments', {}), apis.shop.post('/orders/8/payments', {})]);
    expect(apis.meetings()).toBe(0);
    apis.close();
  });

  test('a customer whose order is placed five times at once under one key meets both', async () => {
    const apis = await twoApis();
    await Promise.all(Array.from({ length: 5 }, () => apis.shop.post('/orders', {}, { key: 'one' })));
    expect(new Set(apis.heard.map(({ api }) => api))).toEqual(new Set(['api', 'second-api']));
    expect(new Set(apis.heard.map(({ key }) => key))).toEqual(new Set(['one']));
    expect(apis.meetings()).toBeGreaterThan(0);
    apis.close();
  });

  test('a cashier whom one does not serve asks the other under the same key, and not before it may', async () => {
    const apis = await twoApis();
    apis.away.add('api').add('second-api');
    const asked = apis.shop.post('/orders/7/payments', {}, { key: 'one' });
    while (apis.heard.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(apis.heard.map(({ api }) => api).sort()).toEqual(['api', 'second-api']);
    expect(apis.held).not.toEqual([]);
    apis.away.clear();
    await asked;
    expect(new Set(apis.heard.map(({ key }) => key))).toEqual(new Set(['one']));
    apis.close();
  });
});
