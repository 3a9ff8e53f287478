import type { Db } from '../../src/platform/db/client';
import { pause } from '../../src/demo/shop-client';
import { waitsForItsDay } from './oracle/oracle';

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
export async function atRest(db: Db, shopNow: () => number, until: number): Promise<number> {
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
