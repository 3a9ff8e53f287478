import { z } from 'zod';
import { ROLES } from '../base/roles';
import { RoomView } from './capacity.schema';
import { Cancellation } from './order-acts.schema';
import { LineView, MomentView, MoneyView, ORDER_KINDS } from './order.schema';

/** What `?check=1` answers: what an act would do, had it not only been tried (ADR 20). */

/** POST /orders?check=1. */
export const OrderCheck = z
  .strictObject({
    kind: z.enum(ORDER_KINDS),
    lines: z.array(LineView).meta({ description: 'As they would be kept' }),
    money: MoneyView.meta({ description: 'The total, and the prepayment that accepts the order (BAK-31); nothing is paid yet' }),
    moments: z
      .array(
        MomentView.extend({
          supposed: z.boolean().meta({
            description: 'Counted as though the prepayment came in now, which is the earliest it can; it moves on with the prepayment',
          }),
        }),
      )
      .meta({
        description: 'What would follow, earliest first. What hangs on the start of making is for the feasibility review to say (BAK-29)',
      }),
    room: z.array(RoomView).meta({ description: 'BAK-29: the room on the days on which its work is supposed to be done' }),
  })
  .meta({ id: 'OrderCheck' });
export type OrderCheck = z.output<typeof OrderCheck>;

/** POST /orders/{number}/changes?check=1. */
export const ChangeCheck = z
  .strictObject({
    order: z.string(),
    preview: z
      .record(z.string(), z.unknown())
      .meta({ description: 'The preview that the change would have: price, prepayment, moments that move' }),
    previewHash: z.string().meta({ description: 'What names this preview, while the order stands as it does' }),
  })
  .meta({ id: 'ChangeCheck' });
export type ChangeCheck = z.output<typeof ChangeCheck>;

/** POST /orders/{number}/cancellation?check=1. */
export const CancellationCheck = z
  .strictObject({
    order: z.string(),
    cause: Cancellation.shape.cause,
    refund: z
      .strictObject({
        refundFen: z.int().meta({ description: 'What the customer would get back, in fen' }),
        rule: z.string().meta({ description: 'By which it is reckoned', examples: ['BAK-40'] }),
        lines: z
          .array(
            z.strictObject({
              key: z.string(),
              amountFen: z.int().meta({ description: 'What it adds or, negative, takes away; of the last line the refund itself' }),
              text: z.string().meta({ description: "In the caller's language" }),
            }),
          )
          .meta({ description: 'The calculation: all lines but the last add up to the last' }),
      })
      .meta({ description: 'By what has been paid and spent so far' }),
    confirmedBy: z
      .enum(ROLES)
      .nullable()
      .meta({ description: 'Whose decision it would still need (BAK-39, BAK-40); null: the caller’s own word decides' }),
  })
  .meta({ id: 'CancellationCheck' });
export type CancellationCheck = z.output<typeof CancellationCheck>;
