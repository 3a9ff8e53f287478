import { heldOf } from '../../src/orders/refunds.rules';
import type { Header } from './header';
import { depositOf, type Ledger } from './ledger';
import type { Owned } from '../process/owned';

/** BAK-31. The prepayment, as the customer is asked for it. */
export interface Deposit {
  /** The missing part that is asked for, in fen; null when nothing is. */
  readonly askedFen: number | null;
}
/** Nothing is asked for; a lost order that is taken up asks anew. */
export const openDeposit = (): Deposit => ({ askedFen: null });

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
/** BAK-31. Nothing is missing any more, or nobody waits for it. */
export function stopAsking({ deposit }: Owner): void {
  deposit.askedFen = null;
}
