import type { z } from 'zod';
import type { Actor } from '../../base/actor';
import type { LinkAct, PartyLink } from '../links/link';
import type { Origin } from './origin';
import type { Tx } from '../db/client';
import type { RefusalCode } from '../../base/refusals';
import type { Department, Position } from '../../base/departments';
import type { Role } from '../../base/roles';

/** A signed-in member of staff. */
export interface SignedInStaff {
  readonly id: string;
  readonly name: string;
  /** The roles they hold, and the departments they lead. */
  readonly roles: readonly Position[];
  readonly departments: readonly Department[];
  readonly storeId: string;
  /** In which they are answered when the request names no language. */
  readonly language: string;
  /** The session's row; its token is known to the caller only. */
  readonly session: { readonly tokenHash: string; readonly csrf: string; readonly expiresAt: number };
}

/** One uploaded file, in memory and not yet believed. */
export interface Upload {
  readonly bytes: Buffer;
}

/** A parsed, permitted request. `now` is shop time. */
export interface Call<P = unknown, Q = unknown, B = unknown> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** The file of a form; of no use to other routes. */
  readonly upload: Upload;
  /** Shop time, epoch ms. */
  readonly now: number;
  /** `?check=1`: the request only tries what it asks for. Its handler goes as far as the write would and keeps nothing. */
  readonly check: boolean;
  /** Names this request: the Update id, and the seed of every id it creates. A repeat of the request has the same. */
  readonly key: string;
  /** An id for a thing this request creates; the same again when the request is repeated. */
  readonly idFor: (thing: string) => string;
  /** What an earlier try of this same request had made before it died; null almost always. */
  readonly made: string | null;
  /** Notes, in the transaction that makes it, what this request made. */
  readonly keepMade: (tx: Tx, made: string) => Promise<void>;
  readonly language: 'zh' | 'en';
  /** The content type that the caller asks for, of those that the route answers (`alsoAs`); JSON where none is asked for. */
  readonly wants: string;
  /** Where a reader of events left off, as they say it when they come again (`Last-Event-ID`). */
  readonly lastEventId: string | null;
  /** Where it comes from, as far as is kept of it. */
  readonly from: Origin;
  readonly staff: SignedInStaff;
  readonly link: PartyLink;
  readonly by: Actor;
}

/** What a handler answers. A `Buffer` body goes out as it is. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Cookie changes: not kept for replays. */
  readonly cookie?: { readonly value: string; readonly expiresAt: number };
  readonly type?: string;
  /** In place of a body: goes out piece by piece until it ends or nobody reads it any more. */
  readonly stream?: (gone: AbortSignal) => AsyncIterable<string | Uint8Array>;
}

/** Who may call a route: anybody, any signed-in member of staff, the holder of a signed link that lets them, or the named roles. */
export type Permission = 'anyone' | 'staff' | `link:${LinkAct}` | readonly Role[];

/** What a link must let its holder do to call the route; null for a route that is not called by link. */
export const linkActOf = (permission: Permission): LinkAct | null =>
  typeof permission === 'string' && permission.startsWith('link:') ? (permission.slice('link:'.length) as LinkAct) : null;

/** One route: what it takes, what it answers, how OpenAPI describes it, and what it does. */
export interface Route {
  /** `<METHOD> <path>` below `/api/v1`. */
  readonly key: string;
  readonly permission: Permission;
  readonly summary: string;
  /** What OpenAPI says beside who may call. */
  readonly notes?: string;
  readonly tag: string;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The form fields of a multipart upload; the file part is `photo`. */
  readonly form?: z.ZodObject;
  readonly status: number;
  /** Absent: the answer has no JSON body. */
  readonly answer?: z.ZodType;
  /** The content type when the answer is not JSON, or not always. */
  readonly answerType?: string;
  /** Content types that the caller's `Accept` can ask for in place of JSON; its handler looks at `call.wants`. */
  readonly alsoAs?: readonly string[];
  /** What a try answers (`?check=1`, 200): the write is judged and nothing of it kept. Absent: it cannot be tried. Its handler looks at `call.check`. */
  readonly check?: z.ZodType;
  /** Problems beyond those every such route may answer. */
  readonly refusals?: readonly RefusalCode[];
  /** Writes that repeat by nature and keep no first answer (signing in and out). */
  readonly plain?: boolean;
  readonly handle: (call: Call) => Promise<Answer>;
}

type Out<T> = T extends z.ZodType ? z.output<T> : undefined;
/** The `{names}` of a path. */
export type Params<K extends string> = K extends `${string}{${infer Name}}${infer Rest}`
  ? { readonly [P in Name]: string } & Params<Rest>
  : unknown;

/** A route as it is declared: what its handler sees is what its schemas parse. */
export type RouteSpec<
  K extends string,
  Q extends z.ZodObject | undefined,
  B extends z.ZodType | undefined,
  F extends z.ZodObject | undefined,
> = Omit<Route, 'key' | 'permission' | 'query' | 'body' | 'form' | 'handle'> & {
  readonly key: K;
  readonly query?: Q;
  readonly body?: B;
  readonly form?: F;
  readonly handle: (call: Call<Params<K>, Out<Q>, F extends z.ZodObject ? z.output<F> : Out<B>>) => Promise<Answer>;
};

/** Method and path of a key. */
export const methodOf = (key: string): 'get' | 'post' | 'put' | 'delete' =>
  key.slice(0, key.indexOf(' ')).toLowerCase() as ReturnType<typeof methodOf>;
export const pathOf = (key: string): string => key.slice(key.indexOf(' ') + 1);
/** The path as Express writes it. */
export const expressPath = (key: string): string => pathOf(key).replace(/\{(\w+)\}/g, ':$1');
