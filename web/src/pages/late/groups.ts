/** Rows under the name of their group. */
export interface Group<T> {
  readonly name: string;
  readonly rows: readonly T[];
}

/** Rows put together by name; the groups come as their first rows do, so that what is latest stands on top. */
export function groupsOf<T>(rows: readonly T[], nameOf: (row: T) => string): Group<T>[] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const name = nameOf(row);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups].map(([name, members]) => ({ name, rows: members }));
}
