import { Router, type Request, type RequestHandler, type Response } from 'express';
import { Refusal, revived, type RefusalData } from '../../base/refusals';
import { shopTime } from '../../base/clock';
import { createIdempotency, type Idempotency, type KeptAnswer } from '../db/idempotency.repository';
import type { HolderOf, PartyLink } from '../links/link';
import { assertMay } from '../links/link-access';
import { actorOf, callerName, createAdmission, type Caller } from './admission';
import { cookieName } from './auth';
import { secretToken, sha256 } from './crypto';
import type { ApiDeps } from './deps';
import { readForm } from './form';
import { once } from './idempotency';
import { jsonBody } from './json-body';
import { refuseOtherMethods } from './methods';
import { originOf } from './origin';
import { sendRefusal } from './problem';
import { queryOf } from './query';
import { createReaders, keepReader } from './reader';
import { expressPath, linkActOf, methodOf, type Call, type Route, type SignedInStaff, type Upload } from './route';
import { run } from './run';
import { send, sendCookie } from './send';
import { sendPieces } from './send-pieces';
import { assertStorable, parse } from './zod-problem';

const hasBody = (req: Request): boolean => req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;

/** @throws {Refusal} `unsupported-media-type` when a body comes that is not of the wanted type. */
function assertType(req: Request, type: string): void {
  if (hasBody(req) && !req.is(type)) throw new Refusal('unsupported-media-type', { code: 'send-as', params: { type } });
}

/** @throws {URIError} when a query is not percent-encoded UTF-8: what stands there would be looked for destroyed. */
const assertReadable = (url: string): void => void decodeURIComponent(url);

/** What a request brings: as its route's schemas parse it, and as it came. */
interface Brought {
  readonly body: unknown;
  readonly raw: string;
  readonly upload: Upload | null;
}

async function bodyOf(route: Route, req: Request, res: Response): Promise<Brought> {
  if (route.form) {
    const { fields, upload } = await readForm(req, res);
    return { body: parse(route.form, fields), raw: JSON.stringify(fields) + sha256(upload.bytes), upload };
  }
  if (!route.body) return { body: undefined, raw: '', upload: null };
  assertType(req, 'application/json');
  await run(jsonBody, req, res);
  const given: unknown = req.body ?? {};
  return { body: parse(route.body, given), raw: JSON.stringify(given), upload: null };
}

/** What a request's query says, and whether it only tries what it asks for. */
function askedOf(route: Route, req: Request): { readonly query: unknown; readonly check: boolean } {
  const schema = queryOf(route);
  const { check, ...query } = schema ? parse(schema, { ...req.query }) : {};
  return { query: route.query && query, check: route.check !== undefined && check === '1' };
}

/** The content type that is asked for, of those the route answers; JSON where nobody says, or asks for something else. */
function wantedOf({ alsoAs }: Route, req: Request, res: Response): string {
  const json = 'application/json';
  if (!alsoAs) return json;
  res.vary('Accept');
  return req.accepts([json, ...alsoAs]) || json;
}

/** The caller's `Idempotency-Key`. @throws {Refusal} `invalid-request` when it is none. */
function keyIn(req: Request): string | undefined {
  const given = req.get('Idempotency-Key');
  if (given === undefined || /^[\x21-\x7e]{1,128}$/.test(given)) return given;
  const errors = [{ pointer: '', code: 'header-malformed', params: { name: 'Idempotency-Key' } }] as const;
  throw new Refusal('invalid-request', { code: 'key-malformed' }, { errors });
}

/** A request that is let in and read, and asks for something the first time. */
const callOf = (
  { staff, link }: Caller,
  {
    upload,
    ...asked
  }: Pick<Call, 'params' | 'query' | 'body' | 'check' | 'now' | 'key' | 'language' | 'wants' | 'lastEventId' | 'from'> &
    Pick<Brought, 'upload'>,
): Call => ({
  ...asked,
  // Only a form's handler is told of an upload, and its form always has one.
  upload: upload as Upload,
  idFor: (thing) => `${thing}-${sha256(`${asked.key}/${thing}`).slice(0, 24)}`,
  made: null,
  keepMade: () => Promise.resolve(),
  // A route is only reached by whom its permission admits, so what a handler reads here is there.
  staff: staff as SignedInStaff,
  link: link as PartyLink,
  by: actorOf({ staff, link }),
});

