import type { Refusal } from '../base/refusals';
import type { FieldError } from '../base/faults';
import { oneOf, optional, read, shape, text, unreadable } from '../base/read';
import type { RefundCause } from './refunds.rules';

/** `approve` and `reject` as sent from Temporal UI or the CLI: about one task or one change. */
export type Decision = About & {
  /** Login of the member of staff who decides. */
  readonly by: string;
  readonly reason: string;
};
type About = { readonly taskId: string; readonly changeId?: undefined } | { readonly changeId: string; readonly taskId?: undefined };

/** `cancel` as sent from Temporal UI or the CLI. */
export interface CancelRequest {
  readonly cause: RefundCause;
  readonly by: string;
  readonly reason: string;
}

const CAUSES: readonly RefundCause[] = ['store', 'customer', 'neither'];
/** Characters a reason may have; longer texts belong into the console. */
const REASON_LENGTH = 500;
const ID_LENGTH = 100;

const says = { by: text(ID_LENGTH), reason: text(REASON_LENGTH) };
const decision = shape<{ taskId?: string; changeId?: string; by: string; reason: string }>({
  taskId: optional(text(ID_LENGTH)),
  changeId: optional(text(ID_LENGTH)),
  ...says,
});
const cancellation = shape<CancelRequest>({ cause: oneOf(...CAUSES), ...says });

/**
 * Reads what claims to be a decision. Total: whatever arrives, it answers the decision or a refusal naming each bad field, and never
 * throws, because a signal cannot be refused at the door. The refusal repeats nothing of what was sent.
 */
export function readDecision(x: unknown): Decision | Refusal {
  const faults: FieldError[] = [];
  const { taskId, changeId, ...said } = decision(x, '', faults);
  if (faults.length === 0 && (taskId === undefined) === (changeId === undefined)) {
    faults.push({ pointer: '', code: 'one-of-two', params: { values: ['taskId', 'changeId'] } });
  }
  if (faults.length > 0) return unreadable(faults);
  return taskId === undefined ? { changeId: changeId as string, ...said } : { taskId, ...said };
}

/** Reads what claims to be a cancellation; total, as `readDecision`. */
export const readCancel = (x: unknown): CancelRequest | Refusal => read(cancellation, x);
