import { rateLimit, ipKeyGenerator, type RateLimitRequestHandler } from 'express-rate-limit';
import type { Request, RequestHandler } from 'express';
import { Refusal } from '../../base/refusals';
import { sha256 } from './crypto';
import { sendRefusal } from './problem';
import type { ApiLimits } from './deps';

const address = (req: Request): string => ipKeyGenerator(req.ip ?? '');
/** The login somebody tries. The body is not checked yet: turning just anything into text could fail. */
const triedLogin = (req: Request): string => {
  const login = (req.body as { login?: unknown } | undefined)?.login;
  return typeof login === 'string' ? login : '';
};
const MINUTE = 60_000;

interface Limit {
  readonly windowMs: number;
  readonly limit: number;
  readonly keyGenerator: (req: Request) => string;
  readonly skipSuccessfulRequests?: boolean;
  readonly skip?: (req: Request) => boolean;
}
const limiter = (of: Limit): RateLimitRequestHandler =>
  rateLimit({
    ...of,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // The limiter sets Retry-After itself.
    handler: (req, res) => sendRefusal(req, res, new Refusal('too-many-requests', { code: 'too-many-tries' })),
  });

/** Who has signed in from where. The oldest are forgotten. */
const MOST_REMEMBERED = 10_000;

/** Remembers where a login is at home: guesses from all over the world must not lock out the person at the counter. */
function homes(): { readonly isHome: (req: Request) => boolean; readonly remember: RequestHandler } {
  const known = new Set<string>();
  const keyOf = (req: Request): string => `${address(req)} ${sha256(triedLogin(req))}`;
  return {
    isHome: (req) => known.has(keyOf(req)),
    remember: (req, res, next) => {
      res.once('finish', () => {
        if (res.statusCode !== 201) return;
        known.add(keyOf(req));
        const [oldest] = known;
        if (known.size > MOST_REMEMBERED && oldest !== undefined) known.delete(oldest);
      });
      next();
    },
  };
}

/** The session that asks, without looking whether it is one. */
const session = (req: Request): string => sha256(`${req.get('Authorization')} ${req.get('Cookie')}`);

/**
 * Bounds guessing: failed sign-ins by login and address, by login from all addresses that are not its home, and by address; the present password
 * of whoever left a session open; calls by link by address. Counted in this process.
 */
export const createLimits = (
  limits: ApiLimits,
): { readonly signIn: RequestHandler[]; readonly password: RequestHandler; readonly links: RequestHandler } => {
  const { isHome, remember } = homes();
  const failures = { windowMs: 5 * MINUTE, skipSuccessfulRequests: true };
  const login = (req: Request): string => sha256(triedLogin(req));
  return {
    signIn: [
      limiter({ ...failures, limit: limits.failedSignInsPerAddress, keyGenerator: address }),
      limiter({ ...failures, limit: limits.failedSignIns, keyGenerator: (req) => `${address(req)} ${login(req)}` }),
      limiter({ ...failures, limit: limits.failedSignInsPerLogin, keyGenerator: login, skip: isHome }),
      remember,
    ],
    password: limiter({ ...failures, limit: limits.failedSignIns, keyGenerator: session }),
    links: limiter({ windowMs: MINUTE, limit: limits.linkCalls, keyGenerator: address }),
  };
};
