import { agenda, productionDay, type Moment, type ProductionDay } from '../src/bakery/agenda.rules';
import type { Calendars } from '../src/base/calendar';
import type { PlanAgenda, PlanProductionDay } from '../src/bakery/ports.messages';

export const createAgendaActivities = ({ calendars }: { readonly calendars: Calendars }) => ({
  /** The order's moments by the store's present calendar. A read: a repeat may see a newer calendar, the first answer stands in history. */
  async planAgenda({ storeId, facts, rules }: PlanAgenda): Promise<Moment[]> {
    return agenda(facts, rules, await calendars.calendarOf(storeId));
  },
  /** The cut-offs of BAK-49 and BAK-51 for production going on at `from`. A read, like `planAgenda`. */
  async planProductionDay({ storeId, from, rules }: PlanProductionDay): Promise<ProductionDay> {
    return productionDay(from, rules, await calendars.calendarOf(storeId));
  },
});
