import { z } from 'zod';
import { Day, InstantOut, page, same, Sentence } from '../base/common.schema';
import { MOST } from '../base/read';
import type { Room } from './capacity.rules';
import { workNames } from './define.order-kind';

/** What is counted: minutes of one person's work at a bench, so that two bakers for eight hours are 960. */
const Minutes = z.int().min(0).max(MOST);
/** Chapters bring their kinds of work after this file is loaded. */
const Work = z.lazy(() => z.enum(workNames())).meta({ rule: 'BAK-29' });
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

const reason = Sentence.optional().meta({ description: 'Why; kept with the edit' });

/** PUT /capacity. */
export const WeeklyCapacity = z
  .strictObject({
    work: Work,
    minutes: z
      .array(Minutes)
      .length(7)
      .nullable()
      .meta({ description: 'Minutes of one person’s work on each weekday, Monday first; null: without limit' }),
    reason,
  })
  .meta({ id: 'WeeklyCapacity' });

/** PUT /capacity/days/{date}. */
export const DayCapacity = z
  .strictObject({
    work: Work,
    minutes: Minutes.nullable().meta({ description: 'Minutes of one person’s work on that day; null: as its weekday' }),
    reason,
  })
  .meta({ id: 'DayCapacity' });

const Said = z.union([z.array(z.int()), z.int(), z.null()]);
/** BAK-29. An edit on record. */
export const CapacityEditView = z
  .strictObject({
    id: z.string(),
    work: z.string(),
    day: StoreDay.nullable().meta({ description: 'The day it is about; null: the weekdays' }),
    before: Said.meta({ description: 'Minutes of the seven weekdays, Monday first, or of the day; null: no limit of its own' }),
    after: Said,
    reason: z.string().nullable(),
    by: z.strictObject({ id: z.string(), name: z.string() }),
    at: InstantOut,
  })
  .meta({ id: 'CapacityEdit' });
export const CapacityEditPage = page(CapacityEditView, 'CapacityEditPage');
