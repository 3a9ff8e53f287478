import { Refusal } from '../../base/refusals';

/** What the API sends beside an act: for which workflow and under which Update id it was signed, and what it knows to be written. */
export interface Seal {
  readonly for: string;
  readonly key: string;
  /** The revision of the workflow's process that the API has found on file. */
  readonly known: number;
}
/** What the worker makes of it (`src/platform/temporal/seal.ts`): whether the signature is the API's. Only validators look at whether it is signed. */
export type CheckedSeal = Partial<Seal> & { readonly sealed?: boolean };

/** @throws {Refusal} `not-allowed` unless the API signed this very act for this very Update. */
export function assertSealed(seal: CheckedSeal | undefined, workflowId: string, updateId: string | undefined): void {
  if (seal?.sealed === true && seal.for === workflowId && seal.key === updateId) return;
  throw new Refusal('not-allowed', { code: 'not-through-the-api' }, { rule: 'BAK-04' });
}
