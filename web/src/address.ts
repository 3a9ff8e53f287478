/** What stands in an address under a name; undefined where nothing does. The router reads digits alone as a number. */
export function textIn(given: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = given[name];
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined;
}
