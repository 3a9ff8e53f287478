import { swapFaults } from '../../src/bakery/alternatives.rules';
import { Refusal } from '../../src/base/refusals';
import { changeBasis } from '../../src/orders/changes.rules';
import type { DecideChange, OrderFacts, RequestChange } from '../../src/orders/order.messages';
import { inProduction, isUnderWay } from '../../src/orders/order-state.rules';
import { pendingChanges, type LiveChange } from '../orders/change-state';
import { changeWindowOpen } from './acceptance-state';
import type { Self } from './self';

/** What a preview is computed from; when it no longer holds, the preview is stale (BAK-37). */
export const basisOf = (self: Self): string =>
  changeBasis({
    version: self.version,
    planVersion: self.plan.version,
    state: self.state,
    costsFen: self.ledger.costsFen,
    deliveryAt: self.facts.deliveryAt,
    totalFen: self.facts.totalFen,
  });

/** BAK-36. Changes a customer may have waiting for the store manager's decision; a third would only undo one of them. */
const MOST_WISHES = 2;

/** BAK-36. May a change be asked for now? The swap that an open shortage of ours offers is exempt from the window (BAK-60). */
export function checkRequest(self: Self, { changeId, exceptionId, basis, facts, by }: RequestChange): void {
  if (self.change.asked.has(changeId)) throw new Refusal('already-answered', { code: 'on-record' }, { rule: 'BAK-36' });
  if (!isUnderWay(self.state)) {
    throw new Refusal(
      'not-in-this-state',
      { code: 'no-change-in-state', params: { state: self.state } },
      {
        rule: 'BAK-36',
      },
    );
  }
  if (exceptionId !== undefined) checkShortage(self, exceptionId, facts);
  else if (!changeWindowOpen(self)) {
    throw new Refusal(
      'change-window-closed',
      { code: 'window-closed', params: { endedAt: self.acceptance.window.endsAt ?? 0 } },
      {
        rule: 'BAK-36',
      },
    );
  }
  if (by.kind === 'customer' && pendingChanges(self).filter(({ row }) => row.requestedBy.kind === 'customer').length >= MOST_WISHES)
    throw new Refusal('too-many-open-changes', { code: 'wishes-undecided', params: { most: MOST_WISHES } }, { rule: 'BAK-36' });
  if (basis !== basisOf(self)) throw new Refusal('preview-stale', { code: 'preview-outrun' }, { rule: 'BAK-37' });
}

/** BAK-60. Only a shortage of this order that is still open exempts a change, and only the swap it offers; what is packed stands. */
function checkShortage(self: Self, exceptionId: string, facts: OrderFacts): void {
  const shortage = self.exceptions.reported.get(exceptionId);
  if (shortage?.type !== 'ingredient-shortage') throw new Refusal('no-such-exception', { code: 'not-a-shortage' }, { rule: 'BAK-60' });
  if (!inProduction(self.state))
    throw new Refusal('not-in-this-state', { code: 'packed-stands', params: { state: self.state } }, { rule: 'BAK-60' });
  if (shortage.state !== 'open')
    throw new Refusal(
      'not-in-this-state',
      { code: 'shortage-settled' },
      {
        rule: 'BAK-60',
      },
    );
  checkSwap(self, facts);
}

/** @throws {Refusal} `invalid-request` for what is more than the swap of a missing ingredient, or dearer than the order as it stands. */
function checkSwap(self: Self, facts: OrderFacts): void {
  const errors = swapFaults(self.facts, facts);
  if (errors.length > 0) throw new Refusal('invalid-request', { code: 'more-than-swap' }, { rule: 'BAK-60', errors });
}

/** The change of that id while it is undecided. @throws {Refusal} `no-such-change`, `already-answered`. */
export const pending = (self: Self, changeId: string): LiveChange => {
  const live = self.change.asked.get(changeId);
  if (!live) throw new Refusal('no-such-change', { code: 'no-change-of-order' });
  const { state, decidedBy, decidedAt } = live.row;
  if (state === 'pending') return live;
  const answered = decidedBy && { by: { id: decidedBy.id ?? decidedBy.kind }, at: decidedAt ?? 0, choices: { decision: state } };
  throw new Refusal(
    'already-answered',
    { code: 'change-decided', params: { decision: state } },
    { rule: 'BAK-37', ...(answered && { answered }) },
  );
};

/** @throws {Refusal} `preview-stale` when the facts moved, or the decider saw another preview (BAK-37). */
export function checkFresh(self: Self, changeId: string, previewHash?: string): void {
  const { row } = pending(self, changeId);
  if (row.basis !== basisOf(self) || (previewHash !== undefined && previewHash !== row.previewHash)) {
    throw new Refusal('preview-stale', { code: 'preview-outrun' }, { rule: 'BAK-37' });
  }
}

export function checkDecision(self: Self, { changeId, decision, previewHash }: DecideChange): void {
  const { request } = pending(self, changeId);
  if (decision !== 'approve') return;
  checkFresh(self, changeId, previewHash);
  // another change may have made the order cheaper since it was asked for
  if (request.exceptionId !== undefined) checkSwap(self, request.facts);
}
