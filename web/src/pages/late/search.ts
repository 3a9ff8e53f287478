/** By what late tasks are put together: the step, whose it is, or the rule that it stands under. */
export const LATE_GROUPS = ['step', 'person', 'rule'] as const;
export type LateGroup = (typeof LATE_GROUPS)[number];

/** What the address says of the page. Absent: by step. */
export interface LateSearch {
  readonly by?: LateGroup;
}

/** What stands in an address, as far as it means something. */
export function readLateSearch(given: Readonly<Record<string, unknown>>): LateSearch {
  const by = LATE_GROUPS.find((one) => one === given['by']);
  return by === undefined || by === 'step' ? {} : { by };
}
