/** What an order's page tells beside what is now: one thing at a time, by its name in the address. */
export const ORDER_TABS = ['timeline', 'lines', 'changes', 'money', 'photos', 'letters', 'problems'] as const;
export type OrderTab = (typeof ORDER_TABS)[number];

/** What the address says of the page. */
export interface OrderSearch {
  /** Absent: the timeline. */
  readonly tab?: OrderTab;
  /** What is being done with the order, by the API's word for it (`GET /orders/{number}/acts`), its link or its papers. */
  readonly act?: string;
}

/** In the address: the customer's link is looked at. */
export const LINK_ACT = 'link';

/** In the address: what can be printed is looked at. */
export const PRINT_ACT = 'print';

/** What stands in an address, as far as it means something. */
export function readOrderSearch(given: Readonly<Record<string, unknown>>): OrderSearch {
  const tab = ORDER_TABS.find((one) => one === given['tab']);
  const { act } = given;
  return { ...(tab !== undefined && tab !== 'timeline' && { tab }), ...(typeof act === 'string' && { act }) };
}
