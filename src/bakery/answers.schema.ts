import { z } from 'zod';
import { REPAIR_ACTIONS } from '../process/repairs.rules';
import { PAYMENT_METHODS } from '../base/money';
import { MOST } from '../base/read';
import { ROLES } from '../base/roles';
import { KEY_STEP_IDS } from './products.rules';
import type { TaskKind } from '../process/tasks/tasks.rules';
import { FOLLOW_UP_METHODS } from './tasks/delivery.tasks';
import { type TaskAnswers } from '../process/tasks/tasks.rules';
import { Day, DecidedRefund, distinct, Fen, FreeText, Id, Instant, Name, PositiveFen, requiring, Word } from '../base/common.schema';
import { DeliveryHour } from '../orders/order.schema';
import { proof } from './proof.schema';

/**
 * The full answer of every human step, free text included. The API parses with these, and each task's `form` is the JSON Schema of
 * the same object. `splitAnswer` takes the free text out: it stays in Postgres, the workflow sees the choices only.
 */

const person = Id.meta({ description: 'Staff id' });
const reason = FreeText.optional();
const Cause = z.enum(['store', 'customer', 'neither']);
const Method = z.enum(PAYMENT_METHODS);

const TrackingSheet = z.strictObject({
  risks: FreeText,
  mitigations: FreeText,
  ownerId: person,
  checkpoints: z.array(FreeText).min(1).max(20),
});

const Assignees = z.strictObject({
  materials: person,
  making: person,
  'quality-check': person.optional(),
  decoration: person.optional(),
  packing: person.optional(),
  delivery: person.optional(),
});

const feasible = ['feasible', 'feasible-with-conditions'] as const;

const FeasibilityReview = requiring(
  z.strictObject({
    outcome: z.enum([...feasible, 'not-feasible']),
    reason,
    plannedStartAt: Instant.optional(),
    assignees: Assignees.optional().meta({ rule: 'BAK-09', description: 'A named person for each step' }),
    highRisk: z.boolean().optional().meta({ rule: 'BAK-30' }),
    trackingSheet: TrackingSheet.optional().meta({ freeText: true, rule: 'BAK-30' }),
    ingredients: distinct(
      z.array(z.strictObject({ item: Word, status: z.enum(['in-stock', 'to-buy', 'unavailable']) })).max(100),
      ({ item }) => item,
      'item',
    )
      .optional()
      .meta({ rule: 'BAK-28' }),
    decoration: z.boolean().optional().meta({ rule: 'BAK-46' }),
    compressed: z
      .strictObject({ materialsDueAt: Instant, decorationDueAt: Instant })
      .optional()
      .meta({ rule: 'BAK-29', description: 'Explicit deadlines of a rush order whose standard ones are past' }),
  }),
  { when: { outcome: feasible }, then: ['plannedStartAt'], rule: 'BAK-29' },
  { when: { outcome: feasible }, then: ['assignees'], rule: 'BAK-09' },
  { when: { outcome: ['not-feasible'] }, then: ['reason'], rule: 'BAK-27' },
  { when: { highRisk: [true] }, then: ['trackingSheet'], rule: 'BAK-30' },
);

const DailyPhotos = requiring(
  z.strictObject({
    worked: z.boolean(),
    steps: z
      .array(z.enum(KEY_STEP_IDS))
      .min(1)
      .max(KEY_STEP_IDS.length)
      .optional()
      .meta({ rule: 'BAK-49', description: 'The key steps worked on this day, each with a photo uploaded that day' }),
    reason: reason.meta({ description: 'Why there was no work' }),
    remarks: FreeText.optional(),
  }),
  { when: { worked: [true] }, then: ['steps'], rule: 'BAK-49' },
  { when: { worked: [false] }, then: ['reason'], rule: 'BAK-49' },
);

const QualityCheck = requiring(z.strictObject({ result: z.enum(['pass', 'fail', 'not-sampled']), notes: FreeText.optional() }), {
  when: { result: ['fail', 'not-sampled'] },
  then: ['notes'],
  rule: 'BAK-51',
});

const DispatchCheck = requiring(
  z.strictObject({
    vehicle: z.literal(true).meta({ rule: 'BAK-70' }),
    route: z.literal(true).meta({ rule: 'BAK-70' }),
    vest: z.literal(true).meta({ rule: 'BAK-73' }),
    weather: z.enum(['fair', 'severe']),
    backupPlan: z.enum(['earlier-departure', 'other-vehicle', 'other-route', 'pick-up']).optional(),
    orderNumber: z.string().max(32).meta({ rule: 'BAK-69', description: 'Re-typed from the box' }),
    signee: Name.meta({ freeText: true, rule: 'BAK-69', description: 'Who is to sign, typed from the box and compared with the order' }),
  }),
  { when: { weather: ['severe'] }, then: ['backupPlan'], rule: 'BAK-71' },
);

