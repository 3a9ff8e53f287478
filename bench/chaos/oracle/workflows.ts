import { isGrpcServiceError, type Client } from '@temporalio/client';
import { orderWorkflowId } from '../../../src/orders/names.messages';
import type { OrderSnapshot } from '../../../src/orders/order.messages';
import type { Finding } from './finding';

/** A workflow as Temporal knows it. */
export interface WorkflowSeen {
  readonly status: string;
  /** What failed its workflow tasks, other than the engine's own races. */
  readonly failures: readonly string[];
  readonly events: number;
}

/**
 * `WorkflowTaskFailedCause` of Temporal's API that are nobody's fault: a message arrived while the task ended (unhandled command, unhandled
 * update), or the server gave the task to somebody else (reset sticky queue, force close, failover).
 */
const HARMLESS: ReadonlySet<number> = new Set([1, 13, 17, 18, 31]);

/** Null when Temporal has never heard of it. */
export async function seeWorkflow(client: Client, workflowId: string): Promise<WorkflowSeen | null> {
  const handle = client.workflow.getHandle(workflowId);
  try {
    const { status, historyLength } = await handle.describe();
    const { events } = await handle.fetchHistory();
    const failures = (events ?? []).flatMap(({ workflowTaskFailedEventAttributes: failed }) =>
      failed && !HARMLESS.has(failed.cause ?? 0) ? [`cause ${failed.cause ?? 0}: ${failed.failure?.message ?? ''}`.slice(0, 300)] : [],
    );
    return { status: status.name, failures, events: historyLength };
  } catch (error) {
    if ((error as Error).name === 'WorkflowNotFoundError') return null;
    throw error;
  }
}

/** gRPC: cancelled, deadline exceeded, resource exhausted, unavailable. A worker that has just started and replays everybody is asked again. */
const BUSY: ReadonlySet<number> = new Set([1, 4, 8, 14]);

/** The order as its workflow sees it; null when no worker answered in time. */
export async function viewOf(client: Client, order: string): Promise<OrderSnapshot | null> {
  try {
    return await client.workflow.getHandle(orderWorkflowId(order)).query<OrderSnapshot>('view');
  } catch (error) {
    const cause: unknown = error instanceof Error ? error.cause : undefined;
    if (isGrpcServiceError(cause) && BUSY.has(cause.code)) return null;
    throw error;
  }
}

/** What an order's row says of its going on. */
export interface Standing {
  readonly order: string;
  readonly state: string;
  readonly openTasks: readonly string[];
  /** It is delivered, owes nobody anything, and its visit is still to come. */
  readonly waits: boolean;
}

/** No workflow failed, was ended from outside, or stands still: an order that is not at its end owes somebody a step, or waits for a day. */
export function judgeWorkflow({ order, state, openTasks, waits }: Standing, seen: WorkflowSeen | null): Finding[] {
  if (!seen) return [{ what: 'lost', about: order, detail: 'is on file and has no workflow' }];
  const findings: Finding[] = seen.failures.map((failure) => ({
    what: 'stuck',
    about: order,
    detail: `a workflow task failed: ${failure}`,
  }));
  if (seen.status === 'RUNNING') {
    if (waits) return findings;
    const owes = openTasks.length > 0 ? `still open: ${openTasks.join(', ')}` : 'nobody owes it anything';
    findings.push({ what: 'stuck', about: order, detail: `has not come to its end: ${state}, ${owes}` });
  } else if (seen.status !== 'COMPLETED') {
    findings.push({ what: 'stuck', about: order, detail: `its workflow is ${seen.status}` });
  }
  return findings;
}
