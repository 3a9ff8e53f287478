/** What stands for an instant that no calendar of ours can write. */
const UNREADABLE = '0001-01-01T00:00:00.000Z';
const FOUR_DIGITS = /^\d{4}-/;

/**
 * An instant as answers give it. Rows older than the ranges of `base/instants.ts` may hold one of the year 0 or 10000, which the database's
 * driver hands over as NaN: one such row must not take down the list it stands in, nor break the answer's own schema.
 */
export function iso(at: number): string {
  const date = new Date(at);
  const text = Number.isNaN(date.getTime()) ? UNREADABLE : date.toISOString();
  return FOUR_DIGITS.test(text) ? text : UNREADABLE;
}
/** The same of an instant that may not be. */
export const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));
