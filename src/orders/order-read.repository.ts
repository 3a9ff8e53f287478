import type { Order, Process } from '../generated/prisma/client';
import type { Money, OrderFacts } from './order.messages';
import type { MomentOf, OrderKind, ShutGate } from './order-kinds.messages';
import type { OrderState, Overlay, StageRow } from './order-state.rules';
import type { Db } from '../platform/db/client';
import { ms } from '../platform/db/instants';
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

/** Columns that are long and that only whoever looks at one order needs. */
const PLANS = { facts: true, moments: true, shut: true } as const;
type Plans = keyof typeof PLANS;
/** An order as one of several: without its plans. */
export type OrderAmongMany = Omit<OrderRecord, Plans>;

/** What its workflow says, and what it cannot say itself: that it is gone, or cannot be heard. */
const overlaysOf = ({ overlays, lostAt }: Process, refused: boolean): Overlay[] => [
  ...(overlays as Overlay[]),
  ...(lostAt ? (['workflow-lost'] as const) : []),
  ...(refused ? (['record-refused'] as const) : []),
];

const oneOf = ({ process, ...row }: Omit<Order, Plans> & { readonly process: Process }, refused: boolean): OrderAmongMany => ({
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
});

const recordOf = (row: Order & { readonly process: Process }, refused: boolean): OrderRecord => ({
  ...oneOf(row, refused),
  facts: row.facts as unknown as OrderFacts,
  moments: row.moments as unknown as MomentOf<OrderKind>[],
  shut: row.shut as unknown as ShutGate[],
});

/** Reads orders. Their workflow writes them. */
export const createOrderReads = (db: Db) => ({
  async find(number: string): Promise<OrderRecord | null> {
    const [row, refused] = await Promise.all([
      db.order.findUnique({ where: { number }, include: { process: true } }),
      ordersRefused(db, [number]),
    ]);
    return row && recordOf(row, refused.has(number));
  },

  /** By number; what does not exist is missing. */
  async findMany(numbers: readonly string[]): Promise<Map<string, OrderAmongMany>> {
    const [rows, refused] = await Promise.all([
      db.order.findMany({ where: { number: { in: [...numbers] } }, include: { process: true }, omit: PLANS }),
      ordersRefused(db, numbers),
    ]);
    return new Map(rows.map((row) => [row.number, oneOf(row, refused.has(row.number))]));
  },
});
export type OrderReads = ReturnType<typeof createOrderReads>;
