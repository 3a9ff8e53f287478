/** The names both sides of a process boundary use. Fixed by the outside contract. */
export const TASK_QUEUE = 'orders';
export const ORDER_WORKFLOW = 'order';
export const SOURCING_WORKFLOW = 'sourcing';
export const REPAIR_WORKFLOW = 'repair';
export const POST_OFFICE_WORKFLOW = 'postOffice';

export const orderWorkflowId = (orderNumber: string): string => `order/${orderNumber}`;
/** The order whose own process this is; null for every other process. */
export const orderNumberOf = (processId: string): string | null => /^order\/(.*)$/.exec(processId)?.[1] ?? null;
export const sourcingWorkflowId = (exceptionId: string): string => `sourcing/${exceptionId}`;
/** One repair at a time for each order; its task carries this workflow's id. */
export const repairWorkflowId = (orderNumber: string): string => `repair/${orderNumber}`;
/** The Query by which a process says what it does not know to be written, beyond a revision. */
export const BATCHES_AFTER = 'batchesAfter';
/** The Update by which a search hears a supplier's answer by link. */
export const SUPPLIER_ANSWERED = 'supplierAnswered';
export const POST_OFFICE_ID = 'post-office';

/** Custom search attributes and their types (architecture 9). Never personal data: they are stored in clear. */
export const SEARCH_ATTRIBUTES = {
  OrderNumber: 'Keyword',
  OrderKind: 'Keyword',
  OrderState: 'Keyword',
  Stage: 'Keyword',
  DueAt: 'Datetime',
  Overdue: 'Bool',
  Store: 'Keyword',
  Risk: 'Bool',
} as const;
