import { condition } from '@temporalio/workflow';
import type { AnswerOf } from '../../src/contracts/tasks';
import { cancelNow } from './cancellation';
import { closeException, openException, respond, type Problem } from './exception-record';
import { humanTask, within } from './human-task';
import type { Self } from './self';

/**
 * BAK-61. The store manager becomes the exception's owner and decides before the order goes on; timers keep running.
 * Answers the decision.
 */
export async function stepIn(self: Self, problem: Problem): Promise<AnswerOf<'escalated'>['decision']> {
  openException(self, problem);
  self.recorder.event('order.escalated', { exception: problem.id }, { ruleId: 'BAK-61', actor: problem.by });
  const task = await humanTask(self, 'escalated', {
    due: within(self, self.rules.escalationResponse, 'the escalation', 'BAK-61'),
    context: { exception: problem.id, type: problem.type, item: problem.item ?? null },
  });
  respond(self, problem.id, task.by);
  const { decision } = task.choices;
  self.recorder.event('escalation.decided', { exception: problem.id, decision }, { ruleId: 'BAK-61', actor: task.by });
  closeException(self, (row) => row.id === problem.id, decision, task.by);
  if (decision === 'cancel') cancelNow(self, 'store', task.by); // the story stops at its next step
  return decision;
}

/** BAK-51, BAK-81. Packing waits while a process or food-safety problem is open. */
export const noBlockingException = (self: Self): Promise<void> =>
  condition(
    () =>
      ![...self.exceptions.values()].some((row) => row.state === 'open' && (row.type === 'process-problem' || row.type === 'food-safety')),
  );
