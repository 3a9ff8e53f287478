import type { AssignTask, CompleteTask, TaskAnswer } from '../../src/process/process.messages';
import { Refusal, type Answered } from '../../src/base/refusals';
import { taskRule } from '../../src/process/tasks/tasks.rules';
import { assertMayAnswer, assertMayReassign, type Answerer } from '../../src/process/tasks/task-rights.rules';
import type { LiveTask } from './live-task';
import type { Process } from './process';

/** An act that would leave everything as it is. @throws {Refusal} `already-answered`. */
export function mustBeNew(isNew: boolean, code: 'on-record' | 'task-is-nobodys' | 'task-is-theirs', rule: string): void {
  if (!isNew) throw new Refusal('already-answered', { code }, { rule });
}

const answeredOf = ({ by, at, choices }: TaskAnswer): Answered => ({ by: { id: by.id ?? by.kind }, at, choices });

/** @throws {Refusal} `no-such-task`, or `already-answered` naming the first answer's who and when. */
export function openTaskOf(process: Pick<Process, 'tasks'>, taskId: string): LiveTask {
  const task = process.tasks.get(taskId);
  if (!task) throw new Refusal('no-such-task', { code: 'no-task-of-order' });
  const first = task.row.answers[0];
  if (task.row.state === 'done') {
    throw new Refusal(
      'already-answered',
      { code: 'answered-already' },
      { rule: task.row.ruleIds[0] ?? 'BAK-09', ...(first && { answered: answeredOf(first) }) },
    );
  }
  if (task.row.state === 'withdrawn') throw new Refusal('not-in-this-state', { code: 'task-withdrawn' });
  return task;
}

type OnTask = Pick<CompleteTask, 'by' | 'deputyFor'>;
/** Who acts, as the rules about tasks see them. */
export const answererOf = ({ by, deputyFor = [] }: OnTask): Answerer => ({ id: by.id ?? '', roles: by.roles ?? [], deputyFor });

/** BAK-04, BAK-25. @throws {Refusal} `not-allowed`. */
export function mustBeTheirs({ row }: LiveTask, act: OnTask): void {
  if (act.by.kind === 'staff') return assertMayAnswer(row, answererOf(act));
  if (act.by.kind === 'customer' && taskRule(row.kind).forCustomers) return;
  throw new Refusal('not-allowed', { code: 'act-is-for', params: { who: ['staff'] } }, { rule: 'BAK-04' });
}

/** BAK-09. Claimed by who may answer it, handed over by its assignee or who leads its role. */
export function checkAssignment(process: Pick<Process, 'tasks'>, { taskId, to, by, deputyFor }: AssignTask): void {
  const task = openTaskOf(process, taskId);
  const { assignee } = task.row;
  const who = answererOf({ by, ...(deputyFor && { deputyFor }) });
  if (assignee !== who.id) {
    if (to === who.id) assertMayAnswer(task.row, who);
    else assertMayReassign(task.row, who);
  }
  mustBeNew(to !== assignee, to === null ? 'task-is-nobodys' : 'task-is-theirs', 'BAK-09');
}
