import { spawnSync } from 'node:child_process';
import { Refusal } from '../../../src/base/refusals';
import { anOrder, openShop, placed, type Shop } from '../../support/http/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const post = (raw: string, headers: Record<string, string>) => shop.call('sales-consultant', 'POST', '/orders', { raw, headers });

describe('what a caller may rely on', () => {
  test('the process lives; and it is ready when Postgres and Temporal answer, or says what is missing', async () => {
    expect((await fetch(`${shop.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${shop.url}/readyz`)).status).toBe(200);
    shop.desk.answer('ping', () => Promise.reject(new Error('away')));
    const away = await fetch(`${shop.url}/readyz`);
    shop.desk.accept();
    expect([away.status, await away.json()]).toEqual([503, { status: 'not-ready', missing: ['temporal'] }]);
  });

  test('every answer names the request: by the caller’s id when it is well formed, by a fresh one otherwise', async () => {
    const named = (id: string) =>
      fetch(`${shop.url}/healthz`, { headers: { 'X-Request-Id': id } }).then((answer) => answer.headers.get('x-request-id'));
    expect(await named('my-own.id_1')).toBe('my-own.id_1');
    expect(await named('not/well formed')).toMatch(/^[\w-]{36}$/);
    const { headers, body } = await shop.call(null, 'GET', '/orders');
    expect(body.requestId).toBe(headers.get('x-request-id'));
  });

  test('an unknown address is a problem, and a known one under another method says which it takes', async () => {
    const nowhere = await shop.call(null, 'GET', '/nothing/here');
    expect([nowhere.status, nowhere.body.type, nowhere.body.instance]).toEqual([404, '/problems/no-such-route', '/api/v1/nothing/here']);
    const wrong = await shop.call('baker', 'DELETE', '/orders');
    expect([wrong.status, wrong.body.type, wrong.headers.get('allow')]).toEqual([
      405,
      '/problems/method-not-allowed',
      'POST, GET, HEAD, OPTIONS',
    ]);
  });

  test.each([
    '/healthz',
    '/readyz',
    '/openapi.json',
    '/docs',
    '/docs/',
    '/docs/init.js',
    '/docs/swagger-ui.css',
    '/problems/preview-stale',
    '/assets/link.js',
    '/assets/link.css',
    '/o/token',
    '/s/token',
    '/api/v1/clock',
    '/api/v1/links/token',
  ])('%s is read only: another method is 405, HEAD is GET without its body, and OPTIONS says so', async (path) => {
    const send = (method: string): Promise<Response> => fetch(shop.url + path, { method });
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const refused = await send(method);
      expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
      expect(((await refused.json()) as { type: string }).type).toBe('/problems/method-not-allowed');
    }
    const [head, get, options] = [await send('HEAD'), await send('GET'), await send('OPTIONS')];
    expect([head.status, await head.text()]).toEqual([get.status, '']);
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
  });

  test('an address that takes no GET does not promise HEAD, and what is not there is not found', async () => {
    const wrong = await shop.call('baker', 'GET', '/tasks/any/claim');
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
    for (const path of ['/docs/nothing.js', '/problems/nonsense']) expect((await fetch(shop.url + path)).status).toBe(404);
  });

  test.each(['__proto__', 'constructor', 'toString', 'nothing'])('%s is no code, and has no page', async (code) => {
    const answer = await fetch(`${shop.url}/problems/${code}`);
    expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([404, '/problems/no-such-route']);
  });

  test('a type is a page: each code tells when it happens and what to do', async () => {
    const page = await (await fetch(`${shop.url}/problems/preview-stale`)).text();
    expect(page).toContain('When:');
    expect((await fetch(`${shop.url}/problems/nonsense`)).status).toBe(404);
  });

  test('one thing carries an ETag, and If-None-Match gives 304', async () => {
    const number = await placed(shop);
    const first = await shop.call('baker', 'GET', `/orders/${number}`);
    const etag = first.headers.get('etag') ?? '';
    const again = await shop.call('baker', 'GET', `/orders/${number}`, { headers: { 'If-None-Match': etag } });
    expect([again.status, again.headers.get('etag')]).toEqual([304, etag]);
    await shop.db.process.update({ where: { id: `order/${number}` }, data: { revision: 1 } });
    expect((await shop.call('baker', 'GET', `/orders/${number}`, { headers: { 'If-None-Match': etag } })).status).toBe(200);
  });

  test('the description is valid OpenAPI 3.1, and its page needs no outside host', async () => {
    const document = (await (await fetch(`${shop.url}/openapi.json`)).json()) as Record<string, unknown>;
    const verdict = spawnSync(process.execPath, ['tools/validate-openapi.mjs'], { input: JSON.stringify(document), encoding: 'utf8' });
    expect(JSON.parse(verdict.stdout)).toEqual({ valid: true, version: '3.1' });
    const page = await (await fetch(`${shop.url}/docs`)).text();
    expect(page).not.toMatch(/https?:\/\//);
    for (const asset of [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '')) {
      expect([asset, (await fetch(shop.url + asset)).status]).toEqual([asset, 200]);
    }
  });

  test('the shop tells its time', async () => {
    expect((await shop.call(null, 'GET', '/clock')).body).toEqual({
      now: new Date(shop.now()).toISOString(),
      rate: 1,
      zone: 'Asia/Shanghai',
    });
  });
});

