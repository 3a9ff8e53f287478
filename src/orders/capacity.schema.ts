import { z } from 'zod';
import { Day, same } from '../base/common.schema';
import type { Room } from './capacity.rules';

const Minutes = z.int();
const Work = z.string().meta({ description: 'A kind of work, as the catalogue’s list `work` has it', examples: ['decoration'] });
const StoreDay = z.string().meta({ description: 'A date of the store', examples: ['2026-12-05'] });

/** BAK-29. The room on one day for what an order takes of one kind of work. */
export const RoomView = z
  .strictObject({
    work: Work,
    day: StoreDay,
    minutes: Minutes.meta({ description: 'What the order takes, in minutes of one person’s work' }),
    limitMinutes: Minutes.nullable().meta({ description: 'What can be done that day; null: without limit' }),
    takenMinutes: Minutes.meta({ description: 'What other orders take of it' }),
    fits: z.boolean().meta({ description: 'Whether there is room for the order' }),
    oversize: z.boolean().meta({ description: 'It is more than any day of the week could take: the feasibility review spreads it' }),
  })
  .meta({ id: 'Room' });
same<z.output<typeof RoomView>, { -readonly [F in keyof Room]: Room[F] }>(true);
