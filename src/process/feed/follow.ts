import type { Poller } from './poller';
import { isAfter, type FeedCursor, type FeedEntry, type FeedReads } from './feed.repository';

/** What a follower hears: an entry, the place it begins at, that what it missed is no longer there, or nothing for a while. */
export type FeedNews =
  | { readonly kind: 'change'; readonly entry: FeedEntry }
  | { readonly kind: 'hello' | 'reset'; readonly cursor: FeedCursor }
  | { readonly kind: 'silence' };

export interface Follower {
  readonly storeId: string;
  /** The last entry it has; null when it begins. */
  readonly after: FeedCursor | null;
  /** Asked again and again: whether it may hear more. */
  readonly mayGoOn: () => Promise<boolean>;
  /** Ends it. */
  readonly gone: AbortSignal;
  /** Real milliseconds after which silence is told, and `mayGoOn` asked. */
  readonly silenceMs?: number;
}

const SILENCE_MS = 15_000;
const PAGE = 200;
/** Entries that may wait for a follower who is slow to take them; with more it begins anew. */
const MOST_WAITING = 1_000;

/** What happens in a store, from where a follower left off: nothing twice, nothing left out. */
export async function* follow(
  reads: Pick<FeedReads, 'read' | 'end' | 'isKept'>,
  poller: Poller,
  { storeId, after, mayGoOn, gone, silenceMs = SILENCE_MS }: Follower,
): AsyncGenerator<FeedNews> {
  const waiting = createWaiting(gone);
  const stop = await poller.listen({ storeId, hear: waiting.put }); // before what has been is read, so that nothing falls between the two
  try {
    let last = after ?? (await reads.end());
    if (after === null) yield { kind: 'hello', cursor: last };
    else if (!(await reads.isKept(after))) {
      last = await reads.end();
      yield { kind: 'reset', cursor: last };
    }
    for (let page = await reads.read(last, storeId, PAGE); page.length > 0; page = await reads.read(last, storeId, PAGE)) {
      for (const entry of page) yield { kind: 'change', entry };
      last = page.at(-1)?.cursor ?? last;
    }
    let asked = Date.now();
    while (!gone.aborted) {
      const news = await waiting.take(Math.max(0, asked + silenceMs - Date.now()));
      if (gone.aborted) return;
      if (news === 'overrun') {
        last = await reads.end();
        yield { kind: 'reset', cursor: last };
      } else if (news !== null && isAfter(news.cursor, last)) {
        last = news.cursor;
        yield { kind: 'change', entry: news };
      }
      if (Date.now() - asked < silenceMs) continue;
      if (!(await mayGoOn())) return;
      asked = Date.now();
      yield { kind: 'silence' };
    }
  } finally {
    stop();
  }
}

/** What has been heard and not yet taken. */
function createWaiting(gone: AbortSignal) {
  let entries: FeedEntry[] = [];
  let isOverrun = false;
  let wake: () => void = () => undefined;
  gone.addEventListener('abort', () => wake());
  return {
    put(this: void, entry: FeedEntry): void {
      if (entries.length >= MOST_WAITING) {
        entries = [];
        isOverrun = true;
      }
      if (!isOverrun) entries.push(entry);
      wake();
    },
    /** The next entry; null after `ms` without one. */
    async take(ms: number): Promise<FeedEntry | 'overrun' | null> {
      if (entries.length === 0 && !isOverrun && !gone.aborted) {
        let timer: NodeJS.Timeout | undefined;
        await new Promise<void>((resolve) => {
          wake = resolve;
          timer = setTimeout(resolve, ms);
        });
        clearTimeout(timer);
      }
      if (!isOverrun) return entries.shift() ?? null;
      isOverrun = false;
      return 'overrun';
    },
  };
}
