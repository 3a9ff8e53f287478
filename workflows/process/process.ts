import '../../src/process/define.chapter';
import { allHandlersFinished, CancellationScope, condition, defineQuery, isCancellation, setHandler } from '@temporalio/workflow';
import { BATCHES_AFTER } from '../../src/process/names.messages';
import type { ProcessRef, RecordBatch, Standing, TaskAnswer, TaskRow } from '../../src/process/process.messages';
import type { ShopClock } from '../../src/base/clock';
import type { WallClock } from '../../src/base/rule';
import type { LiveTask } from './live-task';
import { createTurns, type OneAtATime } from './one-at-a-time';
import { createRecorder, type Recorder, type RecorderOptions } from './recorder';
import { createTimers, nowIn, type Timers } from './timers';

/**
 * Anything with a number, a clock, a record and tasks: an order, the search for a supplier, the repair of an order. Its story adds a state of
 * its own; what a process can do (ask people, raise what is late, tell, record, hear acts) stands in this folder and knows no story.
 */
export interface Process {
  /** Its tasks are numbered after this. */
  readonly number: string;
  readonly now: () => number;
  readonly timers: Timers;
  readonly recorder: Recorder;
  /** For the local activities of the story. */
  readonly oneAtATime: OneAtATime;
  /** BAK-03. How long a late task waits on one rung of its ladder. */
  readonly nextRung: WallClock;
  readonly tasks: Map<string, LiveTask>;
  taskCount: number;
  /** Acts accepted: a run of Temporal takes so many and no more. */
  actCount: number;
  /** What an answer of any of its tasks does beside closing it. */
  readonly onAnswer?: (row: TaskRow, answer: TaskAnswer) => void;
}

export interface ProcessOptions
  extends Pick<Process, 'nextRung' | 'onAnswer'>, Partial<Pick<Process, 'number'>>, Pick<RecorderOptions, 'after' | 'own' | 'onBatch'> {
  readonly process: Omit<ProcessRef, 'openedAt'>;
  readonly clock: ShopClock;
  /** How the story stands; the next deadline is its tasks'. */
  readonly standing: () => Omit<Standing, 'dueAt'>;
}

/** Rows of the tasks that wait for an answer. */
export const openTasks = ({ tasks }: Pick<Process, 'tasks'>): TaskRow[] =>
  [...tasks.values()].map((task) => task.row).filter((row) => row.state === 'open');

/** The next deadline of the open tasks whose clock does not stand still. */
export function nextDue(process: Pick<Process, 'tasks'>): number | null {
  const dues = openTasks(process).flatMap(({ dueAt, pausedSince }) => (pausedSince === null ? (dueAt ?? []) : []));
  return dues.length > 0 ? Math.min(...dues) : null;
}

/** What a process does not know to be written, beyond a revision; `src/process/record/landing.ts` heals gaps with it. */
const batchesAfter = defineQuery<RecordBatch[], [number]>(BATCHES_AFTER);

/** Opens a process, before the first await of its workflow. Nothing runs yet: `live` does. */
export function openProcess({ process, number = process.number, nextRung, onAnswer, clock, standing, ...record }: ProcessOptions): Process {
  const now = (): number => nowIn(clock);
  const turns = createTurns();
  const tasks: Process['tasks'] = new Map();
  const recorder = createRecorder({
    ...record,
    process: { ...process, openedAt: now() },
    now,
    oneAtATime: turns.record,
    isStill: turns.isStill,
    standing: () => ({ ...standing(), dueAt: nextDue({ tasks }) }),
  });
  setHandler(batchesAfter, (revision) => recorder.batchesAfter(revision));
  return {
    number,
    now,
    timers: createTimers(clock),
    recorder,
    oneAtATime: turns.lookUp,
    nextRung,
    tasks,
    taskCount: 0,
    actCount: 0,
    ...(onAnswer && { onAnswer }),
  };
}

/**
 * Lives a process: its timers ring and its record is written beside the story, until the story has ended, every act has its answer and all
 * is on record. A story that is cancelled is recorded to its end as well.
 */
export async function live<T>({ timers, recorder }: Pick<Process, 'timers' | 'recorder'>, story: () => Promise<T>): Promise<T> {
  let ended = false;
  const clockwork = CancellationScope.nonCancellable(() => Promise.all([timers.run(), recorder.run(() => ended)]));
  const end = (): Promise<unknown> => {
    ended = true;
    timers.stop();
    return clockwork;
  };
  try {
    const outcome = await story();
    await CancellationScope.nonCancellable(() => condition(allHandlersFinished));
    await end();
    return outcome;
  } catch (error) {
    if (isCancellation(error)) await end(); // a fault of ours records nothing more: its workflow task fails, and is tried again
    throw error;
  }
}
