import { Refusal } from '../base/refusals';
import type { Fault, FaultCode } from '../base/faults';

/** What has to be true before a move, as a row: one and the same refuses the move, lets the story wait for it, and tells people what is missing. */
export interface Gate<F> {
  /** What is said while it is shut. */
  readonly code: FaultCode;
  readonly ruleId: string;
  readonly holds: (facts: F) => boolean;
  /** The values its words need. */
  readonly params?: (facts: F) => object;
  readonly zh: string;
  readonly en: string;
}

/** Why a move has to wait: data, worded where it is read. */
export interface Shut {
  readonly rule: string;
  readonly why: Fault;
}

const shut = <F>({ code, ruleId, params }: Gate<F>, facts: F): Shut => ({
  rule: ruleId,
  why: { code, ...(params && { params: params(facts) }) } as Fault,
});

/** Every gate that is shut, in the order of the rows. */
export const shutOf = <F>(gates: readonly Gate<F>[], facts: F): Shut[] =>
  gates.filter(({ holds }) => !holds(facts)).map((gate) => shut(gate, facts));

/** The first gate that is shut. */
export function firstShut<F>(gates: readonly Gate<F>[], facts: F): Shut | undefined {
  const gate = gates.find(({ holds }) => !holds(facts));
  return gate && shut(gate, facts);
}

/** @throws {Refusal} `not-in-this-state`, with the rule of the first gate that is shut. */
export function assertOpen<F>(gates: readonly Gate<F>[], facts: F): void {
  const missing = firstShut(gates, facts);
  if (missing) throw new Refusal('not-in-this-state', missing.why, { rule: missing.rule });
}
