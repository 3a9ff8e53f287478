import { z } from 'zod';
import { says } from '../base/says';
import { ORDER_STATES, OVERLAYS, STAGES } from './order-state.rules';
import { MOST } from '../base/read';
import { isOrderKind, moveNames } from './define.order-kind';
import type { DeliveryMethod, Occasion, Urgency } from './order.messages';
import { MailAddress, SmsPhone } from '../base/contact.schema';
import {
  Address,
  distinct,
  Fen,
  filledBy,
  Instant,
  InstantOrNull,
  InstantOut,
  Name,
  ReasonView,
  same,
  Sentence,
  Word,
} from '../base/common.schema';
import { TaskView } from '../process/tasks/task-view.schema';

export const CHANNELS = ['counter', 'phone', 'wechat', 'web', 'email', 'letter'] as const;
export type Channel = (typeof CHANNELS)[number];
/** The kinds that the outside contract knows; taken are those that a chapter has opened. */
export const ORDER_KINDS = ['bakery', 'catering', 'produce', 'service'] as const;
export const OccasionOf = z.enum(['birthday', 'wedding', 'corporate', 'other']).meta({ rule: 'BAK-24' });
export const UrgencyOf = z.enum(['normal', 'rush']).meta({ rule: 'BAK-24' });
const MethodOf = z.enum(['pickup', 'courier']);
same<z.infer<typeof OccasionOf>, Occasion>(true);
same<z.infer<typeof UrgencyOf>, Urgency>(true);
same<z.infer<typeof MethodOf>, DeliveryMethod>(true);

const Contact = z.strictObject({ name: Name, phone: SmsPhone });

const Customer = z.strictObject({
  name: Name.meta({ rule: 'BAK-17' }),
  phone: SmsPhone,
  email: MailAddress.optional(),
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
});

/** BAK-21. Said explicitly: `none` stands alone, and an empty list is refused. */
const Requirements = distinct(z.array(Word).min(1, says('requirements-unsaid')).max(20))
  .refine((tags) => !tags.includes('none') || tags.length === 1, says('none-excludes-others'))
  .meta({ rule: 'BAK-21', ui: filledBy('toggles') });

const Line = z
  .strictObject({
    product: Word.meta({ rule: 'BAK-19' }),
    quantity: z.int().min(1).max(10_000).meta({ rule: 'BAK-20' }),
    flavour: Name.optional().meta({ rule: 'BAK-23' }),
    size: Name.optional().meta({ rule: 'BAK-23' }),
    unitPriceFen: Fen,
    requirements: Requirements,
    allergens: distinct(z.array(Word).max(30)).meta({ rule: 'BAK-21', ui: filledBy('toggles') }),
    note: Sentence.optional(),
  })
  .meta({ id: 'OrderLine' });

export const Lines = z
  .array(Line)
  .min(1)
  .max(50)
  .refine((lines) => lines.reduce((sum, line) => sum + line.quantity * line.unitPriceFen, 0) <= MOST, says('order-too-large'));

/** BAK-22. That it is a whole hour of the store's clock, and lies in the future, is judged where the order is taken. */
export const DeliveryHour = Instant.meta({
  rule: 'BAK-22',
  description: 'ISO 8601 with an offset; a whole hour by the clock of the store',
  ui: filledBy('whole-hour'),
});

export const Delivery = z
  .strictObject({
    method: MethodOf,
    address: Address.optional(),
    recipient: Contact.optional(),
  })
  .superRefine((delivery, context) => {
    if (delivery.method !== 'courier') return;
    for (const field of ['address', 'recipient'] as const) {
      if (delivery[field] === undefined)
        context.addIssue({ code: 'custom', path: [field], message: says('courier-needs-it'), params: { rule: 'BAK-23' } });
    }
  })
  .meta({ id: 'Delivery', description: 'Address and recipient are needed for a courier' });

