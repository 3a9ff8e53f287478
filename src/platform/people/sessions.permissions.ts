import { routesUnder, type Permissions } from '../http/routes-under';

/** Who may sign in and out, and see the shop's people and its clock (BAK-04). */
export const SESSION_PERMISSIONS = {
  'POST /sessions': 'anyone',
  'GET /sessions/current': 'staff',
  'DELETE /sessions/current': 'staff',
  'PUT /sessions/password': 'staff',
  'GET /sessions': 'staff',
  'GET /sessions/all': ['store-manager'],
  'DELETE /sessions/{id}': 'staff',
  'GET /sign-ins': ['store-manager', 'management'],
  'GET /clock': 'anyone',
  'GET /staff': 'staff',
} as const satisfies Permissions;

export const { route, listRoute } = routesUnder(SESSION_PERMISSIONS);
