import type { AssignTask } from '../../src/contracts/order';
import { STAGES } from '../../src/domain/order-state';
import { stepOf, type TaskKind } from '../../src/domain/rulebook/tasks';
import { update } from './human-task';
import { openTaskOf } from './listen-checks';
import { stage, type Self } from './self';
import type { TaskHolder } from './task-holder';
import { taskFacts } from './telling';

/** BAK-09. A step's task, and with it the step from now on. */
export function assign(self: Self, act: AssignTask): void {
  const { row } = openTaskOf(self, act.taskId);
  if (act.to) takeOver(self, row.kind, act.to);
  handOn(self, act);
}

/** BAK-09. Claim, release and reassignment keep from, to, time and reason. */
export function handOn(self: TaskHolder, { taskId, to, by, textId }: AssignTask): void {
  const task = openTaskOf(self, taskId);
  const from = task.row.assignee;
  update(self, task, { assignee: to });
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
