import type { ChangeRow, RequestChange } from '../../src/contracts/order';
import type { Self } from './self';

/** A change that was asked for. */
export interface LiveChange {
  row: ChangeRow;
  /** What is applied; a refreshed preview brings it up to date. */
  request: RequestChange;
}

/** BAK-36…38. What was asked for, and what approved changes left to be done. Written by the files of this paragraph. */
export interface ChangeState {
  readonly asked: Map<string, LiveChange>;
  /** BAK-38: an approved change moved the facts, the agenda is being made anew. */
  replan: boolean;
  /** BAK-38: an approved change asked for another feasibility review, not decided yet. */
  reviewPending: boolean;
  /** BAK-38: an approved change added an allergen the customer has not acknowledged yet. */
  allergenPending: boolean;
}
export const noChanges = (): ChangeState => ({ asked: new Map(), replan: false, reviewPending: false, allergenPending: false });

export const pendingChanges = ({ change }: Pick<Self, 'change'>): LiveChange[] =>
  [...change.asked.values()].filter(({ row }) => row.state === 'pending');

/** BAK-38. The facts moved: beside the story the agenda is made anew. */
export function planAnew({ change }: Pick<Self, 'change'>): void {
  change.replan = true;
}
/** BAK-38. The agenda is that of the facts, or the order needs none any more. */
export const isPlanned = ({ change, cancelled }: Pick<Self, 'change' | 'cancelled'>): boolean => !change.replan || cancelled !== null;
