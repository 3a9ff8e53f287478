import type { OrderState } from '../orders/order-state.rules';
import type { Percent } from './rule';

/** How money comes in and goes back. */
export const PAYMENT_METHODS = ['cash', 'card', 'wechat', 'alipay', 'transfer', 'other'] as const;

/** BAK-31. The prepayment in fen: `share` of the total including extras, rounded half up to 1 fen. Shares may have two decimals. */
export const depositFen = (totalFen: number, share: Percent): number => Math.floor((totalFen * Math.round(share.n * 100) + 5_000) / 10_000);

/** What the lines come to, in fen. */
export const totalOf = (lines: readonly { readonly quantity: number; readonly unitPriceFen: number }[]): number =>
  lines.reduce((sum, line) => sum + line.quantity * line.unitPriceFen, 0);

/** An order's amounts in fen; `outstandingFen` is what the customer still owes. */
export interface Amounts {
  readonly totalFen: number;
  readonly depositFen: number;
  readonly receivedFen: number;
  readonly refundedFen: number;
  readonly outstandingFen: number;
}

/** What the amounts follow from. */
export interface Ledger {
  readonly totalFen: number;
  readonly depositFen: number;
  readonly receivedFen: number;
  readonly refundedFen: number;
  /** Once declined or cancelled, nothing is owed. */
  readonly state?: OrderState;
  /** What the store forgave, e.g. a partial refund at receipt (BAK-76): paid back and not owed again. */
  readonly allowanceFen?: number;
}

/**
 * BAK-32. Outstanding = total − allowance − received + refunded; never negative: a change may lower the total below what was paid, and
 * that is a refund to come, not a debt of the customer.
 */
export function moneyOf({ totalFen, depositFen: deposit, receivedFen, refundedFen, state, allowanceFen = 0 }: Ledger): Amounts {
  const over = state === 'cancelled' || state === 'declined';
  const outstandingFen = over ? 0 : Math.max(0, totalFen - allowanceFen - receivedFen + refundedFen);
  return { totalFen, depositFen: deposit, receivedFen, refundedFen, outstandingFen };
}

/** `28800` → `¥288.00`. */
export function formatYuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}¥${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
