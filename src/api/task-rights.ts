import type { StaffRecord } from '../db/staff-read.repository';
import type { TaskRecord } from '../db/task-read.repository';
import { Refusal } from '../domain/errors';
import type { Role } from '../domain/roles';
import { isForMembersOnly, rolesOf, TASKS, type TaskKind } from '../domain/rulebook/tasks';
import type { Services } from './services';
import { invalid } from './zod-problem';

interface Person {
  readonly id: string;
  readonly roles: readonly Role[];
}
export interface Answerer extends Person {
  /** Absent people the caller stands in for. */
  readonly deputyFor: readonly Person[];
}
type Rights = Pick<TaskRecord, 'kind' | 'role' | 'rung' | 'assignee'>;

const ruleOf = (kind: TaskKind): string => (isForMembersOnly(kind) ? 'BAK-81' : 'BAK-04');
/** Whether somebody is such a person, or stands in for one. */
const standsFor = (who: Answerer, such: (person: Person) => boolean): boolean => such(who) || who.deputyFor.some(such);

/** A member of staff as the rules about tasks see them at shop time `now`. */
export const answererOf = async (services: Services, { id, roles, storeId }: StaffRecord, now: number): Promise<Answerer> => ({
  id,
  roles,
  deputyFor: await services.people.deputyFor(storeId, id, now),
});

/** Whether somebody holds a role, or stands in for an absent person who does. */
export const holds = (who: Answerer, role: Role): boolean => standsFor(who, ({ roles }) => roles.includes(role));

/** Who may answer a task: its role, its assignee, a deputy of either, or whoever it was raised to. A committee's vote is its members' alone. */
export function mayAnswer(task: Rights, who: Answerer): boolean {
  const allowed = rolesOf(task, task.rung);
  const isNamed = (id: string): boolean => task.assignee === id && !isForMembersOnly(task.kind);
  return standsFor(who, ({ id, roles }) => isNamed(id) || roles.some((role) => allowed.includes(role)));
}

/** @throws {Refusal} `not-allowed`, naming the roles that would do. */
export function assertMayAnswer(task: Rights, who: Answerer): void {
  if (mayAnswer(task, who)) return;
  const others = isForMembersOnly(task.kind) ? 'or a deputy' : 'its assignee, or a deputy';
  throw new Refusal('not-allowed', `This task is for: ${rolesOf(task, task.rung).join(', ')}, ${others}.`, { rule: ruleOf(task.kind) });
}

/** Who may hand a task to somebody else: whoever leads its role, or the shop. */
export function assertMayReassign(task: Pick<TaskRecord, 'kind'>, who: Answerer): void {
  const leaders: readonly Role[] = [...new Set<Role>([...TASKS[task.kind].ladder, 'store-manager'])];
  if (who.roles.some((role) => leaders.includes(role))) return;
  throw new Refusal('not-allowed', `Reassigning this task needs one of the roles: ${leaders.join(', ')}.`, { rule: 'BAK-04' });
}

/**
 * Being named for a task lends nobody a role: the new person holds the task's role or one of its ladder, or stands in for somebody who does.
 * @throws {Refusal} `invalid-request` at `/to`.
 */
export function assertMayBeGiven(task: Pick<TaskRecord, 'kind' | 'role'>, to: Answerer): void {
  const fit = rolesOf(task);
  if (standsFor(to, ({ roles }) => roles.some((role) => fit.includes(role)))) return;
  throw invalid([{ pointer: '/to', detail: `Must hold one of the roles: ${fit.join(', ')}`, rule: ruleOf(task.kind) }]);
}
