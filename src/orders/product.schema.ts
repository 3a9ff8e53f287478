import { z } from 'zod';
import { Word } from '../base/common.schema';

/** What a store says of one of its products, over what the program says of it. */
export const ProductValues = z
  .strictObject({
    product: Word.meta({ rule: 'BAK-19', description: 'A product, as the catalogue’s list has it' }),
    onSale: z.boolean().meta({ rule: 'BAK-19', description: 'False: no new order is taken for it' }),
  })
  .meta({ id: 'ProductValues' });
