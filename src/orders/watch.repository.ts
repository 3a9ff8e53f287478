import type { TaskRow } from '../process/process.messages';
import { orderWorkflowId, repairWorkflowId } from './names.messages';
import type { Loss, RepairInput } from './repair.messages';
import type { ShopClock } from '../base/clock';
import type { OrderState } from './order-state.rules';
import type { Db } from '../platform/db/client';
import { numbersOf } from './define.order-kind';
import { createTaskReads } from '../process/tasks/task-read.repository';

/** An order whose workflow was started less than this ago (real ms) is not looked at yet. */
const YOUNG_MS = 5_000;

/** What the watch reads and notes: which orders live on record, and which are known to be lost. */
export const createOrderWatch = (db: Db) => {
  const living = () => ({ kind: 'order', closedAt: null, lostAt: null, launchedAt: { lte: new Date(Date.now() - YOUNG_MS) } });
  const numbersOf = (rows: readonly { readonly number: string }[]): string[] => rows.map(({ number }) => number);
  return {
    async living(numbers: readonly string[]): Promise<string[]> {
      if (numbers.length === 0) return [];
      return numbersOf(await db.process.findMany({ where: { ...living(), number: { in: [...numbers] } }, select: { number: true } }));
    },
    async next(after: string, limit: number): Promise<string[]> {
      const where = { ...living(), number: { gt: after } };
      return numbersOf(await db.process.findMany({ where, orderBy: { number: 'asc' }, take: limit, select: { number: true } }));
    },
    async lost(after: string, limit: number): Promise<string[]> {
      const where = { kind: 'order', lostAt: { not: null }, closedAt: null, number: { gt: after } };
      return numbersOf(await db.process.findMany({ where, orderBy: { number: 'asc' }, take: limit, select: { number: true } }));
    },
    async lose(number: string): Promise<boolean> {
      const { count } = await db.process.updateMany({ where: { ...living(), number }, data: { lostAt: new Date() } });
      return count > 0;
    },
    async find(number: string): Promise<void> {
      await db.process.updateMany({ where: { id: orderWorkflowId(number) }, data: { lostAt: null } });
    },
  };
};

/**
 * What the repair of a lost order starts from.
 * @throws {Error} when this program does not know the order's rulebook: it could not start it again.
 */
export async function repairInputOf(db: Db, number: string, how: Loss, clock: ShopClock): Promise<RepairInput> {
  const { process, ...order } = await db.order.findUniqueOrThrow({ where: { number }, include: { process: true } });
  const { exceptionResponse, nextRung } = numbersOf(order.kind, process.rulesVersion);
  const workflowId = repairWorkflowId(number);
  const before = await db.process.findUnique({ where: { id: workflowId }, select: { revision: true } });
  const earlier = (await createTaskReads(db).ofProcess(workflowId)) satisfies readonly TaskRow[];
  return {
    number,
    storeId: order.storeId,
    clock,
    rules: { exceptionResponse, nextRung },
    how,
    state: process.state as OrderState,
    heldFen: order.receivedFen - order.refundedFen,
    outstandingFen: order.outstandingFen,
    revision: process.revision,
    earlier: { revision: before?.revision ?? 0, taskCount: earlier.length, open: earlier.filter(({ state }) => state === 'open') },
  };
}

/** The repair whose own workflow is gone too, and its task, of an order that lives again: nobody else can withdraw it. `at` is shop time. */
export async function withdrawRepair(db: Db, number: string, at: number): Promise<void> {
  const id = repairWorkflowId(number);
  await db.process.updateMany({ where: { id, closedAt: null }, data: { state: 'closed', closedAt: new Date(at) } });
  await db.task.updateMany({
    where: { processId: id, state: 'open' },
    data: { state: 'withdrawn', closedAt: new Date(at) },
  });
}

/** What stands still until somebody repairs it: orders whose workflow is gone, and processes whose record Postgres refuses. */
export async function countTroubles(db: Db): Promise<{ readonly lost: number; readonly refused: number }> {
  const [lost, refused] = await Promise.all([
    db.process.count({ where: { kind: 'order', lostAt: { not: null }, closedAt: null } }),
    db.process.count({ where: { refusedAt: { not: null } } }),
  ]);
  return { lost, refused };
}
