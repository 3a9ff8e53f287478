import { startOwnShop } from '../../bench/own-shop';
import { createDb, type Db } from '../../src/platform/db/client';
import { DEMO_PASSWORD } from '../../src/demo/demo-shop';
import type { Part, PartName } from '../../src/local-shop/part';
import type { Addresses } from '../../src/local-shop/shop-plan';
import { givenTemporal } from './given-temporal';

/** One answer of the API, read whole. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed when it is JSON; each test asserts the shape it expects. */
  readonly body: any;
}

export interface Asked {
  /** Login of the demo shop's person who asks; nobody without it. */
  readonly as?: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One letter or short message in the catcher (api.md 6). */
export interface CaughtMessage {
  readonly id: string;
  readonly channel: 'email' | 'sms';
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly at: string;
}

/** A whole shop of separate processes, on free ports, in a folder of its own. Nothing restarts a part but the test. */
export interface TestShop extends Addresses {
  readonly home: string;
  readonly db: Db;
  readonly parts: Readonly<Record<PartName, Part>>;
  /** Names of the parts that ended although no test had killed them. */
  readonly deaths: readonly PartName[];
  /** `path` below `/api/v1`, or from the root when it starts with `//`. Signs in as needed. */
  api(method: string, path: string, body?: unknown, asked?: Asked): Promise<Answer>;
  /** A bearer token of that person. */
  signIn(login: string): Promise<string>;
  messages(): Promise<CaughtMessage[]>;
  /** Stops everything and deletes its data. */
  stop(): Promise<void>;
}

/** @param clockRate shop seconds per real second. */
export async function startShop({ clockRate = 1 }: { readonly clockRate?: number } = {}): Promise<TestShop> {
  const deaths: PartName[] = [];
  const { home, stop, ...shop } = await startOwnShop({
    clockRate,
    say: () => undefined,
    onDeath: (part) => deaths.push(part.name),
    env: (await givenTemporal()) ?? {},
  });
  const db = createDb(shop.databaseUrl, 3);
  return {
    ...shop,
    ...callers(shop),
    home: home.dir,
    db,
    deaths,
    async stop() {
      await db.$disconnect();
      await stop(false);
    },
  };
}

function callers({ apiUrl, catcherUrl }: Addresses): Pick<TestShop, 'api' | 'signIn' | 'messages'> {
  const tokens = new Map<string, string>();

  async function signIn(login: string): Promise<string> {
    const known = tokens.get(login);
    if (known) return known;
    const { status, body } = await api('POST', '/sessions', { login, password: DEMO_PASSWORD });
    if (status !== 201) throw new Error(`${login} could not sign in: ${status} ${JSON.stringify(body)}`);
    const { token } = body as { token: string };
    tokens.set(login, token);
    return token;
  }

  async function api(method: string, path: string, body?: unknown, { as, key, headers = {} }: Asked = {}): Promise<Answer> {
    const form = body instanceof FormData;
    const answer = await fetch(path.startsWith('//') ? apiUrl + path.slice(1) : `${apiUrl}/api/v1${path}`, {
      method,
      headers: {
        ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
        ...(as ? { authorization: `Bearer ${await signIn(as)}` } : {}),
        ...(key ? { 'idempotency-key': key } : {}),
        ...headers,
      },
      body: body === undefined ? undefined : form ? body : JSON.stringify(body),
    });
    const text = await answer.text();
    const json = /json/.test(answer.headers.get('content-type') ?? '');
    return { status: answer.status, headers: answer.headers, body: json && text ? (JSON.parse(text) as unknown) : text };
  }

  const messages = async (): Promise<CaughtMessage[]> => (await (await fetch(`${catcherUrl}/messages`)).json()) as CaughtMessage[];
  return { api, signIn, messages };
}
