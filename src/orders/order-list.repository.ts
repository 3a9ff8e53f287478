import { Prisma } from '../generated/prisma/client';
import { MOST_COUNTED, meansOpen, type OrderFilter, type OrderSort } from './order-list.rules';
import type { OrderAmongMany, OrderReads } from './order-read.repository';
import { hasProduct, isFoundBy } from './order-search';
import { ORDER_STATES, type Overlay } from './order-state.rules';
import type { Db } from '../platform/db/client';

/** A row's place in a list: by what it is sorted, its own instant of that, and its number. */
export interface OrderPlace {
  readonly sort: OrderSort;
  readonly at: number;
  readonly number: string;
}
/** An order where it stands in a list. */
export type PlacedOrder = OrderAmongMany & OrderPlace;

const SORTS: Readonly<Record<OrderSort, { readonly key: Prisma.Sql; readonly latestFirst: boolean }>> = {
  promisedAt: { key: Prisma.sql`o.delivery_at`, latestFirst: false },
  '-promisedAt': { key: Prisma.sql`o.delivery_at`, latestFirst: true },
  takenAt: { key: Prisma.sql`o.intake_at`, latestFirst: false },
  '-takenAt': { key: Prisma.sql`o.intake_at`, latestFirst: true },
};

const UNDELIVERED = ORDER_STATES.filter((state) => !['closed', 'declined', 'cancelled', 'delivered'].includes(state));

/**
 * Orders `o` with their processes `p`. Postgres takes what is looked for to lie evenly in the order of a list, and would walk through years of
 * closed orders to the open ones, which all lie at its end. So where few are meant it is told to begin with those: `OFFSET 0` says where.
 */
const sourceOf = (filter: OrderFilter): Prisma.Sql =>
  meansOpen(filter)
    ? Prisma.sql`
      (SELECT * FROM processes WHERE closed_at IS NULL AND kind = 'order' AND store_id = ${filter.storeId} OFFSET 0) p
      CROSS JOIN LATERAL (SELECT * FROM orders WHERE process_id = p.id OFFSET 0) o`
    : Prisma.sql`orders o JOIN processes p ON p.id = o.process_id`;

/** What the order's own row says, and what only shows beside it: that its workflow is gone, or cannot be heard. */
function hasOverlay(overlay: Overlay): Prisma.Sql {
  if (overlay === 'workflow-lost') return Prisma.sql`p.lost_at IS NOT NULL`;
  if (overlay === 'record-refused')
    return Prisma.sql`EXISTS (SELECT 1 FROM processes r WHERE r.about_order = o.number AND r.refused_at IS NOT NULL)`;
  return Prisma.sql`p.overlays @> ARRAY[${overlay}]`;
}

const isWith = (assignee: string): Prisma.Sql => Prisma.sql`(
  EXISTS (SELECT 1 FROM tasks t WHERE t.process_id = p.id AND t.state = 'open' AND t.assignee = ${assignee})
  OR jsonb_path_exists(o.stages, '$[*] ? (@.assignee == $who && !(@.doneAt != null) && @.applicable == true)', jsonb_build_object('who', ${assignee}::text)))`;

const isIn = (stage: string): Prisma.Sql =>
  Prisma.sql`jsonb_path_exists(o.stages, '$[*] ? (@.stage == $stage && @.startedAt != null && !(@.doneAt != null))', jsonb_build_object('stage', ${stage}::text))`;

/** Which rows the filter means; `now` is shop time and says what is overdue. */
function conditionsOf(filter: OrderFilter, now: number): Prisma.Sql[] {
  const { open, states, overlay, kind, stage, overdue, assignee, takenBy, product, owed, deliveryFrom, deliveryTo, q } = filter;
  const late = Prisma.sql`(o.delivery_at < ${new Date(now)} AND p.state = ANY(${UNDELIVERED}))`;
  return [
    Prisma.sql`o.store_id = ${filter.storeId}`,
    ...(open === false ? [Prisma.sql`p.closed_at IS NOT NULL`] : []),
    ...(states ? [Prisma.sql`p.state = ANY(${[...states]})`] : []),
    ...(overlay ? [hasOverlay(overlay)] : []),
    ...(kind ? [Prisma.sql`o.kind = ${kind}`] : []),
    ...(stage ? [isIn(stage)] : []),
    ...(overdue === undefined ? [] : [overdue ? late : Prisma.sql`NOT ${late}`]),
    ...(assignee ? [isWith(assignee)] : []),
    ...(takenBy ? [Prisma.sql`o.taken_by = ${takenBy}`] : []),
    ...(product ? [hasProduct(product)] : []),
    ...(owed === undefined ? [] : [owed ? Prisma.sql`o.outstanding_fen > 0` : Prisma.sql`o.outstanding_fen <= 0`]),
    ...(deliveryFrom === undefined ? [] : [Prisma.sql`o.delivery_at >= ${new Date(deliveryFrom)}`]),
    ...(deliveryTo === undefined ? [] : [Prisma.sql`o.delivery_at <= ${new Date(deliveryTo)}`]),
    ...(q ? [isFoundBy(q)] : []),
  ];
}

/** Lists of a store's orders. */
export const createOrderLists = (db: Db, reads: OrderReads) => ({
  /** At most `limit` orders after `after`, by `sort`. `now` is shop time and says what is overdue. */
  async list(filter: OrderFilter, now: number, sort: OrderSort, limit: number, after?: OrderPlace): Promise<PlacedOrder[]> {
    const { key, latestFirst } = SORTS[sort];
    const [beyond, way] = latestFirst ? [Prisma.sql`<`, Prisma.sql`DESC`] : [Prisma.sql`>`, Prisma.sql`ASC`];
    const conditions = [
      ...conditionsOf(filter, now),
      ...(after ? [Prisma.sql`(${key}, o.number) ${beyond} (${new Date(after.at)}, ${after.number})`] : []),
    ];
    const found = await db.$queryRaw<{ number: string; at: Date }[]>`
      SELECT o.number, ${key} AS at FROM ${sourceOf(filter)}
      WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY ${key} ${way}, o.number ${way} LIMIT ${limit}`;
    const orders = await reads.findMany(found.map(({ number }) => number));
    return found.flatMap(({ number, at }) => {
      const order = orders.get(number);
      return order ? [{ ...order, sort, at: at.getTime() }] : [];
    });
  },

  /** How many there are, up to `MOST_COUNTED`, and whether there are more. */
  async count(filter: OrderFilter, now: number): Promise<{ total: number; more: boolean }> {
    const [counted] = await db.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM (
        SELECT 1 FROM ${sourceOf(filter)} WHERE ${Prisma.join(conditionsOf(filter, now), ' AND ')} LIMIT ${MOST_COUNTED + 1}
      ) c`;
    const total = counted?.total ?? 0;
    return { total: Math.min(total, MOST_COUNTED), more: total > MOST_COUNTED };
  },
});
