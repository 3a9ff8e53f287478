import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hash } from '@node-rs/argon2';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { createApp } from '../../../src/main/app';
import { DEFAULT_LIMITS, type ApiSettings } from '../../../src/platform/http/deps';
import type { Deps } from '../../../src/process/services';
import type { Db } from '../../../src/platform/db/client';
import { REAL_TIME, shopTime, type ShopClock } from '../../../src/base/clock';
import { ROLES, type Role } from '../../../src/base/roles';
import { taskRule, type TaskKind } from '../../../src/process/tasks/tasks.rules';
import { createDiskPhotoStore } from '../../../src/platform/files/photo-store';
import { customerLink } from '../../../src/orders/links/order-link';
import { questionLink } from '../../../src/purchasing/question-link';
import type { PartyLink } from '../../../src/platform/links/link';
import { signLink } from '../../../src/platform/links/link-token';
import { testDatabase } from '../database';
import { Contract } from './contract';
import { fakeDesk, type FakeDesk } from './fake-desk';

export const PASSWORD = 'levain-demo';
export const HOUR = 3_600_000;

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: any;
}
export interface Sent {
  readonly body?: unknown;
  /** Sent as it is, instead of `body` as JSON. */
  readonly raw?: string | FormData;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The API over real HTTP and real Postgres, with a desk that remembers. Every answer is held to the API's own description. */
export interface Shop {
  readonly db: Db;
  readonly desk: FakeDesk;
  readonly url: string;
  readonly home: string;
  readonly log: string[];
  /** Real time the API sees; moved by tests. */
  readonly time: { now: number };
  /** Shop time. */
  now(): number;
  call(who: Role | null, method: string, path: string, sent?: Sent): Promise<Reply>;
  token(who: Role): Promise<string>;
  /** A signed link, of a row of its own for each thing it opens unless `id` says which. */
  link(opened: Opened, exp?: number): string;
  /** The token of any link. */
  sign(link: PartyLink): string;
  /** Where its database is. */
  readonly databaseUrl: string;
  /** What the API is told when it stops. */
  stop(): void;
  close(): Promise<void>;
}

/** What a link of a test opens. */
type Opened = { readonly id?: string } & (
  | { readonly scope: 'customer'; readonly order: string }
  | { readonly scope: 'supplier'; readonly exceptionId: string; readonly supplierId: string }
);

export const staffId = (role: Role, store = 'main'): string => `${store}-${role}`;

async function people(db: Db): Promise<void> {
  const passwordHash = await hash(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 });
  for (const store of ['main', 'other']) {
    await db.store.create({
      data: {
        id: store,
        name: `Shop ${store}`,
        address: '人民路1号',
        complaintPhone: '02112345678',
        emergencyContact: '13900139000',
        windows: [{ from: '08:00', to: '18:00' }],
        weekdays: [1, 2, 3, 4, 5, 6, 7],
      },
    });
    await db.staff.createMany({
      data: ROLES.map((role) => ({
        id: staffId(role, store),
        storeId: store,
        login: store === 'main' ? role : `${store}-${role}`,
        name: `Name of ${role}`,
        roles: [role],
        passwordHash,
        email: `${role}@${store}.test`,
      })),
    });
  }
}

