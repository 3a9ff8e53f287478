import type { Position } from '../../base/departments';
import type { Role } from '../../base/roles';
import { createRegister } from '../../base/register';

/** The answer of each kind of task as its process sees it: choices, ids, instants (epoch ms), amounts; a chapter adds its own. Free text goes to Postgres. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- chapters add to it
export interface TaskAnswers {}
/** The name of a kind, as it stands on its rows. */
export type TaskKind = keyof TaskAnswers;
export type AnswerOf<K extends TaskKind> = TaskAnswers[K];

/** One kind of human step. A row says all there is to say of it but its answer's form. */
export interface TaskRule {
  readonly role: Role;
  /** The rungs above the owner, nearest first (BAK-03: at most two hops). */
  readonly ladder: readonly Position[];
  /** Told of the breach beside the first rung (Index E, "on breach"). */
  readonly alsoTell?: readonly Role[];
  readonly ruleIds: readonly [string, ...string[]];
  readonly zh: string;
  readonly en: string;
  /** BAK-09. The step whose person it belongs to, where the process names people for its steps. */
  readonly step?: string;
  /** The moments of the plan by which it is due and reminded of: it moves when the plan moves (BAK-38). */
  readonly dueBy?: { readonly due: string; readonly remind?: string };
  /** Which field of its answer names a photo, and what that photo proves. */
  readonly photos?: Readonly<Record<string, string>>;
  /** Yes and no from Temporal UI, in the words of its answer; a step without them is answered in the inbox. */
  readonly yesNo?: readonly [yes: Readonly<Record<string, unknown>>, no: Readonly<Record<string, unknown>>];
  /** BAK-81. Only who holds its role answers, whoever else was named or hears that it is late. */
  readonly membersOnly?: true;
  /** BAK-25. The customer answers it too, by link. */
  readonly forCustomers?: true;
}

const kinds = createRegister<TaskRule>('task');

/** Brings a chapter's kinds of task to the house. @throws when another chapter has one of that name. */
export const defineTasks = (rows: Readonly<Record<string, TaskRule>>): void => kinds.add(rows);
/** What the row of a kind says. @throws for a kind that no chapter has. */
export const taskRule = (kind: TaskKind): TaskRule => kinds.get(kind);
export const isTaskKind = (x: unknown): x is TaskKind => kinds.has(x);
export const taskKinds = (): readonly TaskKind[] => kinds.names() as TaskKind[];
