/** What an order's page tells beside what is now: one thing at a time, by its name in the address. */
export const ORDER_TABS = ['timeline', 'lines', 'changes', 'money', 'photos', 'problems'] as const;
export type OrderTab = (typeof ORDER_TABS)[number];

/** What the address says of the page. Absent: the timeline. */
export interface OrderSearch {
  readonly tab?: OrderTab;
}

/** What stands in an address, as far as it means something. */
export function readOrderSearch(given: Readonly<Record<string, unknown>>): OrderSearch {
  const tab = ORDER_TABS.find((one) => one === given['tab']);
  return tab === undefined || tab === 'timeline' ? {} : { tab };
}
