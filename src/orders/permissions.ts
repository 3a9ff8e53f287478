import { routesUnder, type Permissions } from '../platform/http/routes-under';
import { ORDER_ACTS } from './acts.messages';

/** BAK-15. Who takes an order, and asks who has ordered before. */
const TAKE_ORDERS = ['sales-consultant'] as const;

/** Who may do what with an order (BAK-04). Acts take theirs from `ORDER_ACTS`, which the order holds to as well. */
export const ORDER_PERMISSIONS = {
  'POST /orders': TAKE_ORDERS,
  'GET /customers': TAKE_ORDERS,
  'GET /orders': 'staff',
  'GET /boards/kitchen': 'staff',
  'GET /boards/deliveries': 'staff',
  'GET /boards/day': 'staff',
  'GET /boards/day/paper': 'staff',
  'GET /boards/stages': 'staff',
  'GET /receivables': ['finance', 'store-manager', 'management'],
  'GET /changes': 'staff',
  'GET /exceptions': 'staff',
  'GET /orders/{number}': 'staff',
  'GET /orders/{number}/timeline': 'staff',
  'GET /orders/{number}/timeline/verification': 'staff',
  'GET /orders/{number}/acts': 'staff',
  'GET /orders/{number}/notices': 'staff',
  'GET /orders/{number}/changes': 'staff',
  'GET /orders/{number}/exceptions': 'staff',
  'GET /orders/{number}/photos': 'staff',
  'GET /orders/{number}/payments': 'staff',
  'GET /orders/{number}/costs': 'staff',
  'GET /orders/{number}/versions': 'staff',
  'GET /orders/{number}/ratings': 'staff',
  'GET /orders/{number}/papers': 'staff',
  'GET /orders/{number}/papers/{paper}': 'staff',
  'POST /orders/{number}/payments': ORDER_ACTS.recordPayment.roles,
  'POST /orders/{number}/changes': ORDER_ACTS.requestChange.roles,
  'POST /orders/{number}/changes/{id}/decision': ORDER_ACTS.decideChange.roles,
  'POST /orders/{number}/cancellation': ORDER_ACTS.cancel.roles,
  'POST /orders/{number}/exceptions': ORDER_ACTS.reportException.roles,
  'POST /orders/{number}/costs': ORDER_ACTS.recordCost.roles,
  'POST /orders/{number}/photos': ORDER_ACTS.addPhoto.roles,
  'POST /orders/{number}/links': ['sales-consultant'],
  'GET /orders/{number}/links': ['sales-consultant', 'store-manager'],
  'DELETE /orders/{number}/links/{id}': ['sales-consultant', 'store-manager'],
  'POST /links/{token}/details-confirmation': 'link:details-confirmation',
  'POST /links/{token}/changes': 'link:changes',
  'POST /links/{token}/cancellation': 'link:cancellation',
  'GET /links/{token}/photos/{id}': 'link:view',
  'GET /links/{token}/papers/{paper}': 'link:view',
  'POST /links/{token}/design-approval': 'link:design-approval',
  'POST /links/{token}/alternative': 'link:alternative',
  'POST /links/{token}/rating': 'link:rating',
} as const satisfies Permissions;

export const { route, listRoute } = routesUnder(ORDER_PERMISSIONS);
