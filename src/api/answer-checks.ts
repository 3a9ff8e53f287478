import type { FullAnswer } from '../contracts/tasks.schema';
import type { TaskRecord } from '../db/task-read.repository';
import { roleOfStep, STEPS, type Step, type TaskKind } from '../domain/rulebook/tasks';
import { answererOf, holds } from './task-rights';
import type { Services } from './services';
import { invalid } from './zod-problem';

interface Named {
  readonly photoId?: string;
  readonly signatureId?: string;
  readonly draftPhotoId?: string;
  readonly assignees?: Readonly<Partial<Record<Step, string>>>;
  readonly trackingSheet?: { readonly ownerId: string };
}
interface Fault {
  readonly pointer: string;
  readonly detail: string;
  readonly rule?: string;
}

/**
 * What an answer names must exist: photos of this order, people of this store who hold the role of the step they are named for; and a review
 * says nothing against what is known of the order. What the order allows beyond that, the order itself decides.
 * @param now shop time, by which a deputy stands in for somebody.
 */
export async function checkAnswer(services: Services, task: TaskRecord, answer: FullAnswer<TaskKind>, now: number): Promise<void> {
  const review = task.kind === 'feasibility-review' ? reviewFaults(task, answer as FullAnswer<'feasibility-review'>) : [];
  const bad = [
    ...(await photoFaults(services, task, answer as Named)),
    ...(await peopleFaults(services, task, answer as Named, now)),
    ...review,
  ];
  if (bad.length > 0) throw invalid(bad);
}

async function photoFaults(services: Services, task: TaskRecord, given: Named): Promise<Fault[]> {
  const bad: Fault[] = [];
  for (const field of ['photoId', 'signatureId', 'draftPhotoId'] as const) {
    const id = given[field];
    if (id === undefined) continue;
    const photo = await services.photoRows.find(id);
    if (photo?.orderNumber !== task.orderNumber) bad.push({ pointer: `/answer/${field}`, detail: 'Is not a photo of this order' });
  }
  return bad;
}

/** BAK-04, BAK-09. Whoever is named works here, and holds the role of the step, or stands in for somebody who does. */
async function peopleFaults(services: Services, task: TaskRecord, given: Named, now: number): Promise<Fault[]> {
  const bad: Fault[] = [];
  const people: readonly (readonly [field: string, id: string | undefined, step?: Step])[] = [
    ...(Object.keys(STEPS) as Step[]).map((step) => [`assignees/${step}`, given.assignees?.[step], step] as const),
    ['trackingSheet/ownerId', given.trackingSheet?.ownerId],
  ];
  for (const [field, id, step] of people) {
    if (id === undefined) continue;
    const person = await services.people.find(task.storeId, id);
    if (!person) bad.push({ pointer: `/answer/${field}`, detail: 'Is not a member of staff of this store', rule: 'BAK-09' });
    else if (step && !holds(await answererOf(services, person, now), roleOfStep(step)))
      bad.push({ pointer: `/answer/${field}`, detail: `Must hold the role ${roleOfStep(step)}`, rule: 'BAK-04' });
  }
  return bad;
}

/** BAK-28, BAK-30. What makes an order feasible: its ingredients can be had, and a high risk, proposed or confirmed, is tracked. */
function reviewFaults({ context }: TaskRecord, answer: FullAnswer<'feasibility-review'>): Fault[] {
  const { outcome, trackingSheet, ingredients = [] } = answer;
  if (outcome === 'not-feasible') return [];
  const isHighRisk = answer.highRisk ?? context['highRisk'] === true;
  const untracked: Fault = { pointer: '/answer/trackingSheet', detail: 'Is required: the order is high-risk', rule: 'BAK-30' };
  const missing = outcome === 'feasible' ? ingredients.flatMap(({ status }, n) => (status === 'unavailable' ? [n] : [])) : [];
  return [
    ...(isHighRisk && trackingSheet === undefined ? [untracked] : []),
    ...missing.map((n) => ({
      pointer: `/answer/ingredients/${n}/status`,
      detail: 'Is unavailable, so the order is feasible with conditions or not at all',
      rule: 'BAK-28',
    })),
  ];
}
