import '../../src/process/define.chapter';
import { allHandlersFinished, CancellationScope, condition, defineQuery, isCancellation, setHandler } from '@temporalio/workflow';
import { BATCHES_AFTER } from '../../src/process/names.messages';
import type { ProcessRef, RecordBatch, Standing } from '../../src/process/process.messages';
import type { ShopClock } from '../../src/base/clock';
import { hearChecks } from './acts';
import { setClocks } from './escalation-ladder';
import { goneOn, liveTask, settleIn, type Continuing, type HandedOver } from './continuation';
import { createTurns } from './one-at-a-time';
import { nextDue, type Process } from './process';
import { createRecorder, type RecorderOptions } from './recorder';
import { settle } from './settle';
import { createHand, createTimers } from './timers';

export interface ProcessOptions
  extends Pick<Process, 'nextRung' | 'onAnswer'>, Partial<Pick<Process, 'number'>>, Pick<RecorderOptions, 'after' | 'own' | 'onBatch'> {
  readonly process: Omit<ProcessRef, 'openedAt'>;
  readonly clock: ShopClock;
  /** What the run that this one continues has handed over. */
  readonly handedOver?: HandedOver | undefined;
  /** How the story stands; the next deadline is its tasks'. */
  readonly standing: () => Omit<Standing, 'dueAt'>;
}

/** What a process does not know to be written, beyond a revision; `src/process/record/landing.ts` heals gaps with it. */
const batchesAfter = defineQuery<RecordBatch[], [number]>(BATCHES_AFTER);

/** Opens a process, before the first await of its workflow. Nothing runs yet: `live` does. */
export function openProcess(options: ProcessOptions): Process {
  const { process: ref, number = ref.number, nextRung, onAnswer, clock, handedOver, standing, ...record } = options;
  const { now, asOf } = createHand(clock);
  const checks: Process['checks'] = new Map();
  const turns = createTurns();
  const tasks: Process['tasks'] = new Map(handedOver?.tasks.map((one) => [one.row.id, liveTask(one)]));
  const openedAt = handedOver?.openedAt ?? now();
  const recorder = createRecorder({
    ...record,
    handedOver: handedOver?.record,
    process: { ...ref, openedAt },
    now,
    oneAtATime: turns.record,
    isStill: turns.isStill,
    standing: () => ({ ...standing(), dueAt: nextDue({ tasks }) }),
  });
  setHandler(batchesAfter, (revision) => recorder.batchesAfter(revision));
  hearChecks(checks, asOf);
  const process: Process = {
    number,
    now,
    checks,
    timers: createTimers(clock),
    recorder,
    oneAtATime: turns.lookUp,
    isStill: turns.isStill,
    nextRung,
    tasks,
    taskCount: handedOver?.taskCount ?? 0,
    actCount: 0,
    openedAt,
    isSettlingIn: handedOver !== undefined,
    ...(onAnswer && { onAnswer }),
  };
  for (const task of tasks.values()) if (task.isLeft && task.standsFrom === null) setClocks(process, task, handedOver?.at);
  return process;
}

/**
 * Lives a process: its timers ring and its record is written beside the story, until the story has ended, every act has its answer and all
 * is on record. A story that is cancelled is recorded to its end as well. A story that says how it goes on (`continuing`) leaves a run that
 * has become long at a quiet point, and the next one takes it up there.
 */
export async function live<T>(process: Process, story: () => Promise<T>, continuing?: Continuing): Promise<T> {
  const { timers, recorder } = process;
  let ended = false;
  const clockwork = CancellationScope.nonCancellable(async () => {
    if (process.isSettlingIn) await settle(); // no alarm rings of a task that the story has not asked for again
    await Promise.all([timers.run(), recorder.run(() => ended)]);
  });
  const end = (): Promise<unknown> => {
    ended = true;
    timers.stop();
    return clockwork;
  };
  try {
    const lived = story();
    if (process.isSettlingIn) void settleIn(process);
    const outcome = await (continuing ? Promise.race([lived, goneOn(process, continuing)]) : lived);
    await CancellationScope.nonCancellable(() => condition(allHandlersFinished));
    await end();
    return outcome;
  } catch (error) {
    if (isCancellation(error)) await end(); // a fault of ours records nothing more: its workflow task fails, and is tried again
    throw error;
  }
}
