import { heldOf } from '../../src/orders/refunds.rules';
import type { OverCapacity } from '../../src/bakery/work.rules';
import { toMs } from '../../src/base/rule';
import type { ContextOf } from '../../src/process/tasks/tasks.rules';
import { humanTask, leftOpen, type Due } from '../process/human-task';
import { oweRefund } from './cancellation';
import { amend, become } from '../orders/header';
import { freeDays, loadDays } from './load';
import { foundFeasible, momentOf, reviewOpened, planAsReviewed, remindersAt, type Reviewed } from './plan-state';
import { plan } from './planning';
import { endOf, newestProof } from './proofs';
import type { Self } from './self';
import { stage } from './stages';
import { enter, isBehind } from './taken-up';

/** BAK-15…24. The order is on file (the API wrote it with its number); its workflow takes it over. */
export function intake(self: Self): void {
  self.recorder.event(
    'order.received',
    { deliveryAt: self.facts.deliveryAt, totalFen: self.facts.totalFen, occasion: self.facts.occasion, urgency: self.facts.urgency },
    { ruleId: 'BAK-15', actor: { kind: 'staff', id: self.input.takenBy, via: 'http' } },
  );
}

/** BAK-25, BAK-26. A complex order waits until the customer confirms one version of the draft, which is on file; the customer is reminded daily. */
export async function clarifyDesign(self: Self): Promise<void> {
  if (!self.facts.complex || isBehind(self, 'awaiting-design')) return;
  enter(self, 'awaiting-design', { ruleId: 'BAK-25' });
  const left = leftOpen(self, 'confirm-design');
  let since = left ? endOf(self, 'confirm-design') : 0;
  for (let draft = left ? Number(left.row.context['draft']) : 1; ; draft += 1) {
    if (!leftOpen(self, 'confirm-design')) self.recorder.notice('customer', 'design-waiting', { draft }, { ruleId: 'BAK-25' });
    const silence = remindDaily(self, () =>
      self.recorder.notice('customer', 'design-waiting', { draft, again: true }, { ruleId: 'BAK-25' }),
    );
    try {
      const answer = await humanTask(self, 'confirm-design', { assignee: self.input.takenBy, context: { draft } });
      const { outcome, draftPhotoId = newestProof(self, 'design-draft', since) } = answer.choices;
      since = answer.at;
      self.recorder.event(
        outcome === 'approved' ? 'design.confirmed' : 'design.rejected',
        { draft, draftPhotoId: draftPhotoId ?? null },
        { ruleId: 'BAK-26', actor: answer.by, ...(answer.textId && { textId: answer.textId }) },
      );
      if (outcome === 'approved') return;
    } finally {
      silence();
    }
  }
}

/** Counted from when the draft was shown, which may have been in the run before. */
function remindDaily(self: Self, remind: () => void): () => void {
  const shownAt = leftOpen(self, 'confirm-design')?.row.openedAt;
  const from = shownAt === undefined ? undefined : self.takenUp.leftAt;
  return self.timers.setEvery(toMs(self.rules.designReminder), 'BAK-25 remind the customer of the draft', remind, shownAt, from);
}

/**
 * BAK-27…30. The supervisor decides; "not feasible" goes back to the sales consultant, who offers an alternative or ends it as declined.
 * Answers whether the order goes on.
 */
export async function reviewFeasibility(self: Self): Promise<boolean> {
  if (isBehind(self, 'feasibility-review')) return true;
  for (;;) {
    if (enter(self, 'feasibility-review', { ruleId: 'BAK-27' })) {
      reviewOpened(self);
      await plan(self);
    }
    if (!leftOpen(self, 'offer-alternative') && (await isFeasible(self))) return true;
    const alternative = await humanTask(self, 'offer-alternative', { assignee: self.input.takenBy });
    if (alternative.choices.outcome === 'decline') {
      decline(self);
      return false;
    }
  }
}

/** The supervisor's answer, and what a yes fixes. */
async function isFeasible(self: Self): Promise<boolean> {
  const answer = await humanTask(self, 'feasibility-review', feasibilityClocks(self));
  const { outcome } = answer.choices;
  self.recorder.event(
    'feasibility.decided',
    { outcome },
    { ruleId: 'BAK-27', actor: answer.by, ...(answer.textId && { textId: answer.textId }) },
  );
  if (outcome === 'not-feasible') return false;
  applyReview(self, answer.choices);
  foundFeasible(self);
  return true;
}

/** The review's clocks, as the agenda has them (BAK-27). */
export function feasibilityClocks(self: Self): { due: Due | undefined; remindAt: number[]; context: ContextOf<'feasibility-review'> } {
  return {
    due: momentOf(self, 'feasibility-due'),
    remindAt: remindersAt(self, 'feasibility-remind'),
    context: { highRisk: self.facts.highRisk, deliveryAt: self.facts.deliveryAt, urgency: self.facts.urgency, version: self.version },
  };
}

/** What a review says of the plan, of the decoration (BAK-46), and of a day that is planned over its capacity (BAK-29). */
interface ReviewAnswer extends Reviewed {
  readonly decoration?: boolean;
  readonly overCapacity?: OverCapacity;
}

/** BAK-29, BAK-30. The review fixes planned start, people and risk: production plan version 1, or the next one. */
export function applyReview(self: Self, { decoration, overCapacity, ...reviewed }: ReviewAnswer): void {
  const before = self.plan.plannedStartAt;
  planAsReviewed(self, reviewed);
  if (decoration !== undefined) amend(self, { decoration });
  const { assignees, plannedStartAt, risk, version } = self.plan;
  for (const name of ['materials', 'making', 'quality-check', 'decoration'] as const) {
    stage(self, name, { assignee: assignees[name] ?? null });
  }
  stage(self, 'decoration', { applicable: self.facts.decoration });
  loadDays(self);
  self.recorder.event(
    'plan.made',
    {
      planVersion: version,
      plannedStartAt,
      moved: before !== null && plannedStartAt !== before,
      risk,
      ...(overCapacity !== undefined && { overCapacity }),
    },
    { ruleId: 'BAK-29' },
  );
}

/** BAK-27. Ends the order; what was paid goes back in full. */
function decline(self: Self): void {
  become(self, 'declined', { ruleId: 'BAK-27' });
  freeDays(self);
  const refundFen = heldOf(self.ledger);
  self.recorder.notice('customer', 'order-declined', { refundFen }, { ruleId: 'BAK-27' });
  oweRefund(self, refundFen, 'declined');
}
