import { Router, type Request, type RequestHandler, type Response } from 'express';
import { Refusal, revived, type RefusalData } from '../../base/refusals';
import type { Actor } from '../../base/actor';
import { shopTime } from '../../base/clock';
import { createIdempotency, type KeptAnswer } from '../db/idempotency.repository';
import { createSessions } from '../people/session.repository';
import { createLinks } from '../links/link.repository';
import { partyOf, type HolderOf, type PartyLink } from '../links/link';
import { assertPermitted, cookieName, signedIn } from './auth';
import { secretToken, sha256 } from './crypto';
import type { ApiDeps } from './deps';
import { readForm } from './form';
import { once } from './idempotency';
import { assertMay, openLink } from '../links/link-access';
import { jsonBody } from './json-body';
import { refuseOtherMethods } from './methods';
import { sendRefusal } from './problem';
import { createReaders, keepReader } from './reader';
import {
  expressPath,
  linkActOf,
  methodOf,
  type Answer,
  type Call,
  type Permission,
  type Route,
  type SignedInStaff,
  type Upload,
} from './route';
import { run } from './run';
import { assertStorable, parse } from './zod-problem';

const hasBody = (req: Request): boolean => req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;

/** @throws {Refusal} `unsupported-media-type` when a body comes that is not of the wanted type. */
function assertType(req: Request, type: string): void {
  if (hasBody(req) && !req.is(type)) throw new Refusal('unsupported-media-type', { code: 'send-as', params: { type } });
}

/** @throws {URIError} when a query is not percent-encoded UTF-8: what stands there would be looked for destroyed. */
const assertReadable = (url: string): void => void decodeURIComponent(url);

/** Who acts, as the workflow is told. */
const actorOf = (staff: SignedInStaff | null, link: PartyLink | null): Actor => {
  if (staff) return { kind: 'staff', id: staff.id, roles: staff.roles, via: 'http' };
  return { ...partyOf(link?.party ?? 'customer'), via: 'link' };
};
const callerOf = (staff: SignedInStaff | null, link: PartyLink | null): string =>
  staff ? `staff:${staff.id}` : `${link?.party ?? 'customer'} of ${link?.process ?? 'nothing'}`;

