/** The story of a bakery's order, as Temporal knows it. Fixed by the outside contract. */
export const BAKERY_WORKFLOW = 'order';
