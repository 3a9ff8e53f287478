import type { Position } from '../../base/departments';
import { read, type Reader } from '../../base/read';
import { Refusal } from '../../base/refusals';
import type { Role } from '../../base/roles';
import { createRegister } from '../../base/register';

/** The answer of each kind of task as its process sees it: choices, ids, instants (epoch ms), amounts; a chapter adds its own. Free text goes to Postgres. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- chapters add to it
export interface TaskAnswers {}
/** The name of a kind, as it stands on its rows. */
export type TaskKind = keyof TaskAnswers;
export type AnswerOf<K extends TaskKind> = TaskAnswers[K];

/**
 * What each kind of task is about: ids, choices, instants, amounts, which people are shown before they answer; a chapter adds its own. A kind
 * that is not here is about nothing but its process.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- chapters add to it
export interface TaskContext {}
export type ContextOf<K extends TaskKind> = K extends keyof TaskContext ? TaskContext[K] : Readonly<Record<string, never>>;

/** What the answers of a chapter's kinds are, as the readers on its rows have them. */
export type AnswersOf<Rows> = { readonly [K in keyof Rows]: Rows[K] extends { readonly answer: Reader<infer A> } ? A : never };

/**
 * One kind of human step. A row says all there is to say of it but its answer's form (`forms.ts`); it is pure, and enters the workflow
 * bundle.
 */
export interface TaskRule {
  readonly role: Role;
  /** The rungs above the owner, nearest first (BAK-03: at most two hops). */
  readonly ladder: readonly Position[];
  /** Told of the breach beside the first rung (Index E, "on breach"). */
  readonly alsoTell?: readonly Role[];
  readonly ruleIds: readonly [string, ...string[]];
  readonly zh: string;
  readonly en: string;
  /** What its process believes of an answer: its choices (`choices`), each of its type, and nothing else. The form asks for more. */
  readonly answer: Reader<unknown>;
  /** BAK-09. The step whose person it belongs to, where the process names people for its steps. */
  readonly step?: string;
  /** The bench of the shop at which it is worked: the board of that bench shows it. A step without one is answered in the inbox alone. */
  readonly bench?: string;
  /** The moments of the plan by which it is due and reminded of: it moves when the plan moves (BAK-38). */
  readonly dueBy?: { readonly due: string; readonly remind?: string };
  /** Which field of its answer names a photo, and what that photo proves. */
  readonly photos?: Readonly<Record<string, string>>;
  /** Which name of its context lists the steps that are photographed while it is open, beside what its answer names. */
  readonly photographed?: string;
  /** The steps whose photos settle it, though no field of its answer names them. */
  readonly settledByPhotos?: readonly string[];
  /** Yes and no from Temporal UI, in the words of its answer; a step without them is answered in the inbox. */
  readonly yesNo?: readonly [yes: Readonly<Record<string, unknown>>, no: Readonly<Record<string, unknown>>];
  /** BAK-81. Only who holds its role answers, whoever else was named or hears that it is late. */
  readonly membersOnly?: true;
  /** BAK-25. The customer answers it too, by link. */
  readonly forCustomers?: true;
  /** Several answer it: whether it takes one more, only its process can tell. */
  readonly votes?: true;
  /** Others wait for somebody's word: it is listed among the approvals, and given at once or not at all. */
  readonly decides?: true;
  /** Its answer names money that is paid, received or given back: it is given at once or not at all. */
  readonly movesMoney?: true;
  /** Names of its context by which open tasks of this kind are told apart; without any, a process has one at a time. */
  readonly about?: readonly string[];
  /** Whether anybody listens for an answer, by what the task is about; without it, always. */
  readonly takesAnswers?: (context: Readonly<Record<string, unknown>>) => boolean;
}

const kinds = createRegister<TaskRule>('task');

/** Brings a chapter's kinds of task to the house. @throws when another chapter has one of that name. */
export const defineTasks = (rows: Readonly<Record<string, TaskRule>>): void => kinds.add(rows);
/** What the row of a kind says. @throws for a kind that no chapter has. */
export const taskRule = (kind: TaskKind): TaskRule => kinds.get(kind);
/** Whether anybody listens for an answer to a task of a kind, by what it is about. */
export const takesAnswers = (kind: TaskKind, context: Readonly<Record<string, unknown>>): boolean =>
  taskRule(kind).takesAnswers?.(context) ?? true;
/** Whether an answer is given at once or not at all: a decision, a vote or money that waited on a device would be about what is past. */
export function isGivenAtOnce(kind: TaskKind): boolean {
  const { decides, votes, movesMoney } = taskRule(kind);
  return decides === true || votes === true || movesMoney === true;
}
export const isTaskKind = (x: unknown): x is TaskKind => kinds.has(x);
export const taskKinds = (): readonly TaskKind[] => kinds.names() as TaskKind[];
/** The kinds that are worked at one of these benches. */
export const taskKindsAt = (benches: readonly string[]): TaskKind[] =>
  taskKinds().filter((kind) => benches.includes(taskRule(kind).bench ?? ''));

/** @throws {Refusal} `invalid-request`, naming each field of the answer that is wrong, and the rule that the step is there for. */
export function readChoices<K extends TaskKind>(kind: K, x: unknown): AnswerOf<K> {
  const { answer: reader, ruleIds } = taskRule(kind);
  const answer = read(reader, x, '/answer');
  if (answer instanceof Refusal) throw new Refusal(answer.code, answer.why, { rule: ruleIds[0], ...answer.more });
  return answer as AnswerOf<K>;
}
