import { routesUnder, type Permissions } from '../platform/http/routes-under';
import { TASK_ACTS } from './task-acts.messages';

/** Who says on which days the store is closed: who answers for it. */
const CLOSE = ['store-manager'] as const;

/**
 * Who may do what with the tasks, photos and links of any process (BAK-04). Acts take theirs from `TASK_ACTS`, which the process holds to as well;
 * answering a task is narrower than `staff`: see `mayAnswer` in `tasks/task-rights.rules.ts`.
 */
export const PROCESS_PERMISSIONS = {
  'GET /links/{token}': 'link:view',
  'GET /catalogue': 'staff',
  'GET /feed': 'staff',
  'GET /me': 'staff',
  'GET /photos/{id}': 'staff',
  'GET /photos/{id}/original': ['store-manager', 'qc-inspector', 'food-safety-committee'],
  'GET /profile': 'staff',
  'PUT /profile': 'staff',
  'GET /settings': 'staff',
  'GET /settings/edits': 'staff',
  'GET /settings/store': 'staff',
  'PUT /settings/store/{id}': ['store-manager'],
  'GET /store/pictures/{name}': 'staff',
  'PUT /store/pictures/{name}': ['store-manager'],
  'GET /settings/people': ['store-manager', 'management'],
  'POST /settings/people': ['store-manager'],
  'PUT /settings/people/{id}': ['store-manager'],
  'GET /settings/absences': 'staff',
  'POST /settings/absences': 'staff',
  'PUT /settings/absences/{id}': 'staff',
  'DELETE /settings/absences/{id}': 'staff',
  'POST /staff/{id}/password': ['store-manager'],
  'GET /settings/closures': 'staff',
  'POST /settings/closures': CLOSE,
  'PUT /settings/closures/{id}': CLOSE,
  'DELETE /settings/closures/{id}': CLOSE,
  'GET /letters': 'staff',
  'GET /letters/{name}/preview': 'staff',
  'GET /views': 'staff',
  'PUT /views/{id}': 'staff',
  'DELETE /views/{id}': 'staff',
  'GET /tasks': 'staff',
  'GET /tasks/{id}': 'staff',
  'POST /tasks/{id}/claim': TASK_ACTS.assignTask.roles,
  'POST /tasks/{id}/release': TASK_ACTS.assignTask.roles,
  'POST /tasks/{id}/reassign': TASK_ACTS.assignTask.roles,
  'POST /tasks/{id}/completion': TASK_ACTS.completeTask.roles,
} as const satisfies Permissions;

export const { route, listRoute } = routesUnder(PROCESS_PERMISSIONS);
