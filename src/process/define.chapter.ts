import type { PartyKind } from '../base/actor';
import { defineActs, type ActMessages, type ActRows } from './acts.messages';
import { defineLetters } from './outbox/register.letters';
import type { Letter } from './outbox/letter.letters';
import { defineParties } from './parties.rules';
import { PROCESS_LETTERS } from './process.letters';
import { PROCESS_TASKS } from './process.tasks';
import { defineRows, type RowKind, type RowName, type Rows } from './record/rows.messages';
import { TASK_ACTS } from './task-acts.messages';
import { defineTasks, type TaskRule } from './tasks/tasks.rules';

/** What a regulation brings to the house, its pure half: the part that workflows and the API know alike. */
export interface Chapter {
  /** The name of its folders. */
  readonly name: string;
  readonly acts?: Partial<ActRows<ActMessages>>;
  readonly tasks?: Readonly<Record<string, TaskRule>>;
  readonly letters?: Readonly<Record<string, Letter>>;
  /** Kinds of people outside the shop who act by link. */
  readonly parties?: readonly PartyKind[];
  readonly rows?: { readonly [K in RowName]?: RowKind<Rows[K]> };
}

/** Opens a chapter: from here on what every process can do knows its rows. Opening it again does nothing. @throws when a name is taken. */
export function defineChapter({ acts = {}, tasks = {}, letters = {}, rows = {}, parties = [] }: Chapter): void {
  defineActs(acts);
  defineTasks(tasks);
  defineLetters(letters);
  defineRows(rows);
  defineParties(parties);
}

defineChapter({ name: 'process', acts: TASK_ACTS, tasks: PROCESS_TASKS, letters: PROCESS_LETTERS, parties: ['customer'] });