describe('bad bodies are problems, and nothing is stored', () => {
  let before: number;
  beforeEach(async () => {
    before = await shop.db.order.count();
  });
  afterEach(async () => {
    expect(await shop.db.order.count()).toBe(before);
  });

  test('200 KB', async () => {
    const { status, body } = await post(JSON.stringify(anOrder(shop, { note: 'x'.repeat(200_000) })), {
      'Content-Type': 'application/json',
    });
    expect([status, body.type, body.errors]).toEqual([
      413,
      '/problems/too-large',
      [{ pointer: '', code: 'over-kilobytes', params: { max: 100 }, detail: '超过 100 KB' }],
    ]);
  });
  test('broken JSON', async () => {
    const { status, body } = await post('{"kind": "bakery", "customer": {"name": "王小明"', { 'Content-Type': 'application/json' });
    expect([status, body.type, body.errors[0].pointer]).toEqual([400, '/problems/invalid-request', '']);
    expect(JSON.stringify(body)).not.toContain('王小明');
  });
  test('a wrong content type', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
      const { status, body } = await post(JSON.stringify(anOrder(shop)), { 'Content-Type': type });
      expect([status, body.type]).toEqual([415, '/problems/unsupported-media-type']);
    }
  });
  test('a body that is no object, and none at all', async () => {
    for (const raw of ['[]', '"text"', 'null']) expect((await post(raw, { 'Content-Type': 'application/json' })).status).toBe(400);
    expect((await shop.call('sales-consultant', 'POST', '/orders')).status).toBe(400);
  });
  test('one that is nested without end', async () => {
    const nested = '['.repeat(20_000) + ']'.repeat(20_000);
    const headers = { 'Content-Type': 'application/json' };
    for (const { status, body } of [
      await post(`{"kind":${nested}}`, headers),
      await shop.call(null, 'POST', '/sessions', { raw: `{"login":${nested},"password":"x"}`, headers }),
    ]) {
      expect([status, body.type, body.errors[0].code]).toEqual([400, '/problems/invalid-request', 'nested-too-deeply']);
    }
    const odd = await shop.call(null, 'POST', '/sessions', { raw: '{"login":{"toString":1},"password":"x"}', headers });
    expect([odd.status, odd.body.type]).toEqual([400, '/problems/invalid-request']);
  });
  test('an Idempotency-Key that is not visible text', async () => {
    const { status, body } = await shop.call('sales-consultant', 'POST', '/orders', {
      body: anOrder(shop),
      headers: { 'Idempotency-Key': 'k'.repeat(129) },
    });
    expect([status, body.type]).toEqual([400, '/problems/invalid-request']);
  });
});

test('an unknown failure says nothing of its insides, and neither answers nor logs hold personal data', async () => {
  const number = await placed(shop);
  shop.desk.answer('recordPayment', () => Promise.reject(new Error('secret insides about 王小明')));
  const { status, body, headers } = await shop.call('finance', 'POST', `/orders/${number}/payments`, {
    body: { amountFen: 100, method: 'cash', reference: '王小明 transfer' },
  });
  shop.desk.accept();
  expect([status, body.type]).toEqual([500, '/problems/internal']);
  expect(JSON.stringify(body)).not.toContain('insides');
  const log = shop.log.join('');
  expect(log).toContain(headers.get('x-request-id'));
  expect(log).not.toMatch(/王小明|13800138000|南京西路|Bearer|levain-demo|insides/);
});

test('a database that is away is `unavailable`, with Retry-After; the same goes for Temporal', async () => {
  const number = await placed(shop);
  shop.desk.answer('recordPayment', () => Promise.reject(new Refusal('unavailable', { code: 'order-away' })));
  const temporal = await shop.call('finance', 'POST', `/orders/${number}/payments`, { body: { amountFen: 100, method: 'cash' } });
  shop.desk.answer('recordPayment', () => Promise.reject(Object.assign(new Error('cannot reach'), { code: 'P1001' })));
  const postgres = await shop.call('finance', 'POST', `/orders/${number}/payments`, { body: { amountFen: 100, method: 'cash' } });
  const raw = Object.assign(new Error('raw query failed'), {
    code: 'P2010',
    meta: { driverAdapterError: Object.assign(new Error('away'), { cause: { kind: 'postgres', code: '57P03' } }) },
  });
  shop.desk.answer('recordPayment', () => Promise.reject(raw));
  const starting = await shop.call('finance', 'POST', `/orders/${number}/payments`, { body: { amountFen: 100, method: 'cash' } });
  shop.desk.answer('recordPayment', () => Promise.reject(new Error('Connection terminated unexpectedly'))); // pg gives it no code
  const broken = await shop.call('finance', 'POST', `/orders/${number}/payments`, { body: { amountFen: 100, method: 'cash' } });
  shop.desk.accept();
  for (const { status, headers, body } of [temporal, postgres, starting, broken]) {
    expect([status, body.type, headers.get('retry-after')]).toEqual([503, '/problems/unavailable', '5']);
  }
});

describe('answers are compressed for whoever takes that', () => {
  const asked = (path: string, encoding: string) => shop.call('baker', 'GET', path, { headers: { 'Accept-Encoding': encoding } });

  test.each(['br', 'gzip'])('as %s, and mean the same', async (encoding) => {
    const [plain, small] = [await asked('/catalogue', 'identity'), await asked('/catalogue', encoding)];
    expect([plain.headers.get('content-encoding'), small.headers.get('content-encoding')]).toEqual([null, encoding]);
    expect(small.body).toEqual(plain.body);
    expect(small.headers.get('etag')).toBe(plain.headers.get('etag'));
    expect(small.headers.get('vary')).toMatch(/accept-encoding/i);
  });

  test('what is small goes out as it is', async () => {
    expect((await asked('/clock', 'gzip')).headers.get('content-encoding')).toBeNull();
  });
});
