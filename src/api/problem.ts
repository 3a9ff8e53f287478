import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Logger } from 'pino';
import { Refusal, REFUSALS } from '../domain/errors';
import type { Problem } from '../contracts/problem.schema';
import { isDatabaseAway } from '../db/away';
import { withoutToken } from './log';

/** Seconds a caller is asked to wait, by code. */
const RETRY_AFTER: Readonly<Record<string, string>> = { busy: '1', unavailable: '5', 'too-many-requests': '60' };

interface HttpError {
  readonly status?: number;
  readonly type?: string;
}

/** What a body is that is larger than its address takes. */
export const tooLarge = (pointer: string, detail: string): Refusal =>
  new Refusal('too-large', 'The body is larger than this address takes.', { errors: [{ pointer, detail }] });

/** Every error as a refusal; what is not one of ours becomes `internal` and says nothing of its insides. */
export function refusalFor(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const { status, type } = (error ?? {}) as HttpError;
  if (type === 'entity.too.large') return tooLarge('', 'Is over 100 KB');
  if (type === 'encoding.unsupported') {
    return new Refusal('unsupported-media-type', 'The encoding of the body is not supported; send UTF-8 JSON.');
  }
  if (status === 400 || error instanceof URIError) return new Refusal('invalid-request', 'The request cannot be read.');
  if (isDatabaseAway(error)) return new Refusal('unavailable', 'The records cannot be reached; try again with the same Idempotency-Key.');
  return new Refusal('internal', 'The request could not be finished. Its X-Request-Id finds the reason in the log.');
}

/** A refusal as RFC 9457. */
export function problemOf(refusal: Refusal, instance: string, requestId: string): Problem {
  const { status, title } = REFUSALS[refusal.code];
  const { errors, rule } = refusal.more;
  return {
    type: `/problems/${refusal.code}`,
    title,
    status,
    detail: refusal.message,
    instance,
    requestId,
    ...(errors ? { errors: [...errors] } : {}),
    ...(rule ? { rule } : {}),
  };
}

export const requestIdOf = (res: Response): string => String(res.getHeader('X-Request-Id') ?? '');

/** Where it happened, without a link's token: problems end up in logs. */
export const instanceOf = (req: Request): string => withoutToken(req.originalUrl);

/** Answers a refusal. */
export function sendRefusal(req: Request, res: Response, refusal: Refusal): void {
  const retry = refusal.more.retryAfterSeconds?.toString() ?? RETRY_AFTER[refusal.code];
  if (retry && !res.hasHeader('Retry-After')) res.set('Retry-After', retry);
  if (refusal.code === 'sign-in-required') res.set('WWW-Authenticate', 'Bearer');
  const problem = problemOf(refusal, instanceOf(req), requestIdOf(res));
  res.status(problem.status).set('Cache-Control', 'no-store').type('application/problem+json').send(JSON.stringify(problem));
}

/** The last handler: Express 5 brings every rejected promise here. */
export const problems =
  (log: Logger): ErrorRequestHandler =>
  (error: unknown, req, res, next) => {
    const refusal = refusalFor(error);
    if (refusal.code === 'internal' || refusal.code === 'unavailable') {
      // Names and stacks only: messages of database errors quote the values of a request.
      const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: undefined };
      log.error(
        {
          requestId: requestIdOf(res),
          error: name,
          at: stack
            ?.split('\n')
            .filter((line) => /^\s+at /.test(line))
            .slice(0, 8),
        },
        'request failed',
      );
    }
    if (res.headersSent) return next(error);
    sendRefusal(req, res, refusal);
  };
