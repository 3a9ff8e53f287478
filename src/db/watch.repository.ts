import type { TaskRow } from '../contracts/order';
import { orderWorkflowId, repairWorkflowId } from '../contracts/names';
import type { Loss, RepairInput } from '../contracts/repair';
import type { ShopClock } from '../domain/clock';
import type { OrderState } from '../domain/order-state';
import type { Db } from './client';
import { rulesOf } from './launch.repository';
import { createTaskReads } from './task-read.repository';

/** An order whose workflow was started less than this ago (real ms) is not looked at yet. */
const YOUNG_MS = 5_000;

/** What the watch reads and notes: which orders live on record, and which are known to be lost. */
export const createOrderWatch = (db: Db) => {
  const living = () => ({ closedAt: null, lostAt: null, launchedAt: { lte: new Date(Date.now() - YOUNG_MS) } });
  const numbersOf = (rows: readonly { readonly number: string }[]): string[] => rows.map(({ number }) => number);
  return {
    async living(numbers: readonly string[]): Promise<string[]> {
      if (numbers.length === 0) return [];
      return numbersOf(await db.order.findMany({ where: { ...living(), number: { in: [...numbers] } }, select: { number: true } }));
    },
    async next(after: string, limit: number): Promise<string[]> {
      const where = { ...living(), number: { gt: after } };
      return numbersOf(await db.order.findMany({ where, orderBy: { number: 'asc' }, take: limit, select: { number: true } }));
    },
    async lost(after: string, limit: number): Promise<string[]> {
      const where = { lostAt: { not: null }, closedAt: null, number: { gt: after } };
      return numbersOf(await db.order.findMany({ where, orderBy: { number: 'asc' }, take: limit, select: { number: true } }));
    },
    async lose(number: string): Promise<boolean> {
      const { count } = await db.order.updateMany({ where: { ...living(), number }, data: { lostAt: new Date() } });
      return count > 0;
    },
    async find(number: string): Promise<void> {
      await db.order.updateMany({ where: { number }, data: { lostAt: null } });
    },
  };
};

/**
 * What the repair of a lost order starts from.
 * @throws {Error} when this program does not know the order's rulebook: it could not start it again.
 */
export async function repairInputOf(db: Db, number: string, how: Loss, clock: ShopClock): Promise<RepairInput> {
  const order = await db.order.findUniqueOrThrow({ where: { number } });
  const { exceptionResponse, nextRung } = rulesOf(order.rulesVersion);
  const workflowId = repairWorkflowId(number);
  const revisions = await db.recordedRevision.findMany({ where: { workflowId: { in: [workflowId, orderWorkflowId(number)] } } });
  const revisionOf = (id: string): number => revisions.find((row) => row.workflowId === id)?.revision ?? 0;
  const earlier = (await createTaskReads(db).ofWorkflow(workflowId)) satisfies readonly TaskRow[];
  return {
    number,
    clock,
    rules: { exceptionResponse, nextRung },
    how,
    state: order.state as OrderState,
    heldFen: order.receivedFen - order.refundedFen,
    outstandingFen: order.outstandingFen,
    revision: revisionOf(orderWorkflowId(number)),
    earlier: { revision: revisionOf(workflowId), taskCount: earlier.length, open: earlier.filter(({ state }) => state === 'open') },
  };
}

/** The task of a repair whose own workflow is gone too, of an order that lives again: nobody else can withdraw it. `at` is shop time. */
export async function withdrawRepair(db: Db, number: string, at: number): Promise<void> {
  await db.task.updateMany({
    where: { orderNumber: number, workflowId: repairWorkflowId(number), state: 'open' },
    data: { state: 'withdrawn', closedAt: new Date(at) },
  });
}

/** Orders that stand still until somebody repairs them: their workflow is gone, or Postgres refuses their record. */
export async function countTroubles(db: Db): Promise<{ readonly lost: number; readonly refused: number }> {
  const [lost, refused] = await Promise.all([
    db.order.count({ where: { lostAt: { not: null }, closedAt: null } }),
    db.order.count({ where: { refused: { isEmpty: false } } }),
  ]);
  return { lost, refused };
}
