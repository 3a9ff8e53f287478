import type {
  AddPhoto,
  Cancel,
  ChooseAlternative,
  ConfirmDetails,
  RecordCost,
  RecordPayment,
  RefreshPreview,
} from '../../src/orders/order.messages';
import type { ReportException } from '../../src/orders/exceptions.messages';
import { decidesAlone } from '../../src/process/acts.messages';
import type { CompleteTask } from '../../src/process/process.messages';
import { readChoices, type AnswerOf } from '../../src/process/tasks/tasks.rules';
import { Refusal } from '../../src/base/refusals';
import { happenings, instantFault } from '../../src/base/instants';
import { isFinal, isUnderWay, mayBeCorrected } from '../../src/orders/order-state.rules';
import { assertMayPhotograph } from '../../src/orders/photos.rules';
import { MOST } from '../../src/base/read';
import { MINUTE_MS } from '../../src/base/rule';
import { bad } from '../process/refusing';
import { answererOf, mustBeNew, mustBeTheirs, openTaskOf } from '../process/task-checks';
import { mustNotHaveVoted } from '../process/votes';
import { checkAnswer } from './answer-checks';
import { checkDecidedRefund, mayBeCancelled } from './cancellation';
import { checkDecision } from './change-checks';
import { decisionTask } from './changes';
import { outstandingOf } from '../orders/ledger';
import { momentOf } from './plan-state';
import { checkProof, endOf } from './proofs';
import type { Self } from './self';
import { promiseRefused } from '../purchasing/supplier-promise';

/** Real milliseconds by which the clock of whoever reports may be ahead of Temporal's. */
const CLOCKS_APART_MS = MINUTE_MS;

/** @throws {Refusal} `not-in-this-state`. */
function mustBe(self: Self, right: boolean, rule: string): void {
  if (!right) throw new Refusal('not-in-this-state', { code: 'state-forbids', params: { state: self.state } }, { rule });
}

/** What has happened, has happened to this order: since its intake, and not in the future. @throws {Refusal} naming the field. */
function mustHaveHappened(self: Self, at: number, pointer: string, rule: string): void {
  const fault = instantFault(at, happenings(self.input.intakeAt, self.now() + CLOCKS_APART_MS * self.input.clock.rate));
  if (fault) throw bad(pointer, { code: fault === 'too-late' ? 'in-the-future' : 'before-intake' }, rule);
}

/** A sum that the order's record has no room for. @throws {Refusal} naming the amount. */
function mustFit(sum: number, pointer: string, rule: string): void {
  if (sum > MOST) throw bad(pointer, { code: 'over-the-record', params: { mostFen: MOST } }, rule);
}

/** Everything that may forbid an answer, for updates and signals alike. */
export function checkCompletion(self: Self, act: CompleteTask): void {
  const { taskId, by } = act;
  const task = openTaskOf(self, taskId);
  const { row } = task;
  mustBeTheirs(task, act);
  const choices = readChoices(row.kind, act.choices);
  mustNotHaveVoted(row, by);
  checkAnswer(self, row, act.choices);
  if (row.kind === 'settle-balance')
    mustFit(self.ledger.receivedFen + (choices as AnswerOf<'settle-balance'>).amountFen, '/answer/amountFen', 'BAK-77');
  if (row.kind !== 'contact-supplier') return;
  const refused = promiseRefused((choices as AnswerOf<'contact-supplier'>).promisedAt, self.now(), '/answer/promisedAt');
  if (refused) throw refused;
}

/** BAK-37. Whoever may decide finds the preview stale and has it made anew. */
export function checkRefresh(self: Self, act: RefreshPreview): void {
  checkDecision(self, { ...act, decision: 'reject' });
  mustBeTheirs(decisionTask(self, act.changeId), act);
}

/** BAK-45. */
export function checkConfirmation(self: Self, { confirmed, correctionId }: ConfirmDetails): void {
  mustBe(self, correctionId ? mayBeCorrected(self.state) : isUnderWay(self.state), 'BAK-45');
  mustBeNew(correctionId !== undefined || confirmed !== self.warmReminder.confirmed, 'on-record', 'BAK-45');
}

