import type { ActsUnderWay } from '../ports.messages';
import type { Db } from '../../platform/db/client';

/** Acts on their way. The statement that writes an act's batch ends it too (`record-sql.ts`). */
export const createActsUnderWay = (db: Db): ActsUnderWay => ({
  async begin(processId, key) {
    const [row] = await db.$queryRaw<{ revision: number | null }[]>`
      WITH begun AS (
        INSERT INTO acts_under_way (process_id, key) VALUES (${processId}, ${key}) ON CONFLICT DO NOTHING
      )
      SELECT (SELECT revision FROM processes WHERE id = ${processId}) AS revision`;
    return row?.revision ?? 0;
  },

  async end(processId, key) {
    await db.actUnderWay.deleteMany({ where: { processId, key } });
  },

  async begunBefore(instantMs, limit) {
    const rows = await db.actUnderWay.findMany({
      where: { begunAt: { lt: new Date(instantMs) } },
      orderBy: [{ begunAt: 'asc' }, { key: 'asc' }],
      take: limit,
    });
    return rows.map(({ begunAt, ...act }) => ({ ...act, begunAt: begunAt.getTime() }));
  },
});
