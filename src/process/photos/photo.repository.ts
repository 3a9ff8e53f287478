import type { Photo } from '../../generated/prisma/client';
import type { Db } from '../../platform/db/client';
import { after, type KeysetPlace } from '../../platform/db/keyset';

/** A photo's row; its bytes lie in the photo store under `sha256`. `takenAt` is epoch ms of shop time. */
export interface PhotoRecord {
  readonly id: string;
  readonly processId: string;
  readonly storeId: string;
  readonly step: string;
  readonly sha256: string;
  readonly mime: string;
  readonly bytes: number;
  /** Pixels of what is shown of it: the right way up. */
  readonly width: number;
  readonly height: number;
  readonly takenAt: number;
  readonly takenBy: string;
}

const recordOf = (row: Photo): PhotoRecord => ({ ...row, takenAt: row.takenAt.getTime() });

export const createPhotoRows = (db: Db) => ({
  /** Keeps a row. True when it is new; a repeat changes nothing. */
  async add(photo: PhotoRecord): Promise<boolean> {
    const { count } = await db.photo.createMany({ data: [{ ...photo, takenAt: new Date(photo.takenAt) }], skipDuplicates: true });
    return count === 1;
  },
  async find(id: string): Promise<PhotoRecord | null> {
    const row = await db.photo.findUnique({ where: { id } });
    return row && recordOf(row);
  },
  /** The photos of a process, the oldest first. */
  async list(processId: string, limit: number, place?: KeysetPlace<'takenAt'>): Promise<PhotoRecord[]> {
    const rows = await db.photo.findMany({
      where: { processId, ...after('takenAt', place) },
      orderBy: [{ takenAt: 'asc' }, { id: 'asc' }],
      take: limit,
    });
    return rows.map(recordOf);
  },
  /** The newest photo of a step of a process that was taken at `since` or later. */
  async newest(processId: string, step: string, since: number): Promise<PhotoRecord | null> {
    const row = await db.photo.findFirst({
      where: { processId, step, takenAt: { gte: new Date(since) } },
      orderBy: [{ takenAt: 'desc' }, { id: 'desc' }],
    });
    return row && recordOf(row);
  },
  /** The steps for which a process has these very bytes. */
  async stepsOf(processId: string, sha256: string): Promise<string[]> {
    return (await db.photo.findMany({ where: { processId, sha256 }, select: { step: true } })).map(({ step }) => step);
  },
  /** How many photos a process has of each of these steps; one without any is missing. */
  async countByStep(processId: string, steps: readonly string[]): Promise<Map<string, number>> {
    const rows = await db.photo.groupBy({ by: ['step'], where: { processId, step: { in: [...steps] } }, _count: true });
    return new Map(rows.map(({ step, _count }) => [step, _count]));
  },
  /** By the id of a photo: the latest task of its process whose answer names it, or that asks because of it. A photo no task names is missing. */
  async tasksNaming(processId: string, photos: readonly string[]): Promise<Map<string, { readonly id: string; readonly kind: string }>> {
    if (photos.length === 0) return new Map();
    const rows = await db.$queryRaw<{ photo: string; id: string; kind: string }[]>`
      SELECT named.value AS photo, t.id, t.kind
      FROM tasks t
      CROSS JOIN LATERAL (
        SELECT c.value FROM jsonb_array_elements(t.answers) a CROSS JOIN jsonb_each_text(a->'choices') c
        UNION SELECT c.value FROM jsonb_each_text(t.context) c
      ) named
      WHERE t.process_id = ${processId} AND named.value = ANY(${[...photos]})
      ORDER BY t.opened_at, t.id`;
    return new Map(rows.map(({ photo, ...task }) => [photo, task]));
  },
  /** Takes back a photo no process came to know. */
  async remove(id: string): Promise<void> {
    await db.photo.deleteMany({ where: { id } });
  },
  /** How many photos have these bytes: the last one's removal frees them. */
  async countOf(sha256: string): Promise<number> {
    return db.photo.count({ where: { sha256 } });
  },
});