const HandOver = requiring(
  z.strictObject({
    signee: Name.meta({ freeText: true, rule: 'BAK-75', description: 'Who signed; compared with the order (BAK-69)' }),
    signeeIsOther: z.boolean().optional().meta({ rule: 'BAK-69', description: 'Somebody else than expected signed' }),
    otherReason: FreeText.optional().meta({ freeText: true, rule: 'BAK-69', description: 'Why somebody else signed' }),
    photoId: proof('hand-over'),
    signatureId: proof('signature'),
    remarks: FreeText.optional(),
  }),
  { when: { signeeIsOther: [true] }, then: ['otherReason'], rule: 'BAK-69' },
);

const FollowUpVisit = requiring(
  z.strictObject({
    reached: z.boolean(),
    method: z
      .enum(FOLLOW_UP_METHODS)
      .meta({ rule: 'AFT-89', description: 'How it was tried; the last attempt is made by another than the earlier ones' }),
    satisfaction: z.int().min(1).max(5).optional().meta({ rule: 'AFT-90' }),
    remarks: FreeText.optional(),
    suggestion: FreeText.optional().meta({ freeText: true, rule: 'AFT-91' }),
    department: z.enum(ROLES).optional().meta({ rule: 'AFT-91', description: 'Whose people are told of the suggestion' }),
  }),
  { when: { reached: [true] }, then: ['satisfaction'], rule: 'AFT-90' },
  { when: { suggestion: 'given' }, then: ['department'], rule: 'AFT-91' },
);

const ContactSupplier = requiring(
  z.strictObject({ result: z.enum(['promised', 'refused']), supplier: Id, promisedAt: Instant.optional(), remarks: FreeText.optional() }),
  { when: { result: ['promised'] }, then: ['promisedAt'], rule: 'BAK-59' },
);

const AnswerException = requiring(
  z.strictObject({
    outcome: z.enum(['resolved', 'accept', 'replace', 'partial-refund', 'refuse', 'escalate']),
    refundFen: PositiveFen.optional(),
    replacementAt: DeliveryHour.optional().meta({
      rule: 'BAK-76',
      description: 'The whole hour at which the customer gets the replacement',
    }),
    remarks: FreeText.optional(),
  }),
  { when: { outcome: ['partial-refund'] }, then: ['refundFen'], rule: 'BAK-76' },
  { when: { outcome: ['replace'] }, then: ['replacementAt'], rule: 'BAK-76' },
);

const rejected = (field: string, value: string, rule: string) => ({ when: { [field]: [value] }, then: ['reason'], rule });

