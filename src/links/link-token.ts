import { createHmac, timingSafeEqual } from 'node:crypto';
import { Refusal } from '../domain/errors';

/** What a mailed link allows: one order for its customer, or one question to one supplier. `exp` is epoch ms of shop time. */
export type LinkScope =
  | { readonly scope: 'customer'; readonly order: string; readonly exp: number }
  | { readonly scope: 'supplier'; readonly exceptionId: string; readonly supplierId: string; readonly order: string; readonly exp: number };

const signature = (secret: string, body: string): Buffer => createHmac('sha256', secret).update(body).digest();

/** Signs a link. The token is `<payload>.<signature>`, base64url; it carries ids only. */
export function signLink(secret: string, link: LinkScope): string {
  const body = Buffer.from(JSON.stringify(link)).toString('base64url');
  return `${body}.${signature(secret, body).toString('base64url')}`;
}

/**
 * Reads a token at shop time `now`.
 * @throws {Refusal} `no-such-link` when it was not signed here, `link-expired` when its time is over.
 */
export function readLink(secret: string, token: string, now: number): LinkScope {
  const [body = '', given = ''] = token.split('.');
  const wanted = signature(secret, body);
  const actual = Buffer.from(given, 'base64url');
  if (actual.length !== wanted.length || !timingSafeEqual(actual, wanted)) {
    throw new Refusal('no-such-link', 'This link was not issued here, or is incomplete.');
  }
  const link = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as LinkScope;
  if (link.exp <= now) throw new Refusal('link-expired', 'This link has expired; ask the shop for a new one.');
  return link;
}
