import { condition } from '@temporalio/workflow';
import type { Actor, TaskAnswer, TaskRow, WithdrawReason } from '../../src/contracts/order';
import type { AnswerOf } from '../../src/contracts/tasks';
import type { Moment, MomentName } from '../../src/domain/agenda';
import type { ReasonBase, Span } from '../../src/domain/reason';
import type { Role } from '../../src/domain/roles';
import { toMs } from '../../src/domain/rulebook/rule';
import { TASKS, type TaskKind } from '../../src/domain/rulebook/tasks';
import { respond } from './exception-record';
import { SYSTEM } from './recorder';
import { momentOf, type Answered, type LiveTask, type Self } from './self';
import type { TaskHolder } from './task-holder';
import { ownerOf, taskFacts, tell } from './telling';

export interface HumanTaskOptions {
  /** The person named for the step; without one the role's people share it. */
  readonly assignee?: string | undefined;
  /** Another owner than the kind's (an exception's owner depends on its type). */
  readonly role?: Role;
  readonly due?: Due | undefined;
  /** Shop instants at which the owner is reminded; those that are not ahead of the task's opening are skipped. */
  readonly remindAt?: readonly number[];
  /** Reminded again and again until it is answered, this many shop milliseconds apart (BAK-81: hourly). */
  readonly remindEveryMs?: number;
  readonly context?: Readonly<Record<string, unknown>>;
  /** What a breach does beside climbing the ladder. */
  readonly onLate?: () => void;
  /** Votes it needs before it closes (BAK-81). */
  readonly quorum?: number;
  /** What the answer of a step nobody waits for does, in the same turn as the answer. */
  readonly onDone?: (answer: Answered<TaskKind>) => void;
}
/** A deadline and why: a moment of the agenda, or one made on the spot. */
export interface Due extends Pick<Moment, 'at' | 'reason'> {
  /** "Before 17:00": on time means strictly earlier, so the breach is at the instant itself. */
  readonly strict?: boolean;
}

/** A deadline `value` after now, which is when `base` happened: 4 h after the request (BAK-37). */
export const within = (self: Pick<Self, 'now'>, value: Span, base: ReasonBase, rule: string): Due => ({
  at: self.now() + toMs(value),
  reason: { rule, base, baseAt: self.now(), add: value },
});

/** When the owner is reminded, as the agenda has it; a reminder that the agenda does not have is none. */
export const remindersAt = (self: Self, name: MomentName): number[] => {
  const moment = momentOf(self, name);
  return moment ? [moment.at] : [];
};

/**
 * One human step: opened on record, its owner reminded, raised a rung when late (a late task is late, not lost), answered with who and
 * when. Rejects only when the order's life is cancelled.
 */
export async function humanTask<K extends TaskKind>(self: Self, kind: K, options: HumanTaskOptions = {}): Promise<Answered<K>> {
  const answer = await openTask(self, kind, options).answered();
  if (!answer) throw new Error(`task ${kind} was withdrawn while its answer was awaited`);
  return answer;
}

export interface OpenedTask<K extends TaskKind> {
  readonly id: string;
  isOpen(): boolean;
  /** The answer, or null when the task was withdrawn. */
  answered(): Promise<Answered<K> | null>;
}

/** Opens a step without waiting for it. */
export function openTask<K extends TaskKind>(self: TaskHolder, kind: K, options: HumanTaskOptions = {}): OpenedTask<K> {
  const { assignee, role = TASKS[kind].role, due, remindAt = [], context = {}, onLate, onDone, quorum } = options;
  const row: TaskRow = {
    id: `${self.input.number}-${++self.taskCount}`,
    kind,
    role,
    assignee: assignee ?? null,
    openedAt: self.now(),
    dueAt: due?.at ?? null,
    reason: due?.reason ?? null,
    ruleIds: TASKS[kind].ruleIds,
    breachedAt: null,
    rung: 0,
    state: 'open',
    context,
    answers: [],
    closedAt: null,
  };
  const task: LiveTask = { row, silence: () => undefined, ...(onLate && { onLate }), ...(onDone && { onDone }), ...(quorum && { quorum }) };
  self.tasks.set(row.id, task);
  setClocks(self, task, { remindAt, remindEveryMs: options.remindEveryMs, strict: due?.strict });
  self.recorder.task(row);
  self.recorder.event(
    'task.opened',
    { task: row.id, kind, role, assignee: row.assignee, dueAt: row.dueAt },
    { ruleId: row.ruleIds[0] ?? 'BAK-09' },
  );
  return {
    id: row.id,
    isOpen: () => task.row.state === 'open',
    async answered() {
      await condition(() => task.row.state !== 'open');
      const last = task.row.answers.at(-1);
      return task.row.state === 'done' && last ? { ...last, choices: last.choices as unknown as AnswerOf<K> } : null;
    },
  };
}

