import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { OrderTeller } from '../contracts/ports';

/** Signals orders from outside their own acts. An order that has ended needs to hear nothing more. */
export const createOrderTeller = (client: Client): OrderTeller => ({
  async tellUndeliverable({ workflowId, ...notice }) {
    try {
      await client.workflow.getHandle(workflowId).signal('noticeUndeliverable', notice);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  },
});
