import { hashOf, isRight } from './passwords';
import { PasswordChange, SessionPage, SignInPage, SignInQuery } from './session.schema';
import { createOpenSessions, type OpenSession, type SessionsOf } from './open-sessions.repository';
import { passwordHashOf, setPassword } from './password.repository';
import { route, listRoute } from './sessions.permissions';
import { FAILED_OUTCOMES, SIGN_IN_OUTCOMES, type SignInOutcome } from './sign-in.outcomes';
import { createSignIns, keepSignIn } from './sign-in.repository';
import type { StaffReads } from './staff-read.repository';
import type { ApiDeps } from '../http/deps';
import { iso } from '../http/iso';
import type { Route, SignedInStaff } from '../http/route';
import { invalid } from '../http/zod-problem';
import { listedName } from '../words/register';

type Services = ApiDeps & { readonly people: StaffReads };

const DAY_MS = 86_400_000;

/** What people do with their sessions and passwords, and what a store is told of them. */
export const ownSessionRoutes = (services: Services): Route[] => [
  passwordRoute(services),
  ...sessionLists(services),
  endRoute(services),
  signInsRoute(services),
];

const passwordRoute = (services: Services): Route =>
  route({
    key: 'PUT /sessions/password',
    summary: 'Change one’s own password; all other sessions end',
    tag: 'sessions',
    body: PasswordChange,
    status: 204,
    refusals: ['too-many-requests'],
    plain: true,
    async handle({ staff, body: { password, newPassword }, from }) {
      const by = staff;
      const at = services.realNow();
      if (!(await isRight(await passwordHashOf(services.db, staff.id), password))) {
        await keepSignIn(services.db, { by, outcome: 'wrong-password', at, ...from });
        throw invalid([{ pointer: '/password', code: 'password-wrong' }]);
      }
      if (newPassword === password) throw invalid([{ pointer: '/newPassword', code: 'password-as-before' }]);
      const passwordHash = await hashOf(newPassword);
      await services.db.$transaction(async (tx) => {
        await setPassword(tx, staff.id, { passwordHash, isTemporary: false }, staff.session.tokenHash);
        await keepSignIn(tx, { by, outcome: 'password-changed', at, ...from });
      });
      return { status: 204 };
    },
  });

/** A session as people see one. */
const sessionView =
  ({ session }: SignedInStaff) =>
  ({ id, staff, device, at, lastUsedAt, tokenHash }: OpenSession) => ({
    id,
    staff,
    device,
    begunAt: iso(at),
    lastUsedAt: iso(lastUsedAt),
    current: tokenHash === session.tokenHash,
  });

function sessionLists(services: Services): Route[] {
  const sessions = createOpenSessions(services.db);
  const shared = { tag: 'sessions', answer: SessionPage, sortedBy: { at: Number, id: String } };
  return [
    listRoute(services, {
      ...shared,
      key: 'GET /sessions',
      summary: 'One’s own sessions, the latest first',
      rows: ({ staff }, limit, after) => sessions.list({ staffId: staff.id }, services.realNow(), limit, after),
      views: (rows, { staff }) => rows.map(sessionView(staff)),
    }),
    listRoute(services, {
      ...shared,
      key: 'GET /sessions/all',
      summary: 'The sessions of everybody of the store, the latest first',
      rows: ({ staff: { storeId } }, limit, after) => sessions.list({ storeId }, services.realNow(), limit, after),
      views: (rows, { staff }) => rows.map(sessionView(staff)),
    }),
  ];
}

/** Whose sessions somebody may end: their own, and a store manager those of everybody of the store. */
const endedBy = ({ id, roles, storeId }: SignedInStaff): SessionsOf => (roles.includes('store-manager') ? { storeId } : { staffId: id });

const endRoute = (services: Services): Route =>
  route({
    key: 'DELETE /sessions/{id}',
    summary: 'End a session: one’s own; a store manager that of anybody of the store. One that is not there is ended already',
    tag: 'sessions',
    status: 204,
    plain: true,
    async handle({ staff, params: { id } }) {
      await createOpenSessions(services.db).endOne(endedBy(staff), id);
      return { status: 204 };
    },
  });

const isOutcome = (x: string): x is SignInOutcome => SIGN_IN_OUTCOMES.includes(x as SignInOutcome);

function signInsRoute(services: Services): Route {
  const signIns = createSignIns(services.db);
  return listRoute(services, {
    key: 'GET /sign-ins',
    summary: 'Who signed in or tried to, the latest first; kept 180 days. What the limits turn away unheard is not here',
    tag: 'sessions',
    query: SignInQuery,
    answer: SignInPage,
    sortedBy: { at: Number, id: String },
    rows: ({ staff, query }, limit, after) => signIns.list(staff.storeId, query.failed === 'true', limit, after),
    async views(rows, { language }) {
      const names = await services.people.namesOf(rows.flatMap(({ staffId }) => staffId ?? []));
      return rows.flatMap(({ staffId, outcome, at, ...row }) =>
        isOutcome(outcome)
          ? {
              ...row,
              at: iso(at),
              outcome,
              title: listedName('signIns', outcome, language) ?? outcome,
              failed: FAILED_OUTCOMES.includes(outcome),
              staff: staffId === null ? null : { id: staffId, name: names.get(staffId) ?? staffId },
            }
          : [],
      );
    },
    beside: async ({ staff }) => ({ failedOfLate: await signIns.countFailed(staff.storeId, services.realNow() - DAY_MS) }),
  });
}
