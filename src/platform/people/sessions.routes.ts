import { verify } from '@node-rs/argon2';
import { ClockView, CurrentSession, SignedIn, SignIn, StaffPage } from './session.schema';
import { createSessions } from './session.repository';
import type { StaffReads } from './staff-read.repository';
import { staffView } from './staff-view';
import { Refusal } from '../../base/refusals';
import { SESSION_LIFE_MS } from '../http/auth';
import { secretToken, sha256 } from '../http/crypto';
import type { ApiDeps } from '../http/deps';
import { iso } from '../http/iso';
import type { Route, SignedInStaff } from '../http/route';
import { listRoute, route } from './sessions.permissions';

/** The hash of a password nobody has: an unknown login takes as long as a wrong password. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$jj4Evud9L1LDOmM1ToWGaA$55TpUuu5x8/syrijln7bU7ttzP1uk5xXOIdc+IpzMSw';

type Services = ApiDeps & { readonly people: StaffReads };

/** Signing in and out, the people of the shop, and its clock. */
export const sessionRoutes = (services: Services): Route[] => [...signingRoutes(services), ...shopRoutes(services)];

function signingRoutes(services: Services): Route[] {
  const sessions = createSessions(services.db);
  return [
    route({
      key: 'POST /sessions',
      summary: 'Sign in',
      tag: 'sessions',
      body: SignIn,
      status: 201,
      answer: SignedIn,
      refusals: ['bad-credentials', 'too-many-requests'],
      plain: true,
      async handle({ body }) {
        const found = await sessions.findLogin(body.login);
        const right = await verify(found?.passwordHash ?? NOBODY, body.password);
        if (!found || !right) throw new Refusal('bad-credentials', { code: 'login-wrong' });
        const now = services.realNow();
        const token = secretToken();
        const expiresAt = now + SESSION_LIFE_MS;
        await sessions.open({ tokenHash: sha256(token), csrf: secretToken(), staffId: found.staff.id, device: null, now, expiresAt });
        return {
          status: 201,
          body: { token, expiresAt: iso(expiresAt), staff: staffView(found.staff) },
          cookie: { value: token, expiresAt },
        };
      },
    }),
    route({
      key: 'GET /sessions/current',
      summary: 'Who is signed in',
      tag: 'sessions',
      status: 200,
      answer: CurrentSession,
      handle: ({ staff }) =>
        Promise.resolve({
          status: 200,
          body: { staff: staffView(staff), csrf: staff.session.csrf, expiresAt: iso(staff.session.expiresAt) },
        }),
    }),
    route({
      key: 'DELETE /sessions/current',
      summary: 'Sign out',
      tag: 'sessions',
      status: 204,
      plain: true,
      async handle({ staff }) {
        await sessions.end(staff.session.tokenHash);
        return { status: 204, cookie: { value: '', expiresAt: 0 } };
      },
    }),
  ];
}

function shopRoutes(services: Services): Route[] {
  return [
    listRoute(services, {
      key: 'GET /staff',
      summary: 'The people of the caller’s store',
      tag: 'sessions',
      answer: StaffPage,
      sortedBy: { id: String },
      rows: ({ staff }, limit, after) => services.people.list(staff.storeId, limit, after?.id),
      views: (people) => people.map(staffView),
    }),
    route({
      key: 'GET /clock',
      summary: 'Shop time, and the zone of the caller’s store: of the first store for whoever is not signed in',
      tag: 'sessions',
      status: 200,
      answer: ClockView,
      async handle({ now, staff }) {
        // nobody need be signed in to know the time
        const storeId = (staff as SignedInStaff | null)?.storeId ?? null;
        return { status: 200, body: { now: iso(now), rate: services.clock.rate, zone: await services.people.zone(storeId) } };
      },
    }),
  ];
}