export async function openShop(
  more: {
    readonly clock?: ShopClock;
    readonly settings?: Partial<ApiSettings>;
    readonly now?: number;
    readonly consoleDir?: string | null;
  } = {},
): Promise<Shop> {
  const { db, url: databaseUrl, close } = await testDatabase();
  await people(db);
  const home = await mkdtemp(join(tmpdir(), 'levain-api-'));
  const desk = fakeDesk();
  const log: string[] = [];
  const time = { now: more.now ?? Date.parse('2026-11-23T02:00:00Z') };
  const clock = more.clock ?? REAL_TIME;
  const stopping = new AbortController();
  const settings: ApiSettings = {
    publicUrl: 'http://shop.test',
    secret: 'a secret of these tests',
    version: '0.0.0-test',
    temporalUiUrl: 'http://temporal.test',
    temporalNamespace: 'default',
    trustProxy: 0,
    orderAheadDays: 731,
    limits: { ...DEFAULT_LIMITS, linkCalls: 10_000 },
    ...more.settings,
  };
  const deps: Deps = {
    db,
    desk,
    clock,
    settings,
    photos: createDiskPhotoStore(home),
    realNow: () => time.now,
    log: pino({ level: 'debug' }, { write: (line: string) => void log.push(line) }),
    metrics: new Registry(),
    stopping: stopping.signal,
  };
  const server = createApp(deps, more.consoleDir).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const contract = new Contract(await (await fetch(`${url}/openapi.json`)).json());
  const tokens = new Map<string, Promise<string>>();

  const call: Shop['call'] = async (who, method, path, { body, raw, headers } = {}) => {
    const address = path.startsWith('/api') || !path.startsWith('/') ? path : `/api/v1${path}`;
    const response = await fetch(url + address, {
      method,
      headers: {
        ...(who ? { Authorization: `Bearer ${await token(who)}` } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(raw === undefined ? (body === undefined ? {} : { body: JSON.stringify(body) }) : { body: raw }),
    });
    const type = response.headers.get('content-type');
    const text = type?.includes('json') ? await response.text() : '';
    const answered: unknown =
      type?.includes('json') && text !== ''
        ? JSON.parse(text)
        : Buffer.from(text || ((await response.arrayBuffer().catch(() => new ArrayBuffer(0))) as any));
    contract.check(method, address.replace(/\?.*$/, ''), response.status, type, answered);
    return { status: response.status, headers: response.headers, body: answered };
  };
  const token = (who: Role): Promise<string> => {
    const known = tokens.get(who) ?? signIn(who);
    tokens.set(who, known);
    return known;
  };
  const signIn = async (who: Role): Promise<string> =>
    (await call(null, 'POST', '/sessions', { body: { login: who, password: PASSWORD } })).body.token as string;
  const now = (): number => shopTime(clock, time.now);

  return {
    db,
    databaseUrl,
    desk,
    url,
    home,
    log,
    time,
    now,
    call,
    token,
    sign: (link) => signLink(settings.secret, link),
    link({ id, ...opened }, exp = now() + 24 * HOUR) {
      const to = opened.scope === 'customer' ? customerLink(opened.order) : questionLink(opened);
      return signLink(settings.secret, { id: id ?? `test-${JSON.stringify(opened)}`, ...to, exp });
    },
    stop: () => stopping.abort(),
    async close() {
      stopping.abort();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** An order that passes every check; the tests change what they are about. */
export const anOrder = (shop: Pick<Shop, 'now'>, change: Record<string, unknown> = {}): Record<string, unknown> => ({
  kind: 'bakery',
  channel: 'counter',
  customer: { name: '王小明', phone: '13800138000', email: 'ming@example.test', language: 'zh-CN' },
  lines: [
    {
      product: 'birthday-cake',
      quantity: 1,
      flavour: '草莓',
      size: '8-inch',
      unitPriceFen: 28_800,
      requirements: ['low-sugar'],
      allergens: ['egg', 'milk', 'gluten'],
      note: '写生日快乐',
    },
  ],
  occasion: 'birthday',
  urgency: 'normal',
  complex: false,
  deliveryAt: new Date(Math.ceil((shop.now() + 8 * 24 * HOUR) / HOUR) * HOUR).toISOString(),
  delivery: { method: 'courier', address: '南京西路100号', recipient: { name: '李华', phone: '13900139000' } },
  needsChecked: true,
  ...change,
});
export const aLine = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  product: 'birthday-cake',
  quantity: 1,
  flavour: '草莓',
  size: '8-inch',
  unitPriceFen: 28_800,
  requirements: ['none'],
  allergens: [],
  ...change,
});

/** Takes an order over HTTP and answers its number. */
export async function placed(shop: Shop, change: Record<string, unknown> = {}): Promise<string> {
  const { status, body } = await shop.call('sales-consultant', 'POST', '/orders', { body: anOrder(shop, change) });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.number as string;
}

/** What the form of a kind cannot do without. */
const CONTEXTS: Readonly<Record<string, object>> = {
  'packing-checklist': { version: 1, lines: [] },
  'contact-supplier': { exception: 'e', item: 'cream' },
};

/** Puts a task into the inbox, as the order's workflow would. */
export async function aTask(shop: Shop, order: string, kind: string, role: Role, more: Record<string, unknown> = {}): Promise<string> {
  const id = `${order}-${randomUUID().slice(0, 8)}`;
  await shop.db.task.create({
    data: {
      id,
      processId: `order/${order}`,
      storeId: 'main',
      kind,
      role,
      openedAt: new Date(shop.now()),
      startedAt: new Date(shop.now()),
      ruleIds: [],
      ladder: [...taskRule(kind as TaskKind).ladder],
      state: 'open',
      context: CONTEXTS[kind] ?? {},
      answers: [],
      ...more,
    },
  });
  return id;
}

/** A link to the question of a supplier about an ingredient that an order lacks, with the search and the exception it is about. */
export async function aQuestion(
  shop: Shop,
  order: string,
  { exceptionId, supplierId = 's', id }: { readonly exceptionId?: string; readonly supplierId?: string; readonly id?: string } = {},
): Promise<string> {
  const exception = exceptionId ?? `${order}-${randomUUID().slice(0, 8)}`;
  const openedAt = new Date(shop.now());
  const about = { aboutOrder: order, parentId: `order/${order}`, storeId: 'main', overlays: [], openedAt };
  await shop.db.process.create({
    data: { id: `sourcing/${exception}`, kind: 'sourcing', number: exception, state: 'searching', ...about },
  });
  const found = { foundAt: openedAt, reportedAt: openedAt, reporter: {}, late: false, state: 'open' };
  await shop.db.orderException.create({
    data: { id: exception, orderNumber: order, type: 'ingredient-shortage', item: 'cream', ...found },
  });
  return shop.link({ scope: 'supplier', exceptionId: exception, supplierId, ...(id && { id }) });
}

/** Makes an order, with all that hangs on its process, another store's. */
export async function belongsTo({ db }: Shop, order: string, storeId: string): Promise<void> {
  const where = { processId: `order/${order}` };
  const data = { storeId };
  await db.order.update({ where: { number: order }, data: { ...data, process: { update: data } } });
  await Promise.all([db.task.updateMany({ where, data }), db.photo.updateMany({ where, data }), db.text.updateMany({ where, data })]);
}
