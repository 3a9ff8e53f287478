import type { PauseReason } from '../../src/process/process.messages';
import { setClocks } from './escalation-ladder';
import { breachOf, type Due } from './human-task';
import { endPause, rungAhead, shift, update, type Climb, type LiveTask } from './live-task';
import type { Process } from './process';
import type { EventMore } from './draft';

export interface MoveMore extends EventMore {
  /** Shop instants of the reminders before the new deadline; those before the old one are forgotten. */
  readonly remindAt?: readonly number[];
  /** What it hangs on has moved, so that what was late is not late any more (BAK-38). Otherwise a breach stays a breach (AFT-66). */
  readonly anew?: boolean;
}

/**
 * An open task is due at another instant: an extension, or a limit counted anew. One that has passed already breaches at once. Of a task that
 * is late, the ladder goes on from the rung where it stands, not before the new deadline. While the clock stands, the new deadline waits for
 * what is left of the pause. Moving to the same instant, or a closed task, does nothing.
 */
export function moveDue(process: Process, task: LiveTask, due: Due, { remindAt = [], anew = false, ...more }: MoveMore = {}): void {
  const { row } = task;
  if (row.state !== 'open' || due.at === row.dueAt) return;
  if (task.standsFrom !== null) shift(process, task);
  task.row = {
    ...task.row,
    dueAt: due.at,
    firstDueAt: task.row.firstDueAt ?? due.at,
    reason: due.reason,
    ...(anew && { breachedAt: null, rung: 0 }),
  };
  task.clocks = { remindAt, every: task.clocks.every, climb: climbAfter(process, task, breachOf(due)) };
  update(process, task, { nextRungAt: rungAhead(task) });
  process.recorder.event(
    'task.moved',
    { task: row.id, kind: row.kind, dueAt: due.at, from: row.dueAt },
    { ruleId: due.reason.rule, ...more },
  );
  if (task.standsFrom === null) setClocks(process, task);
}

/** The next step of the ladder under a deadline that breaches at `breach`. A task at its top is told of once more, if the new deadline is missed as well. */
function climbAfter(process: Process, { row, clocks: { climb } }: LiveTask, breach: number): Climb | undefined {
  if (row.breachedAt === null) return { at: breach, rung: 1 };
  if (climb) return { at: Math.max(climb.at, breach), rung: climb.rung };
  return breach > process.now() ? { at: breach, rung: row.rung } : undefined;
}

/** The clock stands: no reminder, no breach, no rung until `resume`. It can be answered all the same. A task that is paused stays so for its first reason. */
export function pause(process: Process, task: LiveTask, why: PauseReason, more: EventMore = {}): void {
  if (task.row.state !== 'open' || task.row.pausedSince !== null) return;
  task.silence();
  task.standsFrom = process.now();
  update(process, task, { pausedSince: process.now(), nextRungAt: null });
  process.recorder.event('task.paused', { task: task.row.id, kind: task.row.kind, why }, more);
}

/** The clock goes on, and all that lay ahead of it comes later by the time it stood. A task that is not paused goes on as it is. */
export function resume(process: Process, task: LiveTask, more: EventMore = {}): void {
  if (task.row.state !== 'open' || task.row.pausedSince === null) return;
  endPause(process, task);
  process.recorder.event('task.resumed', { task: task.row.id, kind: task.row.kind, dueAt: task.row.dueAt }, more);
  setClocks(process, task);
}
