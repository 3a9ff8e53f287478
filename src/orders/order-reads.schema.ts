import { z } from 'zod';
import { InstantOut, page } from '../base/common.schema';
import { partyKinds } from '../process/parties.rules';
import { ActorView } from '../process/record/timeline.schema';
import { PersonView, PhotoView } from './order-acts.schema';
import { DeliveryView, LineView } from './order.schema';

/** What is read of an order beside itself, list by list. */

const PhotoLine = z
  .strictObject({
    ...PhotoView.shape,
    ruleId: z.string().nullable().meta({ description: 'The rule that demands such a photo as a proof; null where none does' }),
    takenBy: PersonView,
    task: z.strictObject({ id: z.string(), kind: z.string() }).nullable().meta({
      description: 'Whose answer names it, or which asks because of it; null for others, as for key steps, which count by the day',
    }),
  })
  .meta({ id: 'PhotoLine', description: 'A photo of an order; `GET /photos/{id}` shows it' });
export const PhotoPage = page(PhotoLine, 'PhotoPage');

export const PaymentLine = z
  .strictObject({
    id: z.string(),
    direction: z.enum(['in', 'refund']).meta({ description: 'From the customer, or back to them' }),
    amountFen: z.int().meta({ description: 'Fen, never negative' }),
    method: z.string().meta({ description: '`paymentMethods` of the catalogue names it' }),
    receivedAt: InstantOut.meta({ description: 'When the money changed hands, as it was said' }),
    by: ActorView.meta({ description: 'Who recorded it' }),
    reference: z.string().nullable().meta({ description: 'What was noted of it, as the number of a receipt' }),
  })
  .meta({ id: 'PaymentLine', description: 'Money in or back (BAK-31, BAK-32, BAK-39, BAK-77)' });
export const PaymentPage = page(PaymentLine, 'PaymentPage');

export const CostLine = z
  .strictObject({
    id: z.string(),
    cost: z
      .enum(['ingredients', 'labour', 'packaging', 'delivery', 'waste'])
      .meta({ description: 'Waste is a part of the ingredients issued and is not deducted (BAK-92)' }),
    amountFen: z.int().meta({ description: 'Fen' }),
    at: InstantOut.meta({ description: 'When it was entered' }),
    by: ActorView.meta({ description: 'Who entered it' }),
  })
  .meta({ id: 'CostLine', description: 'An entry of the cost ledger (BAK-41)' });
export const CostPage = page(CostLine, 'CostPage');

export const VersionLine = z
  .strictObject({
    version: z.int().meta({ description: 'From 1, what was taken in; each approved change makes the next' }),
    at: InstantOut.meta({ description: 'Since when it is what is agreed' }),
    deliveryAt: InstantOut,
    totalFen: z.int().meta({ description: 'Fen' }),
    lines: z.array(LineView),
    delivery: DeliveryView.meta({ description: 'Telephones are masked: `GET /orders/{number}` has the present one whole' }),
  })
  .meta({ id: 'OrderVersion', description: 'What was agreed at one time (BAK-07, BAK-38)' });
export const VersionPage = page(VersionLine, 'OrderVersionPage');

export const RatingLine = z
  .strictObject({
    score: z.number().meta({ description: '1.0 to 5.0 in steps of a half' }),
    source: z
      .lazy(() => z.enum(['staff', ...partyKinds(), 'system', 'follow-up-visit']))
      .meta({ description: 'Who gave it: the customer by link, or what was said at the follow-up visit (AFT-88)' }),
    at: InstantOut,
    comment: z.string().nullable().meta({ description: 'In the customer’s words' }),
  })
  .meta({ id: 'RatingLine', description: 'What the customer thinks of the order (BAK-82)' });
export const RatingPage = page(RatingLine, 'RatingPage');
