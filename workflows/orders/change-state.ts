import type { RequestChange } from '../../src/orders/order.messages';
import type { ChangeRow } from '../../src/orders/order-rows.messages';
import type { Header } from './header';
import type { Ending } from './ending';
import type { Owned } from '../process/owned';

/** A change that was asked for. */
export interface LiveChange {
  readonly row: ChangeRow;
  /** What is applied; a refreshed preview brings it up to date. */
  readonly request: RequestChange;
}

/** BAK-36…38. What was asked for, and what approved changes left to be done. */
export interface ChangeState {
  readonly asked: ReadonlyMap<string, LiveChange>;
  /** BAK-38: an approved change moved the facts, the agenda is being made anew. */
  readonly replan: boolean;
  /** BAK-38: an approved change asked for another feasibility review, not decided yet. */
  readonly reviewPending: boolean;
  /** BAK-38: an approved change added an allergen the customer has not acknowledged yet. */
  readonly allergenPending: boolean;
}
/** Nothing was asked for; what a lost order had waiting is withdrawn as it is taken up (workflows/bakery/resume.ts). */
export const noChanges = (): ChangeState => ({ asked: new Map(), replan: false, reviewPending: false, allergenPending: false });

interface Changing {
  readonly change: ChangeState;
}
interface Owner {
  readonly change: Owned<ChangeState>;
}

/** Changes that wait for the store manager's decision, the first asked first. */
export const pendingChanges = ({ change }: Changing): LiveChange[] =>
  [...change.asked.values()].filter(({ row }) => row.state === 'pending');

/** Keeps a change as it stands now, on record too. */
export function keepChange({ change, own }: Owner & Pick<Header, 'own'>, live: LiveChange): void {
  change.asked = new Map([...change.asked, [live.row.id, live]]);
  own.change(live.row);
}
/** BAK-39. The order has ended: nobody decides them any more. */
export function withdrawChanges(self: Owner & Pick<Header, 'own' | 'now'>): void {
  for (const { row, request } of pendingChanges(self))
    keepChange(self, { request, row: { ...row, state: 'withdrawn', decidedAt: self.now() } });
}

/** BAK-38. The facts moved: beside the story the agenda is made anew. */
export function planAnew({ change }: Owner): void {
  change.replan = true;
}
/** The agenda is that of the facts again. */
export function planned({ change }: Owner): void {
  change.replan = false;
}
/** BAK-38. The agenda is that of the facts, or the order needs none any more. */
export const isPlanned = ({ change, ending }: Changing & { readonly ending: Ending }): boolean =>
  !change.replan || ending.cancelled !== null;

/** BAK-38. The version that stands is reviewed once more. */
export function awaitReview({ change }: Owner): void {
  change.reviewPending = true;
}
/** BAK-38. The review of a change has its answer. */
export function reviewDecided({ change }: Owner): void {
  change.reviewPending = false;
}
/** BAK-38. The customer is asked about an added allergen. */
export function awaitAcknowledgement({ change }: Owner): void {
  change.allergenPending = true;
}
/** BAK-38. */
export function allergensAcknowledged({ change }: Owner): void {
  change.allergenPending = false;
}
