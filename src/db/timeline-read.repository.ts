import type { Actor } from '../contracts/order';
import type { Db } from './client';

/** One line of an order's chained timeline; `at` is epoch ms of shop time. */
export interface TimelineRecord {
  readonly seq: number;
  readonly at: number;
  readonly kind: string;
  readonly actor: Actor;
  readonly ruleId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly textId: string | null;
  readonly hash: string;
}

/** Reads timelines. The recorder appends to them. */
export const createTimelineReads = (db: Db) => ({
  /** At most `limit` events after number `afterSeq`, the oldest first. */
  async list(orderNumber: string, limit: number, afterSeq = 0): Promise<TimelineRecord[]> {
    const rows = await db.timelineEvent.findMany({ where: { orderNumber, seq: { gt: afterSeq } }, orderBy: { seq: 'asc' }, take: limit });
    return rows.map((row) => ({
      seq: row.seq,
      at: row.at.getTime(),
      kind: row.kind,
      actor: row.actor as unknown as Actor,
      ruleId: row.ruleId,
      data: row.data as Record<string, unknown>,
      textId: row.textId,
      hash: row.hash,
    }));
  },
  /** What the events of one kind say, oldest first. */
  async dataOf(orderNumber: string, kind: string): Promise<Readonly<Record<string, unknown>>[]> {
    const rows = await db.timelineEvent.findMany({ where: { orderNumber, kind }, orderBy: { seq: 'asc' }, select: { data: true } });
    return rows.map((row) => row.data as Record<string, unknown>);
  },
});
