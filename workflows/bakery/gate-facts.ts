import type { GateFacts } from '../../src/bakery/gates.rules';
import { openTasks } from '../process/process';
import { pendingChanges } from '../orders/change-state';
import { depositGap } from '../orders/deposit-state';
import { openExceptions } from '../orders/exception-record';
import { visitAhead } from './follow-up-state';
import { outstandingOf } from '../orders/ledger';
import type { Self } from './self';
import { isSheetSigned } from './task-sheet';

/** What the gates look at, as the order stands now. */
export function gateFacts(self: Self): GateFacts {
  const exceptions = openExceptions(self);
  return {
    state: self.state,
    version: self.version,
    openTasks: openTasks(self).map(({ kind }) => kind),
    prepaymentGapFen: depositGap(self),
    sheetSigned: isSheetSigned(self),
    reviewPending: self.change.reviewPending,
    allergenPending: self.change.allergenPending,
    qualityPassed: self.stages['quality-check'].doneAt !== null,
    changesPending: pendingChanges(self).length > 0,
    heldByCommittee: self.holds.byCommittee.size > 0,
    managerUndecided: self.holds.undecided > 0,
    exceptionOpen: exceptions.length > 0,
    receiptProblemOpen: exceptions.some(({ type }) => type === 'receipt-problem'),
    outstandingFen: outstandingOf(self),
    visitAhead: visitAhead(self),
  };
}
