import type { Route } from '../platform/http/route';
import { route } from './permissions';
import { ageEdges } from './receivables.rules';
import { ReceivablesView } from './receivables.schema';
import type { Services } from './services';

/** BAK-32. What customers owe, by how long they have. `GET /orders?owed=true` has the orders behind it. */
export const receivableRoutes = (services: Services): Route[] => [
  route({
    key: 'GET /receivables',
    summary: 'What customers owe the store, by age (BAK-32)',
    tag: 'orders',
    status: 200,
    answer: ReceivablesView,
    async handle({ staff, now }) {
      const calendar = await services.calendars.calendarOf(staff.storeId);
      const ages = await services.receivables.byAge(staff.storeId, ageEdges(calendar, now));
      return { status: 200, body: { owedFen: ages.reduce((sum, { owedFen }) => sum + owedFen, 0), ages } };
    },
  }),
];
