import {
  ChildWorkflowFailure,
  condition,
  isCancellation,
  ParentClosePolicy,
  startChild,
  type ChildWorkflowHandle,
} from '@temporalio/workflow';
import { SOURCING_WORKFLOW, sourcingWorkflowId } from '../../src/purchasing/names.messages';
import type { Actor } from '../../src/base/actor';
import type { HandContact, SourcingInput, SourcingOutcome } from '../../src/purchasing/sourcing.messages';
import type { TaskRow } from '../../src/process/process.messages';
import type { AnswerOf } from '../../src/process/tasks/tasks.rules';
import { toMs } from '../../src/base/rule';
import { openTask, withdrawTasks, within } from '../process/human-task';
import { isOf } from '../process/live-task';
import { askToCancel } from './cancellation';
import { hasSteppedIn, stepIn } from './escalation';
import { closeException, type Problem } from '../orders/exception-record';
import { beside } from '../orders/header';
import type { Self } from './self';
import { chosen, searchBegun, searchEnded, sourced } from './shortage-state';
import { isCall, telephone } from '../orders/telephone';

/**
 * BAK-58…60. The supervisor owns it and has 4 h; a child workflow asks the backup suppliers in order, and at the same time the customer
 * is told of the alternatives. What the supervisor hears by telephone counts like an answer by link, and a promise ends the search. When
 * every supplier declines, the store manager steps in.
 */
export async function resolveShortage(self: Self, problem: Problem): Promise<void> {
  const isDry = hasSteppedIn(self, problem); // in the run before, when the search had found nobody
  const search = isDry ? null : beginSearch(self, problem);
  const silence = offerAlternatives(self, problem, isDry);
  try {
    if (search && (await search())) return;
    await stepIn(self, problem);
  } finally {
    silence();
    // what the customer has chosen stays the consultant's to settle
    const isUnanswered = isCall('alternatives', problem.id);
    withdrawTasks(self, 'shortage-settled', (row) => isContact(row, problem) || isUnanswered(row));
  }
}

const isContact = (row: TaskRow, { id }: Problem): boolean => isOf(row, 'contact-supplier') && row.context.exception === id;

/** BAK-59. Asks the supervisor; what it answers with asks the suppliers, and says whether one has promised. */
function beginSearch(self: Self, problem: Problem): () => Promise<boolean> {
  const item = problem.item ?? '';
  const due = within(self, self.rules.backupSupplier, 'reportedAt', 'BAK-59');
  const heard: { byHand: HandContact | null } = { byHand: null };
  openTask(self, 'contact-supplier', {
    due,
    remindAt: [self.now() + toMs(self.rules.backupSupplierRemind)],
    context: { exception: problem.id, item },
    onDone: ({ by, choices }) => {
      const { result, supplier, promisedAt } = choices as AnswerOf<'contact-supplier'>;
      heard.byHand = { supplierId: supplier, available: result === 'promised', promisedAt: promisedAt ?? null, by };
    },
  });
  return async () => {
    const outcome = await source(self, { ...problem, item }, due.at, () => heard.byHand);
    const supplierId = outcome.supplierId ?? (heard.byHand?.available ? heard.byHand.supplierId : null); // heard while the search ended
    if (supplierId) {
      sourced(self, problem.id, { supplierId, item });
      self.recorder.event('shortage.sourced', { exception: problem.id, ...outcome, supplierId }, { ruleId: 'BAK-59' });
      closeException(self, (row) => row.id === problem.id, 'sourced');
      return true;
    }
    self.recorder.event('sourcing.dry', { exception: problem.id, asked: outcome.asked }, { ruleId: 'BAK-59' });
    withdrawTasks(self, 'no-supplier', (row) => isContact(row, problem));
    return false;
  };
}

/** BAK-59. The search is a life of its own, so it is a child; cancelling the order cancels it and its suppliers are told. */
async function source(
  self: Self,
  problem: Problem & { item: string },
  dueAt: number,
  byHand: () => HandContact | null,
): Promise<SourcingOutcome> {
  const input: SourcingInput = {
    orderNumber: self.input.number,
    storeId: self.input.storeId,
    exceptionId: problem.id,
    item: problem.item,
    startedAt: self.now(),
    clock: self.input.clock,
    dueAt,
    nextRung: self.rules.nextRung,
    ...(self.input.resume && { after: self.input.resume.after }),
  };
  searchBegun(self);
  try {
    const search = await startChild<(input: SourcingInput) => Promise<SourcingOutcome>>(SOURCING_WORKFLOW, {
      workflowId: sourcingWorkflowId(problem.id),
      args: [input],
      parentClosePolicy: ParentClosePolicy.REQUEST_CANCEL,
      staticSummary: `寻源 ${problem.item} · 订单 ${self.input.number} (BAK-59)`,
    });
    beside(self, () => passOn(search, byHand));
    return await search.result();
  } catch (error) {
    if (isCancellation(error) || !(error instanceof ChildWorkflowFailure)) throw error;
    return { supplierId: null, promisedAt: null, asked: 0 };
  } finally {
    searchEnded(self);
  }
}

/** BAK-59. Tells the search what the supervisor heard; a search that has just ended needs it no more. */
async function passOn(search: ChildWorkflowHandle<() => Promise<SourcingOutcome>>, byHand: () => HandContact | null): Promise<void> {
  await condition(() => byHand() !== null);
  await search.signal('contactedByHand', byHand()).catch(() => undefined);
}

/**
 * BAK-60. The customer hears the alternatives at once; no reply in 12 h means a telephone call, a refusal of all a store-side cancellation.
 * `isOffered`: the run before has told them.
 */
function offerAlternatives(self: Self, problem: Problem, isOffered: boolean): () => void {
  const offeredAt = isOffered ? (self.exceptions.reported.get(problem.id)?.reportedAt ?? 0) : self.now();
  const replyBy = offeredAt + toMs(self.rules.alternativeReply);
  if (!isOffered)
    self.recorder.notice('customer', 'alternatives', { exception: problem.id, item: problem.item }, { urgent: true, ruleId: 'BAK-60' });
  else if (replyBy <= self.takenUp.leftAt) return () => undefined;
  return self.timers.set(replyBy, 'BAK-60 no reply to the alternatives', () => {
    if (!self.shortages.chosen.has(problem.id)) telephone(self, 'alternatives', { exception: problem.id });
  });
}

/**
 * BAK-60. The customer's choice: the sales consultant settles its particulars and asks for the change, which is exempt from the window;
 * refusing everything asks the store manager to cancel for a store-side cause (BAK-39).
 */
export function chooseAlternative(self: Self, exceptionId: string, option: string | null): void {
  const by: Actor = { kind: 'customer', via: 'link' };
  chosen(self, exceptionId, option);
  self.recorder.event('alternative.chosen', { exception: exceptionId, refused: option === null, option }, { ruleId: 'BAK-60', actor: by });
  if (option === null) askToCancel(self, 'store', by);
  else telephone(self, 'alternative-chosen', { exception: exceptionId, option });
}
