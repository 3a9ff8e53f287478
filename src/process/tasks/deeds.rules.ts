import type { TaskRecord } from './task-read.repository';
import { mayAnswer, mayReassign, type Answerer } from './task-rights.rules';
import { takesAnswers } from './tasks.rules';

/** What can be done with an open task. */
export const TASK_DEEDS = ['answer', 'claim', 'release', 'reassign'] as const;
export type TaskDeed = (typeof TASK_DEEDS)[number];

/** BAK-04. What somebody can do with a task now: what its routes would let them. */
export function deedsOf(task: TaskRecord, who: Answerer): TaskDeed[] {
  if (task.state !== 'open' || !takesAnswers(task.kind, task.context)) return [];
  const isMine = task.assignee === who.id;
  const answers = mayAnswer(task, who);
  const handsOn = isMine || mayReassign(task, who);
  return [
    ...(answers ? (['answer'] as const) : []),
    ...(answers && !isMine ? (['claim'] as const) : []),
    ...(handsOn && task.assignee !== null ? (['release'] as const) : []),
    ...(handsOn ? (['reassign'] as const) : []),
  ];
}
