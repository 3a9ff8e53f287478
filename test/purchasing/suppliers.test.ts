import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { SupplierRequest } from '../../src/purchasing/ports.messages';
import { REAL_TIME } from '../../src/base/clock';
import { readLink } from '../../src/platform/links/link-token';
import { createSuppliers, SupplierRefused } from '../../src/purchasing/suppliers';
import { anOrder } from '../support/records';
import { testDatabase, type TestDatabase } from '../support/database';
import { fakeMailer } from '../support/post';
import { NOON, openPostOffice, SECRET } from '../support/outbox';

let database: TestDatabase;
let order: string;
let service: Server;
let answer: { status: number; body: string };
const asked: { method: string; key: unknown; body: unknown }[] = [];

beforeAll(async () => {
  database = await testDatabase();
  order = await anOrder(database.db);
  service = createServer((req, res) => {
    void readBody(req).then((body) => {
      asked.push({ method: req.method ?? '', key: req.headers['idempotency-key'], body });
      res.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    });
  }).listen(0, '127.0.0.1');
  await once(service, 'listening');
  const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/availability`;
  const base = { storeId: 'store-1', items: ['cream'], limitMinutes: 60 };
  await database.db.supplier.createMany({
    data: [
      { ...base, id: 'by-http', name: '环球可可', channel: 'http', url, rank: 2 },
      { ...base, id: 'by-mail', name: '远山食材', channel: 'email', email: 'ask@far.example', rank: 1 },
    ],
  });
});
afterAll(async () => {
  service.close();
  service.closeAllConnections();
  await database.close();
});
beforeEach(() => {
  asked.length = 0;
  answer = { status: 200, body: '{}' };
});

async function readBody(req: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

const request = (supplierId: string): SupplierRequest => ({
  contactId: `order/${order}/9/${supplierId}`,
  supplierId,
  storeId: 'store-1',
  orderNumber: order,
  exceptionId: `order/${order}/9`,
  item: 'cream',
  expiresAt: NOON + 3_600_000,
});
const suppliers = () => createSuppliers({ db: database.db, clock: REAL_TIME, now: () => NOON });

describe('BAK-59 a backup supplier is asked', () => {
  test('in the shop’s order', async () => {
    await expect(suppliers().listFor('store-1', 'cream')).resolves.toMatchObject([{ id: 'by-mail' }, { id: 'by-http' }]);
  });

  test('by one letter with an answer link, however often the question is repeated', async () => {
    await expect(suppliers().ask(request('by-mail'))).resolves.toBeNull();
    await suppliers().ask(request('by-mail'));
    const mailer = fakeMailer();
    const post = openPostOffice({ db: database.db, mailer, now: () => NOON });
    await post.deliverDue(10);
    expect(mailer.sent).toMatchObject([{ to: 'ask@far.example', id: `order.${order}.9.by-mail@levain` }]);
    const { text = '' } = mailer.sent[0] ?? {};
    expect(text).toContain('淡奶油');
    expect(text).not.toMatch(/李雷|13800138000|长乐路1号/);
    const token = /\/s\/(\S+)/.exec(text)?.[1] ?? '';
    expect(readLink(SECRET, token, NOON)).toMatchObject({
      process: `sourcing/order/${order}/9`,
      party: 'supplier:by-mail',
      may: ['view', 'supplier-answer'],
    });
    expect(() => readLink(SECRET, token, NOON + 3_600_000)).toThrow('link-over');

    await suppliers().withdraw({ ...request('by-mail'), contactId: `order/${order}/9/by-mail/withdrawn` });
    await post.deliverDue(10);
    expect(mailer.sent).toHaveLength(2);
    expect(mailer.sent[1]?.subject).toContain('询货取消');
  });

  test('by its service, which answers at once', async () => {
    answer = { status: 200, body: '{"available":true,"promisedAt":"2026-12-03T09:00:00+08:00","more":"ignored"}' };
    await expect(suppliers().ask(request('by-http'))).resolves.toEqual({
      supplierId: 'by-http',
      available: true,
      promisedAt: Date.parse('2026-12-03T01:00:00Z'),
    });
    const { contactId } = request('by-http');
    expect(asked).toEqual([{ method: 'POST', key: contactId, body: { contactId, item: 'cream', order } }]);
    answer = { status: 200, body: '{"available":false}' };
    await expect(suppliers().ask(request('by-http'))).resolves.toEqual({ supplierId: 'by-http', available: false, promisedAt: null });
  });

  test('again later when its service is unwell or speaks nonsense, and not again when it refuses', async () => {
    answer = { status: 503, body: '' };
    await expect(suppliers().ask(request('by-http'))).rejects.not.toBeInstanceOf(SupplierRefused);
    answer = { status: 200, body: 'hello' };
    await expect(suppliers().ask(request('by-http'))).rejects.toThrow('cannot be read');
    answer = { status: 403, body: '' };
    await expect(suppliers().ask(request('by-http'))).rejects.toBeInstanceOf(SupplierRefused);
    await expect(suppliers().ask(request('nobody'))).rejects.toBeInstanceOf(SupplierRefused);
  });

  test('and not believed when it promises for a time that has passed, or is years away', async () => {
    const iso = (at: number): string => new Date(at).toISOString();
    for (const promisedAt of ['2001-01-01T00:00:00Z', iso(NOON), iso(NOON + 367 * 86_400_000)]) {
      answer = { status: 200, body: JSON.stringify({ available: true, promisedAt }) };
      await expect(suppliers().ask(request('by-http'))).rejects.toThrow(SupplierRefused);
    }
    answer = { status: 200, body: '{"available":true,"promisedAt":"9999-12-31T23:00:00Z"}' };
    await expect(suppliers().ask(request('by-http'))).rejects.toThrow('cannot be read');
    answer = { status: 200, body: '{"available":false,"promisedAt":"2001-01-01T00:00:00Z"}' };
    await expect(suppliers().ask(request('by-http'))).resolves.toEqual({ supplierId: 'by-http', available: false, promisedAt: null });
  });

  test('and told at its service when it is no longer needed', async () => {
    const { contactId } = request('by-http');
    answer = { status: 404, body: '' };
    await suppliers().withdraw({ ...request('by-http'), contactId: `${contactId}/withdrawn` });
    expect(asked).toEqual([{ method: 'DELETE', key: `${contactId}/withdrawn`, body: { contactId, item: 'cream', order } }]);
    answer = { status: 500, body: '' };
    await expect(suppliers().withdraw(request('by-http'))).rejects.toThrow('500');
  });
});
