import { allHandlersFinished, condition, workflowInfo } from '@temporalio/workflow';
import { CONTINUE_AFTER_ACTS } from '../../src/process/acts.messages';
import type { TaskRow } from '../../src/process/process.messages';
import { withdraw } from './human-task';
import { unset, type Clocks, type LiveTask } from './live-task';
import type { Process } from './process';
import type { RecordHandedOver } from './recorder';
import { settle } from './settle';

/** A task, and of an open one what of it rings next. */
interface TaskHandedOver {
  readonly row: TaskRow;
  readonly clocks?: Clocks;
  readonly standsFrom?: number | null;
}

/** What a run that goes on as a new one tells its successor of the process; what its story knows goes beside it. Instants are epoch ms of shop time. */
export interface HandedOver {
  /** When the run was left: what was to ring until then has rung. */
  readonly at: number;
  readonly openedAt: number;
  readonly taskCount: number;
  readonly tasks: readonly TaskHandedOver[];
  readonly record: RecordHandedOver;
}

/** How a story goes on in a new run. */
export interface Continuing {
  /** Acts after which a run counts as long; the house's own number, but for tests. */
  readonly afterActs?: number | undefined;
  /** The story waits where another run can take it up. */
  readonly isAtRest: () => boolean;
  /** Begins the new run, by `continueAsNew`: rejects with what ends this one. */
  readonly goOn: (handedOver: HandedOver) => Promise<never>;
}

/**
 * Leaves a run that Temporal, or the number of its acts, calls long: when every act has its answer, nothing is being decided, looked up or
 * written, and the story rests. What comes between that look and the end of the run fails the workflow task, and the look is taken again. An
 * act that nobody has taken yet goes to the new run by Temporal's own doing.
 */
export async function goneOn(process: Process, { afterActs = CONTINUE_AFTER_ACTS, isAtRest, goOn }: Continuing): Promise<never> {
  const { recorder, timers } = process;
  const isLong = (): boolean => process.actCount >= afterActs || workflowInfo().continueAsNewSuggested;
  const isQuiet = (): boolean =>
    !process.isSettlingIn && process.isStill() && recorder.isStill() && !timers.isDue() && allHandlersFinished() && isAtRest();
  do {
    await condition(() => isLong() && isQuiet());
    await settle(); // what woke in the same breath has its turn first
  } while (!isQuiet());
  return goOn({
    at: process.now(),
    openedAt: process.openedAt,
    taskCount: process.taskCount,
    tasks: [...process.tasks.values()].map(taskHandedOver),
    record: recorder.handOver(),
  });
}

const taskHandedOver = ({ row, clocks, standsFrom }: LiveTask): TaskHandedOver =>
  row.state === 'open' ? { row, clocks, standsFrom } : { row };

/** A task of the run before; its clocks are not set yet. */
export const liveTask = ({ row, clocks = { remindAt: [] }, standsFrom = null }: TaskHandedOver): LiveTask => ({
  ...unset(row),
  clocks,
  standsFrom,
  isLeft: row.state === 'open',
});

/** The story comes to its tasks; the timers begin, and ring what has come meanwhile; what that woke comes to its end. */
const ROUNDS = 3;

/**
 * Lets the story of a new run come to where the run before stood. A task that it has not asked for by then nobody would hear the answer of: it
 * is withdrawn, on record.
 */
export async function settleIn(process: Process): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) await settle();
  for (const task of process.tasks.values()) if (task.isLeft) withdraw(process, task, 'nobody-waits');
  process.isSettlingIn = false;
}
