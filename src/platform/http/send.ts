import type { CookieOptions, Request, Response } from 'express';
import { sha256 } from './crypto';
import type { Answer } from './route';

/** Sends what was answered now or is repeated from the first time. */
export function send(req: Request, res: Response, answer: Answer): void {
  res.status(answer.status);
  for (const [name, value] of Object.entries(answer.headers ?? {})) res.set(name, value);
  if (answer.body === undefined) return void res.end();
  const content = Buffer.isBuffer(answer.body) ? answer.body : JSON.stringify(answer.body);
  if (req.method === 'GET' || req.method === 'HEAD') {
    // weak: the same may go out compressed or not
    const etag = answer.headers?.['ETag'] ?? `W/"${sha256(content).slice(0, 32)}"`;
    res.set('ETag', etag);
    const seen = (req.get('If-None-Match') ?? '').split(',').map(opaque);
    if (seen.includes(opaque(etag)) || seen.includes('*')) return void res.status(304).end();
  }
  res.type(answer.type ?? answer.headers?.['Content-Type'] ?? 'application/json').send(content);
}

/** A tag without how strong it is: a GET compares no more (RFC 9110, 13.1.2). */
const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');

const COOKIE: CookieOptions = { httpOnly: true, sameSite: 'lax', path: '/' };

/** Gives the browser the session's cookie, or takes it back; `__Host-` promises that it is Secure. */
export function sendCookie(res: Response, cookie: string, { value, expiresAt }: NonNullable<Answer['cookie']>): void {
  res.cookie(cookie, value, { ...COOKIE, secure: cookie.startsWith('__Host-'), expires: new Date(expiresAt) });
}
