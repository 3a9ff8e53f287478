import type { z } from 'zod';
import { hashOf, isRight } from './passwords';
import { ClockView, CurrentSession, SignedIn, SignIn, StaffPage } from './session.schema';
import { setPassword } from './password.repository';
import { createSessions, type LoginRow } from './session.repository';
import { FAILED_OUTCOMES, type SignInOutcome } from './sign-in.outcomes';
import { keepSignIn } from './sign-in.repository';
import { ownSessionRoutes } from './own-sessions.routes';
import type { StaffReads } from './staff-read.repository';
import { staffView } from './staff-view';
import { Refusal } from '../../base/refusals';
import { SESSION_LIFE_MS } from '../http/auth';
import { secretToken, sha256 } from '../http/crypto';
import type { ApiDeps } from '../http/deps';
import { iso } from '../http/iso';
import type { Route, SignedInStaff } from '../http/route';
import { listRoute, route } from './sessions.permissions';

type Services = ApiDeps & { readonly people: StaffReads };

/** Signing in and out, the people of the shop, and its clock. */
export const sessionRoutes = (services: Services): Route[] => [
  ...signingRoutes(services),
  ...ownSessionRoutes(services),
  ...shopRoutes(services),
];

function signingRoutes(services: Services): Route[] {
  const sessions = createSessions(services.db);
  const choose = async ({ staff }: LoginRow, password: string): Promise<void> => {
    const passwordHash = await hashOf(password);
    await services.db.$transaction((tx) => setPassword(tx, staff.id, { passwordHash, isTemporary: false }));
  };
  return [
    route({
      key: 'POST /sessions',
      summary: 'Sign in',
      tag: 'sessions',
      body: SignIn,
      status: 201,
      answer: SignedIn,
      refusals: ['bad-credentials', 'password-change-required', 'too-many-requests'],
      plain: true,
      async handle({ body, from }) {
        const now = services.realNow();
        const found = await sessions.findLogin(body.login);
        const outcome = await judged(found, body);
        await keepSignIn(services.db, { by: found?.staff ?? null, outcome, at: now, ...from });
        if (outcome === 'password-to-choose') throw new Refusal('password-change-required', { code: 'password-temporary' });
        if (!found || FAILED_OUTCOMES.includes(outcome)) throw new Refusal('bad-credentials', { code: 'login-wrong' });
        if (outcome === 'password-changed') await choose(found, body.newPassword ?? '');
        const token = secretToken();
        const expiresAt = now + SESSION_LIFE_MS;
        const { device } = from;
        await sessions.open({ tokenHash: sha256(token), csrf: secretToken(), staffId: found.staff.id, device, now, expiresAt });
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

/** How a try comes out. A wrong password is told first, so that nothing else can be learnt with one. */
async function judged(found: LoginRow | null, { password, newPassword }: z.output<typeof SignIn>): Promise<SignInOutcome> {
  const right = await isRight(found?.passwordHash ?? null, password);
  if (!found) return 'unknown-login';
  if (!right) return 'wrong-password';
  if (!found.active) return 'has-left';
  if (!found.isTemporary) return 'signed-in';
  return newPassword === undefined || newPassword === password ? 'password-to-choose' : 'password-changed';
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
