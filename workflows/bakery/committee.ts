import { condition } from '@temporalio/workflow';
import { toMs } from '../../src/base/rule';
import { hasOpen, leftOpen, within } from '../process/human-task';
import { SYSTEM } from '../process/draft';
import { takeVote, type VoteOf } from '../process/votes';
import { askToCancel } from './cancellation';
import { closeException, type Problem } from '../orders/exception-record';
import { hold, letGo } from '../orders/holds';
import type { Self } from './self';

/**
 * BAK-81. A food-safety problem goes to the committee's own line: the order is held, members vote, a quorum decides. Only the vote to
 * release lifts the hold. Without a quorum in time the order stays held (the safe side) and the ladder hears of it; the vote stays open.
 */
export async function judgeFoodSafety(self: Self, problem: Problem): Promise<void> {
  const left = leftOpen(self, 'committee-vote', { exception: problem.id });
  hold(self, problem.id);
  if (!left) self.recorder.event('order.held', { exception: problem.id }, { ruleId: 'BAK-81', actor: problem.by });
  for (let round = left ? Number(left.row.context['round']) : 1; ; round += 1) {
    const vote = await callToVote(self, problem, round);
    self.recorder.event('committee.decided', { exception: problem.id, round, vote }, { ruleId: 'BAK-81' });
    if (vote === 'release') return release(self, problem);
    if (vote === 'destroy') await destroy(self, problem);
    else await self.timers.sleepUntil(self.now() + toMs(self.rules.committeeDecision), 'BAK-81 the committee meets again');
  }
}

function callToVote(self: Self, problem: Problem, round: number): Promise<VoteOf<'committee-vote'>> {
  const due = within(self, self.rules.committeeDecision, 'reportedAt', 'BAK-81');
  const facts = { exception: problem.id, type: problem.type, item: problem.item ?? null, round, dueAt: due.at };
  if (!leftOpen(self, 'committee-vote', facts))
    self.recorder.notice('role:food-safety-committee', 'committee-called', facts, { urgent: true, ruleId: 'BAK-81' });
  return takeVote(self, 'committee-vote', {
    due,
    remindEveryMs: toMs(self.rules.committeeReport),
    context: { exception: problem.id, item: problem.item ?? null, round, quorum: self.rules.committeeQuorum.n },
    quorum: self.rules.committeeQuorum.n,
    onTie: 'hold', // the safe side
    onLate: () => self.recorder.event('committee.no-quorum', { exception: problem.id, round, stays: 'held' }, { ruleId: 'BAK-81' }),
  });
}

function release(self: Self, problem: Problem): void {
  letGo(self, problem.id);
  self.recorder.event('order.released', { exception: problem.id, vote: 'release' }, { ruleId: 'BAK-81' });
  closeException(self, (row) => row.id === problem.id, 'release');
}

/**
 * What is to be destroyed cannot be delivered: the store manager is asked to cancel for a cause of the store, and the order stays held
 * until they have decided. Resolves only when they declined; then the committee meets again.
 */
async function destroy(self: Self, problem: Problem): Promise<void> {
  askToCancel(self, 'store', SYSTEM);
  await condition(() => !hasOpen(self, 'cancellation-decision')); // approved, the order's life ends here
  self.recorder.event('committee.reconvened', { exception: problem.id }, { ruleId: 'BAK-81' });
}
