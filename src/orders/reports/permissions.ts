import { routesUnder, type Permissions } from '../../platform/http/routes-under';

/** BAK-84…87. Who reads the figures of a month. */
const READ = ['store-manager', 'management', 'production-supervisor', 'finance'] as const;

/** Who may do what with the figures of a month (BAK-04). */
export const REPORT_PERMISSIONS = {
  'GET /reports': READ,
  'GET /reports/{figure}': READ,
  'GET /reports/{figure}/orders': READ,
  'POST /orders/{number}/delay-cause': ['store-manager'],
} as const satisfies Permissions;

export const { route, listRoute } = routesUnder(REPORT_PERMISSIONS);
