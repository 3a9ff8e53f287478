/** The last row of each id, in the order in which the ids first came. */
export const lastById = <T extends { readonly id: string }>(rows: readonly T[]): T[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];
