import { ACTS } from '../orders/acts.messages';
import type { Role } from '../base/roles';

/** Who may call a route: anybody, any signed-in member of staff, the holder of a signed link, or the named roles. */
export type Permission = 'anyone' | 'staff' | 'link' | readonly Role[];

/**
 * The whole role table (BAK-04). Nothing is open unless it stands here: a route without a row does not compile, and a test walks the router.
 * Routes that are acts of an order take theirs from `ACTS`, which the order holds to as well; answering a task is narrower than `staff`: see
 * `mayAnswer` in `domain/task-rights.ts`.
 */
export const PERMISSIONS = {
  'POST /sessions': 'anyone',
  'GET /sessions/current': 'staff',
  'DELETE /sessions/current': 'staff',
  'GET /clock': 'anyone',
  'GET /staff': 'staff',
  'POST /orders': ['sales-consultant'],
  'GET /orders': 'staff',
  'GET /orders/{number}': 'staff',
  'GET /orders/{number}/timeline': 'staff',
  'GET /orders/{number}/notices': 'staff',
  'GET /orders/{number}/changes': 'staff',
  'GET /orders/{number}/exceptions': 'staff',
  'POST /orders/{number}/payments': ACTS.recordPayment.roles,
  'POST /orders/{number}/changes': ACTS.requestChange.roles,
  'POST /orders/{number}/changes/{id}/decision': ACTS.decideChange.roles,
  'POST /orders/{number}/cancellation': ACTS.cancel.roles,
  'POST /orders/{number}/exceptions': ACTS.reportException.roles,
  'POST /orders/{number}/costs': ACTS.recordCost.roles,
  'POST /orders/{number}/photos': ACTS.addPhoto.roles,
  'POST /orders/{number}/links': ['sales-consultant'],
  'GET /orders/{number}/links': ['sales-consultant', 'store-manager'],
  'DELETE /orders/{number}/links/{id}': ['sales-consultant', 'store-manager'],
  'GET /photos/{id}': 'staff',
  'GET /photos/{id}/original': ['store-manager', 'qc-inspector', 'food-safety-committee'],
  'GET /tasks': 'staff',
  'GET /tasks/{id}': 'staff',
  'POST /tasks/{id}/claim': ACTS.assignTask.roles,
  'POST /tasks/{id}/release': ACTS.assignTask.roles,
  'POST /tasks/{id}/reassign': ACTS.assignTask.roles,
  'POST /tasks/{id}/completion': ACTS.completeTask.roles,
  'GET /links/{token}': 'link',
  'POST /links/{token}/details-confirmation': 'link',
  'POST /links/{token}/changes': 'link',
  'POST /links/{token}/design-approval': 'link',
  'POST /links/{token}/alternative': 'link',
  'POST /links/{token}/rating': 'link',
  'POST /links/{token}/supplier-answer': 'link',
} as const satisfies Record<string, Permission>;

/** `<METHOD> <path>` of every route, below `/api/v1`. */
export type RouteKey = keyof typeof PERMISSIONS;
