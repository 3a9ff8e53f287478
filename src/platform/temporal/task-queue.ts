/** The one task queue. Fixed by the outside contract. */
export const TASK_QUEUE = 'orders';
