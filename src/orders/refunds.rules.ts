import { Refusal } from '../base/refusals';

/** Whose cause a cancellation is; `neither` for e.g. a disaster. */
export type RefundCause = 'store' | 'customer' | 'neither';

/** One line of the calculation the customer is shown and the record keeps. */
export interface RefundLine {
  readonly key: 'received' | 'refunded-before' | 'costs-incurred' | 'costs-not-collected' | 'kept-by-decision' | 'refund';
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

/** What came in and what went out of it already, in fen. */
export interface Held {
  readonly receivedFen: number;
  readonly refundedFen: number;
}

/** What the store still holds of an order's money: nobody gets a fen of it back twice. */
export const heldOf = ({ receivedFen, refundedFen }: Held): number => Math.max(0, receivedFen - refundedFen);

/**
 * What a cancelled order's customer gets back, in fen, of what the store still holds: payments less refunds already paid.
 * - `store` (BAK-39): everything that is held.
 * - `customer` (BAK-40, BAK-41): max(0, held − costs that have actually arisen); where the costs are higher, nothing more is collected.
 * - `neither` (BAK-40, *Reading*): the store manager decides. The default is everything that is held, because BAK-41 lets the store keep
 *   costs only where the cause is the customer's; a lower `decidedFen` is the manager's to give, with a reason.
 *
 * `incurredCostsFen` is the cost ledger, frozen at cancellation.
 * @throws {Refusal} `invalid-request` when `decidedFen` is not between 0 and what is held.
 */
export function refundFor(cause: RefundCause, money: Held, incurredCostsFen: number, decidedFen = heldOf(money)): Refund {
  const heldFen = heldOf(money);
  const { receivedFen } = money;
  const held: readonly RefundLine[] = [
    { key: 'received', amountFen: receivedFen, zh: '已收款', en: 'Received' },
    ...(heldFen < receivedFen
      ? [{ key: 'refunded-before', amountFen: heldFen - receivedFen, zh: '此前已退款', en: 'Refunded before' } as const]
      : []),
  ];
  if (cause === 'store') return settle('BAK-39', held);
  if (cause === 'customer') {
    const beyond = Math.max(0, incurredCostsFen - heldFen);
    return settle('BAK-40', [
      ...held,
      { key: 'costs-incurred', amountFen: 0 - incurredCostsFen, zh: '扣除已产生成本', en: 'Costs already incurred' },
      ...(beyond > 0
        ? [{ key: 'costs-not-collected', amountFen: beyond, zh: '超出部分不再收取', en: 'Costs beyond that are not collected' } as const]
        : []),
    ]);
  }
  assertRefundable(decidedFen, heldFen);
  return settle('BAK-40', [
    ...held,
    ...(decidedFen < heldFen
      ? [
          {
            key: 'kept-by-decision',
            amountFen: decidedFen - heldFen,
            zh: '按店长决定扣除',
            en: "Kept by the store manager's decision",
          } as const,
        ]
      : []),
  ]);
}

/** BAK-40. @throws {Refusal} `invalid-request` when an amount does not lie between nothing and what is held; `pointer` is its field. */
export function assertRefundable(refundFen: number, heldFen: number, pointer?: string): void {
  if (Number.isSafeInteger(refundFen) && refundFen >= 0 && refundFen <= heldFen) return;
  const why = { code: 'refund-out-of-range', params: { heldFen } } as const;
  throw new Refusal('invalid-request', why, { rule: 'BAK-40', ...(pointer && { errors: [{ pointer, ...why, rule: 'BAK-40' }] }) });
}

function settle(ruleId: Refund['ruleId'], lines: readonly RefundLine[]): Refund {
  const refundFen = lines.reduce((sum, line) => sum + line.amountFen, 0);
  return { refundFen, ruleId, lines: [...lines, { key: 'refund', amountFen: refundFen, zh: '应退金额', en: 'Refund' }] };
}
