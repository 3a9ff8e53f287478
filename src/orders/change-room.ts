import { assertRoom, roomOf, type Judged, type Promised } from './capacity';
import { plannedOf } from './capacity.repository';
import type { WorkClaim } from './capacity.rules';
import type { Preview } from './change.repository';
import { kindOfOrder, numbersOf } from './define.order-kind';
import type { OrderFacts } from './order.messages';
import type { OrderRecord } from './order-read.repository';
import type { Services } from './services';

/** An order as a change would have it, and the room that it would find. */
export interface Changed {
  readonly promised: Promised;
  readonly judged: Judged;
  /** Kinds of work of which it would take more, or on another day. */
  readonly grown: ReadonlySet<string>;
}

/** BAK-29, BAK-38. What a change would find on the days that it takes: those of the plan while the promise stands, else as at intake. */
export async function roomAfter(services: Services, order: OrderRecord, facts: OrderFacts, now: number): Promise<Changed> {
  const { number, storeId, deliveryAt: promisedAt } = order;
  const kind = kindOfOrder(order.kind);
  const rules = numbersOf(order.kind, order.rulesVersion);
  const planned = await plannedOf(services.db, number);
  const claimsFor = (deliveryAt: number): WorkClaim[] =>
    kind.workAhead({ ...facts, deliveryAt }, rules).map((claim) => {
      const stands = deliveryAt === promisedAt ? planned.get(claim.work) : undefined;
      return stands ? { ...claim, at: stands.at, deadline: stands.deadline } : claim;
    });
  const calendar = await services.calendars.calendarOf(storeId);
  const { orderAheadDays: aheadDays } = services.settings;
  const promised: Promised = { storeId, calendar, facts, claimsFor, now, aheadDays, except: number };
  const grows = ({ work, minutes, at, deadline }: WorkClaim): boolean => {
    const before = planned.get(work);
    return !before || minutes > before.minutes || at !== before.at || deadline !== before.deadline;
  };
  const grown = new Set(
    claimsFor(facts.deliveryAt)
      .filter(grows)
      .map(({ work }) => work),
  );
  return { promised, judged: await roomOf(services.db, promised), grown };
}

/**
 * BAK-29, BAK-37. A change that takes another day, or more of one, finds room there like a new order. What it leaves as it is, is not judged again.
 * @throws {Refusal} `day-full` at `pointer`.
 */
export const assertFits = ({ promised, judged, grown }: Changed, pointer: string): void =>
  assertRoom(promised, { ...judged, rooms: judged.rooms.filter(({ work }) => grown.has(work)) }, pointer);

/** BAK-37. A preview that shows the room as well. Its hash does not name that: others take of it meanwhile, and the decision judges it anew. */
export const withRoom = <P extends Preview>(previewed: P, { judged }: Changed): P => ({
  ...previewed,
  preview: { ...previewed.preview, room: judged.rooms },
});
