import type { Actor, TaskRow } from '../../src/contracts/order';
import type { AnswerOf } from '../../src/contracts/tasks';
import type { TaskKind } from '../../src/domain/rulebook/tasks';
import type { Process } from './process';

/** A task's answer with who and when. */
export interface Answered<K extends TaskKind> {
  readonly choices: AnswerOf<K>;
  readonly by: Actor;
  readonly at: number;
  readonly textId?: string;
}

/** A task under way: its row, and how to take its clocks back. */
export interface LiveTask {
  row: TaskRow;
  /** Takes back every reminder and deadline. */
  silence: () => void;
  /** What a breach does beside climbing the ladder. */
  readonly onLate?: () => void;
  /** Votes it needs before it closes (BAK-81); absent where the first answer counts. */
  readonly quorum?: number;
  /** What its answer does, where the story does not wait for it. */
  readonly onDone?: (answer: Answered<TaskKind>) => void;
}

/** Changes a task's row on record. */
export function update(process: Process, task: LiveTask, patch: Partial<TaskRow>): void {
  task.row = { ...task.row, ...patch };
  process.recorder.task(task.row);
}
