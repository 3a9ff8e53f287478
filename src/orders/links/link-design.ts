import type { OrderRecord } from '../order-read.repository';
import type { Services } from '../services';

/**
 * BAK-25, BAK-26. The photo of the design that the customer sees: the newest of the draft that they are asked about, which is one taken since
 * they sent back the draft before it; once they have confirmed one, that one. Null while there is none.
 */
export async function designOf(services: Services, { processId }: OrderRecord): Promise<string | null> {
  const task = await services.tasks.latest(processId, 'confirm-design');
  if (task?.state === 'open') {
    const isFirst = task.context['draft'] === 1;
    return (await services.photoRows.newest(processId, 'design-draft', isFirst ? 0 : task.openedAt))?.id ?? null;
  }
  return (await services.timeline.dataOf(processId, 'design.confirmed')).at(-1)?.draftPhotoId ?? null;
}
