import { heldOf } from '../../src/orders/refunds.rules';
import type { Header } from './header';
import { depositOf, type Ledger } from './ledger';
import type { Owned } from '../process/owned';

/** BAK-31. The prepayment, as the customer is asked for it. */
export interface Deposit {
  /** The missing part that is asked for, in fen; null when nothing is. */
  readonly askedFen: number | null;
  /** When the customer is reminded, epoch ms of shop time; null when no reminder lies ahead. */
  readonly remindAt: number | null;
  /** When the sales consultant takes over, for the first time or once more. */
  readonly chaseAt: number | null;
}
/** Nothing is asked for; a lost order that is taken up asks anew. */
export const openDeposit = (): Deposit => ({ askedFen: null, remindAt: null, chaseAt: null });

interface Owner {
  readonly deposit: Owned<Deposit>;
}

/** BAK-31. What is still missing of 30 % of the present total; an approved change may raise it before making has started. */
export const depositGap = (self: Pick<Header, 'facts' | 'rules'> & { readonly ledger: Ledger }): number =>
  depositOf(self) - heldOf(self.ledger);

/** BAK-31. This sum is asked for, and no other. */
export function askFor({ deposit }: Owner, missingFen: number): void {
  deposit.askedFen = missingFen;
}
/** BAK-31. What rings next while it is missing. */
export function keepClocks({ deposit }: Owner, clocks: Partial<Pick<Deposit, 'remindAt' | 'chaseAt'>>): void {
  Object.assign(deposit, clocks);
}
/** BAK-31. Nothing is missing any more, or nobody waits for it. */
export function stopAsking({ deposit }: Owner): void {
  Object.assign(deposit, openDeposit());
}
