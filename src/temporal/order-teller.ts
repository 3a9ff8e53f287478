import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { repairWorkflowId } from '../contracts/names';
import type { OrderTeller } from '../contracts/ports';

/** Signals orders from outside their own acts. An order that has ended needs to hear nothing more. */
export const createOrderTeller = (client: Client): OrderTeller => ({
  tellUndeliverable: ({ workflowId, ...notice }) => tell(client, workflowId, 'noticeUndeliverable', notice),
});

/** Tells the repair of an order, if one is under way, that the order lives again. */
export const tellFoundAlive = (client: Client, orderNumber: string): Promise<void> =>
  tell(client, repairWorkflowId(orderNumber), 'foundAlive');

async function tell(client: Client, workflowId: string, signal: string, ...args: unknown[]): Promise<void> {
  try {
    await client.workflow.getHandle(workflowId).signal(signal, ...args);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}
