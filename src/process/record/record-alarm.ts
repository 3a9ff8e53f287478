import { taskRule } from '../tasks/tasks.rules';
import { createHash } from 'node:crypto';
import type { ProcessRef } from '../process.messages';
import type { RecordAlarm } from '../ports.messages';
import { REPAIRS } from '../repairs.rules';
import { codeOf, isDatabaseAway } from '../../platform/db/away';
import type { Db } from '../../platform/db/client';
import { opensProcess, putOnFile } from './process.repository';

/** One task for each refused batch: repeats find it, and what was healed once can fail again. Ids stand in addresses, so without a slash. */
const taskIdOf = ({ id, number, aboutOrder }: ProcessRef, revision: number): string =>
  `${aboutOrder ?? number}-refused-${createHash('sha256').update(id).digest('hex').slice(0, 8)}-${revision}`;

/**
 * The alarm beside the recorder. It writes nothing of the batch, only ids and Postgres' code, so that what poisons the batch cannot poison
 * it. `shopNow` is shop time, epoch ms.
 */
export const createRecordAlarm = (db: Db, shopNow: () => number): RecordAlarm => ({
  async raise(batch, error) {
    if (isDatabaseAway(error)) return;
    const { process, revision } = batch;
    if (opensProcess(batch)) await putOnFile(db, process, batch.standing.state);
    const rule = taskRule('repair');
    const code = codeOf(error);
    const now = new Date(shopNow());
    const context = JSON.stringify({ what: 'record-refused', actions: REPAIRS['record-refused'], code, workflow: process.id, revision });
    await db.$executeRaw`
      WITH shown AS (
        UPDATE processes SET refused_at = COALESCE(refused_at, now()) WHERE id = ${process.id} RETURNING id, store_id
      )
      INSERT INTO tasks (id, process_id, store_id, kind, role, opened_at, started_at, rule_ids, ladder, state, context, answers)
      SELECT ${taskIdOf(process, revision)}, id, store_id, 'repair', 'operator', ${now}, ${now},
        ${[...rule.ruleIds]}, ${[...rule.ladder]}, 'open', ${context}::jsonb, '[]'
      FROM shown
      ON CONFLICT (id) DO NOTHING`;
  },

  async settle({ process: { id } }) {
    await db.$executeRaw`
      WITH shown AS (
        UPDATE processes SET refused_at = NULL WHERE id = ${id} AND refused_at IS NOT NULL
      )
      UPDATE tasks SET state = 'withdrawn', closed_at = ${new Date(shopNow())}
      WHERE process_id = ${id} AND state = 'open' AND kind = 'repair'
        AND context->>'what' = 'record-refused'`;
  },
});
