import { proof } from '../proof.schema';
import { z } from 'zod';
import { distinct, filledBy, FreeText, Id, Instant, requiring, Word } from '../../base/common.schema';
import type { FieldError } from '../../base/faults';
import { answerInstants, judgePlan } from '../../orders/instant-checks';
import type { Services } from '../../process/services';
import { answererOf } from '../../process/tasks/answerer';
import { defineForm, type Bindings, type BoundFor, type FormsFor } from '../../process/tasks/form';
import { holds } from '../../process/tasks/task-rights.rules';
import type { TaskRecord } from '../../process/tasks/task-read.repository';
import type { ContextOf } from '../../process/tasks/tasks.rules';
import { orderOf, orderServices } from '../../orders/services';
import { listed, peopleOf } from '../../process/tasks/bound-options';
import { roleOfStep } from '../bakery.tasks';
import { assertPlanFits, roomTold } from '../plan-room';
import { INGREDIENTS, productIngredients } from '../products.rules';
import type { INTAKE_TASKS } from './intake.tasks';
import { OVER_CAPACITY } from '../work.rules';
import { MOST_LINES, STEPS, type Step } from './steps.rules';

const person = Id.meta({ description: 'Staff id', ui: filledBy('person') });
const Ingredient = Word.meta({ ui: filledBy('ingredient') });
const reason = FreeText.optional();

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
      z.array(z.strictObject({ item: Ingredient, status: z.enum(['in-stock', 'to-buy', 'unavailable']) })).max(MOST_LINES),
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
    overCapacity: z.enum(OVER_CAPACITY).optional().meta({
      rule: 'BAK-29',
      description: 'How a day is made to hold more than its capacity; needed where the plan does, else `day-full`',
    }),
  }),
  { when: { outcome: feasible }, then: ['plannedStartAt'], rule: 'BAK-29' },
  { when: { outcome: feasible }, then: ['assignees'], rule: 'BAK-09' },
  { when: { outcome: ['not-feasible'] }, then: ['reason'], rule: 'BAK-27' },
  { when: { highRisk: [true] }, then: ['trackingSheet'], rule: 'BAK-30' },
);
type FeasibilityReview = z.output<typeof FeasibilityReview>;

/** The forms of `INTAKE_TASKS`. */
export const INTAKE_FORMS = {
  'confirm-design': defineForm(
    requiring(
      z.strictObject({
        outcome: z.enum(['approved', 'rejected']),
        draftPhotoId: proof('design-draft').optional(),
        comments: FreeText.optional(),
      }),
      { when: { outcome: ['rejected'] }, then: ['comments'], rule: 'BAK-25' },
    ),
  ),
  'feasibility-review': defineForm(FeasibilityReview, {
    bind: boundReview,
    async check(services, task, answer, now) {
      const faults = [
        ...(await peopleFaults(services, task, answer, now)),
        ...reviewFaults(task, answer),
        ...(await answerInstants(services, task, (order) => [
          ...judgePlan('/answer/plannedStartAt', answer.plannedStartAt, order, 'BAK-29'),
          ...judgePlan('/answer/compressed/materialsDueAt', answer.compressed?.materialsDueAt, order, 'BAK-24'),
          ...judgePlan('/answer/compressed/decorationDueAt', answer.compressed?.decorationDueAt, order, 'BAK-24'),
        ])),
      ];
      if (faults.length === 0) await assertPlanFits(services, task, answer, now);
      return faults;
    },
  }),
  'offer-alternative': defineForm(z.strictObject({ outcome: z.enum(['decline', 'review-again']), reason })),
  'chase-deposit': defineForm(z.strictObject({ outcome: z.enum(['will-pay', 'cancel']), remarks: FreeText.optional() })),
} satisfies FormsFor<typeof INTAKE_TASKS>;

/** BAK-04, BAK-09. Whoever is named works here, and holds the role of the step, or stands in for somebody who does. */
async function peopleFaults(services: Services, task: TaskRecord, given: FeasibilityReview, now: number): Promise<FieldError[]> {
  const bad: FieldError[] = [];
  const people: readonly (readonly [field: string, id: string | undefined, step?: Step])[] = [
    ...STEPS.map((step) => [`assignees/${step}`, given.assignees?.[step], step] as const),
    ['trackingSheet/ownerId', given.trackingSheet?.ownerId],
  ];
  for (const [field, id, step] of people) {
    if (id === undefined) continue;
    const found = await services.people.find(task.storeId, id);
    if (!found) bad.push({ pointer: `/answer/${field}`, code: 'not-staff-of-this-store', rule: 'BAK-09' });
    else if (step && !holds(await answererOf(services, found, now), roleOfStep(step)))
      bad.push({ pointer: `/answer/${field}`, code: 'lacks-roles', params: { roles: [roleOfStep(step)] }, rule: 'BAK-04' });
  }
  return bad;
}

/** BAK-28, BAK-30. What makes an order feasible: its ingredients can be had, and a high risk, proposed or confirmed, is tracked. */
function reviewFaults({ context }: TaskRecord, answer: FeasibilityReview): FieldError[] {
  const { outcome, trackingSheet, ingredients = [] } = answer;
  if (outcome === 'not-feasible') return [];
  const isHighRisk = answer.highRisk ?? (context as ContextOf<'feasibility-review'>).highRisk;
  const untracked: FieldError = { pointer: '/answer/trackingSheet', code: 'needs-tracking-sheet', rule: 'BAK-30' };
  const missing = outcome === 'feasible' ? ingredients.flatMap(({ status }, n) => (status === 'unavailable' ? [n] : [])) : [];
  return [
    ...(isHighRisk && trackingSheet === undefined ? [untracked] : []),
    ...missing.map((n) => ({ pointer: `/answer/ingredients/${n}/status`, code: 'ingredient-unavailable', rule: 'BAK-28' }) as const),
  ];
}

/**
 * BAK-09, BAK-28…30. Who can be named for each step, what the products are usually made of, whether they make the order high-risk, and what is free
 * on its days.
 */
async function boundReview(services: Services, task: TaskRecord, reader: BoundFor): Promise<Bindings> {
  const { language } = reader;
  const { highRisk } = task.context as ContextOf<'feasibility-review'>;
  const { lines } = await orderOf(orderServices(services), task.aboutOrder, null);
  const peopleWho = await peopleOf(services, task.storeId, reader);
  const people = STEPS.map((step) => [`assignees/${step}`, { among: peopleWho((who) => holds(who, roleOfStep(step))) }] as const);
  return {
    ...Object.fromEntries(people),
    'trackingSheet/ownerId': { among: peopleWho(() => true) },
    'ingredients/[]/item': { among: listed('item', Object.keys(INGREDIENTS), { language }) },
    ingredients: { first: productIngredients(lines).map((item) => ({ item })) },
    highRisk: { first: highRisk },
    plannedStartAt: { hint: await roomTold(services, task, reader) },
  };
}
