import type { Db } from '../../platform/db/client';
import { ownRecords, type OwnReading } from './own-record';
import { textHash } from './timeline-hash';

/**
 * Rows beside the timeline that it answers for: a timeline row's `covers` holds their hashes, and is part of its own. The words under its text
 * id, and what its chapter names (`OwnRecord.covers`): altered, removed or put in by hand they no longer fit the chain.
 */
export interface Covers {
  readonly text?: string;
  /** By `<table>/<id>`. */
  readonly rows?: Readonly<Record<string, string>>;
}

/** The covered rows of some processes as they stand now. */
export interface StandingRows {
  /** Hashes by process and by the names of `Covers.rows`. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Hashes by text id. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads and hashes them. Texts that no timeline row names are nobody's evidence and not looked at. */
export async function readStanding(db: OwnReading & Pick<Db, '$queryRawUnsafe'>, processes: readonly string[]): Promise<StandingRows> {
  const [texts, ...own] = await Promise.all([
    db.$queryRawUnsafe<{ id: string; hash: string }[]>(
      `SELECT t.id, ${textHash('t.body')} AS hash FROM texts t WHERE t.id IN (SELECT text_id FROM timeline WHERE process_id = ANY($1::text[]))`,
      [...processes],
    ),
    ...ownRecords().map((record) => record.standing(db, processes)),
  ]);
  const rows = new Map<string, Map<string, string>>(processes.map((id) => [id, new Map()]));
  for (const [process, name, hash] of own.flat()) rows.get(process)?.set(name, hash);
  return { rows, texts: new Map(texts.map(({ id, hash }) => [id, hash])) };
}
