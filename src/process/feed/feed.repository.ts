import { Prisma } from '../../generated/prisma/client';
import type { Actor } from '../../base/actor';
import type { Db } from '../../platform/db/client';

/** A place in the feed, as `id:` of an event has it: `<transaction>.<row>`. */
export type FeedCursor = string;

/** What one batch changed. It holds ids only: names are read elsewhere. */
export interface FeedEntry {
  readonly cursor: FeedCursor;
  readonly storeId: string;
  readonly process: string;
  /** The order its process is about; null where it is about none. */
  readonly order: string | null;
  readonly revision: number;
  readonly state: string;
  /** Kinds of the timeline's new lines. */
  readonly kinds: readonly string[];
  /** Tasks that were written. */
  readonly tasks: readonly string[];
  readonly by: Pick<Actor, 'kind' | 'id'> | null;
  /** Real instant, epoch ms. */
  readonly writtenAt: number;
}

/** Before everything. */
export const FEED_START: FeedCursor = '0.0';
/** The setting that says up to where entries have been removed. */
const SWEPT = 'feed.swept';
/** Real milliseconds an entry is kept. */
export const FEED_KEPT_MS = 24 * 3_600_000;

const CURSOR = /^(\d{1,19})\.(\d{1,18})$/;
export const isFeedCursor = (text: string): boolean => CURSOR.test(text);

const partsOf = (cursor: FeedCursor): readonly [xid: string, id: string] => {
  const [, xid, id] = CURSOR.exec(cursor) ?? [];
  if (xid === undefined || id === undefined) throw new Error(`${cursor} is no place in the feed`);
  return [xid, id];
};

/** Whether `a` comes after `b`. */
export function isAfter(a: FeedCursor, b: FeedCursor): boolean {
  const [xidA, idA] = partsOf(a).map(BigInt) as [bigint, bigint];
  const [xidB, idB] = partsOf(b).map(BigInt) as [bigint, bigint];
  return xidA > xidB || (xidA === xidB && idA > idB);
}

interface Row {
  readonly xid: string;
  readonly id: bigint;
  readonly storeId: string;
  readonly process: string;
  readonly about: string | null;
  readonly revision: number;
  readonly state: string;
  readonly kinds: string[];
  readonly tasks: string[];
  readonly actor: Actor | null;
  readonly writtenAt: Date;
}

const entryOf = ({ xid, id, about, actor, writtenAt, ...row }: Row): FeedEntry => ({
  ...row,
  cursor: `${xid}.${id}`,
  order: about,
  by: actor && { kind: actor.kind, ...(actor.id === undefined ? {} : { id: actor.id }) },
  writtenAt: writtenAt.getTime(),
});

/** Nothing that is still being written can come before what is older than this: what is shown has its final order. */
const SETTLED = Prisma.sql`f.xid < pg_snapshot_xmin(pg_current_snapshot())`;

/** Reads the feed; the recorder writes it. */
export const createFeedReads = (db: Db) => ({
  /** At most `limit` entries after `after`, in the order in which they became final; of one store, or of all (null). */
  async read(after: FeedCursor, storeId: string | null, limit: number): Promise<FeedEntry[]> {
    const [xid, id] = partsOf(after);
    const ofStore = storeId === null ? Prisma.empty : Prisma.sql`AND f.store_id = ${storeId}`;
    const rows = await db.$queryRaw<Row[]>`
      SELECT f.xid::text AS xid, f.id, f.store_id AS "storeId", f.process_id AS process, f.about_order AS about, f.revision, f.state, f.kinds, f.tasks,
        f.actor, f.written_at AS "writtenAt"
      FROM feed f WHERE (f.xid, f.id) > (${xid}::xid8, ${id}::bigint) AND ${SETTLED} ${ofStore} ORDER BY f.xid, f.id LIMIT ${limit}`;
    return rows.map(entryOf);
  },

  /** The last entry that is final; `FEED_START` while there is none. */
  async end(): Promise<FeedCursor> {
    const [row] = await db.$queryRaw<Pick<Row, 'xid' | 'id'>[]>`
      SELECT f.xid::text AS xid, f.id FROM feed f WHERE ${SETTLED} ORDER BY f.xid DESC, f.id DESC LIMIT 1`;
    return row ? `${row.xid}.${row.id}` : FEED_START;
  },

  /** Whether everything that came after that place is still there. */
  async isKept(cursor: FeedCursor): Promise<boolean> {
    const swept = await db.setting.findUnique({ where: { key: SWEPT } });
    return swept === null || !isAfter(swept.value as FeedCursor, cursor);
  },

  /** Real ms for which the oldest entry that cannot be shown yet has waited: a transaction that stays open holds the feed back. */
  async lagMs(): Promise<number> {
    const [row] = await db.$queryRaw<{ lag: number | null }[]>`
      SELECT extract(epoch FROM now() - min(f.written_at))::float8 * 1000 AS lag FROM feed f WHERE NOT (${SETTLED})`;
    return Math.max(0, row?.lag ?? 0);
  },

  /** Removes at most `limit` of what was written before `before` (real epoch ms), and notes up to where. Answers how many. */
  async sweep(before: number, limit: number): Promise<number> {
    const [row] = await db.$queryRaw<{ swept: number }[]>`
      WITH gone AS (
        DELETE FROM feed WHERE id IN (SELECT id FROM feed WHERE written_at < ${new Date(before)} ORDER BY written_at LIMIT ${limit}) RETURNING xid, id
      ), noted AS (
        INSERT INTO settings (key, value) SELECT ${SWEPT}, to_jsonb(g.xid || '.' || g.id) FROM gone g ORDER BY g.xid DESC, g.id DESC LIMIT 1
        ON CONFLICT (key) DO UPDATE SET value = excluded.value
        WHERE string_to_array(settings.value #>> '{}', '.')::numeric[] < string_to_array(excluded.value #>> '{}', '.')::numeric[]
      )
      SELECT count(*)::int AS swept FROM gone`;
    return row?.swept ?? 0;
  },
});
export type FeedReads = ReturnType<typeof createFeedReads>;
