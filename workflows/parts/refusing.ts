import { ApplicationFailure } from '@temporalio/workflow';
import { Refusal } from '../../src/domain/errors';

/** Runs a decision; a `Refusal` leaves as the non-retryable failure whose `type` is the code (only such failures may leave a handler). */
export function refusing<T>(decide: () => T): T {
  try {
    return decide();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw ApplicationFailure.create({ message: error.message, type: error.code, nonRetryable: true, details: [error.more] });
  }
}
