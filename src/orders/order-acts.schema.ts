import { z } from 'zod';
import { PAYMENT_METHODS } from '../base/money';
import { says } from '../base/says';
import { ORDER_STATES } from './order-state.rules';
import { ORDER_PROOFS, photoSteps } from './photos.rules';
import { EXCEPTION_TYPES, type ExceptionType } from './exceptions.messages';
import { type CancelCause, type RecordCost } from './order.messages';
import {
  DecidedRefund,
  filledBy,
  FreeText,
  Id,
  Instant,
  InstantOrNull,
  InstantOut,
  page,
  photoOf,
  PositiveFen,
  requiring,
  same,
  Sentence,
  Word,
} from '../base/common.schema';
import { Delivery, DeliveryHour, Lines, MoneyView, OccasionOf, UrgencyOf } from './order.schema';
import { partyKinds } from '../process/parties.rules';
import { ActorView } from '../process/record/timeline.schema';

/** What people do to an order after it was taken, and what those calls answer. */

export const NewPayment = z
  .strictObject({
    amountFen: PositiveFen,
    method: z.enum(PAYMENT_METHODS),
    reference: FreeText.optional(),
    receivedAt: Instant.optional(),
  })
  .meta({ id: 'NewPayment' });

/** The parts of an order a change request may touch (BAK-36); whole values replace whole values. */
export const ChangePatch = z
  .strictObject({ lines: Lines, occasion: OccasionOf, urgency: UrgencyOf, deliveryAt: DeliveryHour, delivery: Delivery })
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, says('changes-nothing'))
  .meta({ id: 'ChangePatch', ui: filledBy('parts') });
export type ChangePatch = z.output<typeof ChangePatch>;
export const NewChange = z
  .strictObject({
    patch: ChangePatch,
    reason: Sentence,
    exceptionId: Id.optional().meta({
      rule: 'BAK-60',
      description: 'The shortage that makes the change necessary: exempt from the window',
    }),
  })
  .meta({ id: 'NewChange' });
export const ChangeDecision = z
  .strictObject({ decision: z.enum(['approve', 'reject']), reason: Sentence, previewHash: z.string().min(1).max(128) })
  .meta({ id: 'ChangeDecision' });

export const Cancellation = z
  .strictObject({ cause: z.enum(['store', 'customer', 'neither']), reason: Sentence, refundFen: DecidedRefund.optional() })
  .meta({ id: 'Cancellation' });
same<z.infer<typeof Cancellation>['cause'], CancelCause>(true);

export const NewException = requiring(
  z.strictObject({
    type: z.enum(EXCEPTION_TYPES),
    foundAt: Instant,
    description: Sentence,
    item: Word.optional().meta({ rule: 'BAK-58', description: 'The ingredient that is short' }),
    photoId: photoOf('receipt-problem', ORDER_PROOFS['receipt-problem']).optional(),
  }),
  { when: { type: ['ingredient-shortage'] }, then: ['item'], rule: 'BAK-58' },
  { when: { type: ['receipt-problem'] }, then: ['photoId'], rule: 'BAK-76' },
).meta({ id: 'NewException' });
same<z.output<typeof NewException>['type'], ExceptionType>(true);

export const NewCost = z
  .strictObject({ cost: z.enum(['ingredients', 'labour', 'packaging', 'delivery', 'waste']), amountFen: PositiveFen })
  .meta({ id: 'NewCost' });
same<z.infer<typeof NewCost>['cost'], RecordCost['cost']>(true);

/** The `step` of a photo's form. Chapters bring the tasks that photos belong to after this file is loaded. */
export const PhotoForm = z.strictObject({
  step: z.lazy(() => z.enum(photoSteps())).meta({ rule: 'BAK-50', description: 'What it shows: `photoSteps` of the catalogue names them' }),
});
export const NewLink = z.strictObject({ scope: z.literal('customer') }).meta({ id: 'NewLink' });

// ---- what these calls answer ----

/** A member of staff, with the name people know. */
export const PersonView = z.strictObject({ id: z.string(), name: z.string() });

/** What an accepted act answers: the order's state and the revision at which the record can be read. */
export const Accepted = z.strictObject({ order: z.string(), state: z.enum(ORDER_STATES), revision: z.int() }).meta({ id: 'Accepted' });
export const AcceptedWithId = z
  .strictObject({ id: Id, order: z.string(), state: z.enum(ORDER_STATES), revision: z.int() })
  .meta({ id: 'AcceptedWithId' });
