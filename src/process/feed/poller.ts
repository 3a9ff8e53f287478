import { FEED_START, type FeedCursor, type FeedEntry, type FeedReads } from './feed.repository';

/** Real milliseconds between two looks; somebody else's act is seen within two seconds. */
const LOOK_EVERY_MS = 300;
/** Entries of one look. */
const MOST_AT_ONCE = 500;

/** Somebody who hears of every entry of a store from the moment they asked. */
export interface Listener {
  readonly storeId: string;
  readonly hear: (entry: FeedEntry) => void;
}

/** One look for all who listen in this process. It rests while nobody does. */
export interface Poller {
  /** Resolves when nothing that becomes final from now on is missed. Answers how to stop listening. */
  readonly listen: (listener: Listener) => Promise<() => void>;
}

export function createPoller(reads: Pick<FeedReads, 'read' | 'end'>): Poller {
  const listeners = new Set<Listener>();
  let at: FeedCursor = FEED_START;
  let begun: Promise<void> | null = null;

  async function look(): Promise<void> {
    const entries = await reads.read(at, null, MOST_AT_ONCE);
    for (const entry of entries) {
      at = entry.cursor;
      for (const { storeId, hear } of listeners) if (storeId === entry.storeId) hear(entry);
    }
  }

  async function lookOn(): Promise<void> {
    while (listeners.size > 0) {
      await look().catch(() => undefined); // Postgres is away: nothing is missed, the next look begins where this one did
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
    begun = null;
  }

  const begin = async (): Promise<void> => {
    at = await reads.end();
    void lookOn();
  };

  return {
    async listen(listener) {
      listeners.add(listener);
      const stop = (): void => void listeners.delete(listener);
      try {
        await (begun ??= begin());
        return stop;
      } catch (error) {
        stop();
        begun = null;
        throw error;
      }
    },
  };
}
