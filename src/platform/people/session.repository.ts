import { randomUUID } from 'node:crypto';
import type { Department, Position } from '../../base/departments';
import type { Staff } from '../../generated/prisma/client';
import type { Db } from '../db/client';
import { placeOf } from './staff-read.repository';

export interface SessionRow {
  readonly tokenHash: string;
  readonly csrf: string;
  readonly createdAt: number;
  readonly lastUsedAt: number;
  readonly expiresAt: number;
  readonly staff: {
    readonly id: string;
    readonly name: string;
    /** The roles they hold, and the departments they lead. */
    readonly roles: readonly Position[];
    readonly departments: readonly Department[];
    readonly storeId: string;
    readonly language: string;
  };
}

/** Whoever may sign in with a login. */
export interface LoginRow {
  readonly staff: SessionRow['staff'];
  readonly active: boolean;
  readonly passwordHash: string;
  /** Somebody else chose the password. */
  readonly isTemporary: boolean;
}

/** A session ends two real hours after its last use. */
export const SESSION_IDLE_MS = 2 * 3_600_000;

const staffOf = (row: Staff): SessionRow['staff'] => ({
  id: row.id,
  name: row.name,
  ...placeOf(row),
  storeId: row.storeId,
  language: row.language,
});

/** Sign-in sessions; instants are real time, epoch ms. Only the token's SHA-256 is known here. */
export const createSessions = (db: Db) => ({
  /** Whoever has that login, gone or not; null when nobody has. */
  async findLogin(login: string): Promise<LoginRow | null> {
    const row = await db.staff.findUnique({ where: { login } });
    return row && { staff: staffOf(row), active: row.active, passwordHash: row.passwordHash, isTemporary: row.passwordTemporary };
  },

  async open(session: {
    readonly tokenHash: string;
    readonly csrf: string;
    readonly staffId: string;
    /** What it is on; null where it did not say. */
    readonly device: string | null;
    readonly now: number;
    readonly expiresAt: number;
  }): Promise<void> {
    const now = new Date(session.now);
    await db.session.create({
      data: {
        id: randomUUID(),
        device: session.device,
        tokenHash: session.tokenHash,
        csrf: session.csrf,
        staffId: session.staffId,
        createdAt: now,
        lastUsedAt: now,
        expiresAt: new Date(session.expiresAt),
      },
    });
  },

  /** The session of an active member of staff; whether it has expired is the caller's to judge. */
  async find(tokenHash: string): Promise<SessionRow | null> {
    const row = await db.session.findUnique({ where: { tokenHash }, include: { staff: true } });
    if (!row?.staff.active) return null;
    const { staff } = row;
    return {
      tokenHash,
      csrf: row.csrf,
      createdAt: row.createdAt.getTime(),
      lastUsedAt: row.lastUsedAt.getTime(),
      expiresAt: row.expiresAt.getTime(),
      staff: staffOf(staff),
    };
  },

  /** Notes a use. A repeat, or an ended session, is fine. */
  async touch(tokenHash: string, now: number): Promise<void> {
    await db.session.updateMany({ where: { tokenHash }, data: { lastUsedAt: new Date(now) } });
  },

  /** Ends it. A repeat is fine. */
  async end(tokenHash: string): Promise<void> {
    await db.session.deleteMany({ where: { tokenHash } });
  },

  /** Removes what expired before `now`. */
  async sweep(now: number): Promise<void> {
    await db.session.deleteMany({ where: { expiresAt: { lt: new Date(now) } } });
  },
});
export type Sessions = ReturnType<typeof createSessions>;
