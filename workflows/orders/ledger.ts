import type { Money } from '../../src/orders/order.messages';
import type { CostRow, PaymentRow } from '../../src/orders/order-rows.messages';
import type { Resume } from '../../src/orders/repair.messages';
import { depositFen } from '../../src/base/money';
import { moneyOf } from '../../src/orders/amounts.rules';
import { heldOf } from '../../src/orders/refunds.rules';
import type { Header } from './header';
import type { Owned } from '../process/owned';

/** BAK-32, BAK-41. An order's money in fen; whatever changes it puts its change to record. */
export interface Ledger {
  readonly receivedFen: number;
  readonly refundedFen: number;
  readonly costsFen: number;
  /** BAK-76. Given up of the price at the scene. */
  readonly allowanceFen: number;
  /** Payments and costs on record: of each there is one. */
  readonly entries: ReadonlySet<string>;
}

/** Empty, or as the record of a lost order has it. */
export const openLedger = (known?: Pick<Resume, 'receivedFen' | 'refundedFen' | 'costsFen' | 'allowanceFen' | 'entries'>): Ledger => ({
  receivedFen: known?.receivedFen ?? 0,
  refundedFen: known?.refundedFen ?? 0,
  costsFen: known?.costsFen ?? 0,
  allowanceFen: known?.allowanceFen ?? 0,
  entries: new Set(known?.entries),
});

type Bill = Pick<Header, 'facts' | 'rules' | 'state'> & { readonly ledger: Ledger };
type Owner = Pick<Header, 'recorder'> & { readonly ledger: Owned<Ledger> };

/** BAK-31. The prepayment of the price as it stands. */
export const depositOf = ({ facts, rules }: Pick<Bill, 'facts' | 'rules'>): number => depositFen(facts.totalFen, rules.depositShare);
/** BAK-32. The amounts as they stand; derived, never stored. */
export const moneyNow = (self: Bill): Money =>
  moneyOf({
    totalFen: self.facts.totalFen,
    depositFen: depositOf(self),
    receivedFen: self.ledger.receivedFen,
    refundedFen: self.ledger.refundedFen,
    state: self.state,
    allowanceFen: self.ledger.allowanceFen,
  });
export const outstandingOf = (self: Bill): number => moneyNow(self).outstandingFen;
/** The price, less what was given up of it. */
export const priceOf = ({ facts, ledger }: Pick<Bill, 'facts' | 'ledger'>): number => facts.totalFen - ledger.allowanceFen;
/** What the store holds beyond the price: a change or an allowance lowered it. */
export const overpaidOf = (self: Pick<Bill, 'facts' | 'ledger'>): number => Math.max(0, heldOf(self.ledger) - priceOf(self));

function enter(ledger: Owned<Ledger>, id: string): void {
  ledger.entries = new Set([...ledger.entries, id]);
}

/** BAK-32. Money in. */
export function receive({ ledger, recorder }: Owner, payment: Omit<PaymentRow, 'direction'>): void {
  const { id, amountFen, method, by } = payment;
  enter(ledger, id);
  ledger.receivedFen += amountFen;
  recorder.row('payments', { ...payment, direction: 'in' });
  recorder.event('payment.received', { amountFen, method }, { ruleId: 'BAK-32', actor: by });
}

/** BAK-39. Money back, for the debt that `why` names. */
export function payBack({ ledger, recorder }: Owner, payment: Omit<PaymentRow, 'direction'>, why: string): void {
  const { amountFen, by } = payment;
  ledger.refundedFen += amountFen;
  recorder.row('payments', { ...payment, direction: 'refund' });
  recorder.event('refund.paid', { amountFen, why }, { ruleId: 'BAK-39', actor: by });
}

/**
 * BAK-41. Only costs that have really arisen; the ledger is frozen by the end of the order. Waste is a part of the ingredients issued
 * (BAK-92) and none of the customer's: it is on record and not deducted.
 */
export function spend({ ledger, recorder }: Owner, row: CostRow): void {
  const { id, cost, amountFen, by } = row;
  enter(ledger, id);
  if (cost !== 'waste') ledger.costsFen += amountFen;
  recorder.row('costs', row);
  recorder.event('cost.recorded', { cost, amountFen }, { ruleId: 'BAK-41', actor: by });
}

/** BAK-76. Part of the price is given up. */
export function giveUp({ ledger, recorder }: Owner, allowanceFen: number, more: { readonly exception?: string } = {}): void {
  ledger.allowanceFen += allowanceFen;
  recorder.event('price.allowed', { allowanceFen, ...more }, { ruleId: 'BAK-76' });
}

/** What nobody collects any more; who decides it says so on record. */
export function forgive({ ledger }: Owner, outstandingFen: number): void {
  ledger.allowanceFen += outstandingFen;
}
