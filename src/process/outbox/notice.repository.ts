import { Prisma } from '../../generated/prisma/client';
import { isNoticeTemplate, letterOf, noticeTemplates } from './register.letters';
import type { OwedNotice } from '../ports.messages';
import type { Db } from '../../platform/db/client';

/** A notice this process has taken up. `round` counts take-ups and fences: whoever takes it up later has a higher one. */
export interface ClaimedNotice {
  readonly id: string;
  readonly processId: string;
  readonly storeId: string;
  /** The number of the order it is about, whose thread it belongs to; null = about none. */
  readonly aboutOrder: string | null;
  readonly to: string;
  readonly template: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** What it is about, as it stood after the decision the letter tells of, for its chapter to read; null = as it is when the letter is sent. */
  readonly decided: unknown;
  /** Shop time. */
  readonly createdAt: number;
  readonly round: number;
}

export type AttemptOutcome = 'sent' | 'refused' | 'failed';

/** One line of the send ledger; a null outcome is unknown: its process stopped in between, or no answer came to a letter handed over. */
export interface LedgerLine {
  readonly noticeId: string;
  /** The recipient's part of the id. */
  readonly key: string;
  readonly outcome: AttemptOutcome | null;
  /** Shop time. */
  readonly startedAt: number;
}

export interface Attempt {
  readonly notice: ClaimedNotice;
  readonly key: string;
  readonly channel: string;
}
export interface FinishedAttempt extends Attempt {
  readonly outcome: AttemptOutcome | null;
  readonly error: string | null;
  /** Shop time. */
  readonly at: number;
}

/** How a take-up ended. Only a customer's undeliverable notice is owed to its process. */
export interface Settlement {
  readonly state: 'sent' | 'undeliverable' | 'queued' | 'withdrawn';
  /** Real instant of the next try of a queued one. */
  readonly retryAt: number | null;
  /** Shop time of the first delivery to anybody. */
  readonly sentAt: number | null;
  readonly lastError: string | null;
  readonly channels: readonly string[];
  readonly owed: boolean;
}

/** A process whose workflow is lost hears of its letters when it has been taken up again. */
const CAN_HEAR = Prisma.sql`NOT EXISTS (SELECT 1 FROM processes p WHERE p.id = notices.process_id AND p.lost_at IS NOT NULL)`;

interface QueueRow extends Omit<ClaimedNotice, 'facts'> {
  readonly facts: Record<string, unknown>;
  readonly owed: boolean;
  readonly late: boolean;
  /** Of its process. */
  readonly rulesVersion: string | null;
}

/** The letters whose delivery has an hour (BAK-33). */
const timed = (): string[] => noticeTemplates().filter((template) => letterOf(template).arrivesWithin);

/** Whether the hour of a letter that has one has passed; each process has the numbers stamped on it. */
function hasMissedItsHour({ template, createdAt, rulesVersion }: QueueRow, shopNow: number): boolean {
  const within = isNoticeTemplate(template) ? letterOf(template).arrivesWithin?.(rulesVersion ?? '') : null;
  return typeof within === 'number' && createdAt < shopNow - within;
}

const attemptId = ({ notice, key }: Attempt): string => `${notice.id}#${notice.round}@${key}`;
const seconds = (ms: number | null): number | null => (ms === null ? null : ms / 1000);

/** One instant by both clocks. */
interface Now {
  readonly shop: number;
  readonly real: number;
}

/**
 * Takes up to `size` due notices, oldest first. Letters of one thread to one recipient go out in the order of their decision: a later one
 * waits for an earlier one that is still to go out, though an urgent one not for the end of the quiet hours, nor for a second channel of
 * what has arrived by one. With the same statement reads what is still owed: what cannot be delivered, and a
 * letter that was tried in vain and whose hour has passed (BAK-33). A notice left in `sending` by a stopped process is due
 * again when its lease is over. Two offices never hold the same notice.
 */
