import { z } from 'zod';
import { InstantOut, page } from '../../base/common.schema';
import { partyKinds } from '../parties.rules';

/** Who acted, as answers say it. */
export const ActorView = z.strictObject({
  kind: z.lazy(() => z.enum(['staff', ...partyKinds(), 'system'])),
  id: z.string().optional(),
  name: z.string().optional(),
  via: z.string(),
});
/** One line of a timeline. */
export const TimelineItem = z
  .strictObject({
    process: z.string().meta({ description: 'Whose chain it stands in: the order, or what went on beside it' }),
    seq: z.int().meta({ description: 'Its place in that chain' }),
    at: InstantOut,
    kind: z.string(),
    actor: ActorView,
    summary: z.string(),
    ruleId: z.string().optional(),
    data: z.record(z.string(), z.unknown()),
    text: z.record(z.string(), z.unknown()).optional(),
    hash: z.string(),
  })
  .meta({ id: 'TimelineItem' });
export const TimelinePage = page(TimelineItem, 'TimelinePage');
