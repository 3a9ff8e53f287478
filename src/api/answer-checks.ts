import type { FullAnswer } from '../contracts/tasks.schema';
import type { TaskRecord } from '../db/task-read.repository';
import type { TaskKind } from '../domain/rulebook/tasks';
import type { Services } from './services';
import { invalid } from './zod-problem';

interface Named {
  readonly photoId?: string;
  readonly signatureId?: string;
  readonly draftPhotoId?: string;
  readonly assignees?: Readonly<Record<string, string | undefined>>;
  readonly trackingSheet?: { readonly ownerId: string };
}

/** What an answer names must exist: photos of this order, people of this store. What the order allows, the order itself decides. */
export async function checkAnswer(services: Services, task: TaskRecord, answer: FullAnswer<TaskKind>): Promise<void> {
  const given = answer as Named;
  const bad: { pointer: string; detail: string; rule?: string }[] = [];
  for (const field of ['photoId', 'signatureId', 'draftPhotoId'] as const) {
    const id = given[field];
    if (id === undefined) continue;
    const photo = await services.photoRows.find(id);
    if (photo?.orderNumber !== task.orderNumber) bad.push({ pointer: `/answer/${field}`, detail: 'Is not a photo of this order' });
  }
  const people = Object.entries(given.assignees ?? {}).map(([step, id]) => [`assignees/${step}`, id] as const);
  for (const [field, id] of [...people, ['trackingSheet/ownerId', given.trackingSheet?.ownerId] as const]) {
    if (id !== undefined && !(await services.people.find(task.storeId, id))) {
      bad.push({ pointer: `/answer/${field}`, detail: 'Is not a member of staff of this store', rule: 'BAK-09' });
    }
  }
  if (bad.length > 0) throw invalid(bad);
}
