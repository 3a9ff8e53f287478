import type { DeliveryMethod, Occasion, OrderKind } from './order.messages';
import type { OrderState } from './order-state.rules';
import type { Order, Process } from '../generated/prisma/client';
import type { Db } from '../platform/db/client';
import type { ClaimedNotice } from '../process/outbox/notice.repository';
import { wordsOf } from '../process/outbox/notice-words';
import { ms } from '../platform/db/instants';

/** The shop as its letters show it. */
export interface ShopFacts {
  readonly name: string;
  readonly address: string;
  readonly complaintPhone: string;
  readonly emergencyContact: string;
  /** IANA zone in which instants are written. */
  readonly zone: string;
}

/** One line with its words. */
export interface LineWords {
  readonly product: string;
  readonly quantity: number;
  readonly flavour?: string;
  readonly size?: string;
  readonly unitPriceFen: number;
  readonly requirements: readonly string[];
  readonly allergens: readonly string[];
  readonly note?: string;
}

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
  readonly lines: readonly LineWords[];
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

export interface CustomerContact {
  readonly name: string;
  readonly phone: string;
  readonly email?: string;
  readonly language: string;
}
export interface StaffContact {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly storeId: string;
  readonly roles: readonly string[];
  /** The departments they lead. */
  readonly headOf: readonly string[];
  readonly active: boolean;
  readonly deputyId: string | null;
  readonly absentFrom: number | null;
  readonly absentUntil: number | null;
}
export interface SupplierMailbox {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

/** All that a notice's letter is written from, and who may get it. */
export interface Dossier {
  readonly storeId: string;
  readonly shop: ShopFacts;
  readonly order: OrderWords;
  /** The version the recipient last heard of, if the letter is of a newer one. */
  readonly before: VersionWords | null;
  readonly customer: CustomerContact;
  readonly staff: readonly StaffContact[];
  readonly suppliers: readonly SupplierMailbox[];
  /** Private words under the notice's text, change or exception id. */
  readonly words: string | null;
}

/** Gathers, for a batch of notices at once, what their letters are written from. A notice whose order is unknown has no dossier. */
export const createDossierRepository = (db: Db) => ({
  async gather(notices: readonly ClaimedNotice[]): Promise<Map<string, Dossier>> {
    const [orders, suppliers, texts, versions] = await Promise.all([
      db.order.findMany({
        where: { number: { in: [...new Set(notices.flatMap((notice) => notice.orderNumber ?? []))] } },
        include: { process: true },
      }),
      suppliersOf(db, notices),
      wordsOf(db, notices),
      olderVersions(db, notices),
    ]);
    const storeIds = [...new Set(orders.map((order) => order.storeId))];
    const [stores, staff] = await Promise.all([
      db.store.findMany({ where: { id: { in: storeIds } } }),
      db.staff.findMany({ where: { storeId: { in: storeIds } }, omit: { passwordHash: true } }),
    ]);
    const people: StaffContact[] = staff.map((person) => ({
      ...person,
      absentFrom: ms(person.absentFrom),
      absentUntil: ms(person.absentUntil),
    }));
    const dossiers = new Map<string, Dossier>();
    for (const notice of notices) {
      const row = orders.find((order) => order.number === notice.orderNumber);
      const shop = stores.find((store) => store.id === row?.storeId);
      if (!row || !shop) continue;
      dossiers.set(notice.id, {
        storeId: row.storeId,
        shop,
        order: asDecided(orderWords(row, people), notice.words),
        before: versions.get(notice.id) ?? null,
        customer: row.customer as unknown as CustomerContact,
        staff: people,
        suppliers,
        words: texts.get(notice.id) ?? null,
      });
    }
    return dossiers;
  },
});

type OrderRecord = Order & { readonly process: Process };
interface DeliveryWords {
  readonly method?: DeliveryMethod;
  readonly address?: string;
  readonly recipient?: { readonly name: string; readonly phone: string };
}

function orderWords(row: OrderRecord, staff: readonly StaffContact[]): OrderWords {
  const delivery = row.delivery as DeliveryWords;
  return {
    number: row.number,
    kind: row.kind as OrderKind,
    state: row.process.state as OrderState,
    version: row.version,
    occasion: row.occasion as Occasion,
    consultant: staff.find((person) => person.id === row.takenBy)?.name ?? null,
    lines: row.lines as unknown as LineWords[],
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
  const wanted = notices.flatMap(({ id, orderNumber, words }) =>
    orderNumber !== null && words && words.since < words.version ? [{ id, orderNumber, version: words.since }] : [],
  );
  if (wanted.length === 0) return new Map();
  const rows = await db.orderVersion.findMany({ where: { OR: wanted.map(({ orderNumber, version }) => ({ orderNumber, version })) } });
  return new Map(
    wanted.flatMap(({ id, orderNumber, version }) => {
      const row = rows.find((old) => old.orderNumber === orderNumber && old.version === version);
      if (!row) return [];
      const { method = null, address = null } = row.delivery as DeliveryWords;
      return [
        [id, { version, lines: row.lines as unknown as LineWords[], method, address, deliveryAt: row.deliveryAt.getTime() }] as const,
      ];
    }),
  );
}

async function suppliersOf(db: Db, notices: readonly ClaimedNotice[]): Promise<SupplierMailbox[]> {
  const ids = notices.map(({ to }) => to).filter((to) => to.startsWith('supplier:'));
  if (ids.length === 0) return [];
  return db.supplier.findMany({
    where: { id: { in: ids.map((to) => to.slice('supplier:'.length)) } },
    select: { id: true, name: true, email: true },
  });
}
