import type { Owned } from '../process/owned';

/** BAK-61, BAK-81. What keeps the order from its next step. */
export interface Holds {
  /** BAK-81: the exceptions for which the food-safety committee holds it. */
  readonly byCommittee: ReadonlySet<string>;
  /** BAK-61: decisions of the store manager that are awaited, or not carried out yet. */
  readonly undecided: number;
}
/** None; the exceptions of a lost order hold it again as they are handled once more. */
export const noHolds = (): Holds => ({ byCommittee: new Set(), undecided: 0 });

interface Owner {
  readonly holds: Owned<Holds>;
}

/** BAK-81. The committee holds the order for this exception. */
export function hold({ holds }: Owner, exceptionId: string): void {
  holds.byCommittee = new Set([...holds.byCommittee, exceptionId]);
}
/** BAK-81. The committee has voted to release it. */
export function letGo({ holds }: Owner, exceptionId: string): void {
  holds.byCommittee = new Set([...holds.byCommittee].filter((id) => id !== exceptionId));
}

/** BAK-61. Held until what the store manager decides is done, or the order would go on without it. */
export async function holdWhile({ holds }: Owner, decided: () => Promise<void>): Promise<void> {
  holds.undecided += 1;
  try {
    await decided();
  } finally {
    holds.undecided -= 1;
  }
}
