import type { RecordBatch, TimelineEntry, Withdrawal } from '../process.messages';
import type { Recorder } from '../ports.messages';
import { rowKind, rowNames, type BatchRows, type RowName } from './rows.messages';
import { createCalendars } from '../../platform/db/calendar.repository';
import type { Db } from '../../platform/db/client';
import { opensProcess, putOnFile } from './process.repository';
import { createQuietHours, type NotBefore } from '../outbox/quiet-hours';
import { lastById } from './last-by-id';
import { ownRecordOf } from './own-record';
import { recordSql, type SideRows } from './record-sql';
import { storable } from '../../platform/db/storable';
import { hashedParts } from './timeline-hash';

/** The last row of each id; of a kind with a single row, the first. */
const lastRows = <K extends RowName>(name: K, rows: NonNullable<BatchRows[K]>): readonly unknown[] =>
  rowKind(name).single ? rows.slice(0, 1) : lastById(rows as readonly { readonly id: string }[]);

const chained = (process: string) => (event: TimelineEntry, n: number) => ({
  ...event,
  n,
  ...hashedParts({
    id: event.id,
    process,
    at: new Date(event.at).toISOString(),
    kind: event.kind,
    actor: event.actor,
    ruleId: event.ruleId ?? null,
    data: event.data,
    textId: event.textId ?? null,
  }),
});

/** The batch's first row answers for the money rows written with it. */
const answering = <E extends object>(events: readonly E[], rows: Readonly<Record<string, string>>): readonly E[] =>
  Object.keys(rows).length === 0 ? events : events.map((event, n) => (n === 0 ? { ...event, rows } : event));

/** The line on the timeline that a letter was withdrawn; the statement leaves it out when none was. */
const withdrawalLine = ({ id, at, template, why }: Withdrawal): TimelineEntry => ({
  id,
  at,
  kind: 'letter.withdrawn',
  actor: { kind: 'system', via: 'timer' },
  ruleId: 'BAK-08',
  data: { template, why },
});

/** What of a batch is of every process. */
const COMMON: ReadonlySet<string> = new Set<keyof RecordBatch>([
  'process',
  'revision',
  'first',
  'standing',
  'events',
  'tasks',
  'notices',
  'withdrawals',
  'acts',
]);
/** A program that has not loaded a chapter would leave its rows out. @throws naming what no loaded chapter has. */
function assertKnown(batch: RecordBatch, own: object): void {
  const stray = Object.keys(batch).find((part) => !COMMON.has(part) && !(part in own) && !rowNames().some((name) => name === part));
  if (stray !== undefined) throw new Error(`no chapter that is loaded writes ${stray} of ${batch.process.id}`);
}

/** The whole batch as the statement reads it. */
async function written(batch: RecordBatch, notBefore: NotBefore): Promise<{ readonly rows: SideRows; readonly json: string }> {
  const { id, storeId } = batch.process;
  const own = ownRecordOf(batch.process);
  const ownParts = own?.json(batch) ?? {};
  assertKnown(batch, ownParts);
  const rows = {
    tasks: lastById(batch.tasks),
    notices: await Promise.all(
      lastById(batch.notices).map(async (notice, n) => ({
        ...notice,
        n,
        notBefore: notice.urgent ? notice.createdAt : await notBefore(storeId, notice),
      })),
    ),
    acts: batch.acts,
    ...(Object.fromEntries(rowNames().map((name) => [name, lastRows(name, batch[name] ?? [])])) as Record<RowName, readonly unknown[]>),
  };
  const events = [
    ...answering(batch.events.map(chained(id)), own?.covers(batch) ?? {}),
    ...batch.withdrawals.map((one, n) => ({ ...chained(id)(withdrawalLine(one), batch.events.length + n), withdrawal: true })),
  ];
  const { standing, withdrawals } = batch;
  return { rows, json: JSON.stringify({ ...rows, ...ownParts, standing, withdrawals, events }) };
}

/**
 * The one writer of processes' rows. A batch whose revision is on file already writes nothing, also when two copies run at once.
 * Throws a plain error, to be tried again, when Postgres is away, or the process should have a row and has none.
 */
export const createRecorder = (db: Db, notBefore: NotBefore = createQuietHours(createCalendars(db))): Recorder => ({
  async record(given) {
    const batch = storable(given);
    const { process, revision, first = false } = batch;
    const { rows, json } = await written(batch, notBefore);
    const parameters = [json, process.id, process.aboutOrder, revision, process.storeId, first];
    for (let opened = false; ;) {
      const [outcome] = await db.$queryRawUnsafe<{ recorded: boolean; revision: number | null }[]>(recordSql(batch, rows), ...parameters);
      const standing = outcome?.revision ?? null;
      if (outcome?.recorded) return revision;
      if (standing !== null && standing >= revision) return standing;
      if (standing === null) {
        if (opened || !opensProcess(batch)) throw new Error(`The process ${process.id} has no row to record on.`);
        opened = true;
        await putOnFile(db, process, batch.standing.state);
      } else if (standing < revision - 1 && !first) return standing;
      // else it has moved while this statement waited for it: what the statement read is too old
    }
  },

  async revisionOf(processId) {
    return (await db.process.findUnique({ where: { id: processId }, select: { revision: true } }))?.revision ?? null;
  },
});
