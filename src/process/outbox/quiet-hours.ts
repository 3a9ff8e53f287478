import type { Calendars } from '../ports.messages';
import { quietUntil } from '../../base/calendar';
import { BAKERY } from '../../bakery/rulebook.rules';
import type { NotBefore } from '../record/recorder';

/** BAK-08. A notice waits for the end of the quiet hours of its store. */
export const createQuietHours =
  (calendars: Calendars): NotBefore =>
  async (storeId, { createdAt }) =>
    quietUntil(await calendars.calendarOf(storeId), BAKERY.quietFrom.value.at, BAKERY.quietUntil.value.at, createdAt);
