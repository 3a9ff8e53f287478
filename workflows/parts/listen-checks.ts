import type { CompleteTask, ReportException } from '../../src/contracts/order';
import { Refusal } from '../../src/domain/errors';
import { checkAnswer } from './answer-checks';
import { checkProof, endOf } from './proofs';
import { bad } from './refusing';
import type { LiveTask, Self } from './self';

/** @throws {Refusal} `no-such-task`, or `already-answered` naming the first answer's who and when. */
export function openTaskOf(self: Pick<Self, 'tasks'>, taskId: string): LiveTask {
  const task = self.tasks.get(taskId);
  if (!task) throw new Refusal('no-such-task', 'This order has no such task.');
  const first = task.row.answers[0];
  if (task.row.state === 'done') {
    const who = first?.by.id ?? first?.by.kind ?? 'the order';
    throw new Refusal('already-answered', `Answered by ${who} at ${new Date(task.row.closedAt ?? 0).toISOString()}.`, {
      rule: task.row.ruleIds[0] ?? 'BAK-09',
    });
  }
  if (task.row.state === 'withdrawn') throw new Refusal('not-in-this-state', 'The task was withdrawn; the order has moved on.');
  return task;
}

/** Everything that may forbid an answer, for updates and signals alike. */
export function checkCompletion(self: Self, { taskId, by, choices }: CompleteTask): void {
  const { row } = openTaskOf(self, taskId);
  if (row.answers.some((answer) => answer.by.id === by.id))
    throw new Refusal('already-answered', 'You have voted already.', { rule: 'BAK-81' });
  checkAnswer(self, row, choices);
}

/**
 * BAK-58. Whoever signed the task sheet has met nothing in this work before. BAK-76: a problem at receipt is shown. @throws {Refusal} naming
 * `foundAt` or `photoId`.
 */
export function checkReport(self: Self, { type, foundAt, photoId, by }: ReportException): void {
  if (type === 'receipt-problem')
    checkProof(self, photoId, { step: 'receipt-problem', since: endOf(self, 'packing-checklist'), pointer: '/photoId' });
  const signed = [...self.tasks.values()].find(({ row }) => row.kind === 'sign-task-sheet' && row.answers[0]?.by.id === by.id)?.row;
  if (!signed?.closedAt || foundAt >= signed.closedAt) return;
  throw bad('/foundAt', `Lies before you signed the task sheet, at ${new Date(signed.closedAt).toISOString()}.`, 'BAK-58');
}
