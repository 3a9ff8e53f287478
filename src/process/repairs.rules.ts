/** What may have gone wrong (`context.what` of a repair task), and what its answer can be. */
export const REPAIRS = {
  /** BAK-41: a promised purchase could not be called off. */
  'call-off-purchase': ['retry', 'done-outside', 'give-up'],
  /** The order's workflow is gone: it starts again from the record, ends with everything given back, or is written off. */
  'workflow-lost': ['start-again', 'refund', 'write-off'],
  /** Postgres refuses the order's record: no answer heals it, and the task closes by itself when the record is written. */
  'record-refused': [],
} as const satisfies Record<string, readonly string[]>;

export type RepairKind = keyof typeof REPAIRS;
export type RepairAction = (typeof REPAIRS)[RepairKind][number];

/** Every action of some repair. */
export const REPAIR_ACTIONS = Object.values(REPAIRS).flat();

/** The answers that a repair task's context allows; none for what is no repair. */
export const repairActionsOf = (context: Readonly<Record<string, unknown>>): readonly RepairAction[] => {
  const { what } = context;
  return typeof what === 'string' && Object.hasOwn(REPAIRS, what) ? REPAIRS[what as RepairKind] : [];
};
