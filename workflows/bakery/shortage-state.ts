import type { Resume } from '../../src/orders/repair.messages';
import type { Owned } from '../process/owned';

/** BAK-59, BAK-60. How the order's shortages stand. */
export interface Shortages {
  /** Searches under way. */
  readonly searching: number;
  /** What a backup supplier promised, by exception. */
  readonly sourced: ReadonlyMap<string, Purchase>;
  /** The customer's answer to the alternatives by exception; null refuses them all. */
  readonly chosen: ReadonlyMap<string, string | null>;
}
interface Purchase {
  readonly supplierId: string;
  readonly item: string;
}

/** None, or as the record of a lost order has them; nobody searches yet. */
export const openShortages = (resume?: Resume): Shortages => ({
  searching: 0,
  sourced: new Map(resume?.sourced.map(({ exception, ...purchase }) => [exception, purchase])),
  chosen: new Map(resume?.alternatives.map(({ exception, option }) => [exception, option])),
});

interface Owner {
  readonly shortages: Owned<Shortages>;
}

/** BAK-59. A search for a backup supplier is under way; while it is, a promise may come at any moment. */
export function searchBegun({ shortages }: Owner): void {
  shortages.searching += 1;
}
/** BAK-59. It ended, with a promise or without. */
export function searchEnded({ shortages }: Owner): void {
  shortages.searching -= 1;
}
/** BAK-59. A supplier has promised what is missing. */
export function sourced({ shortages }: Owner, exceptionId: string, purchase: Purchase): void {
  shortages.sourced = new Map([...shortages.sourced, [exceptionId, purchase]]);
}
/** BAK-60. The customer has answered. */
export function chosen({ shortages }: Owner, exceptionId: string, option: string | null): void {
  shortages.chosen = new Map([...shortages.chosen, [exceptionId, option]]);
}
