import { createRegister } from '../../base/register';
import type { Db } from '../../platform/db/client';
import type { ProcessRef, RecordBatch } from '../process.messages';

/** What a chapter reads its own rows with, within a transaction or without. */
export type OwnReading = Omit<Db, `$${string}`>;

/** What a chapter writes within the recorder's one statement for processes of its own: see `record-sql.ts` for `claim` and the parameters. */
export interface OwnStatement {
  /** Of the prepared statement. */
  readonly name: string;
  /** A query of one row at most, `version`: which version of what the process is about stood before the batch. */
  readonly about: string;
  /** Common table expressions, each after a comma; one is `saved` with the column `words` (jsonb): what letters of this batch keep. */
  readonly saved: string;
}

/** How processes of a chapter are kept beside what every process has. */
export interface OwnRecord {
  /** Whether it is of these processes. */
  readonly concerns: (process: ProcessRef) => boolean;
  /** The process stands on file before its first batch. */
  readonly isOnFile: (batch: RecordBatch) => boolean;
  readonly statement: (batch: RecordBatch) => OwnStatement;
  /** What of the batch the statement reads, by name. */
  readonly json: (batch: RecordBatch) => Readonly<Record<string, unknown>>;
  /** Hashes of the rows in a batch that its first timeline row answers for, by `<table>/<id>`. */
  readonly covers: (batch: RecordBatch) => Readonly<Record<string, string>>;
  /** The same of the rows as they stand now. */
  readonly standing: (db: OwnReading, processes: readonly string[]) => Promise<(readonly [process: string, name: string, hash: string])[]>;
}

const records = createRegister<OwnRecord>('record');

/** Brings a chapter's record to the house. @throws when another chapter's has its name. */
export const defineOwnRecord = (name: string, record: OwnRecord): void => records.add({ [name]: record });
/** Every chapter's. */
export const ownRecords = (): OwnRecord[] => records.names().map(records.get);
/** Whose this process is; nobody's when it has no more than every process has. */
export const ownRecordOf = (process: ProcessRef): OwnRecord | undefined => ownRecords().find((record) => record.concerns(process));

/** Of a process that has no more than every process has. */
export const NOTHING_OWN: OwnStatement = {
  name: 'plain',
  about: `
  SELECT NULL::int AS version WHERE $3::text <> $3`, // never: it says what type the parameter has
  saved: `, saved AS (
  SELECT NULL::jsonb AS words WHERE false
)`,
};
