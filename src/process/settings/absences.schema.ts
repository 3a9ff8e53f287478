import { z } from 'zod';
import { filledBy, Id, Instant } from '../../base/common.schema';
import { says } from '../../base/says';

/** A time for which somebody is away. */
export const AbsenceValues = z
  .strictObject({
    staffId: Id.meta({ description: 'Who is away: the caller, or anybody where a store manager enters it', ui: filledBy('person') }),
    from: Instant,
    until: Instant.optional().meta({ description: 'When they are back; left out, they are away until further notice' }),
  })
  .superRefine(({ from, until }, context) => {
    if (until !== undefined && until <= from) context.addIssue({ code: 'custom', path: ['until'], message: says('ends-before-it-begins') });
  })
  .meta({ id: 'AbsenceValues' });
export type AbsenceValues = z.output<typeof AbsenceValues>;
