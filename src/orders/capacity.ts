import type { Calendar } from '../base/calendar';
import { DAY_MS } from '../base/rule';
import { Refusal } from '../base/refusals';
import type { Db, Tx } from '../platform/db/client';
import { daysBetween, hold, limitsOf, takenOf } from './capacity.repository';
import {
  dayOf,
  fullDay,
  isLimited,
  MOST_DAYS_APART,
  otherInstants,
  roomFor,
  type CapacityBook,
  type Room,
  type WorkClaim,
} from './capacity.rules';
import type { KindOfOrder } from './define.order-kind';
import type { OrderFacts } from './order.messages';

/** An order, or what a change makes of one, as its days are judged; instants are epoch ms of shop time. */
export interface Promised {
  readonly storeId: string;
  readonly calendar: Calendar;
  readonly facts: OrderFacts;
  /** What it takes for a promise at an instant. */
  readonly claimsFor: (deliveryAt: number) => readonly WorkClaim[];
  readonly now: number;
  /** How far ahead the store promises. */
  readonly aheadDays: number;
  /** The order that is changed: what it takes now does not count. */
  readonly except?: string;
}

/** Nothing can be worked before now: of a promise so near, all of it falls on today. */
const notBefore = (claims: readonly WorkClaim[], now: number): WorkClaim[] =>
  claims.map((claim) => ({ ...claim, at: Math.max(claim.at, now) }));

/** BAK-29. What a new order of a kind takes until its review plans it. */
export const claimsAhead = (kind: KindOfOrder, facts: OrderFacts, now: number): WorkClaim[] =>
  notBefore(kind.workAhead(facts, kind.rulebook.numbers()), now);

/** The room on the days that a promise takes, and the days around them. */
export interface Judged {
  readonly rooms: readonly Room[];
  readonly book: CapacityBook;
}

/** BAK-29. The room on the days that a promise takes. `holding` is told of those days where the store has said what it can do, before what is taken is read. */
export async function roomOf(
  db: Db | Tx,
  { storeId, calendar, facts, claimsFor, now, except }: Promised,
  holding?: (days: readonly string[]) => Promise<void>,
): Promise<Judged> {
  const apart = (MOST_DAYS_APART + 1) * DAY_MS;
  const days = daysBetween(storeId, calendar, Math.max(now, facts.deliveryAt - apart) - DAY_MS, facts.deliveryAt + apart);
  const claims = notBefore(claimsFor(facts.deliveryAt), now);
  const limits = await limitsOf(db, days);
  const empty: CapacityBook = { calendar, limits, taken: new Map() };
  if (!isLimited(limits)) return { book: empty, rooms: roomFor(claims, empty) };
  await holding?.(claims.map((claim) => dayOf(claim, empty)));
  const book = { ...empty, taken: await takenOf(db, days, empty, except) };
  return { book, rooms: roomFor(claims, book) };
}

/**
 * BAK-24, BAK-29. A promise whose day is full is refused, with other promises that fit; a rush order goes to the supervisor all the same.
 * @throws {Refusal} `day-full` at `pointer`.
 */
export function assertRoom(promised: Promised, { rooms, book }: Judged, pointer: string): void {
  const full = promised.facts.urgency === 'rush' ? undefined : fullDay(rooms);
  if (!full) return;
  const { facts, now, aheadDays, claimsFor } = promised;
  const wanted = { at: facts.deliveryAt, notBefore: now, notAfter: now + aheadDays * DAY_MS, claimsFor };
  throw dayFull(full, pointer, otherInstants(wanted, book));
}

/** What a day that is too full is refused with; `alternatives` are instants that would fit in its place. */
export function dayFull(
  { day, work, minutes, limitMinutes, takenMinutes }: Room,
  pointer: string,
  alternatives: readonly number[],
): Refusal {
  const why = {
    code: 'day-full',
    params: { day, work, needsMinutes: minutes, freeMinutes: Math.max(0, (limitMinutes ?? 0) - takenMinutes) },
  } as const;
  return new Refusal('day-full', why, { rule: 'BAK-29', errors: [{ pointer, ...why, rule: 'BAK-29' }], alternatives });
}

/**
 * BAK-29. As `assertRoom`, within the transaction that takes the order: its days are held until that ends, so that two orders never both win
 * the last room.
 */
export const takeRoom = async (tx: Tx, promised: Promised, pointer: string): Promise<void> =>
  assertRoom(promised, await roomOf(tx, promised, (days) => hold(tx, promised.storeId, days)), pointer);
