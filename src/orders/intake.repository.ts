import { orderWorkflowId } from './names.messages';
import type { OrderFacts } from './order.messages';
import type { WorkClaim } from './capacity.rules';
import type { OrderKind } from './order-kinds.messages';
import { loadId } from './order-rows.messages';
import type { Calendar } from '../base/calendar';
import { numberingDay } from './order-number.rules';
import type { Db, Tx } from '../platform/db/client';
import { storable } from '../platform/db/storable';

/** An order as it is taken in; instants are epoch ms of shop time. */
export interface IntakeOrder {
  readonly kind: OrderKind;
  readonly storeId: string;
  readonly channel: string;
  readonly customer: Readonly<Record<string, unknown>>;
  readonly delivery: Readonly<Record<string, unknown>>;
  readonly lines: readonly Readonly<Record<string, unknown>>[];
  readonly facts: OrderFacts;
  readonly depositFen: number;
  readonly needsChecked: boolean;
  readonly rulesVersion: string;
  readonly intakeAt: number;
  /** Staff id. */
  readonly takenBy: string;
  /** BAK-29. What it takes of which day, until its review plans it. */
  readonly loads?: readonly WorkClaim[];
}

/** `serial` is the order's place in its day: past 999 operators should be told (BAK-16). */
export interface TakenNumber {
  readonly number: string;
  readonly serial: number;
}

// A busy morning queues on the day's counter: better to wait than to lose an order.
const PATIENCE = { maxWait: 20_000, timeout: 20_000 };

const json = (value: unknown): string => JSON.stringify(value);

/**
 * Number, row and first version in one statement. The counter's row stays locked until the transaction ends. The number is put together
 * as `formatOrderNumber` does; a test holds the two together.
 */
async function insert(db: Tx, day: string, order: IntakeOrder): Promise<TakenNumber> {
  const { facts } = order;
  const [row] = await db.$queryRaw<TakenNumber[]>`
    WITH counted AS (
      INSERT INTO order_counters AS c (day, last) VALUES (${day}, 1) ON CONFLICT (day) DO UPDATE SET last = c.last + 1 RETURNING last
    ), numbered AS (
      SELECT ${day} || lpad(last::text, greatest(3, length(last::text)), '0') AS number FROM counted
    ), opened AS (
      INSERT INTO processes (id, kind, number, store_id, about_order, state, overlays, rules_version, opened_at)
      SELECT ${orderWorkflowId('')} || number, 'order', number, ${order.storeId}, number, 'draft', '{}', ${order.rulesVersion}, ${new Date(order.intakeAt)}::timestamptz
      FROM numbered
      RETURNING id, number
    ), inserted AS (
      INSERT INTO orders (number, process_id, kind, store_id, channel, occasion, urgency, complex, needs_checked, customer, delivery, lines,
        facts, delivery_at, total_fen, deposit_fen, outstanding_fen, intake_at, taken_by)
      SELECT number, id, ${order.kind}, ${order.storeId}, ${order.channel},
        ${facts.occasion}, ${facts.urgency}, ${facts.complex}, ${order.needsChecked}, ${json(order.customer)}::jsonb, ${json(order.delivery)}::jsonb,
        ${json(order.lines)}::jsonb, ${json(facts)}::jsonb, ${new Date(facts.deliveryAt)}::timestamptz, ${facts.totalFen}::int,
        ${order.depositFen}::int, ${facts.totalFen}::int, ${new Date(order.intakeAt)}::timestamptz, ${order.takenBy}
      FROM opened
      RETURNING number, lines, delivery, delivery_at, total_fen, intake_at
    ), versioned AS (
      INSERT INTO order_versions (order_number, version, lines, delivery, delivery_at, total_fen, at)
      SELECT number, 1, lines, delivery, delivery_at, total_fen, intake_at FROM inserted
    ), loaded AS (
      INSERT INTO order_loads (id, order_number, work, minutes, at, deadline)
      SELECT number || ${loadId('', '')} || l.work, number, l.work, l.minutes, to_timestamp(l.at / 1000), l.deadline
      FROM inserted, jsonb_to_recordset(${json(order.loads ?? [])}::jsonb) AS l(work text, minutes int, at float8, deadline boolean)
    )
    SELECT number, last AS serial FROM inserted, counted`;
  if (!row) throw new Error(`The intake of ${day} gave no number.`);
  return row;
}

/** What is done in the transaction that takes an order in. */
interface Beside {
  /** Before it: what it throws leaves nothing. */
  readonly before?: (tx: Tx) => Promise<void>;
  /** After it, e.g. the answer under an idempotency key, so that a retry after a crash finds the number. */
  readonly after?: (tx: Tx, number: string) => Promise<void>;
}

/**
 * BAK-16. Takes an order in: number, row (draft, revision 0), first version and what it takes of its days in one transaction. The workflow is
 * still owed.
 */
export function insertOrder(db: Db, order: IntakeOrder, calendar: Calendar, { before, after }: Beside = {}): Promise<TakenNumber> {
  const day = numberingDay(calendar, order.intakeAt);
  const clean = storable(order);
  if (!before && !after) return insert(db, day, clean);
  return db.$transaction(async (tx) => {
    await before?.(tx);
    const taken = await insert(tx, day, clean);
    await after?.(tx, taken.number);
    return taken;
  }, PATIENCE);
}
