import { condition } from '@temporalio/workflow';
import type { Actor } from '../../src/base/actor';
import type { RowOf, TaskAnswer, TaskRow, WithdrawReason } from '../../src/process/process.messages';
import type { AnswerOf, ContextOf } from '../../src/process/tasks/tasks.rules';
import type { Moment } from '../../src/base/moment';
import type { Department, Position } from '../../src/base/departments';
import type { ReasonBase } from '../../src/base/reason';
import type { Role } from '../../src/base/roles';
import { toMs, type WallClock } from '../../src/base/rule';
import { taskRule, type TaskKind } from '../../src/process/tasks/tasks.rules';
import { setClocks } from './escalation-ladder';
import { endPause, isOf, unset, update, type Answered, type LiveTask, type LiveTaskOf, type TaskHearing } from './live-task';
import type { Process } from './process';
import { SYSTEM } from './draft';

export interface HumanTaskOptions<K extends TaskKind = TaskKind> extends TaskHearing {
  /** The person named for the step; without one the role's people share it. */
  readonly assignee?: string | undefined;
  /** Another owner than the kind's (an exception's owner depends on its type). */
  readonly role?: Role;
  /** Another ladder than the kind's (an urgent complaint is management's too). */
  readonly ladder?: readonly Position[];
  /** Whose clock it is, where a regulation names a department. */
  readonly department?: Department;
  /** When its clock began, if that was before now: its deadline is counted from there, and may have passed when it is opened. */
  readonly startedAt?: number;
  readonly due?: Due | undefined;
  /** Shop instants at which the owner is reminded; those that are not ahead of the task's opening are skipped. */
  readonly remindAt?: readonly number[];
  /** Reminded again and again until it is answered, this many shop milliseconds apart (BAK-81: hourly). */
  readonly remindEveryMs?: number;
  readonly context?: ContextOf<K>;
}
/** A deadline and why: a moment of the agenda, or one made on the spot. */
export interface Due extends Pick<Moment, 'at' | 'reason'> {
  /** "Before 17:00": on time means strictly earlier, so the breach is at the instant itself. */
  readonly strict?: boolean;
}

/** A deadline `value` after `since`, which is when `base` happened: 4 h after the request (BAK-37). It is now unless it was before. */
export const within = (process: Pick<Process, 'now'>, value: WallClock, base: ReasonBase, rule: string, since = process.now()): Due => ({
  at: since + toMs(value),
  reason: { rule, base, baseAt: since, add: value },
});

/** When such a deadline is missed: exactly at the due instant is on time, unless the rule says "before". */
export const breachOf = ({ at, strict = false }: Due): number => (strict ? at : at + 1);

/**
 * One human step: opened on record, its owner reminded, raised a rung when late (a late task is late, not lost), answered with who and
 * when. Rejects only when the life of the process is cancelled.
 */
export async function humanTask<K extends TaskKind>(process: Process, kind: K, options: HumanTaskOptions<K> = {}): Promise<Answered<K>> {
  const answer = await openTask(process, kind, options).answered();
  if (!answer) throw new Error(`task ${kind} was withdrawn while its answer was awaited`);
  return answer;
}

export interface OpenedTask<K extends TaskKind> {
  readonly id: string;
  isOpen(): boolean;
  /** The answer, or null when the task was withdrawn. */
  answered(): Promise<Answered<K> | null>;
}

/** Opens a step without waiting for it; one that the run before this has left open is taken over as it stands (`leftOpen`). */
export function openTask<K extends TaskKind>(process: Process, kind: K, options: HumanTaskOptions<K> = {}): OpenedTask<K> {
  const { onLate, onDone, quorum } = options;
  const task = leftOpen(process, kind, options.context) ?? newTask(process, kind, options);
  task.isLeft = false;
  task.hearing = { ...(onLate && { onLate }), ...(onDone && { onDone }), ...(quorum && { quorum }) };
  return {
    id: task.row.id,
    isOpen: () => task.row.state === 'open',
    async answered() {
      await condition(() => task.row.state !== 'open');
      const last = task.row.answers.at(-1);
      return task.row.state === 'done' && last ? { ...last, choices: last.choices as unknown as AnswerOf<K> } : null;
    },
  };
}

/** Rows of the tasks that the run before left open and the story of this run has not asked for yet. */
export const leftTasks = ({ tasks }: Pick<Process, 'tasks'>): TaskRow[] =>
  [...tasks.values()].flatMap(({ isLeft, row }) => (isLeft && row.state === 'open' ? row : []));

/**
 * The task that the run before left open and the story of this run has not asked for yet: of this kind, and about the same (`TaskRule.about`).
 * What a step does before it opens its task was done by that run when there is one.
 */
