import type { ExceptionType } from './exceptions.messages';
import type { RatingRow } from './order-rows.messages';
import type { OrderException } from '../generated/prisma/client';
import { idsInStore, type InStore } from './in-store.repository';
import type { Db } from '../platform/db/client';
import { after, type KeysetPlace } from '../platform/db/keyset';

/** A problem of an order (BAK-58…61, 72, 76, 81); instants are epoch ms of shop time. */
export interface ExceptionRecord {
  readonly id: string;
  readonly orderNumber: string;
  readonly type: ExceptionType;
  readonly foundAt: number;
  readonly reportedAt: number;
  readonly late: boolean;
  readonly item: string | null;
  readonly state: 'open' | 'closed';
  readonly outcome: string | null;
  readonly textId: string | null;
}

/** BAK-82. What the customer thinks of an order; `at` is epoch ms of shop time. */
export interface RatingRecord extends Omit<RatingRow, 'textId'> {
  readonly textId: string | null;
}

const recordOf = (row: OrderException): ExceptionRecord => ({
  id: row.id,
  orderNumber: row.orderNumber,
  type: row.type as ExceptionType,
  foundAt: row.foundAt.getTime(),
  reportedAt: row.reportedAt.getTime(),
  late: row.late,
  item: row.item,
  state: row.state as ExceptionRecord['state'],
  outcome: row.outcome,
  textId: row.textId,
});

/** Reads exceptions and who was asked about them. The workflows write them. */
export const createExceptionReads = (db: Db) => ({
  async find(id: string): Promise<ExceptionRecord | null> {
    const row = await db.orderException.findUnique({ where: { id } });
    return row && recordOf(row);
  },
  async list(orderNumber: string, limit: number, place?: KeysetPlace<'reportedAt'>): Promise<ExceptionRecord[]> {
    const rows = await db.orderException.findMany({
      where: { orderNumber, ...after('reportedAt', place) },
      orderBy: [{ reportedAt: 'asc' }, { id: 'asc' }],
      take: limit,
    });
    return rows.map(recordOf);
  },
  /** The problems of a store's orders, the oldest report first. */
  async listInStore(
    store: InStore<ExceptionRecord['state']>,
    limit: number,
    after?: { readonly reportedAt: number; readonly id: string },
  ): Promise<ExceptionRecord[]> {
    const ids = await idsInStore(db, 'exceptions', store, limit, after && { at: after.reportedAt, id: after.id });
    const rows = await db.orderException.findMany({ where: { id: { in: ids } }, orderBy: [{ reportedAt: 'asc' }, { id: 'asc' }] });
    return rows.map(recordOf);
  },
  /** BAK-59. What came of asking this supplier, `asked` while nothing has; null when it was never asked. */
  async contact(exceptionId: string, supplierId: string): Promise<{ readonly result: string; readonly promisedAt: number | null } | null> {
    const row = await db.supplierContact.findFirst({
      where: { exceptionId, supplierId },
      select: { result: true, promisedAt: true },
      orderBy: { askedAt: 'desc' },
    });
    return row && { result: row.result, promisedAt: row.promisedAt?.getTime() ?? null };
  },
  /** The customer letters of an order that ask for an answer: which templates were written, and with which facts. */
  async asked(
    orderNumber: string,
    templates: readonly string[],
  ): Promise<{ readonly template: string; readonly facts: Readonly<Record<string, unknown>> }[]> {
    const rows = await db.notice.findMany({
      where: { thread: orderNumber, to: 'customer', template: { in: [...templates] } },
      orderBy: { createdAt: 'asc' },
    });
    return rows.map((row) => ({ template: row.template, facts: row.facts as Record<string, unknown> }));
  },
  /** BAK-82. The order's one rating; null while there is none. */
  async rating(orderNumber: string): Promise<RatingRecord | null> {
    const row = await db.rating.findUnique({ where: { orderNumber } });
    return row && { score: row.score, source: row.source as RatingRecord['source'], at: row.at.getTime(), textId: row.textId };
  },
});
