import type { Role } from '../domain/roles';

/** Who may call a route: anybody, any signed-in member of staff, the holder of a signed link, or the named roles. */
export type Permission = 'anyone' | 'staff' | 'link' | readonly Role[];

/**
 * The whole role table (BAK-04). Nothing is open unless it stands here: a route without a row does not compile, and a test walks the router.
 * Answering a task is narrower than `staff`: see `mayAnswer` in `task-rights.ts`.
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
  'POST /orders/{number}/payments': ['finance', 'sales-consultant'],
  'POST /orders/{number}/changes': ['sales-consultant'],
  'POST /orders/{number}/changes/{id}/decision': ['store-manager'],
  'POST /orders/{number}/cancellation': ['sales-consultant', 'store-manager'],
  'POST /orders/{number}/exceptions': 'staff',
  'POST /orders/{number}/costs': ['production-supervisor', 'finance'],
  // whoever may answer a step that a photo proves: its role, and those it is raised to when late
  'POST /orders/{number}/photos': [
    'sales-consultant',
    'production-supervisor',
    'baker',
    'qc-inspector',
    'packer',
    'delivery-staff',
    'store-manager',
  ],
  'POST /orders/{number}/links': ['sales-consultant'],
  'GET /orders/{number}/links': ['sales-consultant', 'store-manager'],
  'DELETE /orders/{number}/links/{id}': ['sales-consultant', 'store-manager'],
  'GET /photos/{id}': 'staff',
  'GET /photos/{id}/original': ['store-manager', 'qc-inspector', 'food-safety-committee'],
  'GET /tasks': 'staff',
  'GET /tasks/{id}': 'staff',
  'POST /tasks/{id}/claim': 'staff',
  'POST /tasks/{id}/release': 'staff',
  'POST /tasks/{id}/reassign': 'staff',
  'POST /tasks/{id}/completion': 'staff',
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
