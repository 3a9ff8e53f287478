import type { Db, Tx } from '../db/client';
import type { LoginRow } from './session.repository';

/** The hash of somebody's password; null for nobody. */
export async function passwordHashOf(db: Db, staffId: string): Promise<string | null> {
  const row = await db.staff.findUnique({ where: { id: staffId }, select: { passwordHash: true } });
  return row?.passwordHash ?? null;
}

/** Gives somebody a password, and ends their sessions, but for the one that `except` names by its token's hash. */
export async function setPassword(
  tx: Tx,
  staffId: string,
  { passwordHash, isTemporary }: Pick<LoginRow, 'passwordHash' | 'isTemporary'>,
  except = '',
): Promise<void> {
  await tx.staff.update({ where: { id: staffId }, data: { passwordHash, passwordTemporary: isTemporary } });
  await tx.session.deleteMany({ where: { staffId, tokenHash: { not: except } } });
}
