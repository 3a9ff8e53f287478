import { condition } from '@temporalio/workflow';
import type { DecideChange, OrderFacts, RefreshPreview, RequestChange } from '../../src/orders/order.messages';
import type { ChangeRow } from '../../src/orders/order-rows.messages';
import { UNPLANNED } from '../../src/bakery/work.rules';
import { whatChanges } from '../../src/orders/changes.rules';
import { Refusal } from '../../src/base/refusals';
import { toMs } from '../../src/base/rule';
import type { AnswerOf } from '../../src/process/tasks/tasks.rules';
import { answerTask, findOpen, openTask, withdrawTasks, within } from '../process/human-task';
import { retell, type LiveTaskOf } from '../process/live-task';
import { sendLetter } from './acceptance';
import { moveChangeWindow } from './acceptance-state';
import { refundOverpayment } from './cancellation';
import { pending } from './change-checks';
import {
  allergensAcknowledged,
  awaitAcknowledgement,
  awaitReview,
  keepChange,
  planAnew,
  planned,
  reviewDecided,
  type LiveChange,
} from '../orders/change-state';
import { topUpDeposit } from './deposit';
import { report } from './exceptions';
import { orderAnew } from '../orders/header';
import { applyReview, feasibilityClocks } from './intake';
import { overpaidOf } from '../orders/ledger';
import { loadDays } from './load';
import { nextPlan, reviewOpened } from './plan-state';
import { plan } from './planning';
import { makeAgain } from './production-state';
import { watchPromise } from './promise';
import type { Self } from './self';
import { openTaskSheet } from './task-sheet';
import { remindWarmly } from './warm-reminder';

/** BAK-36, BAK-37. A side record and a task for the store manager; the order goes on with the old version meanwhile. */
export function requestChange(self: Self, request: RequestChange): void {
  const row: ChangeRow = {
    id: request.changeId,
    state: 'pending',
    requestedBy: request.by,
    requestedAt: self.now(),
    previewHash: request.previewHash,
    basis: request.basis,
    decidedBy: null,
    decidedAt: null,
    apply: false,
    ...(request.textId && { textId: request.textId }),
  };
  keepChange(self, { row, request });
  self.recorder.event(
    'change.requested',
    {
      change: request.changeId,
      allergensAdded: request.allergensAdded,
      ...whatChanges(self.facts, request.facts, request.needsFeasibility),
    },
    { ruleId: 'BAK-36', actor: request.by, ...(request.textId && { textId: request.textId }) },
  );
  openChangeDecision(self, request);
}

/** BAK-37. The store manager's decision, and what it does. */
export function openChangeDecision(self: Self, { changeId, previewHash }: Pick<RequestChange, 'changeId' | 'previewHash'>): void {
  openTask(self, 'change-decision', {
    due: within(self, self.rules.changeDecisionDue, 'requestedAt', 'BAK-37'),
    remindAt: [self.now() + toMs(self.rules.changeDecisionRemind)],
    context: { change: changeId, previewHash },
    onDone: ({ choices, by, textId }) => {
      const { decision } = choices as { decision: 'approve' | 'reject' };
      settleChange(self, pending(self, changeId), decision === 'approve', { by, ...(textId && { textId }) });
    },
  });
}

/** BAK-37. The decision by `/decision`, the inbox or Temporal UI is one and the same task's answer. */
export function decideChange(self: Self, { changeId, decision, previewHash, by, textId }: DecideChange): void {
  const task = decisionTask(self, changeId);
  answerTask(self, task, { by, at: self.now(), choices: { decision, ...(previewHash && { previewHash }) }, ...(textId && { textId }) });
}

/** The open task by which a change is decided. */
export function decisionTask(self: Self, changeId: string): LiveTaskOf<'change-decision'> {
  const task = findOpen(self, 'change-decision', ({ context }) => context.change === changeId);
  if (!task) throw new Refusal('no-such-change', { code: 'change-undecidable' });
  return task;
}

/** The order moved on before the decision: what would be applied and its preview are replaced, the task shows the new one. */
export function refreshPreview(
  self: Self,
  { changeId, previewHash, basis, facts, allergensAdded, needsFeasibility }: RefreshPreview,
): void {
  const { row, request } = pending(self, changeId);
  keepChange(self, { row: { ...row, previewHash, basis }, request: { ...request, facts, allergensAdded, needsFeasibility } });
  const task = decisionTask(self, changeId);
  retell(self, task, { previewHash });
}

function settleChange(
  self: Self,
  { row, request }: LiveChange,
  approved: boolean,
  { by, textId }: { by: LiveChange['row']['requestedBy']; textId?: string },
): void {
  const decided: ChangeRow = {
    ...row,
    state: approved ? 'approved' : 'rejected',
    decidedBy: by,
    decidedAt: self.now(),
    apply: approved,
    ...(textId && { decisionTextId: textId }),
  };
  keepChange(self, { row: decided, request });
  const change = row.id;
  self.recorder.event(
    approved ? 'change.approved' : 'change.rejected',
    { change, ...whatChanges(self.facts, request.facts, request.needsFeasibility) },
    { ruleId: 'BAK-37', actor: by, ...(textId && { textId }) },
  );
  if (approved) apply(self, request);
  else self.recorder.notice('customer', 'change-refused', { change }, { ruleId: 'BAK-37' });
}

