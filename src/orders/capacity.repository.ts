import { addDays, atTime, localDay, type Calendar } from '../base/calendar';
import type { Db, Tx } from '../platform/db/client';
import { MOST_DAYS_BACK, takenBy, type CapacityBook, type Limits, type WorkClaim } from './capacity.rules';

/** Which days of a store are looked at: store dates, both included. */
export interface Days {
  readonly storeId: string;
  readonly from: string;
  readonly to: string;
}

interface LimitRow {
  readonly work: string;
  readonly weekday: number | null;
  readonly day: string | null;
  readonly minutes: number;
}

/** Deadlines of later days fall on earlier ones where there is no capacity in between. */
const widened = ({ storeId, from, to }: Days): Days => ({
  storeId,
  from: addDays(from, -MOST_DAYS_BACK),
  to: addDays(to, MOST_DAYS_BACK),
});

/** BAK-29. What a store has said it can do, of single days those around `days`. */
export async function limitsOf(db: Db | Tx, days: Days): Promise<Limits> {
  const { storeId, from, to } = widened(days);
  const rows = await db.$queryRaw<LimitRow[]>`
    SELECT work, weekday, NULL AS day, minutes FROM capacities WHERE store_id = ${storeId}
    UNION ALL
    SELECT work, NULL, day, minutes FROM capacity_days WHERE store_id = ${storeId} AND day BETWEEN ${from} AND ${to}`;
  const weekly: Record<string, number[]> = {};
  const single: Record<string, Record<string, number>> = {};
  for (const { work, weekday, day, minutes } of rows) {
    if (weekday !== null) (weekly[work] ??= [0, 0, 0, 0, 0, 0, 0])[weekday - 1] = minutes;
    else if (day !== null) (single[day] ??= {})[work] = minutes;
  }
  return { weekly, days: single };
}

/** BAK-29. What the store's orders take of its days, not counting the order `except`. */
export async function takenOf(
  db: Db | Tx,
  days: Days,
  by: Pick<CapacityBook, 'calendar' | 'limits'>,
  except: string | null = null,
): Promise<CapacityBook['taken']> {
  const from = new Date(atTime(by.calendar, days.from, '00:00'));
  const until = new Date(atTime(by.calendar, addDays(widened(days).to, 1), '00:00'));
  const loads = await db.$queryRaw<(WorkClaim & { readonly order: string })[]>`
    SELECT l.order_number AS "order", l.work, l.minutes, round(extract(epoch FROM l.at) * 1000)::float8 AS at, l.deadline
    FROM order_loads l JOIN orders o ON o.number = l.order_number
    WHERE o.store_id = ${days.storeId} AND l.minutes > 0 AND l.at >= ${from} AND l.at < ${until} AND o.number IS DISTINCT FROM ${except}
    ORDER BY l.at, l.order_number`;
  return takenBy(loads, by);
}

/** BAK-29. What an order takes, by kind of work. */
export async function plannedOf(db: Db | Tx, order: string): Promise<Map<string, WorkClaim>> {
  const rows = await db.orderLoad.findMany({ where: { orderNumber: order } });
  return new Map(rows.map(({ work, minutes, at, deadline }) => [work, { work, minutes, at: at.getTime(), deadline }]));
}

/** The store dates from one instant to another. */
export const daysBetween = (storeId: string, calendar: Calendar, from: number, to: number): Days => ({
  storeId,
  from: localDay(calendar, from),
  to: localDay(calendar, to),
});

/**
 * BAK-29. Holds the days of a store until the transaction ends: of two orders that want the last room of a day, the second one waits and then
 * sees what the first has taken. Days are held in their order, so that nobody waits in a circle.
 */
export async function hold(tx: Tx, storeId: string, days: readonly string[]): Promise<void> {
  const slots = [...new Set(days)].sort().map((day) => `capacity/${storeId}/${day}`);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(slot, 0)) FROM unnest(${slots}::text[]) AS slot`;
}
