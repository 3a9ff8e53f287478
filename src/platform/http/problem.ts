import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Logger } from 'pino';
import { Refusal, REFUSALS, type Answered } from '../../base/refusals';
import type { Problem } from './problem.schema';
import { isDatabaseAway } from '../db/away';
import type { Fault, FieldError } from '../../base/faults';
import { faultText, fieldText } from '../words/faults';
import { listedName } from '../words/register';
import type { Reader } from '../words/reasons';
import { withoutToken } from './log';
import { keptReader } from './reader';

/** Seconds a caller is asked to wait, by code. */
const RETRY_AFTER: Readonly<Record<string, string>> = { busy: '1', unavailable: '5', 'too-many-requests': '60' };

interface HttpError {
  readonly status?: number;
  readonly type?: string;
}

/** What a body is that is larger than its address takes. */
export const tooLarge = (error: FieldError): Refusal => new Refusal('too-large', { code: 'body-too-large' }, { errors: [error] });

/** Every error as a refusal; what is not one of ours becomes `internal` and says nothing of its insides. */
export function refusalFor(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const { status, type } = (error ?? {}) as HttpError;
  if (type === 'entity.too.large') return tooLarge({ pointer: '', code: 'over-kilobytes', params: { max: 100 } });
  if (type === 'encoding.unsupported') {
    return new Refusal('unsupported-media-type', { code: 'charset-unsupported' });
  }
  if (status === 400 || error instanceof URIError) return new Refusal('invalid-request', { code: 'unreadable' });
  if (isDatabaseAway(error)) return new Refusal('unavailable', { code: 'records-away' });
  return new Refusal('internal', { code: 'broken-here' });
}

/** A fault for programs. */
const faultView = ({ code, params }: Fault): Problem['fault'] => ({ code, params: shown(params ?? {}) });

/** One bad field as data and in words. */
const errorView = (error: FieldError, reader: Reader): NonNullable<Problem['errors']>[number] => ({
  pointer: error.pointer,
  ...faultView(error),
  detail: fieldText(error, reader),
  ...(error.rule === undefined ? {} : { rule: error.rule }),
});
/** Parameters as answers give them: instants in UTC. */
const shown = (params: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      name.endsWith('At') && typeof value === 'number' ? new Date(value).toISOString() : value,
    ]),
  );

const answeredView = ({ by, at, choices }: Answered, { language }: Reader): NonNullable<Problem['answered']> => ({
  by: { id: by.id, name: listedName('name', by.name ?? by.id, language) ?? by.name ?? by.id },
  at: new Date(at).toISOString(),
  choices: { ...choices },
});

/** A refusal as RFC 9457, worded for who reads it. */
export function problemOf(refusal: Refusal, instance: string, requestId: string, reader: Reader): Problem {
  const { status, title, zh } = REFUSALS[refusal.code];
  const { errors, rule, answered, alternatives } = refusal.more;
  return {
    type: `/problems/${refusal.code}`,
    title: reader.language === 'zh' ? zh : title,
    status,
    detail: faultText(refusal.why, reader),
    fault: faultView(refusal.why),
    instance,
    requestId,
    ...(errors ? { errors: errors.map((error) => errorView(error, reader)) } : {}),
    ...(rule ? { rule } : {}),
    ...(answered ? { answered: answeredView(answered, reader) } : {}),
    ...(alternatives ? { alternatives: alternatives.map((at) => new Date(at).toISOString()) } : {}),
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
  const problem = problemOf(refusal, instanceOf(req), requestIdOf(res), keptReader(req, res));
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
