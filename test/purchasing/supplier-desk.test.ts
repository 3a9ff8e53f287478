import type { Client } from '@temporalio/client';
import { createSupplierDesk } from '../../src/purchasing/supplier-desk';

const ANSWER = { supplierId: 'mill', available: true, promisedAt: 1_000 };

/** What Temporal is sent when a supplier answers about the exception `e1`, or what its caller hears when Temporal fails so. */
async function sent(failure?: Error): Promise<unknown[]> {
  const heard: unknown[] = [];
  const getHandle = (workflowId: string) => ({
    executeUpdate(update: string, { args, updateId }: { args: [unknown, object]; updateId: string }) {
      heard.push(workflowId, update, updateId, ...args);
      return failure ? Promise.reject(failure) : Promise.resolve();
    },
  });
  const client = { withDeadline: (_at: number, ask: () => unknown) => ask(), workflow: { getHandle } } as unknown as Client;
  await createSupplierDesk(client).answerSupplier('e1', ANSWER);
  return heard;
}

test('BAK-59 a supplier’s answer goes to the search that asked for it, sealed for that search', async () => {
  const [workflowId, update, key, ...args] = await sent();
  expect([workflowId, update]).toEqual(['sourcing/e1', 'supplierAnswered']);
  expect(args).toEqual([ANSWER, { for: 'sourcing/e1', key, known: 0 }]);
  expect(key).toMatch(/^[0-9a-f-]{36}$/);
});

test('what is wrong with the house stays an error', async () => {
  await expect(sent(new Error('a fault of ours'))).rejects.toThrow('a fault of ours');
});
