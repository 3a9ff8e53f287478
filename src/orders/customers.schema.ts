import { z } from 'zod';
import { telephoneSoughtBy } from '../base/contact.schema';
import { InstantOut, page, PageQuery } from '../base/common.schema';
import { says } from '../base/says';
import { ORDER_STATES } from './order-state.rules';

/** Somebody who has ordered at the caller's store, as whoever takes their next order needs them. */
export const CustomerView = z
  .strictObject({
    id: z.string().meta({ description: 'The same for one telephone at one store, and says nothing of it' }),
    name: z.string().meta({ description: 'As it stands on their last order' }),
    phone: z.string().meta({ description: 'Masked, unless the whole number was asked for' }),
    orders: z.int().meta({ description: 'How many orders they placed, whatever became of them' }),
    lastOrders: z
      .array(
        z.strictObject({
          number: z.string(),
          title: z.string().meta({ description: "What was ordered, in one line of the caller's language" }),
          deliveryAt: InstantOut.meta({ description: 'When it was promised' }),
          state: z.enum(ORDER_STATES),
        }),
      )
      .meta({ description: 'Three at most, the latest first' }),
    requirements: z.array(z.string()).meta({ description: 'What the lines of their last order asked for (BAK-21); empty when nothing' }),
    allergens: z.array(z.string()).meta({ description: 'What the lines of their last order declared (BAK-21)' }),
    wishes: z.array(z.string()).meta({ description: 'What was noted on the lines of their last order' }),
  })
  .meta({ id: 'Customer' });
export type CustomerView = z.infer<typeof CustomerView>;
export const CustomerPage = page(CustomerView, 'CustomerPage');

/** GET /customers. */
export const CustomerQuery = z.strictObject({
  ...PageQuery,
  phone: z
    .string()
    .max(60)
    .overwrite((written) => telephoneSoughtBy(written) ?? written)
    .refine((sought) => telephoneSoughtBy(sought) !== null, says('not-a-phone-to-find'))
    .meta({ description: 'The customer’s telephone, whole or its last four digits', examples: ['13800138000', '8000'] }),
});
