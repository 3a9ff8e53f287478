import type { Reason } from '../../base/reason';
import type { TaskKind } from '../tasks/tasks.rules';

/** Of a letter that says nothing beyond what the order's own record says. */
export type NoFacts = Readonly<Record<string, never>>;

/** What a letter about a task says (BAK-08). Ids and choices only. */
export interface TaskFacts {
  readonly task: string;
  readonly kind: TaskKind;
  /** Epoch ms of shop time; null = not due at all. */
  readonly dueAt: number | null;
  readonly reason: Reason | null;
  /** Why the customer is to be telephoned, and about what. */
  readonly why?: string;
  readonly exception?: string;
  readonly type?: string;
  readonly item?: string;
  readonly option?: string;
  /** The letter that could not be delivered. */
  readonly template?: string;
}

/** The names of a letter's facts, also of those that only some of its copies have. */
export type FactNames<Facts> = Facts extends unknown ? (string extends keyof Facts ? never : Extract<keyof Facts, string>) : never;
