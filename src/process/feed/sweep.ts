import type { Db } from '../../platform/db/client';
import { createFeedReads, FEED_KEPT_MS } from './feed.repository';

/** A transaction that writes for long holds every follower back. */
const AT_ONCE = 1_000;

/** Removes what is older than a day, in small transactions; `now` is real. */
export async function sweepFeed(db: Db, now: number): Promise<void> {
  const reads = createFeedReads(db);
  while ((await reads.sweep(now - FEED_KEPT_MS, AT_ONCE)) === AT_ONCE);
}
