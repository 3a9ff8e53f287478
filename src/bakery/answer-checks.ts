import type { FieldError } from '../base/faults';
import type { Services } from '../process/services';
import type { Home } from '../process/act';
import type { TaskRecord } from '../process/tasks/task-read.repository';
import { bakeryRule } from './bakery.tasks';
import { PROOFS, type ProofStep } from './photos.rules';

/** What is wrong with the photos that an answer names in the fields of its row. */
export async function taskPhotoFaults(
  services: Services,
  task: TaskRecord,
  given: Readonly<Record<string, unknown>>,
): Promise<FieldError[]> {
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
