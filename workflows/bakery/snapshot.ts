import type { OrderEnd, OrderRecord, OrderSnapshot } from '../../src/orders/order.messages';
import { isUnderWay, STAGES, type Overlay } from '../../src/orders/order-state.rules';
import { openTasks } from '../process/process';
import { pendingChanges } from '../orders/change-state';
import { openExceptions } from '../orders/exception-record';
import { shutGates } from './gates';
import { moneyNow } from '../orders/ledger';
import type { Self } from './self';

/** BAK-94. What is set on the state without replacing it. */
export function overlaysOf(self: Self): Overlay[] {
  const tasks = openTasks(self);
  const overlays: Overlay[] = [];
  if (pendingChanges(self).length > 0) overlays.push('change-pending');
  if (openExceptions(self).length > 0) overlays.push('exception-open');
  if (tasks.some((task) => task.kind === 'escalated')) overlays.push('escalated');
  if (tasks.some((task) => task.breachedAt !== null)) overlays.push('breached');
  if (isUnderWay(self.state) && self.now() > self.facts.deliveryAt) overlays.push('overdue');
  return overlays;
}

/** What the order's own row keeps of it. */
export const recordOf = (self: Self): OrderRecord => ({
  version: self.version,
  planVersion: self.plan.version,
  facts: self.facts,
  risk: self.plan.risk,
  money: moneyNow(self),
  costsFen: self.ledger.costsFen,
  acceptedAt: self.acceptance.acceptedAt,
  changeWindowEndsAt: self.acceptance.window.endsAt,
  plannedStartAt: self.plan.plannedStartAt,
  makingDoneAt: self.production.makingDoneAt,
  deliveredAt: self.delivery.deliveredAt,
  followUpAt: self.followUp.visitAt,
  stages: STAGES.map((name) => self.stages[name]),
  moments: self.plan.moments,
  shut: shutGates(self),
});

/** The whole order as its workflow sees it. */
export const snapshotOf = (self: Self): OrderSnapshot => ({
  number: self.input.number,
  kind: self.input.kind,
  storeId: self.input.storeId,
  state: self.state,
  overlays: overlaysOf(self),
  revision: self.recorder.revision,
  closedAt: self.ending.closedAt,
  ...recordOf(self),
});

/** How the order ended, as its record has it at this revision. */
export const endOf = (self: Self, revision: number): OrderEnd => ({
  number: self.input.number,
  state: self.state,
  revision,
  money: moneyNow(self),
  closedAt: self.ending.closedAt,
});
