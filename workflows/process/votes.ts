import type { Actor } from '../../src/base/actor';
import type { TaskRow } from '../../src/process/process.messages';
import type { AnswerOf } from '../../src/process/tasks/tasks.rules';
import { Refusal } from '../../src/base/refusals';
import type { TaskKind } from '../../src/process/tasks/tasks.rules';
import { openTask, type HumanTaskOptions } from './human-task';
import type { Process } from './process';

/** The kinds of task that are answered by votes. */
type VoteKind = { [K in TaskKind]: AnswerOf<K> extends { readonly vote: string } ? K : never }[TaskKind];
export type VoteOf<K extends VoteKind> = AnswerOf<K>['vote'];

export interface VoteOptions<K extends VoteKind> extends Omit<HumanTaskOptions<K>, 'onDone'> {
  /** Members who have to vote before it is decided. */
  readonly quorum: number;
  /** What is decided when no choice leads. */
  readonly onTie: VoteOf<K>;
}

/** Puts a question to the members of a task's role; resolves when a quorum has decided. It stays open, and late, until then. */
export async function takeVote<K extends VoteKind>(process: Process, kind: K, options: VoteOptions<K>): Promise<VoteOf<K>> {
  const task = openTask(process, kind, options);
  await task.answered();
  const ballots = process.tasks.get(task.id)?.row.answers ?? [];
  return winnerOf<VoteOf<K>>(
    ballots.map(({ choices }) => (choices as unknown as AnswerOf<K>).vote),
    options.onTie,
  );
}

/** The choice with most votes, `onTie` when none leads. */
export function winnerOf<V extends string>(votes: readonly V[], onTie: V): V {
  const count = (choice: V): number => votes.filter((vote) => vote === choice).length;
  const most = Math.max(...votes.map(count));
  const [leading, another] = new Set(votes.filter((choice) => count(choice) === most));
  return leading === undefined || another !== undefined ? onTie : leading;
}

/** A member has one voice, and it stands. @throws {Refusal} `already-answered`. */
export function mustNotHaveVoted({ answers, ruleIds }: Pick<TaskRow, 'answers' | 'ruleIds'>, by: Actor): void {
  if (answers.some((answer) => answer.by.id === by.id))
    throw new Refusal('already-answered', { code: 'voted-already' }, { rule: ruleIds[0] ?? 'BAK-09' });
}
