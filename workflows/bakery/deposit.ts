import { condition } from '@temporalio/workflow';
import type { AnswerOf } from '../../src/process/tasks/tasks.rules';
import { toMs } from '../../src/base/rule';
import { leftOpen, openTask, withdrawTasks } from '../process/human-task';
import { askToCancel } from './cancellation';
import { askFor, depositGap, keepClocks, stopAsking } from '../orders/deposit-state';
import { beside } from '../orders/header';
import { depositOf } from '../orders/ledger';
import { momentOf } from './plan-state';
import { plan } from './planning';
import type { Self } from './self';
import { enter, isBehind, stillToRing } from './taken-up';

/** BAK-31. Waits for 30 %: the customer is reminded, then the sales consultant takes over; it never cancels by itself. */
export async function collectDeposit(self: Self): Promise<void> {
  if (isBehind(self, 'awaiting-deposit')) return;
  if (!enter(self, 'awaiting-deposit', { ruleId: 'BAK-31' })) return awaitDeposit(self);
  await plan(self);
  await askForDeposit(self, stillToRing(self, 'deposit-remind')?.at, momentOf(self, 'deposit-hand-over')?.at);
}

/** BAK-31. A change before making raised the total: what is missing is asked for as the first prepayment was, beside the story. */
export function topUpDeposit(self: Self): void {
  if (depositGap(self) <= 0) return;
  if (self.deposit.askedFen !== null) return askCustomer(self); // for another sum; its clocks run already
  const { depositRemind, depositHandOver } = self.rules;
  const now = self.now();
  beside(self, () => askForDeposit(self, now + toMs(depositRemind), now + toMs(depositHandOver)));
}

/** Asks until nothing is missing. */
async function askForDeposit(self: Self, remindAt: number | null = null, chaseAt: number | null = null): Promise<void> {
  if (depositGap(self) <= 0) return;
  askCustomer(self);
  keepClocks(self, { remindAt, chaseAt });
  await awaitDeposit(self);
}

/** BAK-31. An order that goes on in another run, beside whose story what is missing was asked for: it is awaited on. */
export function awaitTopUp(self: Self): void {
  if (self.deposit.askedFen !== null && self.acceptance.acceptedAt !== null) beside(self, () => awaitDeposit(self));
}

/** Waits until nothing is missing that was asked for; the clocks it sets are taken back, however it ends. */
async function awaitDeposit(self: Self): Promise<void> {
  const alarms: (() => void)[] = [];
  const set = (at: number | null, what: string, ring: () => void): void => {
    if (at !== null) alarms.push(self.timers.set(at, `BAK-31 ${what}`, ring));
  };
  const promised = (): void => {
    keepClocks(self, { chaseAt: self.now() + toMs(self.rules.depositRemind) });
    set(self.deposit.chaseAt, 'chase the prepayment again', chase);
  };
  const chase = (): void => {
    keepClocks(self, { chaseAt: null });
    handOver(self, promised);
  };
  set(self.deposit.remindAt, 'deposit-remind', () => {
    keepClocks(self, { remindAt: null });
    askCustomer(self, { again: true });
  });
  set(self.deposit.chaseAt, 'deposit-hand-over', chase);
  if (leftOpen(self, 'chase-deposit')) handOver(self, promised);
  try {
    for (;;) {
      await condition(() => depositGap(self) !== self.deposit.askedFen);
      if (depositGap(self) <= 0) break;
      askCustomer(self, { instead: true }); // part of it is paid
    }
  } finally {
    stopAsking(self);
    alarms.forEach((takeBack) => takeBack());
  }
  withdrawTasks(self, 'prepayment-in', (row) => row.kind === 'chase-deposit');
}

/** The consultant chases it: the customer wants to cancel, or has promised, which is no payment. */
function handOver(self: Self, promised: () => void): void {
  openTask(self, 'chase-deposit', {
    assignee: self.input.takenBy,
    context: { depositFen: depositOf(self) },
    onDone: ({ choices, by, textId }) => {
      if ((choices as AnswerOf<'chase-deposit'>).outcome === 'cancel') askToCancel(self, 'customer', by, textId);
      else promised();
    },
  });
}

/** The letter asks for the whole prepayment, or for what is missing of it: after a change that raised it, or after a part of it was paid. */
function askCustomer(self: Self, { again, instead }: { readonly again?: true; readonly instead?: true } = {}): void {
  const missingFen = depositGap(self);
  const facts = { missingFen, changed: self.acceptance.acceptedAt !== null, ...(again && { again }) };
  askFor(self, missingFen);
  self.recorder.notice('customer', 'deposit-due', facts, { ruleId: 'BAK-31', ...(instead && { instead }) });
}
