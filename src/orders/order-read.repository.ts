import { Prisma, type Order, type Process } from '../generated/prisma/client';
import type { Money, OrderFacts } from './order.messages';
import type { MomentOf, OrderKind, ShutGate } from './order-kinds.messages';
import { ORDER_STATES, type OrderState, type Overlay, type Stage, type StageRow } from './order-state.rules';
import type { Db } from '../platform/db/client';
import { ms } from '../platform/db/instants';
import { literally } from '../platform/db/like';
import { ordersRefused } from '../process/record/process.repository';

export interface ContactRecord {
  readonly name: string;
  readonly phone: string;
}
/** An order's private columns, as intake and approved changes wrote them. */
export interface OrderParticulars {
  readonly customer: ContactRecord & { readonly email?: string; readonly language: string };
  readonly delivery: { readonly method: 'pickup' | 'courier'; readonly address?: string; readonly recipient?: ContactRecord };
  readonly lines: readonly LineRecord[];
}
/** One line with its words. */
export interface LineRecord {
  readonly product: string;
  readonly quantity: number;
  readonly flavour?: string;
  readonly size?: string;
  readonly unitPriceFen: number;
  readonly requirements: readonly string[];
  readonly allergens: readonly string[];
  readonly note?: string;
}

/** An order as people read it; instants are epoch ms of shop time. */
export interface OrderRecord extends OrderParticulars {
  readonly number: string;
  readonly processId: string;
  readonly kind: OrderKind;
  /** The rulebook whose numbers are stamped on it. */
  readonly rulesVersion: string | null;
  readonly storeId: string;
  readonly state: OrderState;
  readonly overlays: readonly Overlay[];
  readonly revision: number;
  readonly version: number;
  readonly planVersion: number;
  readonly occasion: 'birthday' | 'wedding' | 'corporate' | 'other';
  readonly urgency: 'normal' | 'rush';
  readonly complex: boolean;
  readonly risk: boolean;
  readonly facts: OrderFacts;
  readonly money: Money;
  readonly costsFen: number;
  readonly intakeAt: number;
  readonly takenBy: string;
  readonly deliveryAt: number;
  readonly acceptedAt: number | null;
  readonly changeWindowEndsAt: number | null;
  readonly plannedStartAt: number | null;
  readonly makingDoneAt: number | null;
  readonly deliveredAt: number | null;
  readonly followUpAt: number | null;
  readonly closedAt: number | null;
  readonly stages: readonly StageRow[];
  readonly moments: readonly MomentOf<OrderKind>[];
  readonly shut: readonly ShutGate[];
}

/** What its workflow says, and what it cannot say itself: that it is gone, or cannot be heard. */
const overlaysOf = ({ overlays, lostAt }: Process, refused: boolean): Overlay[] => [
  ...(overlays as Overlay[]),
  ...(lostAt ? (['workflow-lost'] as const) : []),
  ...(refused ? (['record-refused'] as const) : []),
];

const recordOf = ({ process, ...row }: Order & { readonly process: Process }, refused: boolean): OrderRecord => ({
  number: row.number,
  processId: process.id,
  kind: row.kind as OrderKind,
  rulesVersion: process.rulesVersion,
  storeId: row.storeId,
  state: process.state as OrderState,
  overlays: overlaysOf(process, refused),
  revision: process.revision,
  version: row.version,
  planVersion: row.planVersion,
  customer: row.customer as unknown as OrderRecord['customer'],
  delivery: row.delivery as unknown as OrderRecord['delivery'],
  lines: row.lines as unknown as LineRecord[],
  occasion: row.occasion as OrderRecord['occasion'],
  urgency: row.urgency as OrderRecord['urgency'],
  complex: row.complex,
  risk: row.risk,
  facts: row.facts as unknown as OrderFacts,
  money: {
    totalFen: row.totalFen,
    depositFen: row.depositFen,
    receivedFen: row.receivedFen,
    refundedFen: row.refundedFen,
    outstandingFen: row.outstandingFen,
  },
  costsFen: row.costsFen,
  intakeAt: row.intakeAt.getTime(),
  takenBy: row.takenBy,
  deliveryAt: row.deliveryAt.getTime(),
  acceptedAt: ms(row.acceptedAt),
  changeWindowEndsAt: ms(row.changeWindowEndsAt),
  plannedStartAt: ms(row.plannedStartAt),
  makingDoneAt: ms(row.makingDoneAt),
  deliveredAt: ms(row.deliveredAt),
  followUpAt: ms(row.followUpAt),
  closedAt: ms(process.closedAt),
  stages: row.stages as unknown as StageRow[],
  moments: row.moments as unknown as MomentOf<OrderKind>[],
  shut: row.shut as unknown as ShutGate[],
});

