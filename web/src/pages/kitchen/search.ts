import { readDate, textIn, type DateSearch } from '../../address';
import type { Query } from '../../api/route-types';

/** What the address says of the page: whose work, and of which day. Absent: the bench of whoever is signed in, today. */
export interface KitchenSearch extends DateSearch {
  readonly bench?: string;
}

/** In place of a bench: all of the kitchen. */
export const ALL = 'all';

/** What stands in an address, as far as it says something. */
export function readKitchenSearch(given: Readonly<Record<string, unknown>>): KitchenSearch {
  const bench = textIn(given, 'bench');
  return { ...readDate(given), ...(bench !== undefined && { bench }) };
}

/** What the API is asked for. */
export const askedBy = ({ bench = 'mine', date }: KitchenSearch): Query<'GET /boards/kitchen'> => ({
  ...(bench !== ALL && { bench }),
  ...(date !== undefined && { date }),
});
