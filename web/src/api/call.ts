import { isForLater, Refused, Unanswered, type Problem } from './problems';
import { language } from '../words/language';
import { csrf, tellSignedOut } from './session';
import type { Answer, Body, Key, Params, PathNames, Query } from './route-types';

/** What a call brings: of `params`, `query` and `body` those that its route has. */
export type Ask<K extends Key> = ([PathNames<K>] extends [never] ? unknown : { readonly params: Params<K> }) &
  (Query<K> extends undefined ? unknown : { readonly query: Query<K> }) &
  (Body<K> extends undefined ? unknown : { readonly body: Body<K> }) & {
    /** Names a write, so that it is done once however often it is sent. */
    readonly idempotencyKey?: string;
    readonly signal?: AbortSignal;
  };

interface AnyAsk {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: object;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

const ROOT = '/api/v1';

/**
 * Calls a route. @throws {Refused} with the API's problem. @throws {Unanswered} when no answer came, or one that says "later".
 */
export async function call<K extends Key>(key: K, ask: Ask<K>): Promise<Answer<K>> {
  const { method, headers, url, body, signal } = requestOf(key, ask);
  const answer = await fetch(url, {
    method,
    headers,
    credentials: 'same-origin',
    ...(body !== undefined && { body }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new Unanswered();
  });
  const said = await answer.text().catch(() => {
    throw new Unanswered();
  });
  if (answer.ok) return (said === '' ? undefined : JSON.parse(said)) as Answer<K>;
  if (isForLater(answer.status)) throw new Unanswered(secondsOf(answer.headers.get('Retry-After')));
  const problem = problemIn(said, answer.status, url);
  if (answer.status === 401 && key !== 'POST /sessions') tellSignedOut();
  throw new Refused(problem);
}

/** How a route is asked. */
export function requestOf(key: Key, { params = {}, query, body, idempotencyKey, signal }: AnyAsk) {
  const [method = 'GET', path = ''] = key.split(' ');
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const asked = new URLSearchParams(
    Object.entries(query ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
  const form = body instanceof FormData;
  return {
    method,
    url: `${ROOT}${filled}${asked.size > 0 ? `?${asked}` : ''}`,
    signal,
    body: body === undefined ? undefined : form ? body : JSON.stringify(body),
    headers: {
      'Accept-Language': language(),
      ...(body !== undefined && !form && { 'Content-Type': 'application/json' }),
      ...(method !== 'GET' && { 'X-Levain-Csrf': csrf() }),
      ...(idempotencyKey !== undefined && { 'Idempotency-Key': idempotencyKey }),
    },
  };
}

const secondsOf = (header: string | null): number | null => (header !== null && /^\d+$/.test(header) ? Number(header) * 1000 : null);

/** What a proxy says in the shop's place has no problem document. */
export function problemIn(said: string, status: number, url: string): Problem {
  try {
    return JSON.parse(said) as Problem;
  } catch {
    const nothing = { fault: { code: 'other', params: {} }, instance: url, requestId: '' };
    return { type: '/problems/other', title: `HTTP ${status}`, status, detail: '', ...nothing };
  }
}
