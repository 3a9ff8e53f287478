import type { Actor } from '../../src/base/actor';
import type { CancelCause } from '../../src/orders/order.messages';
import type { Process } from '../process/process';
import type { Owned } from '../process/owned';

/** BAK-39, BAK-40. The decision that ends an order: whose cause, by whom, why, and what goes back where the cause is neither side's. */
export interface CancelDecision {
  readonly cause: CancelCause;
  readonly by: Actor;
  readonly textId?: string;
  readonly refundFen?: number;
}

/** How the order ended. */
export interface Ending {
  readonly cancelled: CancelDecision | null;
  /** BAK-41: what a cancelled order had begun is called off. */
  readonly unwound: boolean;
  /** BAK-02: when nothing was open any more, epoch ms of shop time. */
  readonly closedAt: number | null;
}
/** Neither cancelled by this run nor closed. */
export const openEnding = (): Ending => ({ cancelled: null, unwound: false, closedAt: null });

interface Owner {
  readonly ending: Owned<Ending>;
}

/** BAK-39, BAK-40. The story stops at its next step, and what was begun is unwound. */
export function cancelled({ ending }: Owner, decision: CancelDecision): void {
  ending.cancelled = decision;
}
/** BAK-41. Nothing of it is left to be called off. */
export function unwound({ ending }: Owner): void {
  ending.unwound = true;
}
/** BAK-02. */
export function closed({ ending, now }: Owner & Pick<Process, 'now'>): void {
  ending.closedAt = now();
}
