import type { Db } from '../../platform/db/client';

/** A list as somebody saved it: of what page, and what stands behind that in the address. */
export interface SavedViewRow {
  readonly id: string;
  readonly storeId: string;
  /** Staff id of whoever saved it. */
  readonly staffId: string;
  readonly page: string;
  readonly name: string;
  readonly search: string;
  /** With whom it is shared; null: with nobody. */
  readonly role: string | null;
}

/** Saved views of a store's people. */
export const createSavedViews = (db: Db) => ({
  /** A person's own, and those that are shared with a role of theirs, by name. */
  of: ({
    id,
    storeId,
    roles,
  }: {
    readonly id: string;
    readonly storeId: string;
    readonly roles: readonly string[];
  }): Promise<SavedViewRow[]> =>
    db.savedView.findMany({
      where: { storeId, OR: [{ staffId: id }, { role: { in: [...roles] } }] },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
  find: (id: string): Promise<SavedViewRow | null> => db.savedView.findUnique({ where: { id } }),
  countOf: (staffId: string): Promise<number> => db.savedView.count({ where: { staffId } }),
  async put(row: SavedViewRow): Promise<void> {
    await db.savedView.upsert({ where: { id: row.id }, create: row, update: row });
  },
  async remove(id: string): Promise<void> {
    await db.savedView.deleteMany({ where: { id } });
  },
});
