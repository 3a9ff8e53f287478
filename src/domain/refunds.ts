import { Refusal } from './errors';

/** Whose cause a cancellation is; `neither` for e.g. a disaster. */
export type RefundCause = 'store' | 'customer' | 'neither';

/** One line of the calculation the customer is shown and the record keeps. */
export interface RefundLine {
  readonly key: 'received' | 'costs-incurred' | 'costs-not-collected' | 'kept-by-decision' | 'refund';
  /** What the line adds to (or, negative, takes from) the refund; the last line is the refund itself. */
  readonly amountFen: number;
  readonly zh: string;
  readonly en: string;
}

export interface Refund {
  readonly refundFen: number;
  readonly ruleId: 'BAK-39' | 'BAK-40';
  /** All lines but the last add up to the last. */
  readonly lines: readonly RefundLine[];
}

/**
 * What a cancelled order's customer gets back, in fen.
 * - `store` (BAK-39): everything received.
 * - `customer` (BAK-40, BAK-41): max(0, received − costs that have actually arisen); where the costs are higher, nothing more is collected.
 * - `neither` (BAK-40, *Reading*): the store manager decides. The default is everything received, because BAK-41 lets the store keep costs
 *   only where the cause is the customer's; a lower `decidedFen` is the manager's to give, with a reason.
 *
 * `receivedFen` is what the store holds: payments less refunds already made. `incurredCostsFen` is the cost ledger, frozen at cancellation.
 * @throws {Refusal} `invalid-request` when `decidedFen` is not between 0 and what was received.
 */
export function refundFor(cause: RefundCause, receivedFen: number, incurredCostsFen: number, decidedFen = receivedFen): Refund {
  const received: RefundLine = { key: 'received', amountFen: receivedFen, zh: '已收款', en: 'Received' };
  if (cause === 'store') return settle('BAK-39', [received]);
  if (cause === 'customer') {
    const beyond = Math.max(0, incurredCostsFen - receivedFen);
    return settle('BAK-40', [
      received,
      { key: 'costs-incurred', amountFen: 0 - incurredCostsFen, zh: '扣除已产生成本', en: 'Costs already incurred' },
      ...(beyond > 0
        ? [{ key: 'costs-not-collected', amountFen: beyond, zh: '超出部分不再收取', en: 'Costs beyond that are not collected' } as const]
        : []),
    ]);
  }
  if (!Number.isSafeInteger(decidedFen) || decidedFen < 0 || decidedFen > receivedFen) {
    throw new Refusal('invalid-request', 'The refund must lie between nothing and what was received.', { rule: 'BAK-40' });
  }
  return settle('BAK-40', [
    received,
    ...(decidedFen < receivedFen
      ? [
          {
            key: 'kept-by-decision',
            amountFen: decidedFen - receivedFen,
            zh: '按店长决定扣除',
            en: "Kept by the store manager's decision",
          } as const,
        ]
      : []),
  ]);
}

function settle(ruleId: Refund['ruleId'], lines: readonly RefundLine[]): Refund {
  const refundFen = lines.reduce((sum, line) => sum + line.amountFen, 0);
  return { refundFen, ruleId, lines: [...lines, { key: 'refund', amountFen: refundFen, zh: '应退金额', en: 'Refund' }] };
}
