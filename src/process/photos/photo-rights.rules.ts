import type { Position } from '../../base/departments';
import { mayAnswerAs } from '../tasks/task-rights.rules';
import { taskKinds, taskRule, type TaskKind } from '../tasks/tasks.rules';

/** The steps whose photos belong to tasks of a kind: its own, those that its answer names, and those that settle it. */
const stepsOfKind = (kind: TaskKind): readonly string[] => {
  const { step, photos = {}, settledByPhotos = [] } = taskRule(kind);
  return [...(step === undefined ? [] : [step]), ...Object.values(photos), ...settledByPhotos];
};

/** The steps whose photos belong to any task. */
export const photographedSteps = (): readonly string[] => [...new Set(taskKinds().flatMap(stepsOfKind))];

/** BAK-04. The positions that take a photo of a step: those that may answer a task which it belongs to, however late. */
export const photographersOf = (step: string): readonly Position[] => [
  ...new Set(
    taskKinds()
      .filter((kind) => stepsOfKind(kind).includes(step))
      .flatMap((kind) => mayAnswerAs({ kind, ...taskRule(kind) })),
  ),
];
