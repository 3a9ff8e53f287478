import { askToCancel, refundOverpayment } from './cancellation';
import { judgeFoodSafety } from './committee';
import { stepIn } from './escalation';
import { closeException, openException, OWNER, type Problem } from './exception-record';
import { openTask, withdrawTasks, within, type Due } from './human-task';
import { beside, outstandingOf, type Self } from './self';
import { resolveShortage } from './shortage';

/** Opens an exception and starts what the regulation says for its kind, beside the story. */
export function report(self: Self, problem: Problem): void {
  if (self.exceptions.has(problem.id)) return;
  openException(self, problem);
  beside(self, () => handle(self, problem));
}

async function handle(self: Self, problem: Problem): Promise<void> {
  switch (problem.type) {
    case 'ingredient-shortage':
      await resolveShortage(self, problem); // BAK-58…60
      return;
    case 'process-problem':
      await stepIn(self, problem); // BAK-61
      return;
    case 'food-safety':
      await judgeFoodSafety(self, problem); // BAK-81
      return;
    case 'receipt-problem':
      await answer(self, problem, within(self, self.rules.receiptProblem, 'the report', 'BAK-76'));
      return;
    case 'delivery-problem':
    case 'severe-weather':
      self.recorder.notice('customer', 'order-delayed', { exception: problem.id, type: problem.type }, { urgent: true, ruleId: 'BAK-72' });
      await answer(self, problem, within(self, self.rules.exceptionResponse, 'the report', 'BAK-86'));
      return;
    case 'other':
      await answer(self, problem, within(self, self.rules.exceptionResponse, 'the report', 'BAK-86'));
  }
}

/** BAK-86, BAK-76. Its owner answers in time; some outcomes owe the customer money or end the order. What settles by itself needs none. */
async function answer(self: Self, problem: Problem, due: Due): Promise<void> {
  const task = await openTask(self, 'answer-exception', {
    role: OWNER[problem.type],
    due,
    context: { exception: problem.id, type: problem.type, item: problem.item ?? null },
  }).answered();
  if (!task) return;
  const { outcome, refundFen } = task.choices;
  if (outcome === 'escalate') return stepIn(self, problem);
  if (outcome === 'partial-refund') allow(self, refundFen ?? 0, problem.id);
  if (outcome === 'refuse') askToCancel(self, 'store', task.by, task.textId);
  closeException(self, (row) => row.id === problem.id, outcome, task.by);
}

/** The exception has settled by itself: it closes, and nobody need answer it any more. */
export function settleException(self: Self, id: string, outcome: string): void {
  withdrawTasks(self, outcome, (row) => row.kind === 'answer-exception' && row.context['exception'] === id);
  closeException(self, (row) => row.id === id, outcome);
}

/** BAK-76. Part of the price is given up at the scene; what was paid beyond the rest goes back, and is not owed if it was not paid. */
function allow(self: Self, allowanceFen: number, why: string): void {
  self.allowanceFen += allowanceFen;
  self.recorder.event('price.allowed', { allowanceFen, exception: why }, { ruleId: 'BAK-76' });
  refundOverpayment(self, why);
  if (outstandingOf(self) <= 0) withdrawTasks(self, 'nothing is owed any more', (row) => row.kind === 'settle-balance');
}
