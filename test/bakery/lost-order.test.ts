import { randomUUID } from 'node:crypto';
import { REPAIR_WORKFLOW, repairWorkflowId } from '../../src/orders/names.messages';
import type { RepairInput } from '../../src/orders/repair.messages';
import type { TaskRow } from '../../src/process/process.messages';
import { badField, bakeryOfThisFile, staff, type Order } from '../support/bakery';

const bakery = bakeryOfThisFile();

/** The repair of an order whose workflow is gone, as the watch opens it; the store manager answers it. */
async function lost(order: Order) {
  const input: RepairInput = {
    number: order.number,
    storeId: order.number,
    clock: order.input.clock,
    rules: order.input.rules,
    how: 'missing',
    state: 'materials',
    heldFen: 8_640,
    outstandingFen: 20_160,
    revision: 7,
    earlier: { revision: 0, taskCount: 0, open: [] },
  };
  const workflowId = repairWorkflowId(order.number);
  const handle = await order.handle.client.start(REPAIR_WORKFLOW, { taskQueue: 'orders', workflowId, args: [input] });
  const isRepair = ({ kind, state }: TaskRow): boolean => kind === 'repair' && state === 'open';
  const task = await order.until('the repair', () => [...order.book.tasks.values()].find(isRepair));
  return {
    task,
    outcome: () => handle.result(),
    answers: (choices: object, textId?: string): Promise<unknown> => {
      const key = randomUUID();
      const message = { taskId: task.id, by: staff('store-manager'), choices, ...(textId && { textId }) };
      const args: [object, object] = [message, { for: workflowId, key, known: 0 }];
      return order.handle.client.getHandle(workflowId).executeUpdate('repair', { args, updateId: key });
    },
  };
}

test('BAK-41 an order that is lost is written off only with a reason, and its repair takes no answer that is another’s', async () => {
  const repair = await lost(await bakery.places());
  expect(repair.task).toMatchObject({ role: 'store-manager', context: { what: 'workflow-lost', heldFen: 8_640, outstandingFen: 20_160 } });
  const refused = { field: '/answer/action', rule: 'BAK-41' };
  for (const action of ['retry', 'done-outside', 'give-up']) expect(await badField(repair.answers({ action }, 'text-1'))).toEqual(refused);
  expect(await badField(repair.answers({ action: 'write-off' }))).toEqual({ field: '/answer/reason', rule: 'BAK-41' });
  await repair.answers({ action: 'write-off' }, 'text-1');
  expect(await repair.outcome()).toBe('restarted');
});

test.each(['start-again', 'refund'])('BAK-41 %s needs no reason', async (action) => {
  const repair = await lost(await bakery.places());
  await repair.answers({ action });
  expect(await repair.outcome()).toBe('restarted');
});