/** POST /orders. */
export const NewOrder = z
  .strictObject({
    kind: z.enum(ORDER_KINDS).refine(isOrderKind, says('kind-not-taken')),
    channel: z.enum(CHANNELS),
    customer: Customer,
    lines: Lines,
    occasion: OccasionOf,
    urgency: UrgencyOf,
    complex: z.boolean(),
    deliveryAt: DeliveryHour,
    delivery: Delivery,
    needsChecked: z.literal(true, says('needs-unchecked')).meta({ rule: 'BAK-15' }),
  })
  .meta({ id: 'NewOrder' });
export type NewOrder = z.output<typeof NewOrder>;

export const LineView = z.strictObject({
  product: z.string(),
  quantity: z.int(),
  flavour: z.string().optional(),
  size: z.string().optional(),
  unitPriceFen: z.int(),
  requirements: z.array(z.string()),
  allergens: z.array(z.string()),
  note: z.string().optional(),
});
const ContactView = z.strictObject({ name: z.string(), phone: z.string() });
export const DeliveryView = z.strictObject({ method: MethodOf, address: z.string().optional(), recipient: ContactView.optional() });
const CustomerView = z.strictObject({ name: z.string(), phone: z.string(), email: z.string().optional(), language: z.string() });
const Assignee = z.strictObject({ id: z.string(), name: z.string() });

export const MoneyView = z
  .strictObject({ totalFen: z.int(), depositFen: z.int(), receivedFen: z.int(), refundedFen: z.int(), outstandingFen: z.int() })
  .meta({ id: 'Money' });

export const StageView = z.strictObject({
  stage: z.enum(STAGES),
  assignee: Assignee.nullable(),
  startedAt: InstantOrNull,
  dueAt: InstantOrNull,
  doneAt: InstantOrNull,
  breachedAt: InstantOrNull,
  applicable: z.boolean(),
});
export const MomentView = z.strictObject({ name: z.string(), at: InstantOut, ruleId: z.string(), because: z.string(), reason: ReasonView });
/** Chapters bring their moves after this file is loaded. */
const Move = z.lazy(() => z.enum(moveNames()));
const MissingView = z
  .strictObject({
    move: Move,
    title: z.string().meta({ description: 'What the move is called' }),
    rule: z.string().meta({ description: 'The rule that asks for it', examples: ['BAK-44'] }),
    text: z.string().meta({ description: "What is missing, in the caller's language" }),
  })
  .meta({ id: 'MissingForMove' });

const summary = {
  number: z.string(),
  kind: z.enum(ORDER_KINDS),
  state: z.enum(ORDER_STATES),
  overlays: z.array(z.enum(OVERLAYS)),
  revision: z.int(),
  version: z.int(),
  customer: CustomerView,
  title: z.string().meta({ description: "What is ordered, in one line of the caller's language", examples: ['生日蛋糕 8 寸 × 1'] }),
  lines: z.array(LineView),
  occasion: OccasionOf,
  urgency: UrgencyOf,
  complex: z.boolean(),
  takenAt: InstantOut,
  takenBy: Assignee,
  deliveryAt: InstantOut,
  delivery: DeliveryView,
  money: MoneyView,
  acceptedAt: InstantOrNull,
  changeWindowEndsAt: InstantOrNull,
  plannedStartAt: InstantOrNull,
  deliveredAt: InstantOrNull,
  followUpAt: InstantOrNull,
  closedAt: InstantOrNull,
  stages: z.array(StageView),
};
/** What is shown of an order wherever it is. */
export const OrderSummary = z.strictObject(summary);
export type OrderSummary = z.infer<typeof OrderSummary>;

/** GET /orders/{number}. */
export const OrderView = z
  .strictObject({
    ...summary,
    moments: z.array(
      MomentView.extend({
        moot: z.boolean().meta({ description: 'Nothing waits for it any more: the order was handed over before, or has ended' }),
      }),
    ),
    missing: z
      .array(MissingView)
      .meta({ description: 'What the next moves still wait for; empty when nothing but the step itself holds them up' }),
    openTasks: z.array(TaskView),
    workflow: z.strictObject({ id: z.string(), url: z.string().nullable().meta({ description: 'In Temporal UI, where that is known' }) }),
  })
  .meta({ id: 'Order' });
export type OrderView = z.infer<typeof OrderView>;