async function claim(db: Db, size: number, now: Now, leaseMs: number): Promise<{ claimed: ClaimedNotice[]; owed: OwedNotice[] }> {
  const rows = await db.$queryRaw<QueueRow[]>`
    WITH due AS (
      SELECT id FROM notices n
      WHERE state IN ('queued', 'sending') AND not_before <= to_timestamp(${now.shop / 1000}::float8)
        AND (retry_at IS NULL OR retry_at <= to_timestamp(${now.real / 1000}::float8))
        AND NOT EXISTS (SELECT 1 FROM notices e WHERE e.thread = n.thread AND e."to" = n."to" AND e.seq < n.seq
          AND e.state IN ('queued', 'sending') AND e.sent_at IS NULL
          AND (NOT n.urgent OR e.not_before <= to_timestamp(${now.shop / 1000}::float8)))
      ORDER BY not_before, seq LIMIT ${size}::int FOR UPDATE SKIP LOCKED
    ), taken AS (
      UPDATE notices n SET state = 'sending', attempts = n.attempts + 1, retry_at = to_timestamp(${(now.real + leaseMs) / 1000}::float8)
      FROM due WHERE n.id = due.id RETURNING n.*
    ), either AS (
      SELECT *, false AS owed FROM taken
      UNION ALL SELECT *, true FROM notices WHERE state = 'undeliverable' AND acknowledged_at IS NULL AND ${CAN_HEAR}
      UNION ALL SELECT *, true FROM notices WHERE state = 'queued' AND template = ANY(${timed()}) AND attempts > 0 AND acknowledged_at IS NULL AND ${CAN_HEAR} AND id NOT IN (SELECT id FROM taken)
    )
    SELECT e.id, e.process_id AS "processId", e.store_id AS "storeId", NULLIF(e.thread, e.process_id) AS "aboutOrder", e."to", e.template, e.facts,
      e.order_words AS decided, e.attempts AS round, e.owed, e.state = 'queued' AS late, p.rules_version AS "rulesVersion",
      round(extract(epoch FROM e.created_at) * 1000)::float8 AS "createdAt"
    FROM either e LEFT JOIN processes p ON p.id = e.process_id ORDER BY e.not_before, e.seq`;
  return {
    claimed: rows.filter((row) => !row.owed).map(({ owed: _owed, late: _late, rulesVersion: _version, ...notice }) => notice),
    owed: rows
      .filter((row) => row.owed && (!row.late || hasMissedItsHour(row, now.shop)))
      .map(({ id, processId, template, late }) => ({ noticeId: id, processId, template, ...(late && { late: true as const }) })),
  };
}

/** A notice of the post's own making, beside those the recorder writes. */
type OwnNotice = Omit<ClaimedNotice, 'round' | 'decided'> & { readonly ruleId: string };

/** Puts one into the queue. A repeat is a no-op. */
async function enqueue(db: Db, notice: OwnNotice): Promise<void> {
  const at = new Date(notice.createdAt);
  await db.notice.createMany({
    data: [
      {
        id: notice.id,
        processId: notice.processId,
        storeId: notice.storeId,
        thread: notice.aboutOrder ?? notice.processId,
        to: notice.to,
        template: notice.template,
        facts: notice.facts as Prisma.InputJsonObject,
        urgent: true,
        ruleId: notice.ruleId,
        createdAt: at,
        notBefore: at,
        channels: [],
      },
    ],
    skipDuplicates: true,
  });
}

