import { ApplicationFailure } from '@temporalio/workflow';
import { dataOf, Refusal, type RefusalData } from '../../src/base/refusals';
import type { Fault } from '../../src/base/faults';

/** Runs a decision; a `Refusal` leaves as the non-retryable failure whose `type` is the code (only such failures may leave a handler). */
export function refusing<T>(decide: () => T): T {
  try {
    return decide();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw ApplicationFailure.create({ message: error.message, type: error.code, nonRetryable: true, details: [dataOf(error)] });
  }
}

/** What a decision would be refused with; null when it would not. */
export function refusalOf(decide: () => void): RefusalData | null {
  try {
    decide();
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return dataOf(error);
  }
}

/** A field of an act that the facts forbid. */
export const bad = (pointer: string, why: Fault, rule: string): Refusal =>
  new Refusal('invalid-request', why, { rule, errors: [{ pointer, rule, ...why }] });
