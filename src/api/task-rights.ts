import { Refusal } from '../domain/errors';
import type { Role } from '../domain/roles';
import { TASKS } from '../domain/rulebook/tasks';
import type { TaskRecord } from '../db/task-read.repository';

export interface Answerer {
  readonly id: string;
  readonly roles: readonly Role[];
  /** Absent people the caller stands in for. */
  readonly deputyFor: readonly { readonly id: string; readonly roles: readonly Role[] }[];
}

/** The roles a task has climbed to (BAK-03): as many rungs of its ladder as it is late. */
const raisedTo = (task: Pick<TaskRecord, 'kind' | 'rung'>): readonly Role[] => TASKS[task.kind].ladder.slice(0, task.rung);

/** Who may answer a task: its role, its assignee, a deputy of either, or whoever it was raised to. */
export function mayAnswer(task: Pick<TaskRecord, 'kind' | 'role' | 'rung' | 'assignee'>, who: Answerer): boolean {
  const allowed = [task.role, ...raisedTo(task)];
  const holds = (person: { readonly id: string; readonly roles: readonly Role[] }): boolean =>
    task.assignee === person.id || person.roles.some((role) => allowed.includes(role));
  return holds(who) || who.deputyFor.some(holds);
}

/** @throws {Refusal} `not-allowed`, naming the roles that would do. */
export function assertMayAnswer(task: Pick<TaskRecord, 'kind' | 'role' | 'rung' | 'assignee'>, who: Answerer): void {
  if (mayAnswer(task, who)) return;
  throw new Refusal('not-allowed', `This task is for: ${[task.role, ...raisedTo(task)].join(', ')}, its assignee, or a deputy.`, {
    rule: 'BAK-04',
  });
}

/** Who may hand a task to somebody else: whoever leads its role, or the shop. */
export function assertMayReassign(task: Pick<TaskRecord, 'kind'>, who: Answerer): void {
  const leaders: readonly Role[] = [...new Set<Role>([...TASKS[task.kind].ladder, 'store-manager'])];
  if (who.roles.some((role) => leaders.includes(role))) return;
  throw new Refusal('not-allowed', `Reassigning this task needs one of the roles: ${leaders.join(', ')}.`, { rule: 'BAK-04' });
}
