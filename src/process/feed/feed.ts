import type { Db } from '../../platform/db/client';
import { createFeedReads, type FeedReads } from './feed.repository';
import { follow, type FeedNews, type Follower } from './follow';
import { createPoller } from './poller';

/** What happens in the shop, for whoever follows it from this process. */
export interface Feed extends FeedReads {
  readonly follow: (follower: Follower) => AsyncIterable<FeedNews>;
}

export function createFeed(db: Db): Feed {
  const reads = createFeedReads(db);
  const poller = createPoller(reads);
  return { ...reads, follow: (follower) => follow(reads, poller, follower) };
}
