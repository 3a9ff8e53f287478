import { z } from 'zod';
import { Day, Name } from '../../base/common.schema';

/** A day on which a store departs from its weekdays and from the public calendar. */
export const ClosureValues = z
  .strictObject({
    day: Day.meta({ description: 'A date of the store, today or later' }),
    open: z.boolean().meta({ description: 'True: open on a day that would be free; false: closed' }),
    reason: Name.meta({ description: 'Why, for staff' }),
  })
  .meta({ id: 'ClosureValues' });
