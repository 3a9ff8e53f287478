import { ActivityFailure, condition, isCancellation, proxyActivities } from '@temporalio/workflow';
import type { Actor } from '../../src/base/actor';
import type { CancelCause } from '../../src/orders/order.messages';
import type { PurchasingActivities } from '../../src/purchasing/ports.messages';
import type { AnswerOf, ContextOf } from '../../src/process/tasks/tasks.rules';
import { canMove } from '../../src/orders/order-state.rules';
import { assertRefundable, heldOf, refundFor } from '../../src/orders/refunds.rules';
import { REPAIRS } from '../../src/process/repairs.rules';
import { toMs } from '../../src/base/rule';
import { findOpen, humanTask, openTask, withdrawTasks, within } from '../process/human-task';
import { retell } from '../process/live-task';
import { bad } from '../process/refusing';
import { withdrawChanges } from '../orders/change-state';
import { cancelled, unwound, type CancelDecision } from '../orders/ending';
import { closeException } from '../orders/exception-record';
import { become } from '../orders/header';
import { overpaidOf, payBack } from '../orders/ledger';
import { freeDays } from './load';
import type { Self } from './self';

// A supplier's door may stay shut: a few tries, then a person repairs it.
const { withdrawSupplier } = proxyActivities<PurchasingActivities>({
  startToCloseTimeout: '20s',
  scheduleToCloseTimeout: '5m',
  retry: { initialInterval: '1s', backoffCoefficient: 3, maximumAttempts: 4 },
  summary: 'tell the supplier that it is no longer needed',
});

/**
 * BAK-39, BAK-40. The store manager confirms a cancellation and its cause. Asking twice opens one task; when the causes differ, ours stands,
 * for the customer must not pay for it.
 */
export function askToCancel(self: Self, cause: CancelCause, by: Actor, textId?: string): void {
  const words = textId ? { textId } : {};
  self.recorder.event('cancellation.asked', { cause }, { ruleId: cause === 'customer' ? 'BAK-40' : 'BAK-39', actor: by, ...words });
  const task = findOpen(self, 'cancellation-decision');
  if (task) {
    if (cause === 'store') retell(self, task, { cause });
    return;
  }
  openCancellation(self, cause);
}

/** BAK-39, BAK-40. The store manager's decision, and what it does. */
export function openCancellation(self: Self, cause: CancelCause): void {
  const { id } = openTask(self, 'cancellation-decision', {
    due: within(self, self.rules.cancellationDue, 'requestedAt', 'BAK-39'),
    remindAt: [self.now() + toMs(self.rules.cancellationRemind)],
    context: { cause, receivedFen: self.ledger.receivedFen, refundedFen: self.ledger.refundedFen, costsFen: self.ledger.costsFen },
    onDone: ({ choices, by: decider, textId: because }) => {
      const { decision, cause: confirmed, refundFen } = choices as AnswerOf<'cancellation-decision'>;
      if (decision === 'reject') return;
      const asked = self.tasks.get(id)!.row.context as ContextOf<'cancellation-decision'>;
      cancelNow(self, {
        cause: confirmed ?? asked.cause,
        by: decider,
        ...(because && { textId: because }),
        ...(refundFen !== undefined && { refundFen }),
      });
    },
  });
}

/**
 * BAK-40. The amount that goes back is the store manager's to give only where the cause fits neither side, and never more than is held.
 * @throws {Refusal} `invalid-request` at `pointer`.
 */
export function checkDecidedRefund(self: Self, cause: CancelCause, refundFen: number | undefined, pointer: string): void {
  if (refundFen === undefined) return;
  if (cause !== 'neither') throw bad(pointer, { code: 'cause-decides-refund' }, 'BAK-40');
  assertRefundable(refundFen, heldOf(self.ledger), pointer);
}

/** BAK-94. Whether the order can still be cancelled: not once it is delivered or at its end. */
export const mayBeCancelled = (self: Self): boolean => canMove(self.state, 'cancelled');

/** The decision has fallen: the order's life is cancelled, and `unwind` clears up. Too late for a delivered order, which says so. */
export function cancelNow(self: Self, decision: CancelDecision): void {
  const { cause, by } = decision;
  if (!mayBeCancelled(self)) {
    self.recorder.event('cancellation.too-late', { state: self.state }, { ruleId: 'BAK-94', actor: by });
    return;
  }
  cancelled(self, decision);
  become(self, 'cancelled', { actor: by, ruleId: cause === 'customer' ? 'BAK-40' : 'BAK-39' });
  freeDays(self);
  self.life.cancel();
}

