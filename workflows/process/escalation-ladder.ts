import { recipientOf } from '../../src/domain/departments';
import { toMs } from '../../src/domain/rulebook/rule';
import { taskRule } from '../../src/domain/rulebook/tasks';
import { update, type LiveTask } from './live-task';
import type { Process } from './process';
import { ownerOf, taskFacts, tell } from './telling';

/** Sets a task's reminders and its deadline; called again when the deadline moves. */
export function setClocks(
  process: Process,
  task: LiveTask,
  {
    remindAt = [],
    remindEveryMs,
    strict = false,
  }: {
    readonly remindAt?: readonly number[];
    readonly remindEveryMs?: number | undefined;
    readonly strict?: boolean | undefined;
  },
): void {
  task.silence();
  const { kind, dueAt } = task.row;
  const takeBack: (() => void)[] = [];
  const { ladder, alsoTell = [], ruleIds } = taskRule(kind);
  const summaryOf = (what: string): string => `${ruleIds[0]} ${kind}: ${what}`;
  const clock = (at: number, what: string, ring: () => void): void => {
    takeBack.push(process.timers.set(at, summaryOf(what), ring));
  };
  const remind = (): void => {
    process.recorder.event('task.reminded', { task: task.row.id, kind });
    process.recorder.notice(ownerOf(task.row), 'task-reminder', taskFacts(task.row), { urgent: true });
  };
  for (const at of remindAt) if (at > process.now()) clock(at, 'reminder', remind);
  if (remindEveryMs) takeBack.push(process.timers.setEvery(remindEveryMs, summaryOf('reminder'), remind));
  // exactly at the due instant is on time, unless the rule says "before"
  if (dueAt !== null) climb(strict ? dueAt : dueAt + 1, 1);
  task.silence = () => takeBack.forEach((cancel) => cancel());

  /** The breach at the due moment, then one rung each `nextRung`, to the top of the ladder (BAK-03). */
  function climb(at: number, rung: number): void {
    clock(at, rung === 1 ? 'due' : `rung ${rung}`, () => {
      const above = ladder[rung - 1];
      const first = task.row.breachedAt === null;
      update(process, task, { breachedAt: task.row.breachedAt ?? process.now(), rung });
      process.recorder.event(first ? 'task.breached' : 'task.raised', { task: task.row.id, kind, rung: task.row.rung, to: above ?? null });
      const owner = ownerOf(task.row);
      const told = [owner, ...[...(above ? [above] : []), ...(first ? alsoTell : [])].map(recipientOf)];
      const facts = { ...taskFacts(task.row), rung: task.row.rung };
      tell(process, told, 'task-late', (to) => ({ ...facts, ...(to === owner && { yours: true }) }), { urgent: true });
      if (first) task.onLate?.();
      if (rung < ladder.length) climb(at + toMs(process.nextRung), rung + 1);
    });
  }
}
