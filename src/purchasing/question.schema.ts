import { z } from 'zod';
import { Instant, InstantOrNull, InstantOut, requiring } from '../base/common.schema';
import { ShopContact } from '../process/links/shop-contact';

/** BAK-59. */
export const SupplierReply = requiring(z.strictObject({ available: z.boolean(), promisedAt: Instant.optional() }), {
  when: { available: [true] },
  then: ['promisedAt'],
  rule: 'BAK-59',
}).meta({ id: 'SupplierReply' });

/** What a supplier sees of a question by its link. No member of staff is named. */
export const QuestionView = z.strictObject({
  scope: z.literal('supplier'),
  item: z.string().nullable(),
  neededBy: InstantOrNull,
  answered: z.boolean(),
  contact: ShopContact,
  expiresAt: InstantOut,
});
