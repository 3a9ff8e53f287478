import { createHmac, timingSafeEqual } from 'node:crypto';
import type { PartyLink } from './link';
import { Refusal } from '../../base/refusals';

const signature = (secret: string, body: string): Buffer => createHmac('sha256', secret).update(body).digest();

/** Signs a link. The token is `<payload>.<signature>`, base64url; it carries ids only. */
export function signLink(secret: string, link: PartyLink): string {
  const body = Buffer.from(JSON.stringify(link)).toString('base64url');
  return `${body}.${signature(secret, body).toString('base64url')}`;
}

/** The bytes of a base64url text; null for a text that is not the one way to write them: a link has one address. */
function bytesOf(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : null;
}

/**
 * Reads a token at shop time `now`. Whether it was revoked its row says.
 * @throws {Refusal} `no-such-link` when it was not signed here, `link-expired` when its time is over.
 */
export function readLink(secret: string, token: string, now: number): PartyLink {
  const [body = '', given = '', ...more] = token.split('.');
  const wanted = signature(secret, body);
  const payload = bytesOf(body);
  const actual = bytesOf(given);
  if (more.length > 0 || !payload || actual?.length !== wanted.length || !timingSafeEqual(actual, wanted)) {
    throw new Refusal('no-such-link', { code: 'link-unknown' });
  }
  const link = JSON.parse(payload.toString('utf8')) as PartyLink;
  if (link.exp <= now) throw new Refusal('link-expired', { code: 'link-over' });
  return link;
}
