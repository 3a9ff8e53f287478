import { CancellationScope, condition, defineQuery, defineUpdate, setHandler } from '@temporalio/workflow';
import type {
  Act,
  Actor,
  AddPhoto,
  AssignTask,
  Cancel,
  ChooseAlternative,
  CompleteTask,
  ConfirmDetails,
  DecideChange,
  OrderSnapshot,
  Rate,
  RecordCost,
  Recorded,
  RecordPayment,
  RefreshPreview,
  ReportException,
  RequestChange,
} from '../../src/contracts/order';
import { Refusal } from '../../src/domain/errors';
import { isFinal, isUnderWay, mayBeCorrected } from '../../src/domain/order-state';
import { assign } from './assignment';
import { askToCancel, cancelNow, checkDecidedRefund, mayBeCancelled } from './cancellation';
import { checkDecision, checkRequest, decideChange, refreshPreview, requestChange } from './changes';
import { countPhoto } from './daily-photos';
import { report } from './exceptions';
import { answerTask, closeByFact } from './human-task';
import { checkCompletion, checkReport, openTaskOf } from './listen-checks';
import { bad, refusing } from './refusing';
import { chooseAlternative } from './shortage';
import { hearSignals } from './signals';
import { momentOf, outstandingOf, snapshotOf, type Self } from './self';
import { isCall } from './telephone';

// What an order can be asked and told. Each update's id is the caller's idempotency key.
export const view = defineQuery<OrderSnapshot>('view');
const updates = {
  completeTask: defineUpdate<Recorded, [CompleteTask]>('completeTask'),
  assignTask: defineUpdate<Recorded, [AssignTask]>('assignTask'),
  requestChange: defineUpdate<Recorded, [RequestChange]>('requestChange'),
  refreshPreview: defineUpdate<Recorded, [RefreshPreview]>('refreshPreview'),
  decideChange: defineUpdate<Recorded, [DecideChange]>('decideChange'),
  confirmDetails: defineUpdate<Recorded, [ConfirmDetails]>('confirmDetails'),
  cancel: defineUpdate<Recorded, [Cancel]>('cancelOrder'),
  recordPayment: defineUpdate<Recorded, [RecordPayment]>('recordPayment'),
  recordCost: defineUpdate<Recorded, [RecordCost]>('recordCost'),
  reportException: defineUpdate<Recorded, [ReportException]>('reportException'),
  chooseAlternative: defineUpdate<Recorded, [ChooseAlternative]>('chooseAlternative'),
  addPhoto: defineUpdate<Recorded, [AddPhoto]>('addPhoto'),
  rate: defineUpdate<Recorded, [Rate]>('rate'),
};

