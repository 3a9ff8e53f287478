import type { Position } from '../base/departments';
import type { Fault, FieldError } from '../base/faults';
import type { RefusalCode } from '../base/refusals';
import type { Role } from '../base/roles';
import type { PauseReason, WithdrawReason } from './process.messages';
import type { RepairAction } from './repairs.rules';
import type { TaskKind } from './tasks/tasks.rules';

/** Every event of a task says which it is. */
interface OfTask {
  readonly task: string;
  readonly kind: TaskKind;
}
interface OfNotice {
  readonly notice: string;
  readonly template: string;
}
interface Answered {
  readonly choices: Readonly<Record<string, unknown>>;
}
interface Raised extends OfTask {
  readonly rung: number;
  /** Who is told beside the owner; null at the top of the ladder. */
  readonly to: Position | null;
}

/**
 * What each event on a timeline says beside who, when and by which rule: ids, choices, instants (epoch ms of shop time), amounts. These are the
 * events of any process; a chapter adds its own, and who records one is held to it.
 */
export interface EventData {
  readonly 'task.opened': OfTask & { readonly role: Role; readonly assignee: string | null; readonly dueAt: number | null };
  readonly 'task.assigned': Pick<OfTask, 'task'> & { readonly from: string | null; readonly to: string | null };
  readonly 'task.reminded': OfTask;
  readonly 'task.breached': Raised;
  readonly 'task.raised': Raised;
  readonly 'task.moved': OfTask & { readonly dueAt: number; readonly from: number | null };
  readonly 'task.paused': OfTask & { readonly why: PauseReason };
  readonly 'task.resumed': OfTask & { readonly dueAt: number | null };
  readonly 'task.voted': Pick<OfTask, 'task'> & Answered;
  readonly 'task.done': OfTask & Answered;
  readonly 'task.withdrawn': OfTask & { readonly why: WithdrawReason };
  /** Of a step that its process has not come to by its deadline. */
  readonly 'step.not-begun': { readonly kind: TaskKind; readonly dueAt: number | null };
  readonly 'photo.added': { readonly photo: string; readonly step: string };
  readonly 'repair.decided': { readonly action: RepairAction; readonly exception?: string };
  readonly 'notice.undeliverable': OfNotice;
  readonly 'notice.late': OfNotice;
  readonly 'signal.refused': {
    readonly signal: string;
    readonly code: RefusalCode;
    readonly why: Fault;
    readonly errors?: readonly FieldError[];
  };
}
/** A dotted past fact, e.g. `task.opened`. */
export type EventKind = keyof EventData;