/**
 * BAK-38. Approval makes a new version and a new plan in one act: clocks tied to the delivery hour move, the task sheet is void and
 * signed anew, feasibility is reviewed again when product, ingredients or date change, everyone concerned is told.
 */
function apply(self: Self, request: RequestChange): void {
  const { deliveryAt: before } = self.facts;
  orderAnew(self, keepReview(request.facts, self.facts));
  nextPlan(self);
  loadDays(self, self.facts.deliveryAt === before ? self.plan : UNPLANNED); // for another date, until its review
  moveChangeWindow(self); // before the letters, which name its end
  self.recorder.event(
    'order.changed',
    { change: request.changeId, version: self.version, planVersion: self.plan.version },
    { ruleId: 'BAK-38', actor: request.by },
  );
  if (self.stages.materials.startedAt !== null) openTaskSheet(self);
  if (self.stages.making.startedAt === null) topUpDeposit(self);
  refundOverpayment(self, `change-${request.changeId}`);
  if (request.allergensAdded.length > 0) askAboutAllergens(self, request.allergensAdded);
  if (request.needsFeasibility) {
    reviewAgain(self);
    if (self.stages.making.doneAt !== null) makeAgain(self); // what was made is not what is ordered now
  }
  const refundBy = overpaidOf(self) > 0 ? { refundBy: self.now() + toMs(self.rules.refundDue) } : {}; // BAK-39
  self.recorder.notice('customer', 'order-changed', { version: self.version, ...refundBy }, { ruleId: 'BAK-38' });
  for (const staff of new Set(Object.values(self.plan.assignees))) {
    if (staff) self.recorder.notice(`staff:${staff}`, 'order-changed', { version: self.version }, { ruleId: 'BAK-38' });
  }
  sendLetter(self);
  planAnew(self);
}

/** The review's "no decoration" (BAK-46) outlives a change that keeps the products. */
const keepReview = (after: OrderFacts, before: OrderFacts): OrderFacts => {
  const products = (facts: OrderFacts): string => facts.lines.map((line) => line.product).join();
  return products(after) === products(before) ? { ...after, decoration: before.decoration } : after;
};

/** Making does not start before the customer has acknowledged an added allergen. */
export function askAboutAllergens(self: Self, allergens: readonly string[]): void {
  awaitAcknowledgement(self);
  openTask(self, 'acknowledge-allergen', {
    assignee: self.input.takenBy,
    context: { allergens, version: self.version },
    onDone: ({ choices }) => {
      if ((choices as { acknowledged: boolean }).acknowledged) allergensAcknowledged(self);
      else askAboutAllergens(self, allergens);
    },
  });
}

/** Feasibility of the version that stands, once more (BAK-38). */
export function reviewAgain(self: Self): void {
  withdrawTasks(self, 'newer-review', (row) => row.kind === 'feasibility-review');
  awaitReview(self);
  reviewOpened(self);
  openReview(self);
}

/** BAK-38. The review of a change, and what its answer does. */
export function openReview(self: Self): void {
  openTask(self, 'feasibility-review', {
    ...feasibilityClocks(self),
    due: within(self, self.rules.feasibilityDue, 'changedAt', 'BAK-27'),
    remindAt: [self.now() + toMs(self.rules.feasibilityRemind)],
    onDone: ({ choices, by }) => {
      const review = choices as AnswerOf<'feasibility-review'>;
      reviewDecided(self);
      self.recorder.event('feasibility.decided', { outcome: review.outcome, version: self.version }, { ruleId: 'BAK-38', actor: by });
      if (review.outcome === 'not-feasible')
        report(self, { id: `${self.input.number}/infeasible-v${self.version}`, type: 'process-problem', foundAt: self.now(), by });
      else {
        const { plannedStartAt, assignees } = self.plan;
        applyReview(self, review);
        if (self.plan.plannedStartAt !== plannedStartAt) sendLetter(self); // it names the production cycle (BAK-34)
        if (self.plan.assignees['making'] !== assignees['making']) openTaskSheet(self); // signed by who makes it (BAK-44)
        planAnew(self);
      }
    },
  });
}

/** Beside the story: whenever a change asks for it, the agenda is made anew and the clocks move (BAK-38, BAK-45). */
export async function keepAgenda(self: Self): Promise<void> {
  for (;;) {
    await condition(() => self.change.replan);
    await plan(self);
    if (self.stages.making.startedAt === null) remindWarmly(self);
    watchPromise(self);
    planned(self);
  }
}
