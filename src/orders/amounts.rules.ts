import type { OrderState } from './order-state.rules';

/** An order's amounts in fen; `outstandingFen` is what the customer still owes. */
interface Amounts {
  readonly totalFen: number;
  readonly depositFen: number;
  readonly receivedFen: number;
  readonly refundedFen: number;
  readonly outstandingFen: number;
}

/** What the amounts follow from. */
interface Ledger {
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
