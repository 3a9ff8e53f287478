import { REAL_TIME } from '../../src/base/clock';
import { createPostOffice, type PostOfficeOptions } from '../../src/process/outbox/post-office';
import type { Db } from '../../src/platform/db/client';
import { anIntake, anOrder } from './records';

export const SECRET = 'a secret of at least thirty-two characters';
/** 2026-12-02 12:00 in Shanghai: real and shop time of these tests. */
export const NOON = Date.parse('2026-12-02T04:00:00Z');

let serial = 0;

/** An order whose customer has these ways to be reached. */
export const anOrderOf = (
  db: Db,
  customer: { email?: string; phone?: string; language?: 'zh-CN' | 'en' } = { email: 'lin@home.example' },
): Promise<string> => anOrder(db, { customer: { ...anIntake().customer, ...customer } });

/** A queued notice of that order, as the recorder writes it. */
export async function aNotice(
  db: Db,
  orderNumber: string,
  own: Partial<{ to: string; template: string; facts: object; notBefore: number; state: string; attempts: number; retryAt: number }> = {},
): Promise<string> {
  const id = `order/${orderNumber}/${++serial}`;
  const { notBefore = NOON - 60_000, retryAt, ...row } = own;
  await db.notice.create({
    data: {
      id,
      processId: `order/${orderNumber}`,
      storeId: 'store-1',
      thread: orderNumber,
      to: 'customer',
      template: 'making-started',
      facts: {},
      urgent: false,
      createdAt: new Date(NOON - 60_000),
      notBefore: new Date(notBefore),
      channels: [],
      ...(retryAt && { retryAt: new Date(retryAt) }),
      ...row,
    },
  });
  return id;
}

export async function aPerson(
  db: Db,
  id: string,
  own: { roles?: string[]; headOf?: string[]; email?: string; language?: string } = {},
): Promise<void> {
  await db.staff.create({
    data: { id, storeId: 'store-1', login: id, name: id, roles: ['baker'], passwordHash: '-', email: `${id}@shop.example`, ...own },
  });
}

/** The shop's post office; a test says what it writes to and with, and what else matters to it. */
export const openPostOffice = (
  own: Pick<PostOfficeOptions, 'db' | 'mailer' | 'now'> & Partial<PostOfficeOptions>,
): ReturnType<typeof createPostOffice> =>
  createPostOffice({ texter: null, clock: REAL_TIME, baseUrl: 'http://shop.example', linkSecret: SECRET, ...own });
