import { condition } from '@temporalio/workflow';
import type { ReasonBase } from '../../src/base/reason';
import { toMs } from '../../src/base/rule';
import { hasOpen, leftOpen, openTask, withdrawTasks, within, type Due } from '../process/human-task';
import { isOf } from '../process/live-task';
import { askToCancel, refundOverpayment } from './cancellation';
import { judgeFoodSafety } from './committee';
import { hasSteppedIn, stepIn } from './escalation';
import { closeException, openException, openExceptions, OWNER, type Problem } from '../orders/exception-record';
import { beside } from '../orders/header';
import { giveUp, outstandingOf, overpaidOf } from '../orders/ledger';
import { replace } from './replacement';
import type { Self } from './self';
import { resolveShortage } from './shortage';

/** Opens an exception and starts what the regulation says for its kind, beside the story. */
export function report(self: Self, problem: Problem): void {
  if (self.exceptions.reported.has(problem.id)) return;
  openException(self, problem);
  beside(self, () => handle(self, problem));
}

/** An order taken up: what was open is handled once more, from its beginning where it was lost, from where it stood where it goes on. */
export function handleAgain(self: Self): void {
  for (const { id, type, foundAt, item, reporter, textId } of openExceptions(self)) {
    const photo = leftOpen(self, 'answer-exception', { exception: id })?.row.context['photo'];
    const problem: Problem = {
      id,
      type,
      foundAt,
      by: reporter,
      ...(item && { item }),
      ...(typeof photo === 'string' && { photoId: photo }),
      ...(textId && { textId }),
    };
    beside(self, () => (hasSteppedIn(self, problem) && type !== 'ingredient-shortage' ? stepIn(self, problem) : handle(self, problem)));
  }
}

/** The tasks by which an exception is handled while nothing else is under way for it. */
const HANDLING = ['answer-exception', 'escalated', 'committee-vote'] as const;

/** Each open exception waits for a person: no supplier is asked, and no decision is being carried out. */
export const waitForPeople = (self: Self): boolean =>
  openExceptions(self).every(({ id }) => HANDLING.some((kind) => hasOpen(self, kind, ({ context }) => context.exception === id)));

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
      await answer(self, problem, (since) => within(self, self.rules.receiptProblem, since, 'BAK-76'));
      return;
    case 'delivery-problem':
    case 'severe-weather':
      if (!leftOpen(self, 'answer-exception', { exception: problem.id }))
        self.recorder.notice(
          'customer',
          'order-delayed',
          { exception: problem.id, type: problem.type },
          { urgent: true, ruleId: 'BAK-72' },
        );
      await answer(self, problem, (since) => within(self, self.rules.exceptionResponse, since, 'BAK-86'));
      return;
    case 'other':
      await answer(self, problem, (since) => within(self, self.rules.exceptionResponse, since, 'BAK-86'));
  }
}

/**
 * BAK-86, BAK-76. Its owner answers in time, and the outcome is carried out: money goes back, another one is made, the store manager steps
 * in, or the order ends. What settles by itself needs no answer; goods refused whose cancellation the manager declined need another one.
 */
async function answer(self: Self, problem: Problem, due: (since: ReasonBase) => Due): Promise<void> {
  for (let since: ReasonBase = 'reportedAt'; ; since = 'decidedAt') {
    const task = await openTask(self, 'answer-exception', {
      role: OWNER[problem.type],
      due: due(since),
      context: {
        exception: problem.id,
        type: problem.type,
        item: problem.item ?? null,
        ...(problem.photoId && { photo: problem.photoId }),
      },
    }).answered();
    if (!task) return;
    const { outcome, refundFen, replacementAt } = task.choices;
    if (outcome === 'escalate') return stepIn(self, problem);
    if (outcome === 'refuse') {
      askToCancel(self, 'store', task.by, task.textId);
      await condition(() => !hasOpen(self, 'cancellation-decision')); // approved, the order's life ends here
      continue;
    }
    // closed first: what is told of it from here on is news, and no letter about an open problem that the end of it makes untrue
    closeException(self, (row) => row.id === problem.id, outcome, task.by);
    if (outcome === 'partial-refund') allow(self, refundFen ?? 0, problem.id);
    if (outcome === 'replace') replace(self, problem, replacementAt ?? self.facts.deliveryAt, task.by);
    return;
  }
}

/** The exception has settled by itself: it closes, and nobody need answer it any more. */
export function settleException(self: Self, id: string, outcome: string): void {
  withdrawTasks(self, 'exception-settled', (row) => isOf(row, 'answer-exception') && row.context.exception === id);
  closeException(self, (row) => row.id === id, outcome);
}

/** BAK-76. Part of the price is given up at the scene; what was paid beyond the rest goes back, and is not owed if it was not paid. */
function allow(self: Self, allowanceFen: number, why: string): void {
  giveUp(self, allowanceFen, { exception: why });
  refundOverpayment(self, why);
  const refundFen = overpaidOf(self);
  const facts = { allowanceFen, refundFen, ...(refundFen > 0 && { refundBy: self.now() + toMs(self.rules.refundDue) }) };
  self.recorder.notice('customer', 'price-allowed', facts, { ruleId: 'BAK-76' });
  if (outstandingOf(self) <= 0) withdrawTasks(self, 'nothing-owed', (row) => row.kind === 'settle-balance');
}
