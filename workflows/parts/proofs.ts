import { PROOFS, type ProofStep } from '../../src/domain/rulebook/photos';
import type { TaskKind } from '../../src/domain/rulebook/tasks';
import { bad } from '../process/refusing';
import type { Self } from './self';

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
export function checkProof(self: Self, photoId: string | undefined, { step, since, pointer }: ProofOf): void {
  const { ruleId } = PROOFS[step];
  const photo = photoId === undefined ? undefined : self.photos.get(photoId);
  if (!photo) throw bad(pointer, { code: 'not-a-photo-of-this-order' }, ruleId);
  if (photo.step !== step) throw bad(pointer, { code: 'photo-of-another-step', params: { step } }, ruleId);
  if (photo.takenAt < since) throw bad(pointer, { code: 'photo-too-old' }, ruleId);
}

/** The newest photo that would be such a proof. */
export const newestProof = (self: Self, step: ProofStep, since: number): string | undefined =>
  [...self.photos]
    .filter(([, photo]) => photo.step === step && photo.takenAt >= since)
    .sort(([, a], [, b]) => a.takenAt - b.takenAt)
    .at(-1)?.[0];

/** When the last step of a kind was done; 0 when none was. */
export const endOf = (self: Self, kind: TaskKind): number =>
  Math.max(
    0,
    ...[...self.tasks.values()].filter(({ row }) => row.kind === kind).map(({ row }) => (row.state === 'done' ? (row.closedAt ?? 0) : 0)),
  );
