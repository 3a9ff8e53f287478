import type { CancelCause } from '../orders/order.messages';
import type { FullAnswer } from './answers.schema';
import type { TaskRecord } from '../process/tasks/task-read.repository';
import type { FieldError } from '../base/faults';
import { localDay } from '../base/calendar';
import { PROOFS, type ProofStep } from './photos.rules';
import { bakeryRule, roleOfStep } from './bakery.tasks';
import { STEPS, type Step } from './tasks/steps.rules';
import type { TaskKind } from '../process/tasks/tasks.rules';
import { holds } from '../process/tasks/task-rights.rules';
import type { Home } from '../process/act';
import { answererOf } from '../process/tasks/answerer';
import { answerInstants } from '../orders/instant-checks';
import { orderOf, type Services } from '../orders/services';
import { dispatchFaults, handOverFaults } from './signee';
import { invalid } from '../platform/http/zod-problem';

interface Named {
  readonly assignees?: Readonly<Partial<Record<Step, string>>>;
  readonly trackingSheet?: { readonly ownerId: string };
}

/**
 * What an answer names must exist: photos of this order, people of this store who hold the role of the step they are named for; and it says
 * nothing against what is known of the order. What the order allows beyond that, the order itself decides.
 * @param now shop time, by which a deputy stands in for somebody.
 */
export async function checkAnswer(services: Services, task: TaskRecord, answer: FullAnswer<TaskKind>, now: number): Promise<void> {
  const bad = [
    ...(await answeredPhotoFaults(services, task, answer)),
    ...(await peopleFaults(services, task, answer as Named, now)),
    ...(await factFaults(services, task, answer)),
    ...(await answerInstants(services, task, answer, now)),
  ];
  if (bad.length > 0) throw invalid(bad);
}

async function answeredPhotoFaults(services: Services, task: TaskRecord, given: Readonly<Record<string, unknown>>): Promise<FieldError[]> {
  const named = Object.entries(bakeryRule(task.kind)?.photos ?? {}).flatMap(([field, step]) => {
    const id = given[field];
    return typeof id === 'string' ? [photoFaults(services, task, { id, step, pointer: `/answer/${field}` })] : [];
  });
  return (await Promise.all(named)).flat();
}

/**
 * BAK-25, 52, 65, 75, 76. A photo that proves something belongs to the order, and its picture proves nothing else: the same bytes uploaded
 * once more for another step are no second picture. Whether step and hour are right the order itself decides.
 */
export async function photoFaults(
  services: Services,
  { processId }: Home,
  { id, step, pointer }: { readonly id: string; readonly step: ProofStep; readonly pointer: string },
): Promise<FieldError[]> {
  const rule = PROOFS[step].ruleId;
  const photo = await services.photoRows.find(id);
  if (photo?.processId !== processId) return [{ pointer, code: 'not-a-photo-of-this-order', rule }];
  const others = (await services.photoRows.stepsOf(processId, photo.sha256)).filter((other) => other !== photo.step);
  return others.length === 0 ? [] : [{ pointer, code: 'picture-of-another-step', params: { steps: others, step }, rule }];
}

/** BAK-04, BAK-09. Whoever is named works here, and holds the role of the step, or stands in for somebody who does. */
async function peopleFaults(services: Services, task: TaskRecord, given: Named, now: number): Promise<FieldError[]> {
  const bad: FieldError[] = [];
  const people: readonly (readonly [field: string, id: string | undefined, step?: Step])[] = [
    ...STEPS.map((step) => [`assignees/${step}`, given.assignees?.[step], step] as const),
    ['trackingSheet/ownerId', given.trackingSheet?.ownerId],
  ];
  for (const [field, id, step] of people) {
    if (id === undefined) continue;
    const person = await services.people.find(task.storeId, id);
    if (!person) bad.push({ pointer: `/answer/${field}`, code: 'not-staff-of-this-store', rule: 'BAK-09' });
    else if (step && !holds(await answererOf(services, person, now), roleOfStep(step)))
      bad.push({ pointer: `/answer/${field}`, code: 'lacks-roles', params: { roles: [roleOfStep(step)] }, rule: 'BAK-04' });
  }
  return bad;
}

/** What the order's row says against an answer. */
async function factFaults(services: Services, task: TaskRecord, answer: FullAnswer<TaskKind>): Promise<FieldError[]> {
  switch (task.kind) {
    case 'feasibility-review':
      return reviewFaults(task, answer as FullAnswer<'feasibility-review'>);
    case 'cancellation-decision':
      return causeFaults(task, answer as FullAnswer<'cancellation-decision'>);
    case 'packing-checklist':
      return cardFaults(services, task, answer as FullAnswer<'packing-checklist'>);
    case 'dispatch-check':
      return dispatchFaults(await orderOf(services, task.orderNumber, null), answer as FullAnswer<'dispatch-check'>);
    case 'hand-over':
      return handOverFaults(await orderOf(services, task.orderNumber, null), answer as FullAnswer<'hand-over'>);
    default:
      return [];
  }
}

/** BAK-28, BAK-30. What makes an order feasible: its ingredients can be had, and a high risk, proposed or confirmed, is tracked. */
function reviewFaults({ context }: TaskRecord, answer: FullAnswer<'feasibility-review'>): FieldError[] {
  const { outcome, trackingSheet, ingredients = [] } = answer;
  if (outcome === 'not-feasible') return [];
  const isHighRisk = answer.highRisk ?? context['highRisk'] === true;
  const untracked: FieldError = { pointer: '/answer/trackingSheet', code: 'needs-tracking-sheet', rule: 'BAK-30' };
  const missing = outcome === 'feasible' ? ingredients.flatMap(({ status }, n) => (status === 'unavailable' ? [n] : [])) : [];
  return [
    ...(isHighRisk && trackingSheet === undefined ? [untracked] : []),
    ...missing.map((n) => ({ pointer: `/answer/ingredients/${n}/status`, code: 'ingredient-unavailable', rule: 'BAK-28' }) as const),
  ];
}

/** BAK-40. A cause that fits neither side is decided with a reason, whether the answer names it or the request did. */
function causeFaults(
  { context }: TaskRecord,
  { decision, cause = context['cause'] as CancelCause, reason }: FullAnswer<'cancellation-decision'>,
): FieldError[] {
  if (decision !== 'approve' || cause !== 'neither' || reason !== undefined) return [];
  return [{ pointer: '/answer/reason', code: 'reason-for-neither', rule: 'BAK-40' }];
}

/** BAK-63. The production date on the quality card is the store's day on which making finished. */
async function cardFaults(
  services: Services,
  { orderNumber }: TaskRecord,
  { productionDate }: FullAnswer<'packing-checklist'>,
): Promise<FieldError[]> {
  if (productionDate === undefined) return [];
  const { storeId, makingDoneAt } = await orderOf(services, orderNumber, null);
  const made = makingDoneAt === null ? null : localDay(await services.calendars.calendarOf(storeId), makingDoneAt);
  if (made === productionDate) return [];
  const fault = made === null ? ({ code: 'making-unfinished' } as const) : ({ code: 'not-the-day-made', params: { day: made } } as const);
  return [{ pointer: '/answer/productionDate', ...fault, rule: 'BAK-63' }];
}
