import type { Act, Actor, Person } from '../base/actor';
import type { Department, Position } from '../base/departments';
import type { Reason } from '../base/reason';
import type { Role } from '../base/roles';
import type { NoticeTemplate } from './outbox/register.letters';
import type { BatchRows } from './record/rows.messages';
import type { ContextOf, TaskKind } from './tasks/tasks.rules';

/**
 * What crosses between the API, a process's workflow and the recorder. Instants are epoch milliseconds of shop time. Nothing here holds a
 * name, a telephone number, an address or free text: those stay in Postgres under `textId`.
 */

/** An act on a task: whoever stands in for somebody who may, may (BAK-04). The record keeps who acted, not for whom. */
export interface OnTask extends Act {
  readonly deputyFor?: readonly Person[];
}
export interface CompleteTask extends OnTask {
  readonly taskId: string;
  /** The answer without its free text, shaped by the task's kind (`TaskAnswers`). */
  readonly choices: Readonly<Record<string, unknown>>;
}
export interface AssignTask extends OnTask {
  readonly taskId: string;
  /** Staff id, or null to release. */
  readonly to: string | null;
}
/** The acts on tasks, which every process that has tasks can be asked. */
export interface TaskActs {
  completeTask: CompleteTask;
  assignTask: AssignTask;
}
/** A notice that cannot be delivered becomes a task to telephone (BAK-08); so does a confirmation letter not delivered in time (BAK-33). */
export interface NoticeUndeliverable {
  readonly noticeId: string;
  readonly template: string;
  /** It is still being tried, and its hour has passed (BAK-33). */
  readonly late?: true;
}

/** What an act's Update answers: where the process stands, and the batch that brings it there, which whoever asked has to write. */
export interface Decided {
  readonly revision: number;
  /** Absent when it is written already. */
  readonly batch?: RecordBatch;
}
/** What an accepted act answers: the revision at which the record can be read. */
export interface Recorded {
  readonly revision: number;
}

// ---- what the recorder writes ----

export interface TaskRow {
  /** `<order number>-<sequence>`. */
  readonly id: string;
  readonly kind: TaskKind;
  readonly role: Role;
  readonly assignee: string | null;
  /** Whose clock it is, where a regulation names a department. */
  readonly department: Department | null;
  readonly openedAt: number;
  /** When its clock began: that of a complaint begins when it came in, whenever somebody opened the task. */
  readonly startedAt: number;
  readonly dueAt: number | null;
  /** The deadline without any extension; both move by the time the clock stood. */
  readonly firstDueAt: number | null;
  /** The clock stands since then; null while it runs. */
  readonly pausedSince: number | null;
  /** How long it stood in pauses that are over, ms. */
  readonly pausedMs: number;
  /** Why it is due then; null when it is not due at all. */
  readonly reason: Reason | null;
  readonly ruleIds: readonly string[];
  readonly breachedAt: number | null;
  readonly rung: number;
  /** When it is raised next, unless it is answered before: rung 1 is the breach itself. Null at the top, while its clock stands, and once it is closed. */
  readonly nextRungAt: number | null;
  /** The positions above its role, nearest first, as they were when it was opened. */
  readonly ladder: readonly Position[];
  readonly state: 'open' | 'done' | 'withdrawn';
  /** What one needs to answer: ids and choices only; the API adds names when it shows them. */
  readonly context: Readonly<Record<string, unknown>>;
  /** Staff ids that have answered (one, or one each on a committee task). */
  readonly answers: readonly TaskAnswer[];
  readonly closedAt: number | null;
}
/** The row of a task of this kind: what it is about is known. */
export interface RowOf<K extends TaskKind> extends Omit<TaskRow, 'kind' | 'context'> {
  readonly kind: K;
  readonly context: ContextOf<K>;
}
/** Why a step is needed no more, by chapter; `defineWords` says it to people. */
export interface WithdrawReasons {
  'nothing-owed': true;
  'nobody-waits': true;
}
export type WithdrawReason = keyof WithdrawReasons;
/** Why a task's clock stands; `src/process/words/tasks.ts` says it to people. */
export type PauseReason = 'customer-to-answer' | 'order-on-hold' | 'case-open';
export interface TaskAnswer {
  readonly by: Actor;
  readonly at: number;
  readonly choices: Readonly<Record<string, unknown>>;
  readonly textId?: string;
}

/** One line of the timeline; `seq` and the hash chain are the recorder's. */
export interface TimelineEntry {
  /** `<workflow id>/<sequence>`: a repeat is a no-op. */
  readonly id: string;
  readonly at: number;
  /** Dotted past fact, e.g. `task.opened`, `order.accepted`, `signal.refused`. */
  readonly kind: string;
  readonly actor: Actor;
  readonly ruleId?: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly textId?: string;
}

/** A notice is a row first (BAK-08). Who, which template, with which facts; wording and addresses are the post's. */
export interface NoticeRow {
  /** `<workflow id>/<sequence>`; also the Message-ID. */
  readonly id: string;
  /** `customer`, `role:<role>`, `head:<department>`, `staff:<id>`, `supplier:<id>`. */
  readonly to: string;
  readonly template: NoticeTemplate;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Urgent ones ignore the quiet hours. */
  readonly urgent: boolean;
  readonly createdAt: number;
  readonly ruleId?: string;
  /** Written only in the place of an unsent one of its kind, which the same batch withdraws (`LetterLife`). */
  readonly instead?: true;
}

/** Unsent letters that a later decision made untrue (`LetterLife`). */
export interface Withdrawal {
  /** Of its line on the timeline, which is written only when a letter was really withdrawn. */
  readonly id: string;
  readonly at: number;
  readonly template: NoticeTemplate;
  /** To this recipient only. */
  readonly to?: string;
  /** Only letters that have these facts. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** The kind of the later fact, or `letter.newer`. */
  readonly why: string;
}

/** Which process it is, on record. */
export interface ProcessRef {
  /** The workflow's id. */
  readonly id: string;
  /** `order`, `sourcing`, `repair`, … */
  readonly kind: string;
  /** What people call it, unique in its kind. */
  readonly number: string;
  readonly storeId: string;
  /** The order it is about; an order is about itself. */
  readonly aboutOrder: string | null;
  /** The process that started it. */
  readonly parentId: string | null;
  /** Epoch ms of shop time. */
  readonly openedAt: number;
}

/** How a process stands; instants are epoch ms of shop time. */
export interface Standing {
  readonly state: string;
  readonly overlays: readonly string[];
  /** The next deadline of its open tasks. */
  readonly dueAt: number | null;
  readonly closedAt: number | null;
}

/** What one kind of process writes beside the rows that all have; its chapter adds it. Absent from every other process. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- chapters add to it
export interface OwnParts {}

/** One transaction of the recorder: everything that was decided since the last one. */
export interface RecordBatch extends BatchRows, OwnParts {
  readonly process: ProcessRef;
  /** The process's name for this batch, rising by one: a repeat is a no-op, and one without its predecessor waits. */
  readonly revision: number;
  /** The first batch of a run: its revision may leave out some that a run before it never wrote (`fenceAfter`). */
  readonly first?: true;
  readonly standing: Standing;
  readonly events: readonly TimelineEntry[];
  readonly tasks: readonly TaskRow[];
  readonly notices: readonly NoticeRow[];
  /** Come before this batch's own notices. */
  readonly withdrawals: readonly Withdrawal[];
  /** Ids of the Updates that it answers. */
  readonly acts: readonly string[];
}
