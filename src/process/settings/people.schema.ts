import { z } from 'zod';
import { distinct, filledBy, Id, Name } from '../../base/common.schema';
import { MailAddress } from '../../base/contact.schema';
import { DEPARTMENTS } from '../../base/departments';
import { ROLES } from '../../base/roles';
import { says } from '../../base/says';
import { oneLine } from '../../base/text.schema';
import { LANGUAGES } from '../outbox/facts';
import { Telephone } from './store.schema';

const Login = oneLine(60).regex(/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/, says('not-a-login'));
const Departments = distinct(z.array(z.enum(DEPARTMENTS))).default([]);

/** A member of staff, as the store says who works there (BAK-04, BAK-05). */
export const PersonValues = z
  .strictObject({
    name: Name,
    login: Login.meta({ description: 'By which they sign in; of all stores nobody else has it, and it stays as it is' }),
    roles: distinct(z.array(z.enum(ROLES)))
      .default([])
      .meta({ rule: 'BAK-04', ui: filledBy('checklist') }),
    departments: Departments.meta({ description: 'Where they work', ui: filledBy('checklist') }),
    headOf: Departments.meta({ description: 'The departments they lead', ui: filledBy('checklist') }),
    email: MailAddress.meta({ description: 'Where their letters go' }),
    phone: Telephone.optional(),
    language: z.enum(LANGUAGES).meta({ description: 'In which letters speak to them, and the console where a browser asks for none' }),
    deputyId: Id.optional().meta({ description: 'Who stands in for them while they are away', ui: filledBy('person') }),
    active: z.boolean().meta({ description: 'False: they have left, and are signed out at once' }),
  })
  .meta({ id: 'PersonValues' });
export type PersonValues = z.output<typeof PersonValues>;
