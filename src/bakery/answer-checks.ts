import type { FieldError } from '../base/faults';
import type { Services } from '../process/services';
import type { TaskRecord } from '../process/tasks/task-read.repository';
import { bakeryRule } from './bakery.tasks';
import { photoFaults } from '../orders/photo-checks';
import { PROOFS } from './photos.rules';

/** What is wrong with the photos that an answer names in the fields of its row. */
export async function taskPhotoFaults(
  services: Services,
  task: TaskRecord,
  given: Readonly<Record<string, unknown>>,
): Promise<FieldError[]> {
  const named = Object.entries(bakeryRule(task.kind)?.photos ?? {}).flatMap(([field, step]) => {
    const id = given[field];
    const { ruleId: rule } = PROOFS[step];
    return typeof id === 'string' ? [photoFaults(services, task, { id, step, rule, pointer: `/answer/${field}` })] : [];
  });
  return (await Promise.all(named)).flat();
}
