import { ORDER_PERMISSIONS } from '../../src/orders/permissions';
import { REPORT_PERMISSIONS } from '../../src/orders/reports/permissions';
import { SHOP_PERMISSIONS } from '../../src/orders/shop.permissions';
import { SESSION_PERMISSIONS } from '../../src/platform/people/sessions.permissions';
import { PURCHASING_PERMISSIONS } from '../../src/purchasing/permissions';
import { PROCESS_PERMISSIONS } from '../../src/process/permissions';
import { ALL_STAFF_READS, ALL_STAFF_WRITES, BY_LINK, KEYS, OPEN, ROUTE_ROLES } from '../support/who-may';

const PERMISSIONS: Readonly<Record<string, string | readonly string[]>> = {
  ...SESSION_PERMISSIONS,
  ...PROCESS_PERMISSIONS,
  ...ORDER_PERMISSIONS,
  ...SHOP_PERMISSIONS,
  ...REPORT_PERMISSIONS,
  ...PURCHASING_PERMISSIONS,
};

/** Whom the regulation lets call a route. */
const callersOf = (key: string): string[] => {
  if (OPEN.includes(key)) return ['anyone'];
  if (key in BY_LINK) return [`link:${key.startsWith('GET ') ? 'view' : key.slice(key.lastIndexOf('/') + 1)}`];
  return [...ALL_STAFF_READS, ...ALL_STAFF_WRITES].includes(key) ? ['staff'] : [...(ROUTE_ROLES[key] ?? [])].sort();
};

test.each(KEYS)('BAK-04 the role table lets nobody else call %s', (key) => {
  expect([PERMISSIONS[key] ?? 'no row'].flat().sort()).toEqual(callersOf(key));
});
