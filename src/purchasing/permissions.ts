import { routesUnder, type Permissions } from '../platform/http/routes-under';

/** What suppliers do by link, and who reads of it (BAK-59). */
export const PURCHASING_PERMISSIONS = {
  'GET /orders/{number}/sourcing': 'staff',
  'POST /links/{token}/supplier-answer': 'link:supplier-answer',
} as const satisfies Permissions;

export const { route, listRoute } = routesUnder(PURCHASING_PERMISSIONS);
