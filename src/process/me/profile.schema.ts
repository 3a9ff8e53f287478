import { z } from 'zod';
import { PersonValues } from '../settings/people.schema';
import { SettingView } from '../settings/settings.schema';

/** PUT /profile: what everybody changes of themselves. */
export const ProfileValues = PersonValues.pick({ phone: true, language: true }).meta({ id: 'ProfileValues' });

/** GET /profile. */
export const ProfileView = z
  .strictObject({
    login: z.string(),
    email: z.string(),
    values: ProfileValues,
    form: SettingView.shape.form,
  })
  .meta({ id: 'Profile' });

/** POST /staff/{id}/password. */
export const GivenPassword = z
  .strictObject({ password: z.string().meta({ description: 'Told this once; whoever signs in with it chooses another first' }) })
  .meta({ id: 'GivenPassword' });
