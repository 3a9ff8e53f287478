import type { Calendars } from '../contracts/ports';
import { quietUntil } from '../domain/calendar';
import { BAKERY } from '../domain/rulebook/bakery';
import type { NotBefore } from './recorder';

/** BAK-08. A notice waits for the end of the quiet hours of its store. */
export const createQuietHours =
  (calendars: Calendars): NotBefore =>
  async (storeId, { createdAt }) =>
    quietUntil(await calendars.calendarOf(storeId), BAKERY.quietFrom.value.at, BAKERY.quietUntil.value.at, createdAt);
