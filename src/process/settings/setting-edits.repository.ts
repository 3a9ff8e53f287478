import { Prisma } from '../../generated/prisma/client';
import type { Db, Tx } from '../../platform/db/client';

/** What an entry says; null where there is none. */
type Said = Record<string, unknown> | null;

/** One edit of something that a store says of itself; `at` is epoch ms of shop time. */
export interface SettingEdit {
  readonly id: string;
  readonly storeId: string;
  readonly setting: string;
  readonly entry: string;
  readonly before: Said;
  readonly after: Said;
  /** Staff id. */
  readonly by: string;
  readonly at: number;
}

/** Of which edits. */
interface EditsOf {
  readonly storeId: string;
  readonly settings: readonly string[];
  readonly entry?: string | undefined;
}

const json = (said: Said) => (said === null ? Prisma.DbNull : (said as Prisma.InputJsonValue));

/** Holds a setting of a store until the transaction ends, so that of two edits the second sees the first. */
export async function holdSetting(tx: Tx, storeId: string, setting: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`setting/${storeId}/${setting}`}, 0))`;
}

/** Whether that edit was made already: the request is a repeat. */
export const isMade = async (tx: Tx, id: string): Promise<boolean> => (await tx.settingEdit.count({ where: { id } })) > 0;

/** Puts an edit on record, in the transaction that makes it. */
export async function keepEdit(tx: Tx, { before, after, at, ...row }: SettingEdit): Promise<void> {
  await tx.settingEdit.create({ data: { ...row, before: json(before), after: json(after), at: new Date(at) } });
}

/** At most `limit` edits, the latest first, those after `place`. */
export async function listEdits(
  db: Db,
  { storeId, settings, entry }: EditsOf,
  limit: number,
  place?: Pick<SettingEdit, 'at' | 'id'>,
): Promise<SettingEdit[]> {
  const at = place && new Date(place.at);
  const rows = await db.settingEdit.findMany({
    where: {
      storeId,
      setting: { in: [...settings] },
      ...(entry !== undefined && { entry }),
      ...(place && at && { OR: [{ at: { lt: at } }, { at, id: { lt: place.id } }] }),
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map((row) => ({ ...row, before: row.before as Said, after: row.after as Said, at: row.at.getTime() }));
}
