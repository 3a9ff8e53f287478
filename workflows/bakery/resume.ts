import type { Resume } from '../../src/orders/repair.messages';
import { inProduction } from '../../src/orders/order-state.rules';
import { heldOf } from '../../src/orders/refunds.rules';
import { withdrawTasks } from '../process/human-task';
import { unset } from '../process/live-task';
import { openTasks, type Process } from '../process/process';
import { SYSTEM } from '../process/draft';
import { askAgain, BESIDE, type AskedAgain } from './beside-step';
import { askToCancel, callOffPurchases, cancelNow, mayBeCancelled, refundOverpayment } from './cancellation';
import { reviewAgain } from './changes';
import { topUpDeposit } from './deposit';
import { closeException } from '../orders/exception-record';
import { handleAgain } from './exceptions';
import { become } from '../orders/header';
import { forgive, giveUp, outstandingOf, priceOf } from '../orders/ledger';
import type { Self } from './self';
import { isSheetSigned, openTaskSheet } from './task-sheet';
import { telephone } from '../orders/telephone';

/** Gives a process the tasks that the record of a lost order has; a new run numbers its own after them. */
export function keepTasks(process: Process, { tasks }: Resume): void {
  for (const row of tasks) process.tasks.set(row.id, unset(row));
  process.taskCount = tasks.reduce((most, { id }) => Math.max(most, Number(/-(\d+)$/.exec(id)?.[1] ?? 0)), 0);
}

/**
 * Takes a lost order up. What waited for the old run is withdrawn on record, for nobody listens to its answer; then the order goes on at
 * the beginning of the step it was left in, with what stood open beside that step asked anew, or it ends as the store manager decided.
 */
export function takeUp(self: Self, resume: Resume): void {
  const said = { actor: resume.by, ...(resume.textId && { textId: resume.textId }) };
  const open = openTasks(self);
  self.recorder.event('order.taken-up', { action: resume.ending?.action ?? 'start-again', state: self.state }, said);
  withdrawTasks(self, 'workflow-lost');
  for (const row of resume.changes) {
    self.own.change({ ...row, state: 'withdrawn', decidedAt: self.now() });
    if (!resume.ending) telephone(self, 'change-wanted', { change: row.id });
  }
  if (resume.ending?.action === 'write-off') writeOff(self, said);
  else if (resume.ending && mayBeCancelled(self))
    cancelNow(self, { cause: 'store', by: resume.by, ...(resume.textId && { textId: resume.textId }) });
  else {
    for (const row of open) askAgain(AGAIN, self, row);
    if (resume.ending && self.state === 'delivered') giveBack(self, resume.after);
    if (!resume.ending) goOn(self);
  }
}

/** What stood open beside the step: asked anew, for the step itself does not ask it. */
const AGAIN: AskedAgain = {
  ...BESIDE,
  'cancellation-decision': (self, { context }) => askToCancel(self, context.cause, SYSTEM),
  'feasibility-review': (self) => {
    if (self.acceptance.acceptedAt !== null) reviewAgain(self);
  },
};

function goOn(self: Self): void {
  handleAgain(self);
  if (self.acceptance.acceptedAt === null || !inProduction(self.state)) return;
  if (self.stages.making.startedAt === null) topUpDeposit(self);
  if (self.state !== 'materials' && !isSheetSigned(self)) openTaskSheet(self);
}

/** A delivered order: the whole price is given up, and what was paid goes back. */
function giveBack(self: Self, after: number): void {
  closeException(self, () => true, 'refunded');
  giveUp(self, priceOf(self));
  refundOverpayment(self, `repair-${after}`);
}

/** Closed on record as it is: nothing is paid back, nothing is collected, and the reason says why. */
function writeOff(self: Self, said: { readonly actor: Resume['by']; readonly textId?: string }): void {
  closeException(self, () => true, 'written off');
  const outstandingFen = outstandingOf(self);
  self.recorder.event('order.written-off', { heldFen: heldOf(self.ledger), outstandingFen }, said);
  if (mayBeCancelled(self)) become(self, 'cancelled', { ...said, ruleId: 'BAK-94' });
  else forgive(self, outstandingFen);
}

/** What a cancelled order still had to call off when its workflow was lost. */
export async function callOffAgain(self: Self): Promise<void> {
  const { resume } = self.input;
  if (resume && resume.state === 'cancelled' && resume.ending?.action !== 'write-off' && !self.ending.unwound) await callOffPurchases(self);
}
