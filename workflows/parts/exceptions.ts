import { askToCancel, oweRefund } from './cancellation';
import { judgeFoodSafety } from './committee';
import { stepIn } from './escalation';
import { closeException, openException, OWNER, respond, type Problem } from './exception-record';
import { humanTask, within, type Due } from './human-task';
import { beside, overpaidOf, type Self } from './self';
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

/** BAK-86, BAK-76. Its owner answers in time; some outcomes owe the customer money or end the order. */
async function answer(self: Self, problem: Problem, due: Due): Promise<void> {
  const task = await humanTask(self, 'answer-exception', {
    role: OWNER[problem.type],
    due,
    context: { exception: problem.id, type: problem.type, item: problem.item ?? null },
  });
  respond(self, problem.id, task.by);
  const { outcome, refundFen } = task.choices;
  if (outcome === 'escalate') {
    await stepIn(self, problem);
    return;
  }
  if (outcome === 'partial-refund') allow(self, refundFen ?? 0, problem.id);
  if (outcome === 'refuse') askToCancel(self, 'store', task.by);
  closeException(self, (row) => row.id === problem.id, outcome, task.by);
}

/** BAK-76. Part of the price is given up at the scene; what was paid beyond the rest goes back. */
function allow(self: Self, allowanceFen: number, why: string): void {
  self.allowanceFen += allowanceFen;
  self.recorder.event('price.allowed', { allowanceFen, exception: why }, { ruleId: 'BAK-76' });
  oweRefund(self, overpaidOf(self), why);
}
