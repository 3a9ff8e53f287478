import { ROLES, type Role } from '../../src/base/roles';

/**
 * Who may do what, written from the regulation and the outside contract, clause by clause, and never from the product's own table: a row given to
 * somebody else there must turn something red here.
 */
export const ROUTE_ROLES: Readonly<Record<string, readonly Role[]>> = {
  'POST /orders': ['sales-consultant'], // BAK-15: intake is the sales consultant's
  'GET /customers': ['sales-consultant'], // BAK-17, BAK-18: whoever takes an order asks who the customer is
  'POST /orders/{number}/payments': ['finance', 'sales-consultant'], // BAK-31, BAK-77: finance, and whoever takes the deposit
  'POST /orders/{number}/changes': ['sales-consultant'], // BAK-36: the customer asks through the consultant, or by link
  'POST /orders/{number}/changes/{id}/decision': ['store-manager'], // BAK-37: "店长审批"
  'POST /orders/{number}/cancellation': ['sales-consultant', 'store-manager'], // BAK-39, BAK-40: one asks, one decides
  'POST /orders/{number}/costs': ['production-supervisor', 'finance'], // BAK-41: the cost ledger
  // BAK-51, BAK-76, BAK-81: the untouched photo is evidence for those who judge by it; it tells where somebody was
  'GET /receivables': ['finance', 'store-manager', 'management'],
  // BAK-84…87: who answers for the shop's figures; BAK-84: the store manager codes what the customer caused
  'GET /reports': ['store-manager', 'management', 'production-supervisor', 'finance'],
  'GET /reports/{figure}': ['store-manager', 'management', 'production-supervisor', 'finance'],
  'GET /reports/{figure}/orders': ['store-manager', 'management', 'production-supervisor', 'finance'],
  'POST /orders/{number}/delay-cause': ['store-manager'],
  'GET /photos/{id}/original': ['qc-inspector', 'store-manager', 'food-safety-committee'],
  'PUT /settings/products/{id}': ['store-manager'], // BAK-19: who answers for what the shop sells
  'PUT /settings/capacity/{id}': ['production-supervisor', 'store-manager'], // BAK-29: the supervisor plans the work, the manager answers for the shop
  'POST /settings/capacity-days': ['production-supervisor', 'store-manager'],
  'PUT /settings/capacity-days/{id}': ['production-supervisor', 'store-manager'],
  'DELETE /settings/capacity-days/{id}': ['production-supervisor', 'store-manager'],
  'PUT /settings/store/{id}': ['store-manager'], // BAK-04: who answers for the shop
  'PUT /store/pictures/{name}': ['store-manager'], // BAK-63: it is the store manager who signs
  'GET /settings/people': ['store-manager', 'management'], // rows hold e-mail and telephone
  'POST /settings/people': ['store-manager'], // BAK-04: who answers for the shop
  'PUT /settings/people/{id}': ['store-manager'],
  'POST /staff/{id}/password': ['store-manager'],
  'GET /sessions/all': ['store-manager'], // what device somebody is at is nobody else's business
  'GET /sign-ins': ['store-manager', 'management'],
  'GET /settings/suppliers': ['production-supervisor', 'store-manager', 'ingredient-custodian'], // BAK-59; BAK-53: who keeps the ingredients
  'POST /settings/suppliers': ['production-supervisor', 'store-manager'], // BAK-59: 生产主管
  'PUT /settings/suppliers/{id}': ['production-supervisor', 'store-manager'],
  'POST /settings/closures': ['store-manager'], // BAK-04
  'PUT /settings/closures/{id}': ['store-manager'],
  'DELETE /settings/closures/{id}': ['store-manager'],
  'POST /orders/{number}/links': ['sales-consultant'],
  'GET /orders/{number}/links': ['sales-consultant', 'store-manager'], // BAK-06: who gives links out, and who answers for the shop
  'DELETE /orders/{number}/links/{id}': ['sales-consultant', 'store-manager'],
};
/** Writes open to all staff at the door; what they may answer is narrower, see below. */
export const ALL_STAFF_WRITES = [
  'DELETE /sessions/current',
  'PUT /sessions/password',
  'PUT /profile',
  'DELETE /sessions/{id}', // one's own; of others the store manager
  'PUT /views/{id}', // each their own
  'DELETE /views/{id}',
  'POST /orders/{number}/exceptions', // BAK-58: whoever finds it
  'POST /orders/{number}/photos', // BAK-58: of a problem, whoever finds it; of a step, see PHOTO_ROLES
  'POST /settings/absences', // everybody their own; of others the store manager
  'PUT /settings/absences/{id}',
  'DELETE /settings/absences/{id}',
  'POST /tasks/{id}/claim',
  'POST /tasks/{id}/release',
  'POST /tasks/{id}/reassign',
  'POST /tasks/{id}/completion',
];
const PRODUCTION = ['production-supervisor', 'store-manager'] as const;
/** Who photographs what: whose step it is, and those to whom it is raised when it is late (BAK-03). */
export const PHOTO_ROLES: Readonly<Record<string, readonly Role[]>> = {
  'design-draft': ['sales-consultant', 'store-manager'], // BAK-25
  materials: PRODUCTION, // BAK-47, BAK-48
  making: ['baker', ...PRODUCTION], // BAK-46
  mixing: ['baker', ...PRODUCTION], // BAK-49, BAK-50
  baking: ['baker', ...PRODUCTION],
  filling: ['baker', ...PRODUCTION],
  assembly: ['baker', ...PRODUCTION],
  piping: ['baker', ...PRODUCTION],
  moulding: ['baker', ...PRODUCTION],
  decoration: ['baker', ...PRODUCTION], // BAK-50, BAK-52
  'quality-check': ['qc-inspector', ...PRODUCTION], // BAK-51
  packing: ['packer', ...PRODUCTION], // BAK-62…69
  'fragile-label': ['packer', ...PRODUCTION], // BAK-65
  delivery: ['delivery-staff', ...PRODUCTION], // BAK-70
  'hand-over': ['delivery-staff', ...PRODUCTION], // BAK-75
  signature: ['delivery-staff', ...PRODUCTION],
  'receipt-problem': ROLES, // BAK-76, BAK-58: whoever reports it
  exception: ROLES, // BAK-58
};
/** Reads, likewise. */
export const ALL_STAFF_READS = [
  'GET /sessions/current',
  'GET /me',
  'GET /feed',
  'GET /catalogue',
  'GET /settings',
  'GET /settings/edits', // of what each may look at
  'GET /settings/store',
  'GET /profile',
  'GET /sessions', // one's own
  'GET /settings/absences',
  'GET /settings/closures', // everybody plans by them
  'GET /staff',
  'GET /orders',
  'GET /orders/{number}',
  'GET /orders/{number}/timeline',
  'GET /orders/{number}/timeline/verification',
  'GET /orders/{number}/notices',
  'GET /orders/{number}/changes',
  'GET /orders/{number}/exceptions',
  'GET /orders/{number}/photos',
  'GET /orders/{number}/payments',
  'GET /orders/{number}/acts',
  'GET /orders/{number}/costs',
  'GET /orders/{number}/versions',
  'GET /orders/{number}/ratings',
  'GET /orders/{number}/sourcing',
  'GET /orders/{number}/papers', // whoever works on an order prints what goes with it
  'GET /orders/{number}/papers/{paper}',
  'GET /boards/kitchen', // BAK-09: whoever works sees what the work is; what they may answer is the task's
  'GET /boards/deliveries', // BAK-72: all who are told of the way; address and telephone are narrower
  'GET /boards/day', // BAK-43: the morning brief is for everybody
  'GET /boards/day/paper',
  'GET /boards/stages',
  'GET /rulebook', // BAK-01: the regulation is known to everybody
  'GET /changes', // as of one order
  'GET /capacity', // BAK-29: as orders are, whose numbers it tells
  'GET /settings/products',
  'GET /settings/capacity',
  'GET /settings/capacity-days',
  'GET /exceptions',
  'GET /letters', // BAK-08: what the shop writes, with nobody's facts
  'GET /letters/{name}/preview',
  'GET /views', // each their own, and what is shared with them
  'GET /photos/{id}',
  'GET /store/pictures/{name}',
  'GET /tasks',
  'GET /tasks/{id}',
];
/** For who holds a link that was issued here: whose links let them (null: everybody's). */
export const BY_LINK: Readonly<Record<string, 'customer' | 'supplier' | null>> = {
  'GET /links/{token}': null,
  'POST /links/{token}/details-confirmation': 'customer',
  'POST /links/{token}/changes': 'customer',
  'POST /links/{token}/cancellation': 'customer',
  'GET /links/{token}/photos/{id}': 'customer',
  'GET /links/{token}/papers/{paper}': 'customer', // the letter and the receipt alone: test/orders/papers.test.ts
  'POST /links/{token}/design-approval': 'customer',
  'POST /links/{token}/alternative': 'customer',
  'POST /links/{token}/rating': 'customer',
  'POST /links/{token}/supplier-answer': 'supplier',
};
/** For anybody. */
export const OPEN = ['POST /sessions', 'GET /clock'];

/** Every route. */
export const KEYS = [...Object.keys(ROUTE_ROLES), ...ALL_STAFF_WRITES, ...ALL_STAFF_READS, ...Object.keys(BY_LINK), ...OPEN];
