import { z } from 'zod';
import { Address, distinct, filledBy, Name } from '../../base/common.schema';
import { says } from '../../base/says';
import { oneLine } from '../../base/text.schema';

/** ISO numbers of the weekdays, Monday first, as they are chosen in a form. */
export const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

const TimeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, says('not-a-time-of-day'))
  .meta({ description: 'A time of the store’s day', examples: ['08:00'] });
/** Also one of a landline: people call it, no message goes there. */
export const Telephone = oneLine(40).regex(/^\+?\d[\d\s()-]{4,}$/, says('not-a-telephone'));

/** Windows of one day follow each other, and each has a length. */
const Windows = z
  .array(z.strictObject({ from: TimeOfDay, to: TimeOfDay }))
  .min(1)
  .max(4)
  .superRefine((windows, context) => {
    windows.forEach(({ from, to }, n) => {
      if (to <= from) context.addIssue({ code: 'custom', path: [n, 'to'], message: says('ends-before-it-begins') });
      else if (from < (windows[n - 1]?.to ?? ''))
        context.addIssue({ code: 'custom', path: [n, 'from'], message: says('overlaps-the-one-before') });
    });
  });

/** What a store says of itself: in letters, on cards and pages, and what its working time is counted by. */
export const StoreValues = z
  .strictObject({
    name: Name,
    address: Address,
    phone: Telephone.meta({ rule: 'BAK-63', description: 'Where customers call and complain' }),
    emergencyContact: Name.meta({ rule: 'BAK-34', description: 'Whom customers reach in an emergency' }),
    windows: Windows.meta({ description: 'Opening hours of a day, earliest first; the end is not part of them' }),
    weekdays: distinct(z.array(z.enum(WEEKDAYS)).min(1)).meta({
      description: 'Weekdays with work before holidays and closures, ISO numbers',
      ui: filledBy('checklist'),
    }),
  })
  .meta({ id: 'StoreValues' });
