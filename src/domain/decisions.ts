import { Refusal, type FieldError } from './errors';
import type { RefundCause } from './refunds';

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

/**
 * Reads what claims to be a decision. Total: whatever arrives, it answers the decision or a refusal naming each bad field, and never
 * throws, because a signal cannot be refused at the door. The refusal repeats nothing of what was sent.
 */
export function readDecision(x: unknown): Decision | Refusal {
  const { fields, errors, text } = reader(x, ['taskId', 'changeId', 'by', 'reason']);
  const about = (['taskId', 'changeId'] as const).filter((key) => fields[key] !== undefined);
  if (about.length !== 1) errors.push({ pointer: '', detail: 'exactly one of taskId and changeId is needed' });
  const [key] = about;
  const id = key === undefined ? '' : text(key, ID_LENGTH);
  const decision = { by: text('by', ID_LENGTH), reason: text('reason', REASON_LENGTH) };
  if (errors.length > 0) return unreadable(errors);
  return key === 'taskId' ? { taskId: id, ...decision } : { changeId: id, ...decision };
}

/** Reads what claims to be a cancellation; total, as `readDecision`. */
export function readCancel(x: unknown): CancelRequest | Refusal {
  const { fields, errors, text } = reader(x, ['cause', 'by', 'reason']);
  const cause = CAUSES.find((known) => known === fields['cause']);
  if (cause === undefined) errors.push({ pointer: '/cause', detail: `must be one of ${CAUSES.join(', ')}` });
  const decision = { by: text('by', ID_LENGTH), reason: text('reason', REASON_LENGTH) };
  return cause === undefined || errors.length > 0 ? unreadable(errors) : { cause, ...decision };
}

function reader(x: unknown, known: readonly string[]) {
  const isObject = typeof x === 'object' && x !== null && !Array.isArray(x);
  const fields: Readonly<Record<string, unknown>> = isObject ? { ...x } : {};
  const errors: FieldError[] = [];
  if (!isObject) errors.push({ pointer: '', detail: 'must be an object' });
  if (Object.keys(fields).some((key) => !known.includes(key))) {
    errors.push({ pointer: '', detail: `only ${known.join(', ')} are understood` });
  }
  const text = (key: string, max: number): string => {
    const value = fields[key];
    if (typeof value === 'string' && value.trim() !== '' && value.length <= max) return value.trim();
    errors.push({ pointer: `/${key}`, detail: `must be a text of 1 to ${max} characters` });
    return '';
  };
  return { fields, errors, text };
}

const unreadable = (errors: readonly FieldError[]): Refusal =>
  new Refusal(
    'invalid-request',
    `The signal could not be read: ${errors.map(({ pointer, detail }) => `${pointer || 'it'} ${detail}`).join('; ')}.`,
    {
      errors,
    },
  );
