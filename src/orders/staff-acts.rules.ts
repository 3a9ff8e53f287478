/** What staff do with an order of their own accord, not as the answer to a task: each with the route that it is done by, in the order in which it is offered. */
export const STAFF_ACTS = {
  requestChange: 'POST /orders/{number}/changes',
  reportException: 'POST /orders/{number}/exceptions',
  recordPayment: 'POST /orders/{number}/payments',
  recordCost: 'POST /orders/{number}/costs',
  cancel: 'POST /orders/{number}/cancellation',
} as const;
export type StaffAct = keyof typeof STAFF_ACTS;
export const STAFF_ACT_NAMES = Object.keys(STAFF_ACTS) as StaffAct[];