/** What every route of an API is served with. */
interface Door {
  readonly deps: ApiDeps;
  readonly admit: ReturnType<typeof createAdmission>;
  readonly readerFor: ReturnType<typeof createReaders>;
  readonly keys: Idempotency;
  /** The name of the session's cookie. */
  readonly cookie: string;
}

/** The act of a route under a caller's key; it notes what it makes, unless another try has taken the key over. */
const actOf =
  (route: Route, call: Call, keys: Idempotency, caller: string, given: string) =>
  async (made: string | null, since: number): Promise<KeptAnswer> => {
    const keepMade: Call['keepMade'] = async (tx, thing) => {
      if (await keys.note(tx, caller, given, since, thing)) return;
      throw new Refusal('unavailable', { code: 'key-taken-over' });
    };
    const { status, headers, body } = await route.handle({ ...call, made, keepMade });
    return { status, headers: headers ?? {}, body };
  };

/** Serves a route, always in the same order: permission, body, first answer, act. */
const handlerOf =
  (route: Route, { deps, admit, readerFor, keys, cookie }: Door): RequestHandler =>
  async (req, res) => {
    const who = await admit(route.permission, req);
    const reader = await readerFor(req, who.staff, who.link);
    keepReader(res, reader);
    const act = linkActOf(route.permission);
    if (who.link && act) assertMay(who.link, act);
    res.vary('Accept-Language');
    assertStorable(req.params);
    assertReadable(req.originalUrl);
    const { query, check } = askedOf(route, req);
    const { body, raw, upload } = await bodyOf(route, req, res);
    const given = check ? undefined : keyIn(req);
    const caller = callerName(who);
    const requestHash = sha256(`${req.method} ${req.originalUrl}\n${raw}`);
    // The request itself is in the seed: after a key's 24 hours another request under it is another act.
    const key = sha256(`${caller}:${given ?? secretToken()}:${requestHash}`);
    const now = shopTime(deps.clock, deps.realNow());
    const lastEventId = req.get('Last-Event-ID') ?? null;
    const asked = { query, body, check, upload, now, key, lastEventId, language: reader.language, from: originOf(req) };
    const call = callOf(who, { params: req.params, ...asked, wants: wantedOf(route, req, res) });
    const reads = methodOf(route.key) === 'get';
    res.set('Cache-Control', reads ? 'private, no-cache' : 'no-store');
    if (given === undefined || reads || route.plain) {
      const answer = await route.handle(call);
      if (answer.cookie) sendCookie(res, cookie, answer.cookie);
      if (answer.stream) return sendPieces(res, answer.stream, answer);
      return send(req, res, answer);
    }
    const answer = await once(keys, { caller, key: given, requestHash }, deps.realNow, actOf(route, call, keys, caller, given));
    if (!answer.replayed) return send(req, res, answer);
    res.set('Idempotency-Replayed', 'true');
    if (answer.status >= 400) return sendRefusal(req, res, revived(answer.body as RefusalData));
    send(req, res, answer);
  };

/** The router of `/api/v1`. */
export function mount(routes: readonly Route[], deps: ApiDeps, holderOf: HolderOf): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const cookie = cookieName(deps.settings.publicUrl);
  const door: Door = {
    deps,
    admit: createAdmission(deps, cookie),
    readerFor: createReaders(deps, holderOf),
    keys: createIdempotency(deps.db),
    cookie,
  };
  for (const route of routes) router[methodOf(route.key)](expressPath(route.key), handlerOf(route, door));
  for (const path of new Set(routes.map((route) => expressPath(route.key)))) {
    const methods = routes.filter((route) => expressPath(route.key) === path).map((route) => methodOf(route.key).toUpperCase());
    refuseOtherMethods(router, [path], methods);
  }
  return router;
}
