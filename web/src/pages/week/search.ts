/** What the address says of the week: its first day, a date of the store. */
export interface WeekSearch {
  readonly from?: string | undefined;
}

/** What stands in an address, as far as it is a date. Anything else is said to be nothing, else the router would leave it there. */
export function readWeekSearch(given: Readonly<Record<string, unknown>>): WeekSearch {
  const { from } = given;
  const isDate = typeof from === 'string' && /^2[01]\d\d-\d\d-\d\d$/.test(from) && !Number.isNaN(Date.parse(from));
  return { from: isDate ? from : undefined };
}
