import { z } from 'zod';
import { Id, Instant, PageQuery, repeated, Word, yesOrNo } from '../base/common.schema';
import { oneLine } from '../base/text.schema';
import { MOST_COUNTED, ORDER_SORTS } from './order-list.rules';
import { ORDER_STATES, OVERLAYS, STAGES } from './order-state.rules';
import { ORDER_KINDS, OrderSummary } from './order.schema';

/** An order as a list has it: telephones masked, and without lines, delivery and stages where only rows were asked for. */
export const ListedOrder = OrderSummary.partial({ lines: true, delivery: true, stages: true }).meta({
  id: 'OrderSummary',
  description: 'Telephones are masked: `GET /orders/{number}` has them whole',
});
export type ListedOrder = z.infer<typeof ListedOrder>;
const OrderCount = z.strictObject({ total: z.int(), more: z.boolean() }).meta({
  id: 'OrderCount',
  description: `Of everything that the filters mean, up to ${MOST_COUNTED}; \`more\` says that there are more than these`,
});
export const OrderPage = z
  .strictObject({ items: z.array(ListedOrder), next: z.string().nullable(), count: OrderCount.optional() })
  .meta({ id: 'OrderPage' });

const InstantQuery = Instant.optional();
/** GET /orders. */
export const OrderQuery = z.strictObject({
  ...PageQuery,
  open: yesOrNo.meta({
    description:
      'Only those whose life has not ended, or only those whose has. Left out, the open ones, unless state, q or a delivery asks for others',
  }),
  state: repeated(z.enum(ORDER_STATES)).optional().meta({ description: 'Only those in this state; repeated: in one of these' }),
  overlay: z.enum(OVERLAYS).optional().meta({ description: 'Only those on whose state this is set' }),
  kind: z.enum(ORDER_KINDS).optional().meta({ description: 'Only those of this kind' }),
  stage: z.enum(STAGES).optional().meta({ description: 'Only open ones of which this stage is under way' }),
  overdue: yesOrNo.meta({ description: 'Only those that were promised by now and are not delivered, or only the others' }),
  assignee: Id.optional().meta({
    description: 'Only open ones of which this person has an open step or a stage that is to be done; `me` for the caller',
  }),
  takenBy: Id.optional().meta({ description: 'Only those that this person took; `me` for the caller' }),
  owed: yesOrNo.meta({ description: 'Only open ones of which the customer still owes something, or only those of which nothing is owed' }),
  product: Word.optional().meta({ description: 'Only those with a line of this product' }),
  deliveryFrom: InstantQuery.meta({ description: 'Only those promised then or later; ISO 8601 with an offset' }),
  deliveryTo: InstantQuery.meta({ description: 'Only those promised then or earlier; ISO 8601 with an offset' }),
  q: oneLine(100)
    .optional()
    .meta({ description: 'In the number or the customer’s name; or the customer’s telephone, whole or its last four digits' }),
  sort: z.enum(ORDER_SORTS).optional().meta({
    description:
      'By which instant, with `-` the latest first. Left out, by the promised delivery: of open orders the next one first, of others the last one',
  }),
  rows: yesOrNo.meta({ description: 'Without lines, delivery and stages' }),
  count: yesOrNo.meta({ description: 'Also counts them' }),
});
export type OrderQuery = z.output<typeof OrderQuery>;