/** Sets a task's reminders and its deadline; called again when the deadline moves. */
export function setClocks(
  self: TaskHolder,
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
  const summaryOf = (what: string): string => `${TASKS[kind].ruleIds[0] ?? ''} ${kind}: ${what}`;
  const clock = (at: number, what: string, ring: () => void): void => {
    takeBack.push(self.wheel.set(at, summaryOf(what), ring));
  };
  const remind = (): void => {
    self.recorder.event('task.reminded', { task: task.row.id, kind });
    self.recorder.notice(ownerOf(task.row), 'task-reminder', taskFacts(task.row), { urgent: true });
  };
  for (const at of remindAt) if (at > self.now()) clock(at, 'reminder', remind);
  if (remindEveryMs) takeBack.push(self.wheel.setEvery(remindEveryMs, summaryOf('reminder'), remind));
  // exactly at the due instant is on time, unless the rule says "before"
  if (dueAt !== null) climb(strict ? dueAt : dueAt + 1, 1);
  task.silence = () => takeBack.forEach((cancel) => cancel());

  /** The breach at the due moment, then one rung each `nextRung`, to the top of the ladder (BAK-03). */
  function climb(at: number, rung: number): void {
    const ladder = TASKS[kind].ladder;
    clock(at, rung === 1 ? 'due' : `rung ${rung}`, () => {
      const above = ladder[rung - 1];
      const first = task.row.breachedAt === null;
      update(self, task, { breachedAt: task.row.breachedAt ?? self.now(), rung });
      self.recorder.event(first ? 'task.breached' : 'task.raised', { task: task.row.id, kind, rung: task.row.rung, to: above ?? null });
      const owner = ownerOf(task.row);
      const told = [owner, ...(above ? [`role:${above}`] : []), ...(first ? TASKS[kind].alsoTell.map((role) => `role:${role}`) : [])];
      const facts = { ...taskFacts(task.row), rung: task.row.rung };
      tell(self, told, 'task-late', (to) => ({ ...facts, ...(to === owner && { yours: true }) }), { urgent: true });
      if (first) task.onLate?.();
      if (rung < ladder.length) climb(at + toMs(self.rules.nextRung), rung + 1);
    });
  }
}

/** Changes a task's row on record. */
export function update(self: TaskHolder, task: LiveTask, patch: Partial<TaskRow>): void {
  task.row = { ...task.row, ...patch };
  self.recorder.task(task.row);
}

/** Takes a task's answer: it closes and its clocks fall silent, unless more votes are needed (BAK-81). */
export function answerTask(self: TaskHolder, task: LiveTask, answer: TaskAnswer): void {
  const { exception } = task.row.context;
  if (typeof exception === 'string') respond(self, exception, answer.by);
  const answers = [...task.row.answers, answer];
  if (answers.length < (task.quorum ?? 1)) {
    update(self, task, { answers });
    self.recorder.event(
      'task.voted',
      { task: task.row.id, choices: answer.choices },
      { actor: answer.by, ...(answer.textId && { textId: answer.textId }) },
    );
    return;
  }
  task.silence();
  update(self, task, { state: 'done', answers, closedAt: self.now() });
  self.recorder.event(
    'task.done',
    { task: task.row.id, kind: task.row.kind, choices: answer.choices },
    { actor: answer.by, ...(answer.textId && { textId: answer.textId }), ruleId: task.row.ruleIds[0] ?? 'BAK-09' },
  );
  task.onDone?.(answer as unknown as Answered<TaskKind>);
}

/** The open task of a kind, if there is one; `which` picks among several. */
export const findOpen = (self: Self, kind: TaskKind, which: (row: TaskRow) => boolean = () => true): LiveTask | undefined =>
  [...self.tasks.values()].find(({ row }) => row.state === 'open' && row.kind === kind && which(row));

export const hasOpen = (...asked: Parameters<typeof findOpen>): boolean => findOpen(...asked) !== undefined;

/** What happened made the step needless: its row closes without an answer. */
export function withdraw(self: TaskHolder, task: LiveTask, why: WithdrawReason): void {
  if (task.row.state !== 'open') return;
  task.silence();
  update(self, task, { state: 'withdrawn', closedAt: self.now() });
  self.recorder.event('task.withdrawn', { task: task.row.id, kind: task.row.kind, why });
}

/** Withdraws every open task that `which` picks. */
export function withdrawTasks(self: TaskHolder, why: WithdrawReason, which: (row: TaskRow) => boolean = () => true): void {
  for (const task of self.tasks.values()) if (which(task.row)) withdraw(self, task, why);
}

/** Closes a task because the fact it waits for is on record (a payment, a photo). */
export function closeByFact(self: Self, kind: TaskKind, choices: TaskAnswer['choices'], by: Actor = SYSTEM): void {
  for (const task of self.tasks.values()) {
    if (task.row.kind === kind && task.row.state === 'open') answerTask(self, task, { by, at: self.now(), choices });
  }
}