/**
 * BAK-39…41. What was open is withdrawn, the cost ledger is frozen, and the customer gets back what the cause owes: everything for a
 * cause of ours, less the costs that have really arisen for a cause of theirs. Bought ingredients are called off.
 */
export async function unwind(self: Self): Promise<void> {
  if (!self.ending.cancelled || self.ending.unwound) return;
  const { cause, by, textId, refundFen: decidedFen } = self.ending.cancelled;
  self.acceptance.silence();
  self.warmReminder.silence();
  self.delivery.silence();
  withdrawTasks(self, 'order-cancelled');
  closeException(self, () => true, 'order-cancelled', by);
  withdrawChanges(self);
  const { receivedFen, refundedFen, costsFen } = self.ledger;
  // a refund that was paid in the very moment of the decision is not paid again
  const decided = decidedFen === undefined ? undefined : Math.min(decidedFen, heldOf(self.ledger));
  const { refundFen, lines } = refundFor(cause, self.ledger, costsFen, decided);
  self.recorder.event('order.cancelled', { cause, refundFen, costsFen, lines }, { ruleId: 'BAK-41', actor: by, ...(textId && { textId }) });
  self.recorder.notice(
    'customer',
    'order-cancelled',
    { cause, refundFen, costsFen, receivedFen, refundedFen },
    { urgent: true, ruleId: 'BAK-39' },
  );
  oweRefund(self, refundFen, 'cancellation');
  await condition(() => self.shortages.searching === 0); // a supplier may be promising in this very moment
  await callOffPurchases(self);
}

/** BAK-41. What was bought for the order is needed no more. */
export async function callOffPurchases(self: Self): Promise<void> {
  for (const [exceptionId, { supplierId, item }] of self.shortages.sourced) await callOff(self, exceptionId, supplierId, item);
  unwound(self);
}

/** Calls a promised purchase off; what cannot be called off becomes a repair task, never swallowed. */
async function callOff(self: Self, exceptionId: string, supplierId: string, item: string): Promise<void> {
  for (;;) {
    try {
      await withdrawSupplier({
        contactId: `${exceptionId}/${supplierId}/withdrawn`,
        supplierId,
        storeId: self.input.storeId,
        orderNumber: self.input.number,
        exceptionId,
        item,
        expiresAt: self.now(),
      });
      self.recorder.event('purchase.called-off', { exception: exceptionId, supplier: supplierId }, { ruleId: 'BAK-41' });
      return;
    } catch (error) {
      if (isCancellation(error) || !(error instanceof ActivityFailure)) throw error;
      const { choices, by } = await humanTask(self, 'repair', {
        due: within(self, self.rules.repairDue, 'failedAt', 'BAK-41'),
        context: {
          what: 'call-off-purchase',
          actions: REPAIRS['call-off-purchase'],
          exception: exceptionId,
          supplier: supplierId,
          error: error.cause?.message ?? error.message,
        },
      });
      self.recorder.event('repair.decided', { exception: exceptionId, action: choices.action }, { ruleId: 'BAK-41', actor: by });
      if (choices.action !== 'retry') return;
    }
  }
}

/**
 * BAK-32, BAK-76. What the store holds beyond the price goes back: one refund for the whole of it, in the place of an older one that is
 * not paid yet.
 */
export function refundOverpayment(self: Self, why: string): void {
  withdrawTasks(self, 'newer-amount', (row) => row.kind === 'refund');
  oweRefund(self, overpaidOf(self), why);
}

/**
 * BAK-39. Finance pays what is owed within 3 days; the task closes with the payment on record and the customer told. `why` names the
 * debt, so that it is paid once.
 */
export function oweRefund(self: Self, refundFen: number, why: string): void {
  if (refundFen <= 0) return;
  openTask(self, 'refund', {
    due: within(self, self.rules.refundDue, 'decidedAt', 'BAK-39'),
    context: { refundFen, why },
    onDone: (answer) => {
      const { method } = answer.choices as { method: string };
      const said = { by: answer.by, ...(answer.textId && { textId: answer.textId }) };
      payBack(self, { id: `${self.number}/refund-${why}`, amountFen: refundFen, method, receivedAt: answer.at, ...said }, why);
      self.recorder.notice('customer', 'refund-paid', { refundFen }, { ruleId: 'BAK-39' });
    },
  });
}
