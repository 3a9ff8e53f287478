import type { AssignTask } from '../../src/process/process.messages';
import { STAGES } from '../../src/orders/order-state.rules';
import { taskRule, type TaskKind } from '../../src/process/tasks/tasks.rules';
import { handOn } from '../process/assignment';
import { openTaskOf } from '../process/task-checks';
import { entrust } from './plan-state';
import type { Self } from './self';
import { stage } from './stages';

/** BAK-09. A step's task, and with it the step from now on. */
export function assign(self: Self, act: AssignTask): void {
  const { row } = openTaskOf(self, act.taskId);
  if (act.to) takeOver(self, row.kind, act.to);
  handOn(self, act);
}

/** BAK-09, BAK-46. Who takes a step's task over is its person from now on. */
function takeOver(self: Self, kind: TaskKind, to: string): void {
  const { step } = taskRule(kind);
  if (!step) return;
  entrust(self, step, to);
  const monitored = STAGES.find((name) => name === step);
  if (monitored) stage(self, monitored, { assignee: to });
}
