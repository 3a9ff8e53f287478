import { z } from 'zod';
import { InstantOrNull, InstantOut, page, same } from '../base/common.schema';
import type { SupplierContactRow } from './sourcing.messages';

const SourcingLine = z
  .strictObject({
    id: z.string(),
    exception: z.string().meta({ description: 'The shortage: an exception of the order' }),
    item: z.string().nullable().meta({ description: 'The ingredient that is short: `ingredients` of the catalogue names it' }),
    supplier: z.strictObject({ id: z.string(), name: z.string() }),
    askedAt: InstantOut,
    answeredAt: InstantOrNull.meta({ description: 'Null while the question is open' }),
    result: z
      .enum(['asked', 'promised', 'refused', 'no-answer', 'withdrawn', 'failed'])
      .meta({ description: '`asked` while it is open; `failed`: the question did not reach them' }),
    promisedAt: InstantOrNull.meta({ description: 'By when it is promised, where it is' }),
  })
  .meta({ id: 'SourcingLine', description: 'A backup supplier asked about a shortage (BAK-59)' });
same<z.infer<typeof SourcingLine>['result'], SupplierContactRow['result']>(true);
export const SourcingPage = page(SourcingLine, 'SourcingPage');