/** BAK-32. */
export function checkPayment(self: Self, { paymentId, amountFen, receivedAt }: RecordPayment): void {
  mustBeNew(!self.ledger.entries.has(paymentId), 'on-record', 'BAK-32');
  mustBe(self, self.state !== 'cancelled' && self.state !== 'declined' && self.state !== 'closed', 'BAK-32');
  if (amountFen > outstandingOf(self))
    throw bad('/amountFen', { code: 'over-the-balance', params: { outstandingFen: outstandingOf(self) } }, 'BAK-32');
  mustFit(self.ledger.receivedFen + amountFen, '/amountFen', 'BAK-32');
  mustHaveHappened(self, receivedAt, '/receivedAt', 'BAK-32');
}

/** BAK-39, BAK-40. */
export function checkCancel(self: Self, { cause, refundFen, by }: Cancel): void {
  mustBe(self, mayBeCancelled(self), 'BAK-39');
  // the manager's own word is the decision; nobody else names the amount
  if (refundFen !== undefined && !decidesAlone('cancel', by)) throw bad('/refundFen', { code: 'manager-decides-refund' }, 'BAK-40');
  checkDecidedRefund(self, cause, refundFen, '/refundFen');
}

/** BAK-41. */
export function checkCost(self: Self, { costId, amountFen }: RecordCost): void {
  mustBeNew(!self.ledger.entries.has(costId), 'on-record', 'BAK-41');
  mustBe(self, !isFinal(self.state), 'BAK-41');
  mustFit(self.ledger.costsFen + amountFen, '/amountFen', 'BAK-41');
}

/**
 * BAK-58. Whoever signed the task sheet has met nothing in this work before. BAK-76: a problem at receipt is shown. @throws {Refusal} naming
 * `foundAt` or `photoId`.
 */
export function checkReport(self: Self, { exceptionId, type, foundAt, photoId, by }: ReportException): void {
  mustBe(self, isUnderWay(self.state), 'BAK-58');
  mustBeNew(!self.exceptions.reported.has(exceptionId), 'on-record', 'BAK-58');
  mustHaveHappened(self, foundAt, '/foundAt', 'BAK-58');
  if (type === 'receipt-problem')
    checkProof(self, photoId, { step: 'receipt-problem', since: endOf(self, 'packing-checklist'), pointer: '/photoId' });
  const signed = [...self.tasks.values()].find(({ row }) => row.kind === 'sign-task-sheet' && row.answers[0]?.by.id === by.id)?.row;
  if (!signed?.closedAt || foundAt >= signed.closedAt) return;
  throw bad('/foundAt', { code: 'before-task-sheet', params: { signedAt: signed.closedAt } }, 'BAK-58');
}

/** BAK-60. */
export function checkAlternative(self: Self, { exceptionId }: ChooseAlternative): void {
  const exception = self.exceptions.reported.get(exceptionId);
  if (!exception) throw new Refusal('no-such-exception', { code: 'no-exception-of-order' });
  if (exception.state !== 'open' || self.shortages.chosen.has(exceptionId)) {
    throw new Refusal('already-answered', { code: 'alternatives-answered' }, { rule: 'BAK-60' });
  }
}

/** BAK-50. */
export function checkPhoto(self: Self, act: AddPhoto): void {
  const { photoId, step, takenAt } = act;
  assertMayPhotograph(step, answererOf(act));
  mustBe(self, !isFinal(self.state), 'BAK-50');
  mustBeNew(!self.photos.onFile.has(photoId), 'on-record', 'BAK-50');
  mustHaveHappened(self, takenAt, '/takenAt', 'BAK-50');
}

/** BAK-82. */
export function checkRating(self: Self): void {
  mustBe(self, self.delivery.deliveredAt !== null, 'BAK-82');
  const closes = momentOf(self, 'rating-close');
  if (closes && self.now() > closes.at) throw new Refusal('not-in-this-state', { code: 'rating-closed' }, { rule: 'BAK-82' });
  if (self.followUp.rated !== null) throw new Refusal('already-answered', { code: 'rated-already' }, { rule: 'BAK-82' });
}
