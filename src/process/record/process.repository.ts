import type { ProcessRef, RecordBatch } from '../process.messages';
import type { Db } from '../../platform/db/client';

/** Whether a batch may put its process on file: an order stands there since its intake, what else there is begins with its first batch. */
export const opensProcess = ({ first, snapshot }: Pick<RecordBatch, 'first' | 'snapshot'>): boolean => first === true && !snapshot;

/** Puts a process on file, with nothing recorded yet. A repeat does nothing. */
export async function putOnFile(db: Db, { openedAt, ...process }: ProcessRef, state: string): Promise<void> {
  await db.process.createMany({ data: [{ ...process, state, overlays: [], openedAt: new Date(openedAt) }], skipDuplicates: true });
}

/** Numbers, among these, of orders about which a process has a record that Postgres refuses. */
export async function ordersRefused(db: Pick<Db, 'process'>, numbers: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.process.findMany({
    where: { aboutOrder: { in: [...numbers] }, refusedAt: { not: null } },
    select: { aboutOrder: true },
  });
  return new Set(rows.flatMap(({ aboutOrder }) => aboutOrder ?? []));
}
