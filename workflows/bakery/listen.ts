import { defineQuery, setHandler } from '@temporalio/workflow';
import type { BakeryActs } from '../../src/bakery/bakery-acts.messages';
import type { OrderActs } from '../../src/orders/acts.messages';
import type { Act } from '../../src/base/actor';
import type { AddPhoto, Cancel, OrderSnapshot, RecordPayment } from '../../src/orders/order.messages';
import type { ReportException } from '../../src/orders/exceptions.messages';
import type { CompleteTask, TaskActs } from '../../src/process/process.messages';
import { decidesAlone } from '../../src/process/acts.messages';
import { hear } from '../process/acts';
import { answerTask, closeByFact } from '../process/human-task';
import { checkAssignment, openTaskOf } from '../process/task-checks';
import { assign } from './assignment';
import { askToCancel, cancelNow } from './cancellation';
import { isPlanned } from '../orders/change-state';
import { checkDecision, checkRequest } from './change-checks';
import { decideChange, refreshPreview, requestChange } from './changes';
import { countPhoto } from './daily-photos';
import { report } from './exceptions';
import { rate } from './follow-up-state';
import { outstandingOf, receive, spend } from '../orders/ledger';
import {
  checkAlternative,
  checkCancel,
  checkCompletion,
  checkConfirmation,
  checkCost,
  checkPayment,
  checkPhoto,
  checkRating,
  checkRefresh,
  checkReport,
} from './listen-checks';
import { filePhoto } from './proofs';
import type { Self } from './self';
import { chooseAlternative } from './shortage';
import { hearSignals } from './signals';
import { snapshotOf } from './snapshot';
import { isCall } from '../orders/telephone';
import { confirmDetails, confirmedByTelephone } from './warm-reminder';

/** What an order can be asked. */
export const view = defineQuery<OrderSnapshot>('view');

/** What an order of the bakery hears. */
type Heard = TaskActs & OrderActs & BakeryActs;

/** What each act is checked for beside its form and its doer, and what it does. */
interface OrderHearing<A extends Act> {
  readonly check: (self: Self, act: A) => void;
  readonly decide: (self: Self, act: A) => void;
}

const HEARINGS: { readonly [N in keyof Heard]: OrderHearing<Heard[N]> } = {
  completeTask: { check: checkCompletion, decide: complete },
  assignTask: { check: checkAssignment, decide: assign },
  requestChange: { check: checkRequest, decide: requestChange },
  refreshPreview: { check: checkRefresh, decide: refreshPreview },
  decideChange: { check: checkDecision, decide: decideChange },
  confirmDetails: { check: checkConfirmation, decide: confirmDetails },
  cancel: { check: checkCancel, decide: cancel },
  recordPayment: { check: checkPayment, decide: pay },
  recordCost: {
    check: checkCost,
    decide: (self, { costId, cost, amountFen, by }) => spend(self, { id: costId, cost, amountFen, at: self.now(), by }),
  },
  reportException: { check: checkReport, decide: reportException },
  chooseAlternative: { check: checkAlternative, decide: (self, { exceptionId, option }) => chooseAlternative(self, exceptionId, option) },
  addPhoto: { check: checkPhoto, decide: addPhoto },
  rate: { check: checkRating, decide: rate },
};

/** Sets every handler, before the first await: handlers decide and queue the record; the story acts. */
export function listen(self: Self): void {
  setHandler(view, () => snapshotOf(self));
  for (const name of Object.keys(HEARINGS) as (keyof Heard)[]) {
    const { check, decide } = HEARINGS[name] as OrderHearing<Act>;
    hear(self, name, {
      check: (act) => check(self, act),
      decide: (act) => decide(self, act),
      settled: () => isPlanned(self), // BAK-38: the new plan is part of the answer
    });
  }
  hearSignals(self);
}

function complete(self: Self, { taskId, by, choices, textId }: CompleteTask): void {
  const task = openTaskOf(self, taskId);
  if (task.row.kind === 'settle-balance') {
    const { amountFen, method } = choices as { amountFen: number; method: string };
    pay(self, { paymentId: `${taskId}/payment`, amountFen, method, receivedAt: self.now(), by, ...(textId && { textId }) });
    return; // the payment closes the task
  }
  answerTask(self, task, { by, at: self.now(), choices, ...(textId && { textId }) });
  if (isCall('details-unconfirmed')(task.row) && choices['reached'] === true) confirmedByTelephone(self);
}

/** BAK-39. The sales consultant asks, the store manager decides; the manager's own word is the decision. */
function cancel(self: Self, { cause, refundFen, by, textId }: Cancel): void {
  if (!decidesAlone('cancel', by)) return askToCancel(self, cause, by, textId);
  cancelNow(self, { cause, by, ...(textId && { textId }), ...(refundFen !== undefined && { refundFen }) });
}

/** BAK-31, BAK-77. Money in; the balance task closes by itself when nothing is owed. */
function pay(self: Self, { paymentId, amountFen, method, receivedAt, by, textId }: RecordPayment): void {
  receive(self, { id: paymentId, amountFen, method, receivedAt, by, ...(textId && { textId }) });
  if (outstandingOf(self) <= 0) closeByFact(self, 'settle-balance', { amountFen, method }, by);
}

function reportException(self: Self, { exceptionId, type, foundAt, item, photoId, by, textId }: ReportException): void {
  report(self, { id: exceptionId, type, foundAt, by, ...(item && { item }), ...(photoId && { photoId }), ...(textId && { textId }) });
}

/** BAK-50. On file with its step; a photo of a key step of the product counts for its day (BAK-49). */
function addPhoto(self: Self, photo: AddPhoto): void {
  filePhoto(self, photo);
  countPhoto(self, photo.step, photo.by);
}
