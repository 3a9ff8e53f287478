import type { TaskAnswer, TaskRow } from '../../src/process/process.messages';
import type { WallClock } from '../../src/base/rule';
import type { LiveTask } from './live-task';
import type { OneAtATime, Turns } from './one-at-a-time';
import type { Recorder } from './recorder';
import type { Timers } from './timers';

/**
 * Anything with a number, a clock, a record and tasks: an order, the search for a supplier, the repair of an order. Its story adds a state of
 * its own; what a process can do (ask people, raise what is late, tell, record, hear acts) stands in this folder and knows no story.
 */
export interface Process {
  /** Its tasks are numbered after this. */
  readonly number: string;
  readonly now: () => number;
  /** What forbids an act, by the name of its Update: each throws what the act would be refused with. `hear` fills it. */
  readonly checks: Map<string, (message: unknown) => void>;
  readonly timers: Timers;
  readonly recorder: Recorder;
  /** For the local activities of the story. */
  readonly oneAtATime: OneAtATime;
  /** No local activity of the story is under way or waits for its turn. */
  readonly isStill: Turns['isStill'];
  /** BAK-03. How long a late task waits on one rung of its ladder. */
  readonly nextRung: WallClock;
  readonly tasks: Map<string, LiveTask>;
  taskCount: number;
  /** Acts accepted: a run of Temporal takes so many and no more. */
  actCount: number;
  /** Epoch ms of shop time. */
  readonly openedAt: number;
  /** This run continues another, and its story does not stand yet where that one stood. */
  isSettlingIn: boolean;
  /** What an answer of any of its tasks does beside closing it. */
  readonly onAnswer?: (row: TaskRow, answer: TaskAnswer) => void;
}

/** Rows of the tasks that wait for an answer. */
export const openTasks = ({ tasks }: Pick<Process, 'tasks'>): TaskRow[] =>
  [...tasks.values()].map((task) => task.row).filter((row) => row.state === 'open');

/** The next deadline of the open tasks whose clock does not stand still. */
export function nextDue(process: Pick<Process, 'tasks'>): number | null {
  const dues = openTasks(process).flatMap(({ dueAt, pausedSince }) => (pausedSince === null ? (dueAt ?? []) : []));
  return dues.length > 0 ? Math.min(...dues) : null;
}