/** Sends what was answered now or is repeated from the first time. */
function send(req: Request, res: Response, answer: Answer): void {
  res.status(answer.status);
  for (const [name, value] of Object.entries(answer.headers ?? {})) res.set(name, value);
  if (answer.body === undefined) return void res.end();
  const content = Buffer.isBuffer(answer.body) ? answer.body : JSON.stringify(answer.body);
  if (req.method === 'GET' || req.method === 'HEAD') {
    const etag = answer.headers?.['ETag'] ?? `"${sha256(content).slice(0, 32)}"`;
    res.set('ETag', etag);
    const seen = (req.get('If-None-Match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    if (seen.includes(etag) || seen.includes('*')) return void res.status(304).end();
  }
  res.type(answer.type ?? answer.headers?.['Content-Type'] ?? 'application/json').send(content);
}

/** The router of `/api/v1`: each route in the same order, permission, body, first answer, act. */
export function mount(routes: readonly Route[], deps: ApiDeps, holderOf: HolderOf): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const sessions = createSessions(deps.db);
  const keys = createIdempotency(deps.db);
  const links = createLinks(deps.db);
  const readerFor = createReaders(deps, holderOf);
  const cookie = cookieName(deps.settings.publicUrl);
  const shopNow = (): number => shopTime(deps.clock, deps.realNow());

  const admit = async (permission: Permission, req: Request): Promise<{ staff: SignedInStaff | null; link: PartyLink | null }> => {
    if (permission === 'anyone') return { staff: req.method === 'POST' ? null : await known(req), link: null };
    if (linkActOf(permission) !== null)
      return { staff: null, link: await openLink(links, deps.settings.secret, String(req.params['token']), shopNow()) };
    const staff = await signedIn(req, sessions, cookie, deps.realNow());
    assertPermitted(permission, staff);
    return { staff, link: null };
  };

  /** Whoever is signed in, where nobody needs to be. */
  const known = async (req: Request): Promise<SignedInStaff | null> => {
    try {
      return await signedIn(req, sessions, cookie, deps.realNow());
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  };

  const bodyOf = async (route: Route, req: Request, res: Response): Promise<{ body: unknown; raw: string; upload: Upload | null }> => {
    if (route.form) {
      const { fields, upload } = await readForm(req, res);
      return { body: parse(route.form, fields), raw: JSON.stringify(fields) + sha256(upload.bytes), upload };
    }
    if (!route.body) return { body: undefined, raw: '', upload: null };
    assertType(req, 'application/json');
    await run(jsonBody, req, res);
    const given: unknown = req.body ?? {};
    return { body: parse(route.body, given), raw: JSON.stringify(given), upload: null };
  };

  for (const route of routes) {
    const method = methodOf(route.key);
    const handler: RequestHandler = async (req, res) => {
      const { staff, link } = await admit(route.permission, req);
      const reader = await readerFor(req, staff, link);
      keepReader(res, reader);
      const act = linkActOf(route.permission);
      if (link && act) assertMay(link, act);
      res.vary('Accept-Language');
      assertStorable(req.params);
      assertReadable(req.originalUrl);
      const query = route.query ? parse(route.query, { ...req.query }) : undefined;
      const { body, raw, upload } = await bodyOf(route, req, res);
      const given = req.get('Idempotency-Key');
      if (given !== undefined && !/^[\x21-\x7e]{1,128}$/.test(given)) {
        throw new Refusal(
          'invalid-request',
          { code: 'key-malformed' },
          {
            errors: [{ pointer: '', code: 'header-malformed', params: { name: 'Idempotency-Key' } }],
          },
        );
      }
      const caller = callerOf(staff, link);
      const requestHash = sha256(`${req.method} ${req.originalUrl}\n${raw}`);
      // The request itself is in the seed: after a key's 24 hours another request under it is another act.
      const key = sha256(`${caller}:${given ?? secretToken()}:${requestHash}`);
      const call: Call = {
        params: req.params,
        query,
        body,
        // Only a form's handler is told of an upload, and its form always has one.
        upload: upload as Upload,
        now: shopNow(),
        key,
        idFor: (thing) => `${thing}-${sha256(`${key}/${thing}`).slice(0, 24)}`,
        made: null,
        keepMade: () => Promise.resolve(),
        language: reader.language,
        // A route is only reached by whom its permission admits, so what a handler reads here is there.
        staff: staff as SignedInStaff,
        link: link as PartyLink,
        by: actorOf(staff, link),
      };
      res.set('Cache-Control', method === 'get' ? 'private, no-cache' : 'no-store');
      if (given === undefined || method === 'get' || route.plain) {
        const answer = await route.handle(call);
        if (answer.cookie) {
          const { value, expiresAt } = answer.cookie;
          res.cookie(cookie, value, {
            httpOnly: true,
            secure: cookie.startsWith('__Host-'),
            sameSite: 'lax',
            path: '/',
            expires: new Date(expiresAt),
          });
        }
        return send(req, res, answer);
      }
      const perform = async (made: string | null, since: number): Promise<KeptAnswer> => {
        const keepMade: Call['keepMade'] = async (tx, thing) => {
          if (await keys.note(tx, caller, given, since, thing)) return;
          throw new Refusal('unavailable', { code: 'key-taken-over' });
        };
        const { status, headers, body: answered } = await route.handle({ ...call, made, keepMade });
        return { status, headers: headers ?? {}, body: answered };
      };
      const answer = await once(keys, { caller, key: given, requestHash }, deps.realNow, perform);
      if (!answer.replayed) return send(req, res, answer);
      res.set('Idempotency-Replayed', 'true');
      if (answer.status >= 400) return sendRefusal(req, res, revived(answer.body as RefusalData));
      send(req, res, answer);
    };
    router[method](expressPath(route.key), handler);
  }
  for (const path of new Set(routes.map((route) => expressPath(route.key)))) {
    const methods = routes.filter((route) => expressPath(route.key) === path).map((route) => methodOf(route.key).toUpperCase());
    refuseOtherMethods(router, [path], methods);
  }
  return router;
}
