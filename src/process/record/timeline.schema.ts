import { z } from 'zod';
import { InstantOut, page, PageQuery, repeated } from '../../base/common.schema';
import { eventKinds } from '../../platform/words/register';
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

export const TimelineQuery = z.strictObject({
  ...PageQuery,
  order: z.enum(['asc', 'desc']).default('asc').meta({ description: 'The oldest line first, or with `desc` the latest' }),
  /** Chapters bring their events after this file is loaded. */
  kind: repeated(z.lazy(() => z.enum(eventKinds())))
    .optional()
    .meta({ description: 'Only lines of this kind; repeated: of one of these' }),
});

const ChainView = z
  .strictObject({
    process: z.string().meta({ description: 'Whose chain it is: the order’s, or that of what went on beside it' }),
    holds: z.boolean(),
    lines: z.int().nullable().meta({ description: 'How many lines it has; null where it does not hold' }),
    brokenAt: z.int().nullable().meta({ description: 'The first place (`seq`) that does not hold; null where it holds' }),
  })
  .meta({ id: 'TimelineChain' });
export const TimelineVerification = z
  .strictObject({
    holds: z.boolean().meta({ description: 'Whether every chain does' }),
    chains: z.array(ChainView),
  })
  .meta({ id: 'TimelineVerification' });
