import type { Db } from '../../platform/db/client';
import { after, type KeysetPlace } from '../../platform/db/keyset';
import type { ClaimedNotice } from './notice.repository';
import type { NoticeTemplate } from './register.letters';

/** A letter and what became of it; instants are epoch ms of shop time. */
export interface NoticeRecord {
  readonly id: string;
  readonly to: string;
  readonly template: string;
  readonly state: 'queued' | 'sending' | 'sent' | 'undeliverable' | 'withdrawn';
  readonly attempts: number;
  readonly createdAt: number;
  readonly sentAt: number | null;
  readonly lastError: string | null;
  readonly ruleId: string | null;
  readonly channels: readonly string[];
  /** When a later fact made it untrue, and which (`LetterLife`); of one that is `sent`, too late. */
  readonly withdrawnAt: number | null;
  readonly withdrawnWhy: string | null;
}

/** Reads the letters about an order. Processes queue them and the post sends them. */
export const createNoticeReads = (db: Db) => ({
  /** The last letter of a kind to an order's customer, with all that it is written from; null when there is none that holds. */
  async lastToCustomer(order: string, template: NoticeTemplate): Promise<ClaimedNotice | null> {
    const row = await db.notice.findFirst({
      where: { thread: order, to: 'customer', template, state: { not: 'withdrawn' } },
      orderBy: { seq: 'desc' },
    });
    if (!row) return null;
    const { id, processId, storeId, to, facts, orderWords: decided, createdAt, attempts: round } = row;
    return {
      id,
      processId,
      storeId,
      aboutOrder: order,
      to,
      template,
      facts: facts as ClaimedNotice['facts'],
      decided,
      createdAt: createdAt.getTime(),
      round,
    };
  },

  async list(thread: string, limit: number, place?: KeysetPlace<'createdAt'>): Promise<NoticeRecord[]> {
    const rows = await db.notice.findMany({
      where: { thread, ...after('createdAt', place) },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: limit,
    });
    return rows.map((row) => ({
      id: row.id,
      to: row.to,
      template: row.template,
      state: row.state as NoticeRecord['state'],
      attempts: row.attempts,
      createdAt: row.createdAt.getTime(),
      sentAt: row.sentAt?.getTime() ?? null,
      lastError: row.lastError,
      ruleId: row.ruleId,
      channels: row.channels,
      withdrawnAt: row.withdrawnAt?.getTime() ?? null,
      withdrawnWhy: row.withdrawnWhy,
    }));
  },
});
