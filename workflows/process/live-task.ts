import type { Actor } from '../../src/base/actor';
import type { RowOf, TaskRow } from '../../src/process/process.messages';
import type { AnswerOf, ContextOf } from '../../src/process/tasks/tasks.rules';
import type { TaskKind } from '../../src/process/tasks/tasks.rules';
import type { Recorder } from './recorder';

/** A task's answer with who and when. */
export interface Answered<K extends TaskKind> {
  readonly choices: AnswerOf<K>;
  readonly by: Actor;
  readonly at: number;
  readonly textId?: string;
}

/** A step of the ladder that lies ahead: rung 1 is the breach itself. */
export interface Climb {
  readonly at: number;
  readonly rung: number;
}

/** What of a task rings next. Instants are epoch ms of shop time. */
export interface Clocks {
  readonly remindAt: readonly number[];
  /** Reminded again and again, `ms` apart, counted from `since`. */
  readonly every?: { readonly ms: number; readonly since: number } | undefined;
  readonly climb?: Climb | undefined;
}

/** A task under way: its row, and its clocks. */
export interface LiveTask {
  row: TaskRow;
  clocks: Clocks;
  /** Takes back every reminder and deadline. */
  silence: () => void;
  /** From when on all that lies ahead has not come nearer, for the clock stands; null while it runs. */
  standsFrom: number | null;
  /** What the story has asked it with; a task that the run before left has none until the story of this run asks for it again. */
  hearing: TaskHearing;
  /** The run before left it open, and the story of this run has not asked for it yet. */
  isLeft: boolean;
}

/** What a task does beside waiting for its answer. */
export interface TaskHearing {
  /** What a breach does beside climbing the ladder. */
  readonly onLate?: () => void;
  /** Votes it needs before it closes (BAK-81); absent where the first answer counts. */
  readonly quorum?: number;
  /** What its answer does, where the story does not wait for it. */
  readonly onDone?: (answer: Answered<TaskKind>) => void;
}

/** A task under way of this kind. */
export interface LiveTaskOf<K extends TaskKind> extends Omit<LiveTask, 'row'> {
  row: RowOf<K>;
}
/** Whether a row is one of this kind. */
export const isOf = <K extends TaskKind>(row: TaskRow, kind: K): row is RowOf<K> => row.kind === kind;

/** A task whose clocks are not set. */
export const unset = (row: TaskRow): LiveTask => ({
  row,
  clocks: { remindAt: [] },
  silence: () => undefined,
  standsFrom: row.pausedSince,
  hearing: {},
  isLeft: false,
});

/** Of a process, what keeps its tasks' rows; and its clock. */
interface Keeping {
  readonly recorder: Pick<Recorder, 'task'>;
}
interface Timed {
  readonly now: () => number;
}

/** Changes a task's row on record. */
export function update(process: Keeping, task: LiveTask, patch: Partial<TaskRow>): void {
  task.row = { ...task.row, ...patch };
  process.recorder.task(task.row);
}

/** What a task is about has changed. */
export function retell<K extends TaskKind>(process: Keeping, task: LiveTaskOf<K>, news: Partial<ContextOf<K>>): void {
  update(process, task, { context: { ...task.row.context, ...news } });
}

/** When it is raised next; null while its clock stands, and where nobody is left to be told. */
export const rungAhead = ({ row, clocks: { climb } }: LiveTask): number | null => (row.pausedSince === null ? (climb?.at ?? null) : null);

/** A pause is over, because the clock goes on or the task is closed: its deadline is later by the time it stood. */
export function endPause(process: Keeping & Timed, task: LiveTask): void {
  const { pausedSince, pausedMs } = task.row;
  if (pausedSince === null) return;
  shift(process, task);
  task.standsFrom = null;
  task.row = { ...task.row, pausedSince: null, pausedMs: pausedMs + process.now() - pausedSince };
  update(process, task, { nextRungAt: rungAhead(task) });
}

/** Moves deadline, reminders and ladder on by the time the clock has stood since they were last set. */
export function shift({ now }: Timed, task: LiveTask): void {
  const ms = now() - (task.standsFrom ?? now());
  const { dueAt, firstDueAt, reason } = task.row;
  const { remindAt, every, climb } = task.clocks;
  const later = (at: number | null): number | null => (at === null ? null : at + ms);
  task.standsFrom = now();
  task.row = {
    ...task.row,
    dueAt: later(dueAt),
    firstDueAt: later(firstDueAt),
    reason: reason && { ...reason, pausedMs: (reason.pausedMs ?? 0) + ms },
  };
  task.clocks = {
    remindAt: remindAt.map((at) => at + ms),
    every: every && { ...every, since: every.since + ms },
    climb: climb && { ...climb, at: climb.at + ms },
  };
}
