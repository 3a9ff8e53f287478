import {
  isGrpcServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { isRefusalCode, Refusal, revived, type RefusalData } from '../base/refusals';
import type { Seal } from '../platform/temporal/seal.messages';

/** Real milliseconds a caller waits for an act to be on record before hearing `unavailable`; the same key asked again gets the answer. */
export const PATIENCE_MS = 10_000;
const ALREADY_COMPLETED = /already completed/i;
/** gRPC status code as Temporal's frontend uses it. */
const RESOURCE_EXHAUSTED = 8;

/** How workflows are asked from outside: with patience, and what they refuse comes back with its code. */
export interface Gateway {
  /** @throws {Refusal} `unavailable` when Temporal does not answer in time. */
  readonly asking: <T>(patienceMs: number, ask: () => Promise<T>) => Promise<T>;
  /** Sends an act with its seal, under its key. `meaning` says what a failure means. */
  readonly tell: <T, A>(
    workflowId: string,
    update: string,
    key: string,
    act: A,
    known?: number,
    meaning?: (error: unknown) => Promise<unknown>,
  ) => Promise<T>;
}

/** `client` signs what it sends (`sealing`), or every act is refused. */
export function createGateway(client: Client): Gateway {
  const asking = async <T>(patienceMs: number, ask: () => Promise<T>): Promise<T> => {
    try {
      return await client.withDeadline(Date.now() + patienceMs, ask);
    } catch (error) {
      throw refusalFrom(error);
    }
  };
  return {
    asking,
    tell<T, A>(
      workflowId: string,
      update: string,
      key: string,
      act: A,
      known = 0,
      meaning: (error: unknown) => Promise<unknown> = (error) => Promise.resolve(error),
    ): Promise<T> {
      const args: [A, Seal] = [act, { for: workflowId, key, known }];
      return asking(PATIENCE_MS, async () => {
        try {
          return await client.workflow.getHandle(workflowId).executeUpdate<T, [A, Seal]>(update, { args, updateId: key });
        } catch (error) {
          throw await meaning(error);
        }
      });
    },
  };
}

/** Whether Temporal says that the workflow has come to its end. */
export const hasEnded = (error: unknown): boolean => error instanceof WorkflowNotFoundError && ALREADY_COMPLETED.test(error.message);

/** Turns what Temporal throws into the refusal the caller should see; a fault of ours stays an error. */
function refusalFrom(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  if (error instanceof WorkflowUpdateFailedError) return refusalOfWorkflow(error.cause) ?? error;
  if (error instanceof WorkflowNotFoundError) {
    return hasEnded(error)
      ? new Refusal('not-in-this-state', { code: 'order-ended' }, { rule: 'BAK-94' })
      : new Refusal('unavailable', { code: 'order-not-started' });
  }
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return unavailable();
  if (isGrpcServiceError(error)) {
    return (error.code as number) === RESOURCE_EXHAUSTED ? new Refusal('busy', { code: 'acts-in-flight' }) : unavailable();
  }
  const cause = error instanceof Error ? error.cause : undefined;
  return isGrpcServiceError(cause) ? refusalFrom(cause) : error;
}

const unavailable = (): Refusal => new Refusal('unavailable', { code: 'order-away' });

function refusalOfWorkflow(cause: unknown): Refusal | undefined {
  if (!(cause instanceof ApplicationFailure) || !isRefusalCode(cause.type)) return undefined;
  const data = cause.details?.[0] as RefusalData | undefined;
  return data && revived(data);
}
