import { numbersOf } from './define.order-kind';
import { isSuggestion, textIdsOf } from './letter-texts.repository';
import type { DeliveryMethod, Occasion } from './order.messages';
import type { OrderKind, RulesOf } from './order-kinds.messages';
import type { LineRecord } from './order-read.repository';
import type { OrderState } from './order-state.rules';
import type { Order, Process } from '../generated/prisma/client';
import type { Db } from '../platform/db/client';
import type { ClaimedNotice } from '../process/outbox/notice.repository';
import type { CustomerContact, LetterContext } from '../process/outbox/facts';
import { ms } from '../platform/db/instants';

/**
 * What a letter says of the order, as it stood after the decision it tells of (the recorder's `WORDS`), and the version its recipient last
 * heard of. Sums, version, dates and lines of two decisions are never mixed.
 */
export interface DecidedWords extends Pick<
  OrderWords,
  | 'state'
  | 'version'
  | 'lines'
  | 'method'
  | 'deliveryAt'
  | 'totalFen'
  | 'depositFen'
  | 'receivedFen'
  | 'refundedFen'
  | 'outstandingFen'
  | 'costsFen'
  | 'acceptedAt'
  | 'changeWindowEndsAt'
  | 'plannedStartAt'
  | 'deliveredAt'
> {
  readonly since: number;
}

/** An older version of an order, for what has changed since (BAK-07, BAK-38). */
export type VersionWords = Pick<OrderWords, 'version' | 'lines' | 'method' | 'address' | 'deliveryAt'>;

/** The order as a letter reads it. Instants are epoch ms of shop time, money is fen. */
export interface OrderWords {
  readonly number: string;
  readonly kind: OrderKind;
  readonly state: OrderState;
  readonly version: number;
  readonly occasion: Occasion;
  /** The sales consultant in whose name the shop writes (BAK-33, BAK-45). */
  readonly consultant: string | null;
  readonly lines: readonly LineRecord[];
  /** Null when the row does not say: BAK-34 then refuses the confirmation letter. */
  readonly method: DeliveryMethod | null;
  readonly address: string | null;
  readonly recipient: { readonly name: string; readonly phone: string } | null;
  readonly deliveryAt: number;
  readonly totalFen: number;
  readonly depositFen: number;
  readonly receivedFen: number;
  readonly refundedFen: number;
  readonly outstandingFen: number;
  readonly costsFen: number;
  readonly acceptedAt: number | null;
  readonly changeWindowEndsAt: number | null;
  readonly plannedStartAt: number | null;
  readonly deliveredAt: number | null;
}

/** What the orders chapter knows for a letter about an order. */
export interface OrderContext<K extends OrderKind = OrderKind> extends LetterContext {
  readonly kind: 'order';
  readonly order: OrderWords;
  /** The version the recipient last heard of, if the letter is of a newer one. */
  readonly before: VersionWords | null;
  /** The numbers it was accepted under; null when this program does not know them. */
  readonly rules: RulesOf<K> | null;
}

/** Gathers, for a batch of notices at once, what the chapter knows of the orders that they are about. */
export async function gatherOrders(db: Db, notices: readonly ClaimedNotice[]): Promise<Map<string, OrderContext>> {
  const numbers = [...new Set(notices.flatMap(({ aboutOrder }) => aboutOrder ?? []))];
  if (numbers.length === 0) return new Map();
  const [orders, textIds, versions] = await Promise.all([
    db.order.findMany({ where: { number: { in: numbers } }, include: { process: true } }),
    textIdsOf(db, notices),
    olderVersions(db, notices),
  ]);
  const consultants = await db.staff.findMany({
    where: { id: { in: [...new Set(orders.map(({ takenBy }) => takenBy))] } },
    select: { id: true, name: true },
  });
  const contexts = new Map<string, OrderContext>();
  for (const notice of notices) {
    const row = orders.find(({ number }) => number === notice.aboutOrder);
    if (!row) continue;
    const consultant = consultants.find(({ id }) => id === row.takenBy)?.name ?? null;
    contexts.set(notice.id, {
      kind: 'order',
      order: asDecided(orderWords(row, consultant), notice.decided as DecidedWords | null),
      before: versions.get(notice.id) ?? null,
      rules: stampedOn(row),
      customer: row.customer as unknown as CustomerContact,
      textId: textIds.get(notice.id) ?? null,
      ...(isSuggestion(notice) && { sentence: 'suggestion' }),
    });
  }
  return contexts;
}

type OrderRecord = Order & { readonly process: Process };

function stampedOn({ kind, process: { rulesVersion } }: OrderRecord): RulesOf<OrderKind> | null {
  try {
    return numbersOf(kind, rulesVersion);
  } catch {
    return null; // a letter that names none of them goes out all the same
  }
}

interface DeliveryWords {
  readonly method?: DeliveryMethod;
  readonly address?: string;
  readonly recipient?: { readonly name: string; readonly phone: string };
}

function orderWords(row: OrderRecord, consultant: string | null): OrderWords {
  const delivery = row.delivery as DeliveryWords;
  return {
    number: row.number,
    kind: row.kind as OrderKind,
    state: row.process.state as OrderState,
    version: row.version,
    occasion: row.occasion as Occasion,
    consultant,
    lines: row.lines as unknown as LineRecord[],
    method: delivery.method ?? null,
    address: delivery.address ?? null,
    recipient: delivery.recipient ?? null,
    deliveryAt: row.deliveryAt.getTime(),
    totalFen: row.totalFen,
    depositFen: row.depositFen,
    receivedFen: row.receivedFen,
    refundedFen: row.refundedFen,
    outstandingFen: row.outstandingFen,
    costsFen: row.costsFen,
    acceptedAt: ms(row.acceptedAt),
    changeWindowEndsAt: ms(row.changeWindowEndsAt),
    plannedStartAt: ms(row.plannedStartAt),
    deliveredAt: ms(row.deliveredAt),
  };
}

/**
 * The order's words of the decision. Recipient and address are those of the moment, for an address corrected meanwhile is where it must go;
 * and a change window that has closed early since is not promised any more (BAK-36).
 */
function asDecided(now: OrderWords, words: DecidedWords | null): OrderWords {
  if (!words) return now;
  const { since: _since, ...decided } = words;
  const ends = [decided.changeWindowEndsAt, now.changeWindowEndsAt].filter((at) => at !== null);
  return { ...now, ...decided, changeWindowEndsAt: decided.changeWindowEndsAt === null ? null : Math.min(...ends) };
}

async function olderVersions(db: Db, notices: readonly ClaimedNotice[]): Promise<Map<string, VersionWords>> {
  const wanted = notices.flatMap(({ id, aboutOrder: orderNumber, decided }) => {
    const words = decided as DecidedWords | null;
    return orderNumber !== null && words && words.since < words.version ? [{ id, orderNumber, version: words.since }] : [];
  });
  if (wanted.length === 0) return new Map();
  const rows = await db.orderVersion.findMany({ where: { OR: wanted.map(({ orderNumber, version }) => ({ orderNumber, version })) } });
  return new Map(
    wanted.flatMap(({ id, orderNumber, version }) => {
      const row = rows.find((old) => old.orderNumber === orderNumber && old.version === version);
      if (!row) return [];
      const { method = null, address = null } = row.delivery as DeliveryWords;
      return [
        [id, { version, lines: row.lines as unknown as LineRecord[], method, address, deliveryAt: row.deliveryAt.getTime() }] as const,
      ];
    }),
  );
}
