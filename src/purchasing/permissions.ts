import { routesUnder, type Permissions } from '../platform/http/routes-under';

/** BAK-59. Who looks after the list of backup suppliers: who asks them, and who answers for the shop. */
const KEEP_LIST = ['production-supervisor', 'store-manager'] as const;

/** What suppliers do by link, and who reads of it (BAK-59). */
export const PURCHASING_PERMISSIONS = {
  'GET /orders/{number}/sourcing': 'staff',
  'GET /settings/suppliers': [...KEEP_LIST, 'ingredient-custodian'],
  'POST /settings/suppliers': KEEP_LIST,
  'PUT /settings/suppliers/{id}': KEEP_LIST,
  'POST /links/{token}/supplier-answer': 'link:supplier-answer',
} as const satisfies Permissions;

export const { route, listRoute } = routesUnder(PURCHASING_PERMISSIONS);
