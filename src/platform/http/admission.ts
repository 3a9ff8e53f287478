import type { Request } from 'express';
import type { Actor } from '../../base/actor';
import { shopTime } from '../../base/clock';
import { Refusal } from '../../base/refusals';
import { partyOf, type PartyLink } from '../links/link';
import { openLink } from '../links/link-access';
import { createLinks } from '../links/link.repository';
import { createSessions } from '../people/session.repository';
import { assertPermitted, signedIn } from './auth';
import type { ApiDeps } from './deps';
import { linkActOf, type Permission, type SignedInStaff } from './route';

/** Whom a request comes from: a member of staff, the holder of a link, or anybody. */
export interface Caller {
  readonly staff: SignedInStaff | null;
  readonly link: PartyLink | null;
}

/** Who acts, as the workflow is told. */
export function actorOf({ staff, link }: Caller): Actor {
  if (staff) return { kind: 'staff', id: staff.id, roles: staff.roles, via: 'http' };
  return { ...partyOf(link?.party ?? 'customer'), via: 'link' };
}

/** By what a caller's keys are told from others': whoever comes by one link is one caller. */
export const callerName = ({ staff, link }: Caller): string =>
  staff ? `staff:${staff.id}` : `${link?.party ?? 'customer'} of ${link?.process ?? 'nothing'}`;

/**
 * Finds who is calling, and lets in whom a route's permission admits; `cookie` is the name of the session's.
 * @throws {Refusal} for everybody else.
 */
export function createAdmission({ db, settings, clock, realNow }: ApiDeps, cookie: string) {
  const sessions = createSessions(db);
  const links = createLinks(db);

  /** Whoever is signed in, where nobody needs to be. */
  const known = async (req: Request): Promise<SignedInStaff | null> => {
    try {
      return await signedIn(req, sessions, cookie, realNow());
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  };

  return async (permission: Permission, req: Request): Promise<Caller> => {
    if (permission === 'anyone') return { staff: req.method === 'POST' ? null : await known(req), link: null };
    if (linkActOf(permission) !== null)
      return { staff: null, link: await openLink(links, settings.secret, String(req.params['token']), shopTime(clock, realNow())) };
    const staff = await signedIn(req, sessions, cookie, realNow());
    assertPermitted(permission, staff);
    return { staff, link: null };
  };
}
