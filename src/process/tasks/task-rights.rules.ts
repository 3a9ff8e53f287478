import { Refusal } from '../../base/refusals';
import type { Position } from '../../base/departments';
import type { Role } from '../../base/roles';
import { taskRule, type TaskKind } from './tasks.rules';

/** A member of staff as the rules about tasks see them. */
export interface Person {
  readonly id: string;
  /** The roles they hold, and the departments they lead. */
  readonly roles: readonly Position[];
}
export interface Answerer extends Person {
  /** Absent people the caller stands in for. */
  readonly deputyFor: readonly Person[];
}
/** What of a task says whose it is. */
interface Rights {
  readonly kind: TaskKind;
  readonly role: Role;
  readonly rung: number;
  readonly ladder: readonly Position[];
  readonly assignee: string | null;
}

const ruleOf = (kind: TaskKind): string => (taskRule(kind).membersOnly ? 'BAK-81' : 'BAK-04');
/**
 * BAK-03, BAK-04. The positions that may answer a task after `rung` rungs of its ladder; without a rung, all that it can climb to. An
 * exception's owner depends on its type.
 */
export const mayAnswerAs = ({ kind, role, ladder }: Pick<Rights, 'kind' | 'role' | 'ladder'>, rung?: number): readonly Position[] => [
  role,
  ...(taskRule(kind).membersOnly ? [] : ladder.slice(0, rung)),
];

/** Whether somebody is such a person, or stands in for one. */
const standsFor = (who: Answerer, such: (person: Person) => boolean): boolean => such(who) || who.deputyFor.some(such);

/** Whether somebody holds one of these positions, or stands in for an absent person who does. */
export const holdsOneOf = (who: Answerer, fit: readonly Position[]): boolean =>
  standsFor(who, ({ roles }) => roles.some((role) => fit.includes(role)));

/** The same of one role. */
export const holds = (who: Answerer, role: Role): boolean => holdsOneOf(who, [role]);

/** Who may answer a task: its role, its assignee, a deputy of either, or whoever it was raised to. A committee's vote is its members' alone. */
export function mayAnswer(task: Rights, who: Answerer): boolean {
  const allowed = mayAnswerAs(task, task.rung);
  const isNamed = (id: string): boolean => task.assignee === id && !taskRule(task.kind).membersOnly;
  return standsFor(who, ({ id, roles }) => isNamed(id) || roles.some((role) => allowed.includes(role)));
}

const leadersOf = ({ ladder }: Pick<Rights, 'ladder'>): readonly Position[] => [...new Set<Position>([...ladder, 'store-manager'])];

/** Whether somebody may hand a task that is another's to somebody else: whoever leads its role, or the shop. */
export const mayReassign = (task: Pick<Rights, 'ladder'>, { roles }: Person): boolean =>
  roles.some((role) => leadersOf(task).includes(role));

/** @throws {Refusal} `not-allowed`, naming the roles that would do. */
export function assertMayAnswer(task: Rights, who: Answerer): void {
  if (mayAnswer(task, who)) return;
  const code = taskRule(task.kind).membersOnly ? 'vote-is-for' : 'task-is-for';
  throw new Refusal('not-allowed', { code, params: { roles: mayAnswerAs(task, task.rung) } }, { rule: ruleOf(task.kind) });
}

/** @throws {Refusal} `not-allowed`, naming the roles that would do. */
export function assertMayReassign(task: Pick<Rights, 'ladder'>, who: Answerer): void {
  if (mayReassign(task, who)) return;
  throw new Refusal('not-allowed', { code: 'reassigning-needs-role', params: { roles: leadersOf(task) } }, { rule: 'BAK-04' });
}

/** Whether a task can be given to somebody: being named lends nobody a role, so they hold one of its own, or stand in for somebody who does. */
export const mayBeGiven = (task: Pick<Rights, 'kind' | 'role' | 'ladder'>, to: Answerer): boolean => holdsOneOf(to, mayAnswerAs(task));

/** @throws {Refusal} `invalid-request` at `/to`. */
export function assertMayBeGiven(task: Pick<Rights, 'kind' | 'role' | 'ladder'>, to: Answerer): void {
  if (mayBeGiven(task, to)) return;
  const fit = mayAnswerAs(task);
  throw new Refusal(
    'invalid-request',
    { code: 'lacks-roles', params: { roles: fit } },
    { rule: ruleOf(task.kind), errors: [{ pointer: '/to', code: 'lacks-roles', params: { roles: fit } }] },
  );
}
