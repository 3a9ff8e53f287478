import type { FieldError } from '../base/faults';
import type { Home } from '../process/act';
import type { Services } from '../process/services';

/** A photo as a request names it, for the proof that a rule demands. */
interface NamedPhoto {
  readonly id: string;
  readonly step: string;
  readonly rule: string;
  readonly pointer: string;
}

/**
 * BAK-25, 52, 65, 75, 76. A photo that proves something belongs to the order, and its picture proves nothing else: the same bytes uploaded
 * once more for another step are no second picture. Whether step and hour are right the order itself decides.
 */
export async function photoFaults(services: Services, { processId }: Home, { id, step, rule, pointer }: NamedPhoto): Promise<FieldError[]> {
  const photo = await services.photoRows.find(id);
  if (photo?.processId !== processId) return [{ pointer, code: 'not-a-photo-of-this-order', rule }];
  const others = (await services.photoRows.stepsOf(processId, photo.sha256)).filter((other) => other !== photo.step);
  return others.length === 0 ? [] : [{ pointer, code: 'picture-of-another-step', params: { steps: others, step }, rule }];
}