/** What an order list may be narrowed by. */
export interface OrderFilter {
  readonly storeId: string;
  readonly state?: OrderState;
  readonly kind?: string;
  /** A stage that is under way. */
  readonly stage?: Stage;
  readonly overdue?: boolean;
  readonly deliveryFrom?: number;
  readonly deliveryTo?: number;
  /** In number, customer name or telephone. */
  readonly q?: string;
}

/** The last row of the page before: orders are listed by delivery, then number. */
export interface OrderPosition {
  readonly deliveryAt: number;
  readonly number: string;
}

const OPEN_STATES = ORDER_STATES.filter((state) => !['closed', 'declined', 'cancelled', 'delivered'].includes(state));

const conditionsOf = (filter: OrderFilter, now: number): Prisma.Sql[] => {
  const { storeId, state, kind, stage, overdue, deliveryFrom, deliveryTo, q } = filter;
  const late = Prisma.sql`(o.delivery_at < ${new Date(now)} AND p.state = ANY(${OPEN_STATES}))`;
  return [
    Prisma.sql`o.store_id = ${storeId}`,
    ...(state ? [Prisma.sql`p.state = ${state}`] : []),
    ...(kind ? [Prisma.sql`o.kind = ${kind}`] : []),
    ...(stage
      ? [
          Prisma.sql`EXISTS (SELECT 1 FROM jsonb_array_elements(stages) s WHERE s->>'stage' = ${stage} AND s->>'startedAt' IS NOT NULL AND s->>'doneAt' IS NULL)`,
        ]
      : []),
    ...(overdue === undefined ? [] : [overdue ? late : Prisma.sql`NOT ${late}`]),
    ...(deliveryFrom === undefined ? [] : [Prisma.sql`delivery_at >= ${new Date(deliveryFrom)}`]),
    ...(deliveryTo === undefined ? [] : [Prisma.sql`delivery_at <= ${new Date(deliveryTo)}`]),
    ...(q
      ? [Prisma.sql`(o.number LIKE ${literally(q)} OR customer->>'name' ILIKE ${literally(q)} OR customer->>'phone' LIKE ${literally(q)})`]
      : []),
  ];
};

/** Reads orders. Their workflow writes them. */
export const createOrderReads = (db: Db) => ({
  async find(number: string): Promise<OrderRecord | null> {
    return (await read(db, [number]))[0] ?? null;
  },

  /** By number; what does not exist is missing. */
  async findMany(numbers: readonly string[]): Promise<Map<string, OrderRecord>> {
    return new Map((await read(db, numbers)).map((order) => [order.number, order]));
  },

  /** At most `limit` orders after `after`; the next delivery first. `now` is shop time and says what is overdue. */
  async list(filter: OrderFilter, now: number, limit: number, after?: OrderPosition): Promise<OrderRecord[]> {
    const conditions = conditionsOf(filter, now);
    if (after) conditions.push(Prisma.sql`(o.delivery_at, o.number) > (${new Date(after.deliveryAt)}, ${after.number})`);
    const found = await db.$queryRaw<{ number: string }[]>`
      SELECT o.number FROM orders o JOIN processes p ON p.id = o.process_id WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY o.delivery_at, o.number LIMIT ${limit}`;
    return read(
      db,
      found.map(({ number }) => number),
    );
  },
});

/** The next delivery first. */
async function read(db: Db, numbers: readonly string[]): Promise<OrderRecord[]> {
  const [rows, refused] = await Promise.all([
    db.order.findMany({
      where: { number: { in: [...numbers] } },
      include: { process: true },
      orderBy: [{ deliveryAt: 'asc' }, { number: 'asc' }],
    }),
    ordersRefused(db, numbers),
  ]);
  return rows.map((row) => recordOf(row, refused.has(row.number)));
}
