import { z } from 'zod';
import { InstantOut } from '../../base/common.schema';

/** Where a reader begins who has nothing yet. */
export const NOW = 'now';

const Change = z
  .strictObject({
    process: z.string(),
    order: z.string().nullable().meta({ description: 'The order that its process is about; null where it is about none' }),
    revision: z.int().meta({ description: 'What was read at this revision or a later one is as new as this' }),
    state: z.string(),
    kinds: z.array(z.string()).meta({ description: 'Kinds of the timeline’s new lines' }),
    tasks: z.array(z.string()).meta({ description: 'Tasks that were written' }),
    by: z.strictObject({ kind: z.string(), id: z.string().optional() }).nullable(),
    at: InstantOut,
  })
  .meta({ id: 'FeedChange', description: 'What one decision of a process changed; ids only' });
export type Change = z.infer<typeof Change>;

export const FeedPage = z
  .strictObject({
    items: z.array(Change),
    next: z.string().meta({ description: 'Ask after this the next time' }),
    reset: z.boolean().meta({ description: 'Where the reader left off is no longer kept: what it has must be read anew' }),
  })
  .meta({ id: 'FeedPage' });

export const FeedQuery = z.strictObject({
  after: z
    .string()
    .max(48)
    .optional()
    .meta({ description: 'Answers JSON: what came after this place, or `now` to begin. Without it the answer is a stream of events' }),
});
