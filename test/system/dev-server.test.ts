import { Connection } from '@temporalio/client';
import { SEARCH_ATTRIBUTES } from '../../src/orders/names.messages';
import { EMBEDDED_NAMESPACE } from '../../src/local-shop/temporal';
import { startDevServer, type DevServer } from '../support/dev-server';

let server: DevServer;
beforeAll(async () => {
  server = await startDevServer();
}, 90_000);
afterAll(async () => {
  await server.close();
}, 60_000);

async function asking<T>(question: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: server.address });
  try {
    return await question(connection);
  } finally {
    await connection.close();
  }
}

const namespace = EMBEDDED_NAMESPACE;
const attributes = (): Promise<string[]> =>
  asking(async ({ operatorService }) => Object.keys((await operatorService.listSearchAttributes({ namespace })).customAttributes));
const openOrders = (): Promise<string[]> =>
  asking(async ({ workflowService }) => {
    const { executions } = await workflowService.listWorkflowExecutions({ namespace, query: `WorkflowId STARTS_WITH 'order/'` });
    return executions.map(({ execution }) => execution?.workflowId ?? '');
  });

describe('the embedded Temporal server', () => {
  test('has the search attributes of the contract, and keeps the histories of finished orders for 90 days', async () => {
    expect(await attributes()).toEqual(expect.arrayContaining(Object.keys(SEARCH_ATTRIBUTES)));
    const { config } = await asking(({ workflowService }) => workflowService.describeNamespace({ namespace }));
    expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(90 * 24 * 3600);
  }, 30_000);

  test('killed in the middle, it still has what it had accepted', async () => {
    await asking(({ workflowService }) =>
      workflowService.startWorkflowExecution({
        namespace,
        workflowId: 'order/20261201001',
        requestId: 'one',
        workflowType: { name: 'order' },
        taskQueue: { name: 'nobody-listens' },
      }),
    );
    await server.part.kill9();
    await expect(asking(() => Promise.resolve())).rejects.toThrow();
    await server.part.start();
    expect(await openOrders()).toEqual(['order/20261201001']);
  }, 90_000);
});
