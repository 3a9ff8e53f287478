import { Refusal } from '../../base/refusals';
import type { Route } from '../../platform/http/route';
import { hashOf, temporaryPassword } from '../../platform/people/passwords';
import { setPassword } from '../../platform/people/password.repository';
import { keepSignIn } from '../../platform/people/sign-in.repository';
import { route } from '../permissions';
import type { Services } from '../services';
import { GivenPassword } from './profile.schema';

/** A store manager gives somebody a password: to whoever is new, and to whoever has forgotten theirs. */
export const givenPasswordRoutes = (services: Services): Route[] => [
  route({
    key: 'POST /staff/{id}/password',
    summary: 'Give somebody a temporary password, told this once; they are signed out, and choose another when they sign in with it',
    tag: 'sessions',
    status: 201,
    answer: GivenPassword,
    refusals: ['no-such-staff'],
    plain: true, // a first answer that was kept would hold the password
    async handle({ staff, params: { id }, from }) {
      const person = await services.people.find(staff.storeId, id);
      if (!person) throw new Refusal('no-such-staff', { code: 'no-staff-here' });
      const password = temporaryPassword();
      const passwordHash = await hashOf(password);
      await services.db.$transaction(async (tx) => {
        await setPassword(tx, id, { passwordHash, isTemporary: true });
        await keepSignIn(tx, { by: person, outcome: 'password-given', at: services.realNow(), ...from });
      });
      return { status: 201, body: { password } };
    },
  }),
];
