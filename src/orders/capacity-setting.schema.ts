import { z } from 'zod';
import { Day, Name, Word } from '../base/common.schema';
import { MOST } from '../base/read';
import { WEEKDAYS } from './capacity.rules';

/** What is counted: minutes of one person's work at a bench, so that two bakers for eight hours are 960. */
const Minutes = z.int().min(0).max(MOST);
const Work = Word.meta({ rule: 'BAK-29', description: 'A kind of work, as the catalogue’s list `work` has it', examples: ['making'] });
const EachWeekday = Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, Minutes])) as Record<(typeof WEEKDAYS)[number], typeof Minutes>;

/** BAK-29. How much of one kind of work a store can do in a week, in minutes of one person's work. */
export const WeeklyCapacity = z
  .strictObject({
    work: Work,
    minutes: z
      .strictObject(EachWeekday)
      .optional()
      .meta({ rule: 'BAK-29', description: 'Minutes of one person’s work on each weekday; left out: without limit' }),
  })
  .meta({ id: 'WeeklyCapacity' });

/** BAK-29. How much of one kind of work a store can do on a day that departs from its weekday and from the calendar. */
export const DayCapacity = z
  .strictObject({
    day: Day.meta({ rule: 'BAK-29', description: 'A date of the store, today or later' }),
    work: Work,
    minutes: Minutes.meta({ rule: 'BAK-29', description: 'Minutes of one person’s work on that day; 0: none' }),
    reason: Name.optional().meta({ description: 'Why, for staff' }),
  })
  .meta({ id: 'DayCapacity' });
