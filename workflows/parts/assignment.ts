import type { AssignTask } from '../../src/contracts/order';
import { STAGES } from '../../src/domain/order-state';
import { stepOf, type TaskKind } from '../../src/domain/rulebook/tasks';
import { update } from './human-task';
import { openTaskOf } from './listen-checks';
import { stage, type Self } from './self';
import { taskFacts } from './telling';

/** BAK-09. Claim, release and reassignment keep from, to, time and reason. */
export function assign(self: Self, { taskId, to, by, textId }: AssignTask): void {
  const task = openTaskOf(self, taskId);
  const from = task.row.assignee;
  update(self, task, { assignee: to });
  if (to) takeOver(self, task.row.kind, to);
  self.recorder.event('task.assigned', { task: taskId, from, to }, { ruleId: 'BAK-09', actor: by, ...(textId && { textId }) });
  if (to && to !== by.id) self.recorder.notice(`staff:${to}`, 'task-opened', { ...taskFacts(task.row), yours: true });
}

/** BAK-09, BAK-46. Who takes a step's task over is its person from now on. */
function takeOver(self: Self, kind: TaskKind, to: string): void {
  const step = stepOf(kind);
  if (!step) return;
  self.assignees = { ...self.assignees, [step]: to };
  const monitored = STAGES.find((name) => name === step);
  if (monitored) stage(self, monitored, { assignee: to });
}
