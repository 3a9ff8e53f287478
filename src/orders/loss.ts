import { WorkflowNotFoundError, type Client, type WorkflowExecutionStatusName } from '@temporalio/client';
import { orderWorkflows } from './define.order-kind';
import { orderNumberOf, orderWorkflowId } from './names.messages';
import type { Loss } from './repair.messages';

/** How a run may have ended. A run that was continued as a new one, or is paused, is not over. */
const LOSSES: { readonly [S in WorkflowExecutionStatusName]?: Loss } = {
  COMPLETED: 'completed',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
  TERMINATED: 'terminated',
  TIMED_OUT: 'timed-out',
};

/** Where an order's newest run stands. */
export interface Standing {
  /** Null while it runs. */
  readonly loss: Loss | null;
  readonly memo: Readonly<Record<string, unknown>>;
}

/** Asks Temporal for the order's newest run. Throws when Temporal does not answer. */
export async function standingOf(client: Client, number: string): Promise<Standing> {
  try {
    const { status, memo } = await client.workflow.getHandle(orderWorkflowId(number)).describe();
    return { loss: LOSSES[status.name] ?? null, memo: memo ?? {} };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { loss: 'missing', memo: {} };
    throw error;
  }
}

/** The most corpses one look takes; those beyond it are found by the round over all open orders. */
const MOST_FOUND = 200;

/** Numbers of orders one of whose runs ended otherwise than well since a real instant, by Temporal's visibility. */
export async function endedSince(client: Client, sinceMs: number): Promise<string[]> {
  const ends = `ExecutionStatus IN ('Terminated', 'Failed', 'TimedOut', 'Canceled')`;
  const stories = orderWorkflows().map((name) => `'${name}'`);
  const query = `WorkflowType IN (${stories.join(', ')}) AND ${ends} AND CloseTime >= '${new Date(sinceMs).toISOString()}'`;
  const numbers = new Set<string>();
  for await (const { workflowId } of client.workflow.list({ query, pageSize: MOST_FOUND })) {
    numbers.add(orderNumberOf(workflowId) ?? workflowId);
    if (numbers.size === MOST_FOUND) break;
  }
  return [...numbers];
}
