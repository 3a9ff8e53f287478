import { rateLimit, ipKeyGenerator, type RateLimitRequestHandler } from 'express-rate-limit';
import type { Request } from 'express';
import { Refusal } from '../domain/errors';
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

const limiter = (windowMs: number, limit: number, onlyFailures: boolean, keyGenerator: (req: Request) => string): RateLimitRequestHandler =>
  rateLimit({
    windowMs,
    limit,
    keyGenerator,
    skipSuccessfulRequests: onlyFailures,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // The limiter sets Retry-After itself.
    handler: (req, res) => sendRefusal(req, res, new Refusal('too-many-requests', 'Too many tries; wait as long as Retry-After says.')),
  });

/** Bounds guessing: failed sign-ins by login and by address, and calls by link by address. Counted in this process. */
export const createLimits = (
  limits: ApiLimits,
): { readonly signIn: RateLimitRequestHandler[]; readonly links: RateLimitRequestHandler } => ({
  signIn: [
    limiter(5 * MINUTE, limits.failedSignInsPerAddress, true, address),
    limiter(5 * MINUTE, limits.failedSignIns, true, (req) => `${address(req)} ${sha256(triedLogin(req))}`),
  ],
  links: limiter(MINUTE, limits.linkCalls, false, address),
});