/** The post's queue and ledger. One statement each; instants go in as epoch seconds, so that no session zone can touch them. */
export const createNoticeRepository = (db: Db) => ({
  claim: (size: number, now: Now, leaseMs: number) => claim(db, size, now, leaseMs),

  /** What the ledger knows of these notices from earlier take-ups. */
  async history(noticeIds: readonly string[]): Promise<LedgerLine[]> {
    const rows = await db.noticeAttempt.findMany({ where: { noticeId: { in: [...noticeIds] } } });
    return rows.map(({ id, noticeId, outcome, startedAt }) => ({
      noticeId,
      key: id.slice(id.indexOf('@', noticeId.length) + 1),
      outcome: outcome as AttemptOutcome | null,
      startedAt: startedAt.getTime(),
    }));
  },

  /** Writes the ledger line before a send and renews the lease. False when somebody else has taken the notice up meanwhile, or it was
   * withdrawn: do not send. */
  async begin(attempt: Attempt, at: { readonly shop: number; readonly leaseUntil: number }): Promise<boolean> {
    const { notice, channel } = attempt;
    const begun = await db.$executeRaw`
      WITH held AS (
        UPDATE notices SET retry_at = to_timestamp(${at.leaseUntil / 1000}::float8)
        WHERE id = ${notice.id} AND state = 'sending' AND attempts = ${notice.round}::int RETURNING id
      )
      INSERT INTO notice_attempts (id, notice_id, channel, started_at)
      SELECT ${attemptId(attempt)}, id, ${channel}, to_timestamp(${at.shop / 1000}::float8) FROM held
      ON CONFLICT (id) DO NOTHING`;
    return begun === 1;
  },

  /** Completes a ledger line. */
  async finish(attempt: FinishedAttempt): Promise<void> {
    await db.$executeRaw`
      UPDATE notice_attempts SET finished_at = to_timestamp(${attempt.at / 1000}::float8), outcome = ${attempt.outcome}, error = ${attempt.error}
      WHERE id = ${attemptId(attempt)}`;
  },

  /**
   * Ends a take-up, with its last ledger line in the same statement. Does nothing to a notice that somebody else holds by now. One that was
   * withdrawn under way is sent if it has arrived anywhere, and stays withdrawn if it has not.
   */
  async settle(notice: ClaimedNotice, end: Settlement, last: FinishedAttempt | null): Promise<void> {
    await db.$executeRaw`
      WITH finished AS (
        UPDATE notice_attempts SET finished_at = to_timestamp(${seconds(last?.at ?? null)}::float8), outcome = ${last?.outcome ?? null}, error = ${last?.error ?? null}
        WHERE id = ${last ? attemptId(last) : null}
      )
      UPDATE notices SET
        state = CASE WHEN state = 'sending' THEN ${end.state} WHEN ${end.sentAt !== null} OR sent_at IS NOT NULL THEN 'sent' ELSE state END, retry_at = to_timestamp(${seconds(end.retryAt)}::float8), last_error = ${end.lastError},
        sent_at = COALESCE(sent_at, to_timestamp(${seconds(end.sentAt)}::float8)), channels = ${[...end.channels]},
        acknowledged_at = CASE WHEN ${end.state !== 'undeliverable'} OR state = 'withdrawn' THEN acknowledged_at WHEN ${!end.owed} THEN now() END
      WHERE id = ${notice.id} AND state IN ('sending', 'withdrawn') AND attempts = ${notice.round}::int`;
  },

  /** Takes back a notice of the post's own making that nobody has tried to send yet. Answers whether it never goes out; a repeat answers the same. */
  async recall(noticeId: string, at: number, why: string): Promise<boolean> {
    const recalled = await db.$executeRaw`
      UPDATE notices SET state = 'withdrawn', withdrawn_at = COALESCE(withdrawn_at, to_timestamp(${at / 1000}::float8)), withdrawn_why = COALESCE(withdrawn_why, ${why})
      WHERE id = ${noticeId} AND ((state = 'withdrawn' AND withdrawn_why = ${why}) OR (state = 'queued' AND attempts = 0))`;
    return recalled === 1;
  },

  /** The process has heard of a notice's trouble. */
  async acknowledge(noticeId: string): Promise<void> {
    await db.$executeRaw`UPDATE notices SET acknowledged_at = now() WHERE id = ${noticeId} AND acknowledged_at IS NULL`;
  },

  enqueue: (notice: OwnNotice) => enqueue(db, notice),
});

export type NoticeRepository = ReturnType<typeof createNoticeRepository>;
