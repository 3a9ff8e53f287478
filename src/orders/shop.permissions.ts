import { routesUnder, type Permissions } from '../platform/http/routes-under';

/** BAK-29. Who says how much work the shop can do on a day. */
const SAY_CAPACITY = ['production-supervisor', 'store-manager'] as const;

/** Who may look at and change what the shop says of its work and its products (BAK-04). */
export const SHOP_PERMISSIONS = {
  'GET /rulebook': 'staff',
  'GET /capacity': 'staff',
  'GET /settings/products': 'staff',
  'PUT /settings/products/{id}': ['store-manager'],
  'GET /settings/capacity': 'staff',
  'PUT /settings/capacity/{id}': SAY_CAPACITY,
  'GET /settings/capacity-days': 'staff',
  'POST /settings/capacity-days': SAY_CAPACITY,
  'PUT /settings/capacity-days/{id}': SAY_CAPACITY,
  'DELETE /settings/capacity-days/{id}': SAY_CAPACITY,
} as const satisfies Permissions;

export const { route } = routesUnder(SHOP_PERMISSIONS);