export function leftOpen(process: Pick<Process, 'tasks'>, kind: TaskKind, context: TaskRow['context'] = {}): LiveTask | undefined {
  const { about = [] } = taskRule(kind);
  const isSame = (row: TaskRow): boolean => about.every((name) => JSON.stringify(row.context[name]) === JSON.stringify(context[name]));
  return [...process.tasks.values()].find(({ isLeft, row }) => isLeft && row.state === 'open' && row.kind === kind && isSame(row));
}

function newTask<K extends TaskKind>(process: Process, kind: K, options: HumanTaskOptions<K>): LiveTask {
  const { role = taskRule(kind).role, due, remindAt = [], remindEveryMs } = options;
  const now = process.now();
  const row: TaskRow = {
    id: `${process.number}-${++process.taskCount}`,
    kind,
    role,
    assignee: options.assignee ?? null,
    department: options.department ?? null,
    openedAt: now,
    startedAt: options.startedAt ?? now,
    dueAt: due?.at ?? null,
    firstDueAt: due?.at ?? null,
    pausedSince: null,
    pausedMs: 0,
    reason: due?.reason ?? null,
    ruleIds: taskRule(kind).ruleIds,
    breachedAt: null,
    rung: 0,
    nextRungAt: due ? breachOf(due) : null,
    ladder: options.ladder ?? taskRule(kind).ladder,
    state: 'open',
    context: options.context ?? {},
    answers: [],
    closedAt: null,
  };
  const task = unset(row);
  task.clocks = {
    remindAt,
    every: remindEveryMs === undefined ? undefined : { ms: remindEveryMs, since: now },
    climb: due && { at: breachOf(due), rung: 1 },
  };
  process.tasks.set(row.id, task);
  setClocks(process, task);
  process.recorder.task(row);
  process.recorder.event(
    'task.opened',
    { task: row.id, kind, role, assignee: row.assignee, dueAt: row.dueAt },
    { ruleId: row.ruleIds[0] ?? 'BAK-09' },
  );
  return task;
}

/** Takes a task's answer: it closes and its clocks fall silent, unless more votes are needed (BAK-81). */
export function answerTask(process: Process, task: LiveTask, answer: TaskAnswer): void {
  process.onAnswer?.(task.row, answer);
  const answers = [...task.row.answers, answer];
  if (answers.length < (task.hearing.quorum ?? 1)) {
    update(process, task, { answers });
    process.recorder.event(
      'task.voted',
      { task: task.row.id, choices: answer.choices },
      { actor: answer.by, ...(answer.textId && { textId: answer.textId }) },
    );
    return;
  }
  task.silence();
  endPause(process, task);
  update(process, task, { state: 'done', answers, nextRungAt: null, closedAt: process.now() });
  process.recorder.event(
    'task.done',
    { task: task.row.id, kind: task.row.kind, choices: answer.choices },
    { actor: answer.by, ...(answer.textId && { textId: answer.textId }), ruleId: task.row.ruleIds[0] ?? 'BAK-09' },
  );
  task.hearing.onDone?.(answer as unknown as Answered<TaskKind>);
}

/** The open task of a kind, if there is one; `which` picks among several. */
export const findOpen = <K extends TaskKind>(
  process: Process,
  kind: K,
  which: (row: RowOf<K>) => boolean = () => true,
): LiveTaskOf<K> | undefined =>
  [...process.tasks.values()].find((task): task is LiveTaskOf<K> => task.row.state === 'open' && isOf(task.row, kind) && which(task.row));

export const hasOpen = <K extends TaskKind>(process: Process, kind: K, which?: (row: RowOf<K>) => boolean): boolean =>
  findOpen(process, kind, which) !== undefined;

/** What happened made the step needless: its row closes without an answer. */
export function withdraw(process: Process, task: LiveTask, why: WithdrawReason): void {
  if (task.row.state !== 'open') return;
  task.silence();
  endPause(process, task);
  update(process, task, { state: 'withdrawn', nextRungAt: null, closedAt: process.now() });
  process.recorder.event('task.withdrawn', { task: task.row.id, kind: task.row.kind, why });
}

/** Withdraws every open task that `which` picks. */
export function withdrawTasks(process: Process, why: WithdrawReason, which: (row: TaskRow) => boolean = () => true): void {
  for (const task of process.tasks.values()) if (which(task.row)) withdraw(process, task, why);
}

/** Closes a task because the fact it waits for is on record (a payment, a photo). */
export function closeByFact(process: Process, kind: TaskKind, choices: TaskAnswer['choices'], by: Actor = SYSTEM): void {
  for (const task of process.tasks.values()) {
    if (task.row.kind === kind && task.row.state === 'open') answerTask(process, task, { by, at: process.now(), choices });
  }
}
