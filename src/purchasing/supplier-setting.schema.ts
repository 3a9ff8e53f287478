import { z } from 'zod';
import { distinct, filledBy, Name, requiring, Word } from '../base/common.schema';
import { MailAddress } from '../base/contact.schema';
import { says } from '../base/says';
import { ASKED_BY } from './sourcing.messages';

/** Ranks, and how long somebody is waited for, stay within what a person can mean. */
const LAST_RANK = 99;
const SHORTEST_MINUTES = 5;
const LONGEST_MINUTES = 1440;

/** Whether a service can be called there: by http or https, and without a password in the address. */
function isServiceAddress(written: string): boolean {
  if (!URL.canParse(written)) return false;
  const { protocol, username, password } = new URL(written);
  return ['http:', 'https:'].includes(protocol) && username + password === '';
}

/** BAK-59. A backup supplier, as whoever looks after the list says it. */
export const SupplierValues = requiring(
  z
    .strictObject({
      name: Name,
      channel: z.enum(ASKED_BY).meta({ rule: 'BAK-59', description: 'By a letter with a link, or at the supplier’s own service' }),
      email: MailAddress.optional(),
      url: z
        .string()
        .max(500)
        .refine(isServiceAddress, says('not-a-service-address'))
        .optional()
        .meta({
          description: 'Where its service is asked: POST asks, DELETE takes the question back',
          examples: ['https://supplier.example/availability'],
        }),
      items: distinct(z.array(Word).min(1)).meta({
        rule: 'BAK-59',
        description: 'Ids of ingredients, as the catalogue’s list has them',
        ui: filledBy('checklist'),
      }),
      rank: z.int().min(1).max(LAST_RANK).meta({ rule: 'BAK-59', description: 'Asked in this order, 1 first; of equal rank, by name' }),
      limitMinutes: z
        .int()
        .min(SHORTEST_MINUTES)
        .max(LONGEST_MINUTES)
        .meta({ rule: 'BAK-59', description: 'Minutes for which an answer is waited for before the next supplier is asked' }),
      active: z.boolean().meta({ description: 'False: not asked any more' }),
    })
    .meta({ id: 'SupplierValues' }),
  { when: { channel: ['email'] }, then: ['email'], rule: 'BAK-59' },
  { when: { channel: ['http'] }, then: ['url'], rule: 'BAK-59' },
);
