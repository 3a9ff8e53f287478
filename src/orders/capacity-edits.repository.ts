import { Prisma } from '../generated/prisma/client';
import type { Db, Tx } from '../platform/db/client';
import { hold } from './capacity.repository';

/** Minutes of the seven weekdays, Monday first; of one day; null: no limit of its own. */
type Said = readonly number[] | number | null;

/** BAK-29. One edit of what a store can do; `at` is epoch ms of shop time. */
export interface CapacityEdit {
  readonly id: string;
  readonly storeId: string;
  readonly work: string;
  /** The store date it is about; null: the weekdays. */
  readonly day: string | null;
  readonly before: Said;
  readonly after: Said;
  readonly reason: string | null;
  /** Staff id. */
  readonly by: string;
  readonly at: number;
}
type Asked = Omit<CapacityEdit, 'before'>;

async function standing(tx: Tx, { storeId, work, day }: Asked): Promise<Said> {
  if (day !== null) return (await tx.capacityDay.findUnique({ where: { storeId_day_work: { storeId, day, work } } }))?.minutes ?? null;
  const rows = await tx.capacity.findMany({ where: { storeId, work }, orderBy: { weekday: 'asc' } });
  return rows.length > 0 ? rows.map(({ minutes }) => minutes) : null;
}

async function put(tx: Tx, { storeId, work, day, after }: Asked): Promise<void> {
  if (day === null) {
    await tx.capacity.deleteMany({ where: { storeId, work } });
    if (typeof after === 'object' && after !== null)
      await tx.capacity.createMany({ data: after.map((minutes, n) => ({ storeId, work, weekday: n + 1, minutes })) });
    return;
  }
  await tx.capacityDay.deleteMany({ where: { storeId, day, work } });
  if (typeof after === 'number') await tx.capacityDay.create({ data: { storeId, day, work, minutes: after } });
}

const json = (said: Said) => (said === null ? Prisma.DbNull : (said as Prisma.InputJsonValue));

/** BAK-29. Says what a store can do, and keeps every edit with who made it. */
export const createCapacityEdits = (db: Db) => ({
  /** What stands already is no edit, and a repeat of a request finds its own. */
  async make(edit: Asked): Promise<void> {
    await db.$transaction(async (tx) => {
      await hold(tx, edit.storeId, [edit.work]);
      const before = await standing(tx, edit);
      if (JSON.stringify(before) === JSON.stringify(edit.after)) return;
      await put(tx, edit);
      const { at, after, ...row } = edit;
      await tx.capacityEdit.create({ data: { ...row, before: json(before), after: json(after), at: new Date(at) } });
    });
  },

  /** At most `limit` edits of a store, the latest first, those after `place`. */
  async list(storeId: string, limit: number, place?: Pick<CapacityEdit, 'at' | 'id'>): Promise<CapacityEdit[]> {
    const at = place && new Date(place.at);
    const rows = await db.capacityEdit.findMany({
      where: { storeId, ...(place && at && { OR: [{ at: { lt: at } }, { at, id: { lt: place.id } }] }) },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: limit,
    });
    return rows.map((row) => ({ ...row, before: row.before as Said, after: row.after as Said, at: row.at.getTime() }));
  },
});
