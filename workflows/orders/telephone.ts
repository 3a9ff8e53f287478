import type { TaskRow } from '../../src/process/process.messages';
import type { ContextOf } from '../../src/process/tasks/tasks.rules';
import type { CallReason } from '../../src/orders/calls.messages';
import { findOpen, hasOpen, openTask } from '../process/human-task';
import { isOf } from '../process/live-task';
import type { Header } from './header';
import { taskFacts } from '../process/telling';

/** Whether a task is a call for that reason, about that exception if one is named. */
export const isCall =
  (why: CallReason, exception?: string) =>
  (row: TaskRow): boolean =>
    isOf(row, 'telephone-customer') && row.context.why === why && row.context.exception === exception;

/**
 * BAK-08, BAK-33, BAK-45, BAK-60. The consultant who took the order telephones the customer; for one reason one call at a time. `alert`
 * names the rule by which the consultant hears of it at once.
 */
export function telephone(
  self: Header,
  why: CallReason,
  { alert, ...facts }: Omit<ContextOf<'telephone-customer'>, 'why'> & { readonly alert?: string } = {},
): void {
  if (hasOpen(self, 'telephone-customer', isCall(why, facts.exception))) return;
  const { takenBy } = self.input;
  openTask(self, 'telephone-customer', { assignee: takenBy, context: { why, ...facts } });
  if (!alert) return;
  const task = findOpen(self, 'telephone-customer', isCall(why, facts.exception));
  if (task)
    self.recorder.notice(`staff:${takenBy}`, 'task-opened', { ...taskFacts(task.row), yours: true }, { urgent: true, ruleId: alert });
}