/** Sets every handler, before the first await: handlers decide and queue the record; the story acts. */
export function listen(self: Self): void {
  setHandler(view, () => snapshotOf(self, self.recorder.revision));

  /** An act: refused by its check without a trace in history, or decided, recorded, and only then answered. */
  const act = <A extends Act>(
    update: ReturnType<typeof defineUpdate<Recorded, [A]>>,
    check: (act: A) => void,
    decide: (act: A) => void,
  ): void =>
    setHandler(
      update,
      (message: A) =>
        // whoever asks Temporal to cancel the workflow does not take an accepted act back
        CancellationScope.nonCancellable(async () => {
          refusing(() => decide(message));
          await condition(() => !self.replan || self.cancelled !== null); // BAK-38: the new plan is part of the answer
          return { revision: await self.recorder.recorded() };
        }),
      { validator: (message: A) => refusing(() => check(message)) },
    );

  act(
    updates.completeTask,
    (a) => checkCompletion(self, a),
    (a) => complete(self, a),
  );
  act(
    updates.assignTask,
    (a) => void openTaskOf(self, a.taskId),
    (a) => assign(self, a),
  );
  act(
    updates.requestChange,
    (a) => checkRequest(self, a),
    (a) => requestChange(self, a),
  );
  act(
    updates.refreshPreview,
    (a) => checkDecision(self, { ...a, decision: 'reject' }),
    (a) => refreshPreview(self, a),
  );
  act(
    updates.decideChange,
    (a) => checkDecision(self, a),
    (a) => decideChange(self, a),
  );
  act(
    updates.confirmDetails,
    ({ correctionId }) => mustBe(self, correctionId ? mayBeCorrected(self.state) : isUnderWay(self.state), 'BAK-45'),
    (a) => confirmDetails(self, a),
  );
  act(
    updates.cancel,
    (a) => checkCancel(self, a),
    (a) => cancel(self, a),
  );
  act(
    updates.recordPayment,
    (a) => checkPayment(self, a),
    (a) => pay(self, a),
  );
  act(
    updates.recordCost,
    () => mustBe(self, !isFinal(self.state), 'BAK-41'),
    (a) => cost(self, a),
  );
  act(
    updates.reportException,
    (a) => {
      mustBe(self, isUnderWay(self.state), 'BAK-58');
      checkReport(self, a);
    },
    (a) => reportException(self, a),
  );
  act(
    updates.chooseAlternative,
    (a) => checkAlternative(self, a),
    (a) => chooseAlternative(self, a.exceptionId, a.option),
  );
  act(
    updates.addPhoto,
    () => mustBe(self, !isFinal(self.state), 'BAK-50'),
    (a) => addPhoto(self, a),
  );
  act(
    updates.rate,
    () => checkRating(self),
    (a) => rate(self, a),
  );
  hearSignals(self);
}

function mustBe(self: Self, right: boolean, rule: string): void {
  if (!right) throw new Refusal('not-in-this-state', `The order is ${self.state}, which does not allow this.`, { rule });
}

function complete(self: Self, { taskId, by, choices, textId }: CompleteTask): void {
  const task = openTaskOf(self, taskId);
  if (task.row.kind === 'settle-balance') {
    const { amountFen, method } = choices as { amountFen: number; method: string };
    pay(self, { paymentId: `${taskId}/payment`, amountFen, method, receivedAt: self.now(), by, ...(textId && { textId }) });
    return; // the payment closes the task
  }
  answerTask(self, task, { by, at: self.now(), choices, ...(textId && { textId }) });
  if (isCall('details-unconfirmed')(task.row) && choices['reached'] === true) self.detailsConfirmed = true;
}

/**
 * BAK-45. Confirmed, or recipient and address corrected at once; a correction of date or content is a change request. Of a correction the
 * customer and the consultant who took the order hear: whoever made it may have been somebody else with the link.
 */
function confirmDetails(self: Self, { confirmed, correctionId, corrected = [], by }: ConfirmDetails): void {
  self.detailsConfirmed = confirmed || correctionId !== undefined;
  if (correctionId) self.recorder.correction(correctionId);
  self.recorder.event(
    'details.confirmed',
    { corrected: correctionId !== undefined, parts: [...corrected], plannedStartAt: self.plannedStartAt },
    { ruleId: 'BAK-45', actor: by, ...(correctionId && { textId: correctionId }) },
  );
  if (!correctionId) return;
  const what = { address: corrected.includes('address'), recipient: corrected.includes('recipient') };
  for (const to of ['customer', `staff:${self.input.takenBy}`])
    self.recorder.notice(to, 'details-corrected', what, { urgent: true, ruleId: 'BAK-45' });
}

const decidesAlone = (by: Actor): boolean => by.roles?.includes('store-manager') === true;

function checkCancel(self: Self, { cause, refundFen, by }: Cancel): void {
  mustBe(self, mayBeCancelled(self), 'BAK-39');
  if (refundFen !== undefined && !decidesAlone(by)) throw bad('/refundFen', 'The amount is the store manager’s to decide.', 'BAK-40');
  checkDecidedRefund(self, cause, refundFen, '/refundFen');
}

