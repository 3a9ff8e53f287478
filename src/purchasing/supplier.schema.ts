import { z } from 'zod';
import { Instant } from '../base/common.schema';

/** BAK-59. What a supplier's own service answers; whatever else it says is ignored. */
export const SupplierServiceAnswer = z.object({ available: z.boolean(), promisedAt: Instant.nullish() });
