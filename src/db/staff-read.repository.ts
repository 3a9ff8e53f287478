import type { Role } from '../domain/roles';
import type { Db } from './client';

export interface StaffRecord {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly storeId: string;
}

/** Reads the people of a shop and the shop itself. */
export const createStaffReads = (db: Db) => ({
  /** At most `limit` active people of one store after `afterId`, by id. */
  async list(storeId: string, limit: number, afterId = ''): Promise<StaffRecord[]> {
    const rows = await db.staff.findMany({ where: { storeId, active: true, id: { gt: afterId } }, orderBy: { id: 'asc' }, take: limit });
    return rows.map((row) => ({ id: row.id, name: row.name, roles: row.roles as Role[], storeId: row.storeId }));
  },
  /** One active person of that store; null for everybody else. */
  async find(storeId: string, id: string): Promise<StaffRecord | null> {
    const row = await db.staff.findFirst({ where: { id, storeId, active: true } });
    return row && { id: row.id, name: row.name, roles: row.roles as Role[], storeId };
  },
  /** Names by id, of whoever there is or was. */
  async namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await db.staff.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } });
    return new Map(rows.map((row) => [row.id, row.name]));
  },
  /** The people `id` stands in for at shop time `now`: absent, with `id` as their deputy. */
  async deputyFor(id: string, now: number): Promise<{ readonly id: string; readonly roles: readonly Role[] }[]> {
    const at = new Date(now);
    const rows = await db.staff.findMany({
      where: { deputyId: id, absentFrom: { lte: at }, absentUntil: { gt: at } },
      select: { id: true, roles: true },
    });
    return rows.map((row) => ({ id: row.id, roles: row.roles as Role[] }));
  },
  async store(id: string): Promise<{ readonly name: string; readonly zone: string; readonly phone: string } | null> {
    const row = await db.store.findUnique({ where: { id } });
    return row && { name: row.name, zone: row.zone, phone: row.complaintPhone };
  },
});
