import type { Actor } from '../../base/actor';
import type { Db } from '../../platform/db/client';
import type { EventData, EventKind } from '../events.messages';
import { processesAbout } from './process.repository';

/** One line of a process's chained timeline; `at` is epoch ms of shop time. */
export interface TimelineRecord {
  readonly process: string;
  readonly seq: number;
  readonly at: number;
  readonly kind: string;
  readonly actor: Actor;
  readonly ruleId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly textId: string | null;
  readonly hash: string;
  /** Order of arrival, over all processes. */
  readonly position: number;
}

/** Which lines of a timeline are asked for, and which of them come first. */
export interface TimelineFilter {
  readonly order: 'asc' | 'desc';
  /** Absent: all. */
  readonly kind?: readonly string[];
}

/** Reads timelines. The recorder appends to them. */
export const createTimelineReads = (db: Db) => ({
  /** What happened about an order, in its own process and in those beside it: at most `limit` events beyond a position, by their arrival. */
  async about(number: string, { order, kind }: TimelineFilter, limit: number, position?: number): Promise<TimelineRecord[]> {
    const rows = await db.timelineEvent.findMany({
      where: {
        processId: { in: await processesAbout(db, number) },
        ...(kind && { kind: { in: [...kind] } }),
        ...(position !== undefined && { position: order === 'asc' ? { gt: position } : { lt: position } }),
      },
      orderBy: { position: order },
      take: limit,
    });
    return rows.map((row) => ({
      process: row.processId,
      seq: row.seq,
      at: row.at.getTime(),
      kind: row.kind,
      actor: row.actor as unknown as Actor,
      ruleId: row.ruleId,
      data: row.data as Record<string, unknown>,
      textId: row.textId,
      hash: row.hash,
      position: Number(row.position),
    }));
  },
  /** What the events of one kind of a process say, oldest first; a line from before a field existed lacks it. */
  async dataOf<K extends EventKind>(processId: string, kind: K): Promise<Partial<EventData[K]>[]> {
    const rows = await db.timelineEvent.findMany({ where: { processId, kind }, orderBy: { seq: 'asc' }, select: { data: true } });
    return rows.map((row) => row.data as Partial<EventData[K]>);
  },
});
