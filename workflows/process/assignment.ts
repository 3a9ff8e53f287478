import type { AssignTask } from '../../src/process/process.messages';
import { update } from './live-task';
import type { Process } from './process';
import { openTaskOf } from './task-checks';
import { taskFacts } from './telling';

/** BAK-09. Claim, release and reassignment keep from, to, time and reason. */
export function handOn(process: Process, { taskId, to, by, textId }: AssignTask): void {
  const task = openTaskOf(process, taskId);
  const from = task.row.assignee;
  update(process, task, { assignee: to });
  process.recorder.event('task.assigned', { task: taskId, from, to }, { ruleId: 'BAK-09', actor: by, ...(textId && { textId }) });
  if (to && to !== by.id) process.recorder.notice(`staff:${to}`, 'task-opened', { ...taskFacts(task.row), yours: true });
}
