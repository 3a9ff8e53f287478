import type { Prisma } from '../../generated/prisma/client';
import type { Db } from '../../platform/db/client';

export interface TextRow {
  readonly id: string;
  /** The process whose act names it. */
  readonly processId: string;
  readonly storeId: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Staff id, `customer`, or a supplier's id. */
  readonly createdBy: string;
  /** Shop time, epoch ms. */
  readonly createdAt: number;
}

/** Private words under an id. They mean nothing until an act names them. */
export const createTexts = (db: Db) => ({
  /** Keeps the words. True when they are new; a repeat changes nothing. */
  async add(text: TextRow): Promise<boolean> {
    const { count } = await db.text.createMany({
      data: [{ ...text, body: text.body as Prisma.InputJsonValue, createdAt: new Date(text.createdAt) }],
      skipDuplicates: true,
    });
    return count === 1;
  },
  /** Takes back words that no act came to name. */
  async remove(id: string): Promise<void> {
    await db.text.deleteMany({ where: { id } });
  },
  async findMany(ids: readonly string[]): Promise<Map<string, Readonly<Record<string, unknown>>>> {
    if (ids.length === 0) return new Map();
    const rows = await db.text.findMany({ where: { id: { in: [...ids] } } });
    return new Map(rows.map((row) => [row.id, row.body as Record<string, unknown>]));
  },
});
