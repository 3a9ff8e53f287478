import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Logger } from 'pino';
import { Refusal, REFUSALS } from '../domain/errors';
import type { Problem } from '../contracts/problem.schema';
import { withoutToken } from './log';

/** Seconds a caller is asked to wait, by code. */
const RETRY_AFTER: Readonly<Record<string, string>> = { busy: '1', unavailable: '5', 'too-many-requests': '60' };

interface HttpError {
  readonly status?: number;
  readonly type?: string;
}

/** Prisma's and pg's ways of saying that the database does not answer. */
const DATABASE_AWAY = new Set([
  'P1000',
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'ENOTFOUND',
  '57P01',
  '57P02',
  '57P03',
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
]);
interface Failed {
  readonly code?: unknown;
  /** What the driver adapter calls it; a raw query's error says no more than `P2010` of its own. */
  readonly kind?: unknown;
  readonly cause?: unknown;
  readonly meta?: { readonly driverAdapterError?: unknown };
}
const causes = (error: unknown, depth = 0): readonly unknown[] => {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const { code, kind, cause, meta } = error as Failed;
  return [code, kind, ...causes(cause, depth + 1), ...causes(meta?.driverAdapterError, depth + 1)];
};
/** What pg and its pool say, without any code, of a connection that broke. */
const BROKEN_CONNECTION = /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;
const isDatabaseAway = (error: unknown): boolean =>
  (error instanceof Error && BROKEN_CONNECTION.test(error.message)) ||
  causes(error).some((code) => typeof code === 'string' && DATABASE_AWAY.has(code)) ||
  (error instanceof Error && error.name === 'PrismaClientInitializationError');

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
