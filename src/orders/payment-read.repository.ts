import type { Actor } from '../base/actor';
import type { Cost, Payment } from '../generated/prisma/client';
import type { Db } from '../platform/db/client';
import { after, type KeysetPlace } from '../platform/db/keyset';
import type { CostRow, PaymentRow } from './order-rows.messages';

/** A recorded payment or refund; `receivedAt` is epoch ms of shop time. */
export interface PaymentRecord extends Omit<PaymentRow, 'textId'> {
  readonly textId: string | null;
}

const paymentOf = (row: Payment): PaymentRecord => ({
  id: row.id,
  direction: row.direction as PaymentRecord['direction'],
  amountFen: row.amountFen,
  method: row.method,
  receivedAt: row.receivedAt.getTime(),
  by: row.by as unknown as Actor,
  textId: row.textId,
});

const costOf = ({ id, cost, amountFen, at, by }: Cost): CostRow => ({
  id,
  cost: cost as CostRow['cost'],
  amountFen,
  at: at.getTime(),
  by: by as unknown as Actor,
});

/** Reads an order's ledger: payments, refunds and costs. The order's workflow writes it. */
export const createPaymentReads = (db: Db) => ({
  async find(id: string): Promise<PaymentRecord | null> {
    const row = await db.payment.findUnique({ where: { id } });
    return row && paymentOf(row);
  },
  /** Payments and refunds of an order, the oldest first. */
  async list(orderNumber: string, limit: number, place?: KeysetPlace<'receivedAt'>): Promise<PaymentRecord[]> {
    const rows = await db.payment.findMany({
      where: { orderNumber, ...after('receivedAt', place) },
      orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
      take: limit,
    });
    return rows.map(paymentOf);
  },
  /** BAK-41. What an order has cost, the oldest first. */
  async costs(orderNumber: string, limit: number, place?: KeysetPlace<'at'>): Promise<CostRow[]> {
    const rows = await db.cost.findMany({
      where: { orderNumber, ...after('at', place) },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      take: limit,
    });
    return rows.map(costOf);
  },
});
