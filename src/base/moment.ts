import type { Reason } from './reason';

/** An instant that a plan names, and why it is then. `Name` are the names of that plan. */
export interface Moment<Name extends string = string> {
  readonly name: Name;
  /** Epoch ms of shop time. */
  readonly at: number;
  readonly ruleId: string;
  readonly reason: Reason;
}
