import type { Position } from '../base/departments';
import type { Span } from '../base/reason';
import type { DueInstant } from '../base/working-time';
import type { AssignTask, CompleteTask, NoticeUndeliverable, RecordBatch, Recorded } from './process.messages';
import type { TaskKind } from './tasks/tasks.rules';

/** What processes need from outside, behind ports: real ones in activities and the API, others in tests. */

/** The one writer of processes' rows. Repeating a batch does nothing. */
export interface Recorder {
  /**
   * One transaction: how the process stands, timeline appended and chained, tasks, notices and side rows upserted by id. Answers the revision
   * that is on file afterwards; a lower one than the batch's when its predecessor is missing, and nothing was written.
   */
  record(batch: RecordBatch): Promise<number>;
  /** The revision of a process on file; null when the process is not. */
  revisionOf(processId: string): Promise<number | null>;
}

/** An act on its way: its Update may have been accepted, its batch may not be written. */
export interface ActUnderWay {
  readonly processId: string;
  /** The Update's id. */
  readonly key: string;
  /** Real instant, epoch ms. */
  readonly begunAt: number;
}
/** What is under way between the API and its processes, on file, so that an act outlives whoever sent it (`src/process/record/sweeper.ts`). */
export interface ActsUnderWay {
  /** Before the Update is sent. Answers the revision on file, 0 when the process is not. Repeating does nothing. */
  begin(processId: string, key: string): Promise<number>;
  /** The act's batch is written, or there is none. */
  end(processId: string, key: string): Promise<void>;
  /** The oldest that began before a real instant. */
  begunBefore(instantMs: number, limit: number): Promise<ActUnderWay[]>;
}

/** Tells the operator of a batch that cannot be written; see `src/process/record/record-alarm.ts`. Repeating does nothing. */
export interface RecordAlarm {
  /** Shows on the process that its record is refused and opens the operator's task, unless `error` says that Postgres is away. */
  raise(batch: RecordBatch, error: unknown): Promise<void>;
  /** The record is written again: the alarm is withdrawn. */
  settle(batch: Pick<RecordBatch, 'process'>): Promise<void>;
}

/** Staff of a store by login, for the Temporal door. */
export interface StaffDirectory {
  /** Null when nobody active in that store has that login. */
  findInStore(storeId: string, login: string): Promise<{ readonly id: string; readonly roles: readonly Position[] } | null>;
}

/** A customer's notice of whose trouble its order has yet to hear. */
export interface OwedNotice extends NoticeUndeliverable {
  readonly processId: string;
}

/** Sends what is queued; see `activities/outbox.ts`. */
export interface PostOffice {
  /**
   * Sends the notices that are due, at most `limit`, each bounded by the ledger. Answers how many came to an end, and every customer's
   * notice that cannot be delivered, or not in its time (BAK-33), and is not yet acknowledged: it is answered again until `acknowledge`
   * is called.
   */
  deliverDue(limit: number): Promise<{ readonly settled: number; readonly undeliverable: readonly OwedNotice[] }>;
  /** The order has been told of this notice. Repeating does nothing. */
  acknowledge(noticeId: string): Promise<void>;
}

/** A deadline `span` after `since` (shop instant), by the calendar of a store. */
export interface DueIn {
  readonly storeId: string;
  readonly span: Span;
  readonly since: number;
}
/** The activities that every process has; `activities/index.ts` is held to this by the compiler. */
export interface ProcessActivities {
  record(batches: readonly RecordBatch[]): Promise<void>;
  dueIn(request: DueIn): Promise<DueInstant>;
  resolveSigner(request: {
    readonly storeId: string;
    readonly login: string;
  }): Promise<{ readonly id: string; readonly roles: readonly Position[] } | null>;
  /** Long-running: delivers what falls due, heartbeating, for at most `forSeconds` real seconds. */
  deliverNotices(request: { readonly forSeconds: number }): Promise<void>;
}

/** A task, as the desk finds whose it is; its kind names the Update that answers it. */
export interface TaskOf {
  readonly processId: string;
  readonly aboutOrder: string | null;
  readonly kind: TaskKind;
}

/** The acts on tasks; `Answer` is what each comes back with. */
export interface TaskDesk<Answer> {
  completeTask(task: TaskOf, key: string, act: CompleteTask): Promise<Answer>;
  assignTask(task: TaskOf, key: string, act: AssignTask): Promise<Answer>;
}
/** All that processes can be asked; a chapter adds its acts. */
export interface DeskActs<Answer> extends TaskDesk<Answer> {}

/**
 * The only door from HTTP to Temporal. Each act is an Update whose id is `key`; it answers when the record can be read. Throws `Refusal` with
 * the workflow's code, `busy` when ten are in flight, `unavailable` when Temporal is away. A chapter adds what it needs.
 */
export interface Desk extends DeskActs<Recorded> {
  /** The same acts asked and not done (ADR 20): each throws what it would be refused with, and leaves nothing behind. */
  readonly trying: DeskActs<void>;
  /** Whether Temporal answers. */
  ping(): Promise<void>;
}