/** The schema of every task kind's answer. */
export const ANSWERS = {
  'confirm-design': requiring(
    z.strictObject({
      outcome: z.enum(['approved', 'rejected']),
      draftPhotoId: proof('design-draft').optional(),
      comments: FreeText.optional(),
    }),
    { when: { outcome: ['rejected'] }, then: ['comments'], rule: 'BAK-25' },
  ),
  'feasibility-review': FeasibilityReview,
  'offer-alternative': z.strictObject({ outcome: z.enum(['decline', 'review-again']), reason }),
  'chase-deposit': z.strictObject({ outcome: z.enum(['will-pay', 'cancel']), remarks: FreeText.optional() }),
  'change-decision': requiring(
    z.strictObject({ decision: z.enum(['approve', 'reject']), previewHash: z.string().max(128).optional(), reason }),
    rejected('decision', 'reject', 'BAK-37'),
  ),
  'acknowledge-allergen': z.strictObject({ acknowledged: z.boolean(), remarks: FreeText.optional() }),
  'cancellation-decision': requiring(
    z.strictObject({ decision: z.enum(['approve', 'reject']), cause: Cause.optional(), refundFen: DecidedRefund.optional(), reason }),
    rejected('decision', 'reject', 'BAK-40'),
    { when: { cause: ['neither'] }, then: ['reason'], rule: 'BAK-40' },
    { when: { refundFen: 'given' }, then: ['reason'], rule: 'BAK-40' },
  ),
  refund: z.strictObject({ amountFen: Fen, method: Method, reference: FreeText.optional() }),
  'materials-settled': z.strictObject({
    lines: distinct(
      z
        .array(z.strictObject({ item: Word, source: z.enum(['stock', 'purchase']) }))
        .min(1)
        .max(100),
      ({ item, source }) => `${item} from ${source}`,
    ),
    remarks: FreeText.optional(),
  }),
  'materials-complete': z.strictObject({ complete: z.literal(true), remarks: FreeText.optional() }),
  'sign-task-sheet': z.strictObject({
    signed: z.literal(true),
    version: z.int().min(0).max(MOST).meta({ rule: 'BAK-44', description: 'The version of the order whose task sheet is signed' }),
  }),
  'telephone-customer': z.strictObject({ reached: z.boolean(), remarks: FreeText.optional() }),
  'making-done': z.strictObject({ done: z.literal(true), remarks: FreeText.optional() }),
  'daily-photos': DailyPhotos,
  'quality-check': QualityCheck,
  'decoration-done': z.strictObject({ photoId: proof('decoration'), remarks: FreeText.optional() }),
  'packing-checklist': z.strictObject({
    lines: distinct(z.array(Word).max(50)).meta({ description: 'Every line of the order’s packing list, ticked' }),
    orderNumber: z.string().max(32).meta({ rule: 'BAK-69', description: 'Re-typed from the box' }),
    productionDate: Day.optional().meta({ rule: 'BAK-63' }),
    labelPhotoId: proof('fragile-label').optional(),
    remarks: FreeText.optional(),
  }),
  'dispatch-check': DispatchCheck,
  'hand-over': HandOver,
  'settle-balance': z.strictObject({ amountFen: Fen.meta({ rule: 'BAK-77' }), method: Method, reference: FreeText.optional() }),
  'follow-up-visit': FollowUpVisit,
  'answer-exception': AnswerException,
  'contact-supplier': ContactSupplier,
  escalated: z.strictObject({ decision: z.enum(['continue', 'rework', 'change', 'cancel']), reason }),
  'committee-vote': z.strictObject({ vote: z.enum(['release', 'hold', 'destroy']), reason }),
  repair: requiring(
    z.strictObject({
      action: z.enum(REPAIR_ACTIONS).meta({ description: 'One of `context.actions`' }),
      reason,
    }),
    { when: { action: ['give-up', 'write-off'] }, then: ['reason'], rule: 'BAK-41' },
  ),
} as const satisfies Record<TaskKind, z.ZodObject>;

/** What a person sends for a task kind, parsed: instants are epoch milliseconds already. */
export type FullAnswer<K extends TaskKind> = z.output<(typeof ANSWERS)[K]>;

// The compiler holds every full answer to what the workflow expects: nothing the workflow reads may be missing or of another type.
type Held = { [K in TaskKind]: FullAnswer<K> extends TaskAnswers[K] ? true : K };
const held: { [K in TaskKind]: true } = {} as Held;
void held;

/** Whether a field's meta marks it as free text. */
const isFreeText = (schema: unknown): boolean =>
  z.globalRegistry.get(schema as z.ZodType)?.['freeText'] === true || optionalFreeText(schema);
const optionalFreeText = (schema: unknown): boolean => schema instanceof z.ZodOptional && isFreeText(schema.unwrap());

/** Takes the free text out of a parsed answer. `text` is null when nobody wrote anything. */
export function splitAnswer<K extends TaskKind>(
  kind: K,
  parsed: FullAnswer<K>,
): { readonly choices: TaskAnswers[K]; readonly text: Record<string, unknown> | null } {
  const shape: Readonly<Record<string, unknown>> = ANSWERS[kind].shape;
  const given = Object.entries(parsed).filter(([, value]) => value !== undefined);
  const text = given.filter(([field]) => isFreeText(shape[field]));
  const choices = given.filter(([field]) => !isFreeText(shape[field]));
  return { choices: Object.fromEntries(choices) as unknown as TaskAnswers[K], text: text.length > 0 ? Object.fromEntries(text) : null };
}

const forms = new Map<TaskKind, Record<string, unknown>>();

/** The JSON Schema 2020-12 of a kind's answer, as the inbox renders it. */
export function formOf(kind: TaskKind): Record<string, unknown> {
  const known = forms.get(kind);
  if (known) return known;
  const form = z.toJSONSchema(ANSWERS[kind], { io: 'input', target: 'draft-2020-12' }) as Record<string, unknown>;
  forms.set(kind, form);
  return form;
}