export const PaymentView = z
  .strictObject({
    id: z.string(),
    direction: z.enum(['in', 'refund']),
    amountFen: z.int(),
    method: z.string(),
    receivedAt: InstantOut,
    order: z.string(),
    money: MoneyView,
    state: z.enum(ORDER_STATES),
    revision: z.int(),
  })
  .meta({ id: 'Payment' });
export const ChangeView = z
  .strictObject({
    id: z.string(),
    order: z.string(),
    state: z.enum(['draft', 'pending', 'approved', 'rejected', 'withdrawn']),
    patch: z.record(z.string(), z.unknown()),
    preview: z.record(z.string(), z.unknown()),
    previewHash: z.string(),
    reason: z.string().nullable(),
    requestedAt: InstantOut,
    requestedBy: ActorView,
    decidedAt: InstantOrNull,
    decidedBy: ActorView.nullable(),
    decisionReason: z.string().nullable(),
  })
  .meta({ id: 'Change' });
export const ChangePage = page(ChangeView, 'ChangePage');
export const ExceptionView = z
  .strictObject({
    id: z.string(),
    order: z.string(),
    type: z.enum(EXCEPTION_TYPES),
    foundAt: InstantOut,
    reportedAt: InstantOut,
    late: z.boolean(),
    item: z.string().nullable(),
    state: z.enum(['open', 'closed']),
    outcome: z.string().nullable(),
    description: z.string().nullable(),
  })
  .meta({ id: 'Exception' });
export const ExceptionPage = page(ExceptionView, 'ExceptionPage');
export const PhotoView = z
  .strictObject({
    id: z.string(),
    sha256: z.string().meta({ description: 'Of the file as it was taken' }),
    takenAt: InstantOut,
    step: z.string().meta({ description: 'What it shows: `photoSteps` of the catalogue names them' }),
    mime: z.string().meta({ description: 'Of the file as it was taken; what is shown of it has a type of its own' }),
    bytes: z.int().meta({ description: 'Of the file as it was taken' }),
    width: z.int().meta({ description: 'Pixels of what is shown of it, the right way up' }),
    height: z.int(),
  })
  .meta({ id: 'Photo' });
export const NoticeView = z
  .strictObject({
    id: z.string(),
    to: z
      .string()
      .meta({ description: 'Whom it was decided for: `customer`, `role:<role>`, `staff:<id>`, `supplier:<id>`; never an address' }),
    recipient: z.string().meta({ description: 'The same as people call it' }),
    channel: z.string().nullable(),
    channels: z.array(z.string()),
    template: z.string(),
    title: z.string().meta({ description: 'What the letter is called (`letters` of the catalogue); its template where it is no more' }),
    state: z.enum(['queued', 'sending', 'sent', 'undeliverable', 'withdrawn']),
    attempts: z.int(),
    createdAt: InstantOut,
    sentAt: InstantOrNull,
    lastError: z.string().nullable(),
    /** When a later fact made it untrue before it was sent, and which fact. */
    withdrawnAt: InstantOrNull,
    withdrawnWhy: z.string().nullable(),
    ruleId: z.string().nullable(),
  })
  .meta({ id: 'Notice' });
export const NoticePage = page(NoticeView, 'NoticePage');
export const LinkView = z.strictObject({ url: z.string(), expiresAt: InstantOut }).meta({ id: 'Link' });
/** A link that was given out. Its address is shown once, to whoever makes it, and is nowhere else. */
export const IssuedLink = z
  .strictObject({
    id: Id,
    scope: z.lazy(() => z.enum(partyKinds())),
    state: z
      .enum(['live', 'settled', 'expired', 'revoked'])
      .meta({ description: 'A supplier’s link is settled when its question is: it opens, and takes nothing any more' }),
    supplier: z.strictObject({ id: z.string(), exception: z.string() }).nullable(),
    issuedBy: PersonView.nullable().meta({ description: 'Null: it is the link that the order’s letters carry' }),
    issuedAt: InstantOut,
    expiresAt: InstantOut,
    lastUsedAt: InstantOrNull,
    revokedAt: InstantOrNull,
    revokedBy: PersonView.nullable(),
  })
  .meta({ id: 'IssuedLink' });
export const IssuedLinkPage = page(IssuedLink, 'IssuedLinkPage');
