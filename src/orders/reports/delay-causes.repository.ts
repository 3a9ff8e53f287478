import type { Db } from '../../platform/db/client';
import type { DelayCause } from './delay-causes.rules';

/** BAK-84. A delay as the store manager coded it; `at` is epoch ms of shop time. */
export interface DelayCauseRecord {
  readonly id: string;
  readonly orderNumber: string;
  readonly cause: DelayCause;
  readonly note: string;
  /** Staff id. */
  readonly by: string;
  readonly at: number;
}

/** BAK-84. Keeps every coding of a delay with who made it; the last one counts. */
export const createDelayCauses = (db: Db) => ({
  /** A repeat of a request finds its own. */
  async add({ at, ...row }: DelayCauseRecord): Promise<void> {
    await db.delayCause.createMany({ data: [{ ...row, at: new Date(at) }], skipDuplicates: true });
  },
  /** What counts, by order number. */
  async lastOf(numbers: readonly string[]): Promise<Map<string, DelayCauseRecord>> {
    const rows = await db.delayCause.findMany({
      where: { orderNumber: { in: [...numbers] } },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    });
    return new Map(rows.map((row) => [row.orderNumber, { ...row, cause: row.cause as DelayCause, at: row.at.getTime() }]));
  },
});
