import { randomUUID } from 'node:crypto';

/** The API said no; `body` is its problem document. */
export class CallRefused extends Error {
  constructor(
    readonly status: number,
    readonly body: { readonly type?: string; readonly detail?: string; readonly errors?: readonly { pointer: string; detail: string }[] },
    call: string,
  ) {
    super(
      `${call} → ${status} ${body.type ?? ''} ${body.detail ?? ''} ${(body.errors ?? []).map((e) => `${e.pointer}: ${e.detail}`).join('; ')}`.trim(),
    );
    this.name = 'CallRefused';
  }
}

export interface CallOptions {
  /** Login of the caller; without one the call is made by nobody (links). */
  readonly as?: string;
  /** Of writes; without one a random one, kept through retries. */
  readonly key?: string;
}

/** Real milliseconds a caller goes on asking while the shop says `busy` or `unavailable`, or does not answer. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 250;

export interface ShopClient {
  get<T>(path: string, options?: CallOptions): Promise<T>;
  post<T>(path: string, body: unknown, options?: CallOptions): Promise<T>;
  /** Uploads a photo and answers its id. */
  photo(order: string, step: string, picture: Uint8Array, options: CallOptions): Promise<string>;
}

/** One HTTP try of a call: its status, or null when no answer came. */
export interface Try {
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  readonly retryAfter: string | null;
}

/**
 * The shop as its people's devices see it: HTTP only, one session a login, and a call the shop could not take is made again with the same
 * key. `path` is below `/api/v1`. Throws `CallRefused` on any other answer than 2xx. `heard` is told of every try. A caller asks for at most `patienceMs` (real).
 */
export function createShopClient(
  baseUrl: string,
  password: string,
  heard: (attempt: Try) => void = () => undefined,
  patienceMs = PATIENCE_MS,
): ShopClient {
  const sessions = new Map<string, Promise<string>>();

  const signIn = async (login: string): Promise<string> => {
    const { token } = await send<{ token: string }>('POST', '/sessions', JSON.stringify({ login, password }), {});
    return token;
  };
  const tokenOf = (login: string): Promise<string> => {
    const known = sessions.get(login) ?? signIn(login);
    sessions.set(login, known);
    known.catch(() => sessions.delete(login)); // who could not sign in may try again
    return known;
  };

  async function send<T>(
    method: string,
    path: string,
    body: string | FormData | undefined,
    { as, key = randomUUID() }: CallOptions,
  ): Promise<T> {
    const until = Date.now() + patienceMs;
    const headers: Record<string, string> = {
      ...(method === 'POST' && { 'idempotency-key': key }),
      ...(typeof body === 'string' && { 'content-type': 'application/json' }),
      ...(as !== undefined && { authorization: `Bearer ${await tokenOf(as)}` }),
    };
    for (;;) {
      const answer = await fetch(`${baseUrl}/api/v1${path}`, { method, headers, ...(body !== undefined && { body }) }).catch(
        () => undefined,
      );
      const text = await answer?.text().catch(() => undefined);
      const whole = text !== undefined;
      heard({ method, path, status: whole ? answer!.status : null, retryAfter: whole ? answer!.headers.get('retry-after') : null });
      if (answer && text !== undefined && answer.status !== 503) {
        const json = (text ? JSON.parse(text) : null) as unknown;
        if (!answer.ok) throw new CallRefused(answer.status, json ?? {}, `${method} ${path}`);
        return json as T;
      }
      if (Date.now() > until) throw new Error(`${method} ${path} was not answered in ${patienceMs / 1000} s`);
      await pause(PAUSE_MS);
    }
  }

  return {
    get: (path, options = {}) => send('GET', path, undefined, options),
    post: (path, body, options = {}) => send('POST', path, JSON.stringify(body), options),
    async photo(order, step, picture, options) {
      const form = new FormData();
      form.set('step', step);
      form.set('photo', new Blob([new Uint8Array(picture)], { type: 'image/png' }), 'photo.png');
      const { id } = await send<{ id: string }>('POST', `/orders/${order}/photos`, form, options);
      return id;
    },
  };
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
