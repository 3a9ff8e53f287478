/** The name of an order's repair. Fixed by the outside contract; what lives the order itself, its kind says. */
export const REPAIR_WORKFLOW = 'repair';

export const orderWorkflowId = (orderNumber: string): string => `order/${orderNumber}`;
/** The order whose own process this is; null for every other process. */
export const orderNumberOf = (processId: string): string | null => /^order\/(.*)$/.exec(processId)?.[1] ?? null;
/** One repair at a time for each order; its task carries this workflow's id. */
export const repairWorkflowId = (orderNumber: string): string => `repair/${orderNumber}`;

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
