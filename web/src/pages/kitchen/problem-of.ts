/** Where a problem of an order is reported. */
export const problemOf = (order: string): string => `/orders/${encodeURIComponent(order)}?act=problem`;
