import type { AddPhoto } from '../../src/orders/order.messages';
import type { Resume } from '../../src/orders/repair.messages';
import { PROOFS, type ProofStep } from '../../src/bakery/photos.rules';
import type { TaskKind } from '../../src/process/tasks/tasks.rules';
import type { Process } from '../process/process';
import { bad } from '../process/refusing';
import type { Owned } from '../process/owned';

/** BAK-50. What the order's photos prove. */
export interface Photos {
  /** By id: which step, and when it was taken, epoch ms of shop time. */
  readonly onFile: ReadonlyMap<string, { readonly step: string; readonly takenAt: number }>;
}

/** None, or those that the record of a lost order has. */
export const openPhotos = (resume?: Resume): Photos => ({ onFile: new Map(resume?.photos.map(({ id, ...photo }) => [id, photo])) });

interface Photographed {
  readonly photos: Photos;
}

/** BAK-50. Puts a photo on file with its step. */
export function filePhoto(
  { photos, recorder }: Pick<Process, 'recorder'> & { readonly photos: Owned<Photos> },
  { photoId, step, takenAt, by }: AddPhoto,
): void {
  photos.onFile = new Map([...photos.onFile, [photoId, { step, takenAt }]]);
  recorder.event('photo.added', { photo: photoId, step }, { ruleId: 'BAK-50', actor: by });
}

/** What a photo is checked against. */
export interface ProofOf {
  readonly step: ProofStep;
  /** When the step before it ended, epoch ms of shop time: an older photo proves something else. */
  readonly since: number;
  /** The field that names the photo. */
  readonly pointer: string;
}

/**
 * The photo that a rule demands: of this order, of the step it is to prove, and uploaded since the step before it ended.
 * @throws {Refusal} `invalid-request`, naming the field and the rule.
 */
export function checkProof({ photos }: Photographed, photoId: string | undefined, { step, since, pointer }: ProofOf): void {
  const { ruleId } = PROOFS[step];
  const photo = photoId === undefined ? undefined : photos.onFile.get(photoId);
  if (!photo) throw bad(pointer, { code: 'not-a-photo-of-this-order' }, ruleId);
  if (photo.step !== step) throw bad(pointer, { code: 'photo-of-another-step', params: { step } }, ruleId);
  if (photo.takenAt < since) throw bad(pointer, { code: 'photo-too-old' }, ruleId);
}

/** The newest photo that would be such a proof. */
export const newestProof = ({ photos }: Photographed, step: ProofStep, since: number): string | undefined =>
  [...photos.onFile]
    .filter(([, photo]) => photo.step === step && photo.takenAt >= since)
    .sort(([, a], [, b]) => a.takenAt - b.takenAt)
    .at(-1)?.[0];

/** When the last step of a kind was done; 0 when none was. */
export const endOf = ({ tasks }: Pick<Process, 'tasks'>, kind: TaskKind): number =>
  Math.max(
    0,
    ...[...tasks.values()].filter(({ row }) => row.kind === kind).map(({ row }) => (row.state === 'done' ? (row.closedAt ?? 0) : 0)),
  );
