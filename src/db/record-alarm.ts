import { createHash } from 'node:crypto';
import type { RecordAlarm } from '../contracts/ports';
import { REPAIRS } from '../domain/repairs';
import { TASKS } from '../domain/rulebook/tasks';
import { codeOf, isDatabaseAway } from './away';
import type { Db } from './client';

/** One task for each refused batch: repeats find it, and what was healed once can fail again. Ids stand in addresses, so without a slash. */
const taskIdOf = (orderNumber: string, workflowId: string, revision: number): string =>
  `${orderNumber}-refused-${createHash('sha256').update(workflowId).digest('hex').slice(0, 8)}-${revision}`;

/**
 * The alarm beside the recorder. It writes nothing of the batch, only ids and Postgres' code, so that what poisons the batch cannot poison
 * it. `shopNow` is shop time, epoch ms.
 */
export const createRecordAlarm = (db: Db, shopNow: () => number): RecordAlarm => ({
  async raise({ workflowId, orderNumber, revision }, error) {
    if (isDatabaseAway(error)) return;
    const code = codeOf(error);
    const context = JSON.stringify({ what: 'record-refused', actions: REPAIRS['record-refused'], code, workflow: workflowId, revision });
    await db.$executeRaw`
      WITH shown AS (
        UPDATE orders SET refused = array_append(refused, ${workflowId}) WHERE number = ${orderNumber} AND NOT (${workflowId} = ANY(refused))
      )
      INSERT INTO tasks (id, workflow_id, order_number, kind, role, opened_at, rule_ids, state, context, answers)
      SELECT ${taskIdOf(orderNumber, workflowId, revision)}, ${workflowId}, number, 'repair', 'operator', ${new Date(shopNow())},
        ${[...TASKS.repair.ruleIds]}, 'open', ${context}::jsonb, '[]'
      FROM orders WHERE number = ${orderNumber}
      ON CONFLICT (id) DO NOTHING`;
  },

  async settle({ workflowId, orderNumber }) {
    await db.$executeRaw`
      WITH shown AS (
        UPDATE orders SET refused = array_remove(refused, ${workflowId}) WHERE number = ${orderNumber} AND ${workflowId} = ANY(refused)
      )
      UPDATE tasks SET state = 'withdrawn', closed_at = ${new Date(shopNow())}
      WHERE order_number = ${orderNumber} AND workflow_id = ${workflowId} AND state = 'open' AND kind = 'repair'
        AND context->>'what' = 'record-refused'`;
  },
});
