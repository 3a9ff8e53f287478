import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { repairWorkflowId } from './names.messages';
import type { OrderTeller } from './ports.messages';

/** Signals orders from outside their own acts. An order that has ended needs to hear nothing more. */
export const createOrderTeller = (client: Client): OrderTeller => ({
  async tellUndeliverable({ processId, ...notice }) {
    await tell(client, processId, 'noticeUndeliverable', notice);
  },
});

/** Tells the repair of an order that the order lives again; false when none is under way. */
export const tellFoundAlive = (client: Client, orderNumber: string): Promise<boolean> =>
  tell(client, repairWorkflowId(orderNumber), 'foundAlive');

async function tell(client: Client, workflowId: string, signal: string, ...args: unknown[]): Promise<boolean> {
  try {
    await client.workflow.getHandle(workflowId).signal(signal, ...args);
    return true;
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    return false;
  }
}
