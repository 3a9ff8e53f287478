import { z } from 'zod';
import { DEPARTMENTS } from '../../base/departments';
import { ROLES } from '../../base/roles';
import { InstantOut, page, PageQuery, yesOrNo } from '../../base/common.schema';
import { NewPassword } from './passwords';
import { SIGN_IN_OUTCOMES } from './sign-in.outcomes';

export const SignIn = z
  .strictObject({
    login: z.string().min(1).max(120),
    password: z.string().min(1).max(256),
    newPassword: NewPassword.optional().meta({ description: 'In place of a temporary password; not looked at beside one’s own' }),
  })
  .meta({ id: 'SignIn' });

const RealInstant = z.iso.datetime().meta({ description: 'UTC instant of real time' });

/** A session that has not ended. */
const SessionView = z
  .strictObject({
    id: z.string(),
    staff: z.strictObject({ id: z.string(), name: z.string() }),
    device: z.string().nullable().meta({ description: 'Families of browser and system, `Firefox, Linux`; null where they are not known' }),
    begunAt: RealInstant,
    lastUsedAt: RealInstant.meta({ description: 'Exact to a minute' }),
    current: z.boolean().meta({ description: 'It is the one that asks' }),
  })
  .meta({ id: 'Session' });
export const SessionPage = page(SessionView, 'SessionPage');

/** PUT /sessions/password. */
export const PasswordChange = z
  .strictObject({ password: z.string().min(1).max(256), newPassword: NewPassword })
  .meta({ id: 'PasswordChange' });

/** GET /sign-ins. */
export const SignInQuery = z.strictObject({
  ...PageQuery,
  failed: yesOrNo.meta({ description: 'Those alone that may be somebody’s guess' }),
});
const SignInView = z
  .strictObject({
    id: z.string(),
    at: RealInstant,
    outcome: z.enum(SIGN_IN_OUTCOMES),
    title: z.string().meta({ description: 'The outcome in the caller’s language' }),
    failed: z.boolean(),
    staff: z
      .strictObject({ id: z.string(), name: z.string() })
      .nullable()
      .meta({ description: 'Null: nobody has the login that was tried' }),
    device: z.string().nullable(),
    network: z.string().nullable().meta({ description: 'The network it came from, /24 or /48' }),
  })
  .meta({ id: 'SignInTry' });
export const SignInPage = page(SignInView, 'SignInPage')
  .extend({
    failedOfLate: z.int().meta({ description: 'How many failed in the last 24 real hours' }),
  })
  .meta({ id: 'SignInPage' });

export const StaffView = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    roles: z.array(z.enum(ROLES)),
    departments: z.array(z.enum(DEPARTMENTS)).meta({ description: 'Where they work' }),
    headOf: z.array(z.enum(DEPARTMENTS)).meta({ description: 'The departments they lead' }),
    storeId: z.string(),
  })
  .meta({ id: 'Staff', description: 'A member of staff (BAK-04)' });
export type StaffView = z.infer<typeof StaffView>;
export const StaffPage = page(StaffView, 'StaffPage');

export const SignedIn = z.strictObject({ token: z.string(), expiresAt: InstantOut, staff: StaffView }).meta({ id: 'SignedIn' });
export const CurrentSession = z.strictObject({ staff: StaffView, csrf: z.string(), expiresAt: InstantOut }).meta({ id: 'CurrentSession' });

export const ClockView = z
  .strictObject({ now: InstantOut, rate: z.number(), zone: z.string() })
  .meta({ id: 'Clock', description: 'Shop time' });
