import { z } from 'zod';
import { says } from '../../base/says';
import type { FaultCode } from '../../base/faults';
import { alternativeIds } from '../define.order-kind';
import { ORDER_STATES, STAGES } from '../order-state.rules';
import { Address, Id, InstantOrNull, InstantOut, Name, requiring, Sentence } from '../../base/common.schema';
import { SmsPhone } from '../../base/contact.schema';
import { ChangePatch, NewChange } from '../order-acts.schema';
import { ShopContact } from '../../process/links/shop-contact';
import { Lines } from '../order.schema';

/**
 * BAK-45. The customer confirms the delivery details, or corrects recipient and address. A correction needs what the customer knows beside
 * the link, for a link is passed on easily.
 */
export const DetailsConfirmation = z
  .strictObject({
    confirmed: z.boolean().meta({ description: 'False with a correction: what is confirmed is not corrected' }),
    phoneLastFour: z
      .string()
      .regex(/^\d{4}$/, says('not-four-digits'))
      .optional()
      .meta({ rule: 'BAK-45', description: 'The last four digits of the customer’s telephone; required for a correction' }),
    correction: z
      .strictObject({ recipient: z.strictObject({ name: Name, phone: SmsPhone }), address: Address })
      .partial()
      .refine((given) => Object.keys(given).length > 0, says('corrects-nothing'))
      .optional(),
  })
  .superRefine(({ confirmed, correction, phoneLastFour }, context) => {
    const fault = (field: string, code: FaultCode): void =>
      context.addIssue({ code: 'custom', path: [field], message: code, params: { rule: 'BAK-45' } });
    if (!confirmed && !correction) fault('correction', 'nothing-said-wrong');
    if (confirmed && correction) fault('correction', 'confirmed-and-corrected');
    if (correction && phoneLastFour === undefined) fault('phoneLastFour', 'required');
  })
  .meta({ id: 'DetailsConfirmation' });

/** BAK-25. */
export const DesignApproval = requiring(
  z.strictObject({
    outcome: z.enum(['approved', 'rejected']),
    comments: Sentence.optional(),
    draftPhotoId: Id.optional().meta({ description: 'The photo that was looked at. Left out: the newest of the draft' }),
  }),
  {
    when: { outcome: ['rejected'] },
    then: ['comments'],
    rule: 'BAK-25',
  },
).meta({ id: 'DesignApproval' });

/** BAK-60. Chapters bring their alternatives after this file is loaded. */
const Alternative = z.lazy(() => z.enum(alternativeIds()));

/** BAK-60. Null refuses every option. */
export const AlternativeChoice = z
  .strictObject({ exceptionId: z.string().min(1).max(128), option: Alternative.nullable() })
  .meta({ id: 'AlternativeChoice' });

/** BAK-82. 1.0–5.0 in steps of a half. */
export const Rating = z
  .strictObject({ score: z.number().min(1).max(5).multipleOf(0.5), comment: Sentence.optional() })
  .meta({ id: 'Rating' });

/** BAK-36. What a customer may change: prices are the shop's, so a line may leave its own out, and any other is refused. */
const LinkChangePatch = z
  .strictObject({
    ...ChangePatch.shape,
    lines: z
      .array(Lines.element.partial({ unitPriceFen: true }))
      .min(1)
      .max(50)
      .optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, says('changes-nothing'))
  .meta({ id: 'LinkChangePatch' });
export const LinkChange = z.strictObject({ patch: LinkChangePatch, reason: NewChange.shape.reason }).meta({ id: 'LinkChange' });

/** What an order's customer sees by link. No member of staff is named. */
export const CustomerView = z.strictObject({
  scope: z.literal('customer'),
  order: z.string(),
  state: z.enum(ORDER_STATES),
  ordered: z.array(z.strictObject({ product: z.string(), flavour: z.string().nullable(), size: z.string().nullable(), quantity: z.int() })),
  deliveryAt: InstantOut,
  deliveredAt: InstantOrNull,
  method: z.enum(['pickup', 'courier']),
  delivery: z
    .strictObject({
      address: z.string().nullable().meta({ description: 'The shop’s own for an order that is fetched' }),
      recipient: z.string().nullable(),
      phone: z.string().nullable().meta({ description: 'Masked: its last digits prove who corrects (BAK-45)' }),
    })
    .meta({ description: 'All null once the order is handed over or has ended' }),
  cancelledBecause: z.enum(['store', 'customer', 'neither']).nullable(),
  stages: z.array(z.strictObject({ stage: z.enum(STAGES), startedAt: InstantOrNull, doneAt: InstantOrNull })),
  changeWindowEndsAt: InstantOrNull.meta({ description: 'Null unless a change can be asked for now' }),
  changePending: z.boolean().meta({ description: 'A change that the customer asked for waits for the shop’s decision (BAK-37)' }),
  cancellation: z
    .enum(['possible', 'asked'])
    .nullable()
    .meta({ description: 'Whether a cancellation can be asked for, or has been and waits for its decision (BAK-40); null: too late' }),
  design: z
    .strictObject({ photo: Id })
    .nullable()
    .meta({ description: 'The design draft that is to be confirmed, or was (BAK-25): `GET /links/{token}/photos/{id}` shows it' }),
  papers: z.array(z.strictObject({ paper: z.string(), title: z.string() })).meta({
    description: 'What can be had as a PDF now (`GET /links/{token}/papers/{paper}`), as it is called in the customer’s language',
  }),
  totalFen: z.int(),
  receivedFen: z.int(),
  depositFen: z.int().meta({ description: 'The prepayment that accepts the order (BAK-31)' }),
  outstandingFen: z.int(),
  refund: z.strictObject({ owedFen: z.int(), paidFen: z.int() }),
  awaiting: z.array(z.enum(['design-approval', 'details-confirmation', 'alternative', 'rating'])),
  alternatives: z.array(z.strictObject({ exceptionId: z.string(), options: z.array(Alternative) })),
  contact: ShopContact,
  expiresAt: InstantOut,
});
/** BAK-40. A cancellation asked for by link: its cause is the customer's. */
export const LinkCancellation = z.strictObject({ reason: Sentence }).meta({ id: 'LinkCancellation' });
/** What an act by link would do, had it not only been tried. */
export const LinkCheck = z
  .strictObject({ says: z.array(z.string()).meta({ description: 'What would follow, in the customer’s language, a sentence each' }) })
  .meta({ id: 'LinkCheck' });
export const LinkChangeAccepted = z
  .strictObject({ id: z.string(), state: z.literal('pending'), preview: z.record(z.string(), z.unknown()), previewHash: z.string() })
  .meta({ id: 'LinkChangeAccepted' });
