import type { Db } from '../platform/db/client';

/** A recorded payment or refund; `receivedAt` is epoch ms of shop time. */
export interface PaymentRecord {
  readonly id: string;
  readonly direction: 'in' | 'refund';
  readonly amountFen: number;
  readonly method: string;
  readonly receivedAt: number;
}

/** Reads payments. The order's workflow writes them. */
export const createPaymentReads = (db: Db) => ({
  async find(id: string): Promise<PaymentRecord | null> {
    const row = await db.payment.findUnique({ where: { id } });
    return (
      row && {
        id: row.id,
        direction: row.direction as PaymentRecord['direction'],
        amountFen: row.amountFen,
        method: row.method,
        receivedAt: row.receivedAt.getTime(),
      }
    );
  },
});
