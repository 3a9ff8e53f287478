import { z } from 'zod';
import { Day, same } from '../base/common.schema';
import type { Room } from './capacity.rules';

const StoreDay = z.string().meta({ description: 'A date of the store', examples: ['2026-12-05'] });

/** BAK-29. The room on one day for what an order takes of one kind of work. */
export const RoomView = z
  .strictObject({
    work: z.string().meta({ description: 'A kind of work, as the catalogue’s list `work` has it', examples: ['decoration'] }),
    day: StoreDay,
    minutes: z.int().meta({ description: 'What the order takes, in minutes of one person’s work' }),
    limitMinutes: z.int().nullable().meta({ description: 'What can be done that day; null: without limit' }),
    takenMinutes: z.int().meta({ description: 'What other orders take of it' }),
    fits: z.boolean().meta({ description: 'Whether there is room for the order' }),
    oversize: z.boolean().meta({ description: 'It is more than any day of the week could take: the feasibility review spreads it' }),
  })
  .meta({ id: 'Room' });
same<z.output<typeof RoomView>, { -readonly [F in keyof Room]: Room[F] }>(true);

/** How many days one look at the capacity shows at most: two months. */
export const MOST_DAYS = 62;

/** GET /capacity. */
export const CapacityQuery = z.strictObject({
  from: Day.optional().meta({ description: 'The first store date; today when it is left out' }),
  to: Day.optional().meta({
    description: `The last store date, at most ${MOST_DAYS} days in all; six days after the first when it is left out`,
  }),
});

const WorkDay = z.strictObject({
  work: z.string(),
  limitMinutes: z.int().nullable().meta({ description: 'What can be done that day; null: without limit' }),
  takenMinutes: z.int().meta({ description: 'What orders take of it' }),
  freeMinutes: z.int().nullable().meta({ description: 'What is left, 0 when more is taken than can be done; null: without limit' }),
  departs: z.boolean().meta({ description: 'The day has a limit of its own, beside its weekday’s' }),
  orders: z.array(z.string()).meta({ description: 'The numbers of the orders that take it' }),
});
/** BAK-29. What a store can do on some days, and what of it is taken. */
export const CapacityView = z
  .strictObject({
    days: z
      .array(
        z.strictObject({
          day: StoreDay,
          closed: z.boolean().meta({ description: 'The store is closed that day: nothing is done, unless the day says otherwise' }),
          work: z.array(WorkDay).meta({ description: 'Every kind of work' }),
        }),
      )
      .meta({ description: 'Earliest first' }),
    weekly: z
      .array(z.strictObject({ work: z.string(), minutes: z.array(z.int()).nullable() }))
      .meta({ description: 'What can be done on the weekdays, Monday first; null: without limit' }),
  })
  .meta({ id: 'Capacity' });
export type CapacityView = z.output<typeof CapacityView>;
