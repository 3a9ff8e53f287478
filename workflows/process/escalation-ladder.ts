import { recipientOf } from '../../src/base/departments';
import { toMs } from '../../src/base/rule';
import { taskRule } from '../../src/process/tasks/tasks.rules';
import { rungAhead, update, type Climb, type LiveTask } from './live-task';
import type { Process } from './process';
import { ownerOf, taskFacts, tell } from './telling';

/**
 * Sets a task's clocks going; called again when they have changed. What lies behind `from` is not rung again, except a step of the ladder.
 */
export function setClocks(process: Process, task: LiveTask, from = process.now()): void {
  task.silence();
  const { remindAt, every, climb } = task.clocks;
  const { kind, ruleIds } = task.row;
  const summaryOf = (what: string): string => `${ruleIds[0]} ${kind}: ${what}`;
  const takeBack: (() => void)[] = [];
  const clock = (at: number, what: string, ring: () => void): void => {
    takeBack.push(process.timers.set(at, summaryOf(what), ring));
  };
  const remind = (): void => {
    process.recorder.event('task.reminded', { task: task.row.id, kind });
    process.recorder.notice(ownerOf(task.row), 'task-reminder', taskFacts(task.row), { urgent: true });
  };
  for (const at of remindAt) if (at > from) clock(at, 'reminder', remind);
  if (every) takeBack.push(process.timers.setEvery(every.ms, summaryOf('reminder'), remind, every.since, from));
  if (climb) wait(climb);
  task.silence = () => takeBack.forEach((cancel) => cancel());

  function wait({ at, rung }: Climb): void {
    clock(at, rung === 1 ? 'due' : `rung ${rung}`, () => {
      const next = rung < task.row.ladder.length ? { at: at + toMs(process.nextRung), rung: rung + 1 } : undefined;
      task.clocks = { remindAt, every, climb: next };
      if (next) wait(next); // before anybody hears of it: what hears may close, move or pause the task
      raise(process, task, rung);
    });
  }
}

/** The breach at the due moment, then one rung each `nextRung`, to the top of the ladder (BAK-03). */
function raise(process: Process, task: LiveTask, rung: number): void {
  const { kind, ladder } = task.row;
  const above = ladder[rung - 1];
  const first = task.row.breachedAt === null;
  update(process, task, { breachedAt: task.row.breachedAt ?? process.now(), rung, nextRungAt: rungAhead(task) });
  process.recorder.event(first ? 'task.breached' : 'task.raised', { task: task.row.id, kind, rung, to: above ?? null });
  const owner = ownerOf(task.row);
  const beside = first ? (taskRule(kind).alsoTell ?? []) : [];
  const told = [owner, ...[...(above ? [above] : []), ...beside].map(recipientOf)];
  const facts = { ...taskFacts(task.row), rung };
  tell(process, told, 'task-late', (to) => ({ ...facts, ...(to === owner && { yours: true }) }), { urgent: true });
  if (first) task.hearing.onLate?.();
}
