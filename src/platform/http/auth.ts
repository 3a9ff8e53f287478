import { timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { Refusal } from '../../base/refusals';
import { SESSION_IDLE_MS, type SessionRow, type Sessions } from '../people/session.repository';
import { sha256 } from './crypto';
import { linkActOf, type Permission, type SignedInStaff } from './route';

const HOUR = 3_600_000;
/** A session ends twelve real hours after it began, or some time after its last use, whichever comes first. */
export const SESSION_LIFE_MS = 12 * HOUR;
/** A use is noted at most this often. */
const TOUCH_EVERY_MS = 60_000;

/** `__Host-` needs Secure, and Secure needs https. */
export const cookieName = (publicUrl: string): string => (publicUrl.startsWith('https:') ? '__Host-sid' : 'sid');

export function cookieOf(req: Request, name: string): string | null {
  for (const part of (req.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

const bearer = (req: Request): string | null => /^Bearer ([\w-]{1,200})$/i.exec(req.headers.authorization ?? '')?.[1] ?? null;

/** Compares without telling by time how far two texts agree. */
const sameText = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(sha256(a)), Buffer.from(sha256(b)));

/** Whether a session has ended by the clock; `now` is real time. */
export const isOver = ({ expiresAt, lastUsedAt }: Pick<SessionRow, 'expiresAt' | 'lastUsedAt'>, now: number): boolean =>
  expiresAt <= now || lastUsedAt + SESSION_IDLE_MS <= now;

/**
 * Who is calling: `Authorization: Bearer`, or the cookie; a cookie write also needs its `X-Levain-Csrf`.
 * @throws {Refusal} `sign-in-required`, `csrf-required`.
 */
export async function signedIn(req: Request, sessions: Sessions, cookie: string, now: number): Promise<SignedInStaff> {
  const fromHeader = bearer(req);
  const token = fromHeader ?? cookieOf(req, cookie);
  if (token === null) throw new Refusal('sign-in-required', { code: 'no-token' });
  const session = await sessions.find(sha256(token));
  if (!session || isOver(session, now)) {
    throw new Refusal('sign-in-required', { code: 'session-over' });
  }
  const writes = req.method !== 'GET' && req.method !== 'HEAD';
  if (fromHeader === null && writes && !sameText(req.get('X-Levain-Csrf') ?? '', session.csrf)) {
    throw new Refusal('csrf-required', { code: 'csrf-missing' });
  }
  if (now - session.lastUsedAt > TOUCH_EVERY_MS) await sessions.touch(session.tokenHash, now);
  const { tokenHash, csrf, expiresAt } = session;
  return { ...session.staff, session: { tokenHash, csrf, expiresAt } };
}

/** Whether a member of staff is let in at a route with that permission: by link nobody is, however they signed in. */
export const admitsStaff = (permission: Permission, { roles }: Pick<SignedInStaff, 'roles'>): boolean =>
  typeof permission === 'string' ? linkActOf(permission) === null : permission.some((role) => roles.includes(role));

/** @throws {Refusal} `not-allowed`, naming the roles that would do (BAK-04). */
export function assertPermitted(permission: Permission, staff: SignedInStaff): void {
  if (typeof permission === 'string' || admitsStaff(permission, staff)) return;
  throw new Refusal('not-allowed', { code: 'needs-role', params: { roles: permission } }, { rule: 'BAK-04' });
}
