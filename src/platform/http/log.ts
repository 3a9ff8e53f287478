import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

/** What never goes into a log, wherever it stands. */
export const REDACTED = [
  'req.headers',
  'res.headers',
  '*.authorization',
  '*.cookie',
  '*.password',
  '*.token',
  '*.email',
  '*.phone',
  '*.name',
  '*.address',
  '*.recipient',
  '*.customer',
];

/**
 * A link's token is as good as a password, and logs and problems are read by many. It is left out where a token belongs, however short; and
 * whatever is as long as a token is left out wherever it stands, for an address may be mistyped in more ways than can be listed
 * (`//o/T`, `/o//T`, `/o;/T`). Routing does not look at the case of these addresses, and takes them with a host in front, so neither does this.
 */
const TOKEN_PLACE = /^((?:https?:\/\/[^/]*)?(?:\/api\/v1\/links\/|\/[os]\/))[^/?]+/i;
/** A signature alone has 43 characters; the ids that we give out have 36 at most. */
const TOKEN_LIKE = /[\w.~%+=-]{41,}/g;

/** An address without the token of a link. */
export const withoutToken = (url: string): string => url.replace(TOKEN_PLACE, '$1…').replace(TOKEN_LIKE, '…');

/** The path without what may identify a person: search words, and the token of a link. */
const pathOnly = (url: string): string => withoutToken(url.replace(/\?.*$/, ''));

/** One line for each request: what, how it ended, how long it took; nothing of its content. */
export const requestLog = (log: Logger): RequestHandler =>
  pinoHttp({
    logger: log,
    genReqId: (_req, res) => String(res.getHeader('X-Request-Id')),
    customLogLevel: (_req, res, error) => (error || res.statusCode >= 500 ? 'error' : res.statusCode >= 400 ? 'warn' : 'debug'),
    // Express moves `url` while routers run; `originalUrl` stays.
    serializers: {
      req: (req: { method: string; raw: { originalUrl?: string; url?: string } }) => ({
        method: req.method,
        path: pathOnly(req.raw.originalUrl ?? req.raw.url ?? ''),
      }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
      err: (error: { name?: string; type?: string }) => ({ type: error.name ?? error.type }),
    },
  });
