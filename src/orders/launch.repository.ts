import { orderWorkflowId } from './names.messages';
import { numbersOf } from './define.order-kind';
import type { OrderFacts, OrderInput } from './order.messages';
import type { OrderKind } from './order-kinds.messages';
import type { ShopClock } from '../base/clock';
import type { Db } from '../platform/db/client';

/** Numbers of orders whose workflow is still owed, oldest first. `olderThanMs` real ms leave the intake time to launch its own. */
export async function unlaunched(db: Db, olderThanMs: number, limit: number): Promise<string[]> {
  const rows = await db.process.findMany({
    where: { kind: 'order', launchedAt: null, insertedAt: { lte: new Date(Date.now() - olderThanMs) } },
    orderBy: [{ insertedAt: 'asc' }, { number: 'asc' }],
    take: limit,
    select: { number: true },
  });
  return rows.map(({ number }) => number);
}

/** Notes that the order's workflow runs; a repeat keeps the first instant. */
export async function markLaunched(db: Db, number: string): Promise<void> {
  await db.process.updateMany({ where: { id: orderWorkflowId(number), launchedAt: null }, data: { launchedAt: new Date() } });
}

/**
 * What an order's workflow starts from, rebuilt from its row as it stood at intake.
 * @throws {Error} when there is no such order, or its rulebook is unknown here.
 */
export async function orderInputOf(db: Pick<Db, 'order'>, number: string, clock: ShopClock): Promise<OrderInput> {
  const row = await db.order.findUniqueOrThrow({
    where: { number },
    select: { kind: true, storeId: true, intakeAt: true, takenBy: true, facts: true, process: { select: { rulesVersion: true } } },
  });
  const rulesVersion = row.process.rulesVersion ?? '';
  return {
    number,
    kind: row.kind as OrderKind,
    storeId: row.storeId,
    intakeAt: row.intakeAt.getTime(),
    takenBy: row.takenBy,
    facts: row.facts as unknown as OrderFacts,
    rulesVersion,
    rules: numbersOf(row.kind, rulesVersion),
    clock,
  };
}
