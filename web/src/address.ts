/** What stands in an address under a name; undefined where nothing does. The router reads digits alone as a number. */
export function textIn(given: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = given[name];
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined;
}

/** What the address of a page says that shows one day. Absent: today. */
export interface DateSearch {
  readonly date?: string;
}

/** What stands in such an address, as far as it says something. */
export function readDate(given: Readonly<Record<string, unknown>>): DateSearch {
  const date = textIn(given, 'date');
  return date === undefined ? {} : { date };
}
