import { textIn } from '../../address';
import type { Query } from '../../api/route-types';

/** What the address says of the list: which orders, narrowed to what, in which order. */
export interface OrdersSearch {
  readonly view?: OrderView;
  readonly state?: string;
  readonly product?: string;
  readonly q?: string;
  readonly sort?: OrderSort;
}
export const ORDER_VIEWS = ['open', 'overdue', 'owed', 'mine', 'ended'] as const;
export type OrderView = (typeof ORDER_VIEWS)[number];
export const ORDER_SORTS = ['promise', 'intake'] as const;
export type OrderSort = (typeof ORDER_SORTS)[number];

/** What a list of orders is asked for. */
export type OrderFilter = Omit<Query<'GET /orders'>, 'limit' | 'cursor' | 'rows' | 'count'>;

/** What stands in an address, as far as it means something; what goes without saying is left out. */
export function readOrdersSearch(given: Readonly<Record<string, unknown>>): OrdersSearch {
  const view = ORDER_VIEWS.find((one) => one === given['view']);
  const sort = ORDER_SORTS.find((one) => one === given['sort']);
  const [state, product, q] = [textIn(given, 'state'), textIn(given, 'product'), textIn(given, 'q')];
  return {
    ...(view !== undefined && view !== 'open' && { view }),
    ...(state !== undefined && { state }),
    ...(product !== undefined && { product }),
    ...(q !== undefined && { q }),
    ...(sort !== undefined && sort !== 'promise' && { sort }),
  };
}

const VIEWS = {
  open: { open: 'true' },
  overdue: { overdue: 'true' },
  owed: { owed: 'true' },
  mine: { open: 'true', takenBy: 'me' },
  ended: { open: 'false' },
} as const satisfies Record<OrderView, OrderFilter>;

/** What the API is asked for. Whoever looks for an order by its number or its customer finds those that have ended as well. */
export function filterOf({ view = 'open', state, product, q, sort = 'promise' }: OrdersSearch): OrderFilter {
  const which = q !== undefined && view === 'open' ? {} : VIEWS[view];
  return {
    ...which,
    ...(state !== undefined && { state }),
    ...(product !== undefined && { product }),
    ...(q !== undefined && { q }),
    ...(sort === 'intake' && { sort: '-takenAt' as const }),
  };
}
