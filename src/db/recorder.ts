import type { NoticeRow, RecordBatch, TimelineEntry, Withdrawal } from '../contracts/order';
import type { Recorder } from '../contracts/ports';
import { ROW_NAMES, ROWS, type BatchRows, type RowName } from '../contracts/rows';
import { createCalendars } from './calendar.repository';
import type { Db } from './client';
import { createQuietHours } from './quiet-hours';
import { coveredRows } from './covered-rows';
import { recordSql } from './record-sql';
import { storable } from './storable';
import { hashedParts } from './timeline-hash';

/** The shop instant before which quiet hours hold a notice of this order (BAK-08). */
export type NotBefore = (orderNumber: string, notice: NoticeRow) => Promise<number>;

const lastById = <T extends { readonly id: string }>(rows: readonly T[]): T[] => [...new Map(rows.map((row) => [row.id, row])).values()];

/** The last row of each id; where an order has one row only, the first. */
const lastRows = <K extends RowName>(name: K, rows: BatchRows[K]): readonly unknown[] =>
  ROWS[name].perOrder ? rows.slice(0, 1) : lastById(rows as readonly { readonly id: string }[]);

/** A change that is applied stays so when a later row of the same batch repeats it. */
const lastChanges = (changes: RecordBatch['changes']): RecordBatch['changes'] =>
  lastById(changes).map((change) => ({ ...change, apply: changes.some(({ id, apply }) => apply && id === change.id) }));

const chained = (order: string) => (event: TimelineEntry, n: number) => ({
  ...event,
  n,
  ...hashedParts({
    id: event.id,
    order,
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

/**
 * The one writer of orders' rows. A batch whose revision is on file already writes nothing, also when two copies run at once.
 * Throws a plain error, to be tried again, when Postgres is away or the order's row is not there yet.
 */
export const createRecorder = (db: Db, notBefore: NotBefore = createQuietHours(db, createCalendars(db))): Recorder => ({
  async record(given) {
    const batch = storable(given);
    const { workflowId, orderNumber, revision } = batch;
    const rows = {
      tasks: lastById(batch.tasks),
      notices: await Promise.all(
        lastById(batch.notices).map(async (notice, n) => ({
          ...notice,
          n,
          notBefore: notice.urgent ? notice.createdAt : await notBefore(orderNumber, notice),
        })),
      ),
      changes: lastChanges(batch.changes),
      ...(Object.fromEntries(ROW_NAMES.map((name) => [name, lastRows(name, batch[name])])) as Record<RowName, readonly unknown[]>),
    };
    const json = JSON.stringify({
      ...rows,
      snapshot: batch.snapshot,
      corrections: batch.corrections,
      withdrawals: batch.withdrawals,
      events: [
        ...answering(batch.events.map(chained(orderNumber)), coveredRows(batch)),
        ...batch.withdrawals.map((one, n) => ({ ...chained(orderNumber)(withdrawalLine(one), batch.events.length + n), withdrawal: true })),
      ],
    });
    const [outcome] = await db.$queryRawUnsafe<{ recorded: boolean; known: boolean }[]>(
      recordSql(batch, rows),
      json,
      workflowId,
      orderNumber,
      revision,
    );
    if (!outcome?.known) throw new Error(`Order ${orderNumber} has no row to record on.`);
  },
});