/** BAK-39. The sales consultant asks, the store manager decides; the manager's own word is the decision. */
function cancel(self: Self, { cause, refundFen, by, textId }: Cancel): void {
  if (!decidesAlone(by)) return askToCancel(self, cause, by, textId);
  cancelNow(self, { cause, by, ...(textId && { textId }), ...(refundFen !== undefined && { refundFen }) });
}

function checkPayment(self: Self, { amountFen }: RecordPayment): void {
  mustBe(self, self.state !== 'cancelled' && self.state !== 'declined' && self.state !== 'closed', 'BAK-32');
  if (amountFen > outstandingOf(self)) {
    const detail = `More than is owed: ${outstandingOf(self)} fen are outstanding.`;
    throw new Refusal('invalid-request', detail, { rule: 'BAK-32', errors: [{ pointer: '/amountFen', detail }] });
  }
}

/** BAK-31, BAK-77. Money in; the balance task closes by itself when nothing is owed. */
function pay(self: Self, { paymentId, amountFen, method, receivedAt, by, textId }: RecordPayment): void {
  self.receivedFen += amountFen;
  self.recorder.payment({ id: paymentId, direction: 'in', amountFen, method, receivedAt, by, ...(textId && { textId }) });
  self.recorder.event('payment.received', { amountFen, method }, { ruleId: 'BAK-32', actor: by });
  if (outstandingOf(self) <= 0) closeByFact(self, 'settle-balance', { amountFen, method }, by);
}

/**
 * BAK-41. Only costs that have really arisen; the ledger is frozen by the end of the order. Waste is a part of the ingredients issued
 * (BAK-92) and none of the customer's: it is on record and not deducted.
 */
function cost(self: Self, { costId, cost: what, amountFen, by }: RecordCost): void {
  if (what !== 'waste') self.costsFen += amountFen;
  self.recorder.cost({ id: costId, cost: what, amountFen, at: self.now(), by });
  self.recorder.event('cost.recorded', { cost: what, amountFen }, { ruleId: 'BAK-41', actor: by });
}

function reportException(self: Self, { exceptionId, type, foundAt, item, photoId, by, textId }: ReportException): void {
  report(self, { id: exceptionId, type, foundAt, by, ...(item && { item }), ...(photoId && { photoId }), ...(textId && { textId }) });
}

function checkAlternative(self: Self, { exceptionId }: ChooseAlternative): void {
  const exception = self.exceptions.get(exceptionId);
  if (!exception) throw new Refusal('no-such-exception', 'This order has no such exception.');
  if (exception.state !== 'open' || self.alternatives.has(exceptionId)) {
    throw new Refusal('already-answered', 'The alternatives were answered, or are no longer needed.', { rule: 'BAK-60' });
  }
}

/** BAK-50. On file with its step; a photo of a key step of the product counts for its day (BAK-49). */
function addPhoto(self: Self, { photoId, step, takenAt, by }: AddPhoto): void {
  if (self.photos.has(photoId)) return;
  self.photos.set(photoId, { step, takenAt });
  self.recorder.event('photo.added', { photo: photoId, step }, { ruleId: 'BAK-50', actor: by });
  countPhoto(self, step, by);
}

function checkRating(self: Self): void {
  mustBe(self, self.deliveredAt !== null, 'BAK-82');
  const closes = momentOf(self, 'rating-close');
  if (closes && self.now() > closes.at) throw new Refusal('not-in-this-state', 'The time for a rating is over.', { rule: 'BAK-82' });
  if (self.rated !== null) throw new Refusal('already-answered', 'This order has been rated.', { rule: 'BAK-82' });
}

function rate(self: Self, { score, by, textId }: Rate): void {
  self.rated = score;
  self.recorder.event('order.rated', { score, source: by.kind }, { ruleId: 'BAK-82', actor: by, ...(textId && { textId }) });
}
