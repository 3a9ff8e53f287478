import type { Calendars } from '../src/base/calendar';
import type { DueIn } from '../src/process/ports.messages';
import { dueIn, type DueInstant } from '../src/base/working-time';

export const createDueActivities = ({ calendars }: { readonly calendars: Calendars }) => ({
  /** When a span is up by the store's present calendar. A read: a repeat may see a newer calendar, the first answer stands in history. */
  async dueIn({ storeId, span, since }: DueIn): Promise<DueInstant> {
    return dueIn(await calendars.calendarOf(storeId), since, span);
  },
});
