import { randomUUID } from 'node:crypto';
import {
  isGrpcServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { updateOf, type ActName, type ActOf } from '../process/acts.messages';
import type { Seal } from '../platform/temporal/seal.messages';
import { BATCHES_AFTER } from '../process/names.messages';
import { orderWorkflowId } from './names.messages';
import { sourcingWorkflowId, SUPPLIER_ANSWERED } from '../purchasing/names.messages';
import type { Decided, RecordBatch, Recorded } from '../process/process.messages';
import type { OrderSnapshot } from './order.messages';
import type { SupplierAnswer } from '../purchasing/sourcing.messages';
import type { ActsUnderWay, ActUnderWay, Recorder } from '../process/ports.messages';
import type { OrderDesk } from './ports.messages';
import type { Loss } from './repair.messages';
import { isRefusalCode, Refusal, revived, type RefusalData } from '../base/refusals';
import { createLanding } from '../process/record/landing';
import { launchOrder } from './launch';
import { standingOf } from './loss';
import type { Outcome } from '../process/record/sweeper';

/** Real milliseconds a caller waits for an act to be on record before hearing `unavailable`; the same key asked again gets the answer. */
const PATIENCE_MS = 10_000;
/** Real milliseconds intake waits for Temporal; afterwards the starter launches the order. */
const LAUNCH_PATIENCE_MS = 3_000;
const ALREADY_COMPLETED = /already completed/i;
/** gRPC status codes as Temporal's frontend uses them. */
const [NOT_FOUND, RESOURCE_EXHAUSTED] = [5, 8];

/** What the desk writes with: what an act decided, and before that, that it is under way. */
export interface DeskFile {
  readonly recorder: Recorder;
  readonly acts: ActsUnderWay;
}

/** Speaks to workflows with patience, and turns what fails into the refusal the caller should see. */
function createTelling(client: Client) {
  const asking = async <T>(patienceMs: number, ask: () => Promise<T>): Promise<T> => {
    try {
      return await client.withDeadline(Date.now() + patienceMs, ask);
    } catch (error) {
      throw refusalFrom(error);
    }
  };

  /** An act with its seal, under its key. `meaning` says what a failure means. */
  const tell = <T, A>(
    workflowId: string,
    update: string,
    key: string,
    act: A,
    known = 0,
    meaning: (error: unknown) => Promise<unknown> = (error) => Promise.resolve(error),
  ): Promise<T> => {
    const args: [A, Seal] = [act, { for: workflowId, key, known }];
    return asking(PATIENCE_MS, async () => {
      try {
        return await client.workflow.getHandle(workflowId).executeUpdate<T, [A, Seal]>(update, { args, updateId: key });
      } catch (error) {
        throw await meaning(error);
      }
    });
  };
  return { asking, tell };
}

/**
 * The only door from HTTP to workflows: acts are Updates whose id is the caller's key; refusals come back with their code. What an act
 * decided comes back with its answer, and is written here. `client` signs what it sends (`sealing`), or every act is refused.
 */
export function createOrderDesk(client: Client, { recorder, acts }: DeskFile): OrderDesk {
  const land = createLanding({ recorder, batchesAfter: batchesAfter(client) });
  const { asking, tell } = createTelling(client);

  /** Sends an act to a process and brings to file what it decided. */
  async function perform<N extends ActName>(
    { processId, aboutOrder, update }: { readonly processId: string; readonly aboutOrder: string | null; readonly update: string },
    key: string,
    act: ActOf<N>,
  ): Promise<Recorded> {
    const known = await acts.begin(processId, key);
    const decided = await tell<Decided, ActOf<N>>(processId, update, key, act, known, async (error) =>
      hasEnded(error) && aboutOrder !== null && isCorpse((await standingOf(client, aboutOrder)).loss) ? lost() : error,
    ).catch(async (error: unknown) => {
      if (error instanceof Refusal && error.code !== 'unavailable') await acts.end(processId, key);
      throw error;
    });
    await land(processId, decided).catch((error: unknown) => {
      // nothing is lost: the sweeper goes on trying, and tells the operator
      throw Object.assign(new Refusal('unavailable', { code: 'act-unwritten' }), { cause: error });
    });
    if (!decided.batch?.acts.includes(key)) await acts.end(processId, key);
    return { revision: decided.revision };
  }
  const send =
    <N extends Exclude<ActName, 'completeTask'>>(name: N) =>
    (orderNumber: string, key: string, act: ActOf<N>): Promise<Recorded> =>
      perform({ processId: orderWorkflowId(orderNumber), aboutOrder: orderNumber, update: updateOf(name) }, key, act);

  return {
    launch: (input) => asking(LAUNCH_PATIENCE_MS, () => launchOrder(client, input)),
    completeTask: ({ kind, ...task }, key, act) => perform({ ...task, update: kind }, key, act),
    assignTask: (task, key, act) => perform({ ...task, update: updateOf('assignTask') }, key, act),
    requestChange: send('requestChange'),
    refreshPreview: send('refreshPreview'),
    decideChange: send('decideChange'),
    confirmDetails: send('confirmDetails'),
    cancel: send('cancel'),
    recordPayment: send('recordPayment'),
    recordCost: send('recordCost'),
    reportException: send('reportException'),
    chooseAlternative: send('chooseAlternative'),
    addPhoto: send('addPhoto'),
    rate: send('rate'),
    answerSupplier: (exceptionId, answer) =>
      tell<void, SupplierAnswer>(sourcingWorkflowId(exceptionId), SUPPLIER_ANSWERED, randomUUID(), answer),
    view: (order) => asking(PATIENCE_MS, () => client.workflow.getHandle(orderWorkflowId(order)).query<OrderSnapshot>('view')),
    ping: () => asking(LAUNCH_PATIENCE_MS, async () => void (await client.workflowService.getSystemInfo({}))),
  };
}

/** What a process does not know to be written. */
export const batchesAfter =
  (client: Client) =>
  (processId: string, revision: number): Promise<RecordBatch[]> =>
    client.withDeadline(Date.now() + LAUNCH_PATIENCE_MS, () =>
      client.workflow.getHandle(processId).query<RecordBatch[], [number]>(BATCHES_AFTER, revision),
    );

/** What came of an act that was sent before, by whomever. */
export const outcomeOf =
  (client: Client) =>
  async ({ processId, key }: ActUnderWay): Promise<Outcome> => {
    try {
      return await client.withDeadline(Date.now() + LAUNCH_PATIENCE_MS, () =>
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

const hasEnded = (error: unknown): boolean => error instanceof WorkflowNotFoundError && ALREADY_COMPLETED.test(error.message);
/** An order that has come to its end has completed. */
const isCorpse = (loss: Loss | null): boolean => loss !== null && loss !== 'completed';
const lost = (): Refusal => new Refusal('not-in-this-state', { code: 'order-lost' });

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
