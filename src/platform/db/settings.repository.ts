import { shopTime, type ShopClock } from '../../base/clock';
import type { Db } from './client';

/**
 * The clock that goes on at another rate from where `clock` stands at real instant `now`. Its origin is a whole millisecond, rounded so
 * that shop time may spring forward by at most `rate` ms, and never back.
 * @throws {Error} when the shop is ahead of the world and would return to the world's time.
 */
export function rebase(clock: ShopClock, rate: number, now: number): ShopClock {
  const shopNow = shopTime(clock, now);
  if (rate === 1) {
    if (shopNow <= now) return { originMs: now, rate };
    const days = ((shopNow - now) / 86_400_000).toFixed(1);
    throw new Error(
      `This shop's clock is ${days} days ahead of the world's and cannot go back: keep a rate above 1 (it was ${clock.rate}), or start a fresh shop.`,
    );
  }
  const origin = (now * rate - shopNow) / (rate - 1);
  return { originMs: rate > 1 ? Math.floor(origin) : Math.ceil(origin), rate };
}

const stored = (value: unknown): ShopClock => value as ShopClock;

/**
 * The shop's clock at the configured rate. The first caller fixes the origin, in one statement, so that API and worker agree; a changed
 * rate re-bases it.
 * @throws {Error} when the change of rate would take shop time back.
 */
export async function shopClock(db: Db, rate: number): Promise<ShopClock> {
  for (;;) {
    const first: ShopClock = { originMs: Date.now(), rate };
    const [row] = await db.$queryRaw<{ value: unknown }[]>`
      INSERT INTO settings AS s (key, value) VALUES ('clock', ${JSON.stringify(first)}::jsonb)
      ON CONFLICT (key) DO UPDATE SET value = s.value RETURNING value`;
    const clock = stored(row?.value);
    if (clock.rate === rate) return clock;
    const next = rebase(clock, rate, Date.now());
    // only from the clock that was read: of two processes starting at once, one re-bases and the other reads it
    const moved = await db.$executeRaw`
      UPDATE settings SET value = ${JSON.stringify(next)}::jsonb WHERE key = 'clock' AND value = ${JSON.stringify(clock)}::jsonb`;
    if (moved === 1) return next;
  }
}
