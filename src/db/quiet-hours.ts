import type { Calendars } from '../contracts/ports';
import { quietUntil } from '../domain/calendar';
import { BAKERY } from '../domain/rulebook/bakery';
import type { Db } from './client';
import type { NotBefore } from './recorder';

/** BAK-08. A notice of an order waits for the end of the quiet hours of its store. An order never changes its store. */
export function createQuietHours(db: Db, calendars: Calendars): NotBefore {
  const stores = new Map<string, string>();
  const storeOf = async (number: string): Promise<string> => {
    const known = stores.get(number);
    if (known !== undefined) return known;
    const { storeId } = await db.order.findUniqueOrThrow({ where: { number }, select: { storeId: true } });
    if (stores.size >= 10_000) stores.clear(); // a bound, not a cache policy: reading it again is cheap
    stores.set(number, storeId);
    return storeId;
  };
  return async (order, { createdAt }) => {
    const calendar = await calendars.calendarOf(await storeOf(order));
    return quietUntil(calendar, BAKERY.quietFrom.value.at, BAKERY.quietUntil.value.at, createdAt);
  };
}
