import { z } from 'zod';
import { DEPARTMENTS } from '../../base/departments';
import { ROLES } from '../../base/roles';
import { InstantOut, page } from '../../base/common.schema';

export const SignIn = z.strictObject({ login: z.string().min(1).max(120), password: z.string().min(1).max(256) }).meta({ id: 'SignIn' });

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
