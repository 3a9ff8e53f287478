import type { Db } from '../../src/platform/db/client';
import { shopClock } from '../../src/platform/db/settings.repository';
import { shopTime } from '../../src/base/clock';
import { pause } from '../../src/demo/shop-client';
import { createTemporalClient } from '../../src/platform/temporal/connect';
import type { CallLog } from './call-log';
import { judge, waitsForItsDay, type Judgement } from './oracle/oracle';
import type { Stage } from './stage';

const LOOK_MS = 500;

/** Waits for the work, but no longer than that. */
export async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([work, new Promise((resolve) => (timer = setTimeout(resolve, ms)))]);
  clearTimeout(timer);
}

/**
 * No order under way but those that wait for their visit's day, no letter due; or time is up, and the oracle will say what is left. Answers
 * the shop instant of the last look: what falls due later is none of this run's.
 */
async function atRest(db: Db, shopNow: () => number, until: number): Promise<number> {
  for (;;) {
    const now = new Date(shopNow());
    const [open, due] = await Promise.all([
      db.order.count({ where: { OR: [{ process: { closedAt: null }, NOT: waitsForItsDay(now) }, { process: { launchedAt: null } }] } }),
      db.notice.count({ where: { state: { in: ['queued', 'sending'] }, notBefore: { lte: now } } }),
    ]);
    if (open + due === 0 || Date.now() >= until) return now.getTime();
    await pause(LOOK_MS);
  }
}

export interface Evening {
  readonly clockRate: number;
  readonly drainMs: number;
  /** Real instant, epoch ms, since which every part serves. */
  readonly healedAt: number;
  /** Called when the shop has come to rest. */
  readonly endOddJobs: () => Promise<void>;
  readonly say: (line: string) => void;
}

/** Lets the shop come to rest, and judges what is left. */
export async function restAndJudge(
  { clockRate, drainMs, healedAt, endOddJobs, say }: Evening,
  { shop, db, wounds, mailbag }: Stage,
  log: CallLog,
): Promise<Judgement> {
  await wounds.settled();
  await log.settleUnknown();
  const clock = await shopClock(db, clockRate);
  const restAt = await atRest(db, () => shopTime(clock, Date.now()), healedAt + drainMs);
  await endOddJobs();
  say(`at rest ${Math.round((Date.now() - healedAt) / 1000)} s after the healing; the oracle looks`);
  await shop.parts.worker.stop();
  mailbag.gather();
  const client = createTemporalClient({ address: shop.temporalAddress, namespace: shop.temporalNamespace });
  try {
    return await judge({
      ...{ calls: log.calls, delivered: mailbag.delivered, wounds: wounds.records, db, client, clock, restAt },
      lettersCounted: () => shop.parts.worker.start(),
    });
  } catch (error) {
    say(`the oracle cannot judge: ${String(error)}, ${String((error as Error).cause)}`); // before the closed connection makes what else is asked of it fail louder
    throw error;
  } finally {
    await client.connection.close();
  }
}
