import { randomUUID } from 'node:crypto';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { untilItAnswers } from '../../src/main/patience';
import { ensureSearchAttributes } from '../../src/local-shop/temporal-namespace';

/**
 * `TEST_TEMPORAL_ADDRESS` runs the system tests against a Temporal server of one's own, such as a cluster on Postgres, instead of the
 * embedded one (docs/operations.md). Each shop gets a namespace of its own there. Null without it.
 */
export async function givenTemporal(): Promise<{ TEMPORAL_ADDRESS: string; TEMPORAL_NAMESPACE: string } | null> {
  const address = process.env['TEST_TEMPORAL_ADDRESS'];
  if (!address) return null;
  const namespace = `levain-${randomUUID().slice(0, 8)}`;
  const connection = await Connection.connect({ address });
  try {
    await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: msToTs('3 days') });
    // a cluster's parts hear of a new namespace within some seconds
    await untilItAnswers(namespace, () => ensureSearchAttributes(connection, namespace));
    await untilItAnswers(namespace, () => connection.workflowService.listOpenWorkflowExecutions({ namespace }));
  } finally {
    await connection.close();
  }
  return { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace };
}
