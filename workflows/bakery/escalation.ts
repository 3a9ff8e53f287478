import { humanTask, leftOpen, within } from '../process/human-task';
import { cancelNow } from './cancellation';
import { closeException, openException, OWNER, tellOf, type Problem } from '../orders/exception-record';
import { holdWhile } from '../orders/holds';
import { makeAgain } from './production-state';
import type { Self } from './self';
import { telephone } from '../orders/telephone';

/**
 * BAK-61. The store manager becomes the exception's owner and decides before the order goes on; timers keep running. Making again sends
 * the order back to making, a change is the consultant's to agree with the customer, cancelling stops the story at its next step.
 */
export function stepIn(self: Self, problem: Problem): Promise<void> {
  return holdWhile(self, () => decide(self, problem));
}

/** BAK-61. In the run before, which has left the decision open. */
export const hasSteppedIn = (self: Self, { id }: Pick<Problem, 'id'>): boolean =>
  leftOpen(self, 'escalated', { exception: id }) !== undefined;

async function decide(self: Self, problem: Problem): Promise<void> {
  if (!hasSteppedIn(self, problem)) {
    openException(self, problem);
    self.recorder.event('order.escalated', { exception: problem.id }, { ruleId: 'BAK-61', actor: problem.by });
    if (OWNER[problem.type] !== 'store-manager') tellOf(self, problem, ['role:store-manager'], 'BAK-61');
  }
  const task = await humanTask(self, 'escalated', {
    due: within(self, self.rules.escalationResponse, 'escalatedAt', 'BAK-61'),
    context: { exception: problem.id, type: problem.type, item: problem.item ?? null },
  });
  const { decision } = task.choices;
  self.recorder.event('escalation.decided', { exception: problem.id, decision }, { ruleId: 'BAK-61', actor: task.by });
  closeException(self, (row) => row.id === problem.id, decision, task.by);
  if (decision === 'rework') makeAgain(self);
  if (decision === 'change') telephone(self, 'change-wanted', { exception: problem.id });
  if (decision === 'cancel') cancelNow(self, { cause: 'store', by: task.by, ...(task.textId && { textId: task.textId }) });
}
