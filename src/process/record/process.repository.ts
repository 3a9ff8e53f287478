import type { ProcessRef, RecordBatch } from '../process.messages';
import { ownRecordOf } from './own-record';
import type { Db } from '../../platform/db/client';

/** Whether a batch may put its process on file: what stands there already (an order, since its intake) a batch does not make. */
export const opensProcess = (batch: RecordBatch): boolean => batch.first === true && ownRecordOf(batch.process)?.isOnFile(batch) !== true;

/** Puts a process on file, with nothing recorded yet. A repeat does nothing. */
export async function putOnFile(db: Db, { openedAt, ...process }: ProcessRef, state: string): Promise<void> {
  await db.process.createMany({ data: [{ ...process, state, overlays: [], openedAt: new Date(openedAt) }], skipDuplicates: true });
}

/** The ids of the processes about an order, its own among them. */
export async function processesAbout(db: Pick<Db, 'process'>, order: string): Promise<string[]> {
  return (await db.process.findMany({ where: { aboutOrder: order }, select: { id: true } })).map(({ id }) => id);
}

/** Numbers, among these, of orders about which a process has a record that Postgres refuses. */
export async function ordersRefused(db: Pick<Db, 'process'>, numbers: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.process.findMany({
    where: { aboutOrder: { in: [...numbers] }, refusedAt: { not: null } },
    select: { aboutOrder: true },
  });
  return new Set(rows.flatMap(({ aboutOrder }) => aboutOrder ?? []));
}
