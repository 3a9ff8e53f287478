import {
  isGrpcServiceError,
  QueryRejectedError,
  WorkflowClient,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { isRefusalCode, Refusal, revived, type RefusalData } from '../base/refusals';
import type { Seal } from '../platform/temporal/seal.messages';
import { BATCHES_AFTER, CHECK_ACT } from '../process/names.messages';
import type { ActUnderWay } from '../process/ports.messages';
import type { Decided, RecordBatch } from '../process/process.messages';
import type { Outcome } from '../process/record/sweeper';

/** Real milliseconds a caller waits for an act to be on record before hearing `unavailable`; the same key asked again gets the answer. */
export const PATIENCE_MS = 10_000;
/** Where another will ask again: intake, whose order the starter launches afterwards, and whoever heals what is not on file. */
export const SHORT_PATIENCE_MS = 3_000;
const ALREADY_COMPLETED = /already completed/i;
/** gRPC status codes as Temporal's frontend uses them. */
const [NOT_FOUND, RESOURCE_EXHAUSTED] = [5, 8];

/** How workflows are asked from outside: with patience, and what they refuse comes back with its code. */
export interface Gateway {
  /** @throws {Refusal} `unavailable` when Temporal does not answer in time. */
  readonly asking: <T>(patienceMs: number, ask: () => Promise<T>) => Promise<T>;
  /** Sends an act with its seal, under its key. `meaning` says what a failure means. */
  readonly tell: <T, A>(workflowId: string, update: string, key: string, act: A, known?: number, meaning?: Meaning) => Promise<T>;
  /** Asks a process whether it would take an act: nothing is told, and nothing stands in its history. Throws what the act would be refused with. */
  readonly check: <A>(workflowId: string, update: string, act: A, meaning?: Meaning) => Promise<void>;
}
/** What a failure means. */
type Meaning = (error: unknown) => Promise<unknown>;
const asItIs: Meaning = (error) => Promise.resolve(error);

/** `client` signs what it sends (`sealing`), or every act is refused. */
export function createGateway(client: Client): Gateway {
  const asking = async <T>(patienceMs: number, ask: () => Promise<T>): Promise<T> => {
    try {
      return await client.withDeadline(Date.now() + patienceMs, ask);
    } catch (error) {
      throw refusalFrom(error);
    }
  };
  // a process that has ended would answer a Query out of its history, but takes no act any more
  const living = new WorkflowClient({ ...client.workflow.options, connection: client.connection, queryRejectCondition: 'NOT_OPEN' });
  return {
    asking,
    check: (workflowId, update, act, meaning = asItIs) =>
      asking(PATIENCE_MS, async () => {
        const refused = await living
          .getHandle(workflowId)
          .query<RefusalData | null, [string, typeof act, number]>(CHECK_ACT, update, act, Date.now())
          .catch(async (error: unknown) => {
            throw await meaning(error);
          });
        if (refused) throw revived(refused);
      }),
    tell<T, A>(workflowId: string, update: string, key: string, act: A, known = 0, meaning = asItIs): Promise<T> {
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

/** What a process does not know to be written. */
export const batchesAfter =
  (client: Client) =>
  (processId: string, revision: number): Promise<RecordBatch[]> =>
    client.withDeadline(Date.now() + SHORT_PATIENCE_MS, () =>
      client.workflow.getHandle(processId).query<RecordBatch[], [number]>(BATCHES_AFTER, revision),
    );

/** What came of an act that was sent before, by whomever. */
export const outcomeOf =
  (client: Client) =>
  async ({ processId, key }: ActUnderWay): Promise<Outcome> => {
    try {
      return await client.withDeadline(Date.now() + SHORT_PATIENCE_MS, () =>
        client.workflow.getHandle(processId).getUpdateHandle<Decided>(key).result(),
      );
    } catch (error) {
      if (error instanceof WorkflowUpdateFailedError) return 'refused';
      if (error instanceof WorkflowNotFoundError) return 'unknown';
      if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return 'pending';
      if (isGrpcServiceError(error) && (error.code as number) === NOT_FOUND) return 'unknown';
      throw error;
    }
  };

/** Whether Temporal says that the workflow has come to its end. */
export const hasEnded = (error: unknown): boolean =>
  error instanceof QueryRejectedError || (error instanceof WorkflowNotFoundError && ALREADY_COMPLETED.test(error.message));

/** Turns what Temporal throws into the refusal the caller should see; a fault of ours stays an error. */
function refusalFrom(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  if (error instanceof WorkflowUpdateFailedError) return refusalOfWorkflow(error.cause) ?? error;
  if (hasEnded(error)) return new Refusal('not-in-this-state', { code: 'order-ended' }, { rule: 'BAK-94' });
  if (error instanceof WorkflowNotFoundError) return new Refusal('unavailable', { code: 'order-not-started' });
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
