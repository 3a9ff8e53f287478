import type { FeedEntry } from '../../../src/process/feed/feed.repository';
import { FEED_START, isAfter } from '../../../src/process/feed/feed.repository';
import { follow, type FeedNews } from '../../../src/process/feed/follow';
import type { Listener, Poller } from '../../../src/process/feed/poller';

const entry = (n: number): FeedEntry => ({
  cursor: `7.${n}`,
  storeId: 'main',
  process: 'watch/a',
  order: null,
  revision: n,
  state: 'open',
  kinds: [],
  tasks: [],
  by: null,
  writtenAt: 0,
});

/** A feed in memory, whose poller says what it is told to. */
function someFeed(kept: FeedEntry[]) {
  let listener: Listener | undefined;
  let left = 0;
  const poller: Poller = {
    listen(one) {
      listener = one;
      return Promise.resolve(() => void (left += 1));
    },
  };
  const reads = {
    read: (after: string) => Promise.resolve(kept.filter(({ cursor }) => isAfter(cursor, after)).slice(0, 2)),
    end: () => Promise.resolve(kept.at(-1)?.cursor ?? FEED_START),
    isKept: (cursor: string) => Promise.resolve(kept.some((one) => one.cursor === cursor)),
  };
  return { poller, reads, say: (n: number) => listener?.hear(entry(n)), left: () => left };
}
const told = (news: FeedNews | undefined): unknown => (news?.kind === 'change' ? news.entry.revision : news?.kind);

describe('whoever follows the feed', () => {
  test('hears once what is both read again and said in the meantime', async () => {
    const feed = someFeed([1, 2, 3, 4, 5].map(entry));
    const gone = new AbortController();
    const news = follow(feed.reads, feed.poller, {
      storeId: 'main',
      after: '7.1',
      mayGoOn: () => Promise.resolve(true),
      gone: gone.signal,
    });
    const seen = [told((await news.next()).value as FeedNews)];
    for (const n of [4, 5, 6]) feed.say(n);
    for (let n = 0; n < 4; n += 1) seen.push(told((await news.next()).value as FeedNews));
    expect(seen).toEqual([2, 3, 4, 5, 6]);
    gone.abort();
    expect((await news.next()).done).toBe(true);
    expect(feed.left()).toBe(1);
  });

  test('begins anew when more waits for them than is kept', async () => {
    const feed = someFeed([entry(1)]);
    const gone = new AbortController();
    const news = follow(feed.reads, feed.poller, { storeId: 'main', after: null, mayGoOn: () => Promise.resolve(true), gone: gone.signal });
    expect(told((await news.next()).value as FeedNews)).toBe('hello');
    const waits = news.next();
    for (let n = 2; n <= 1_010; n += 1) feed.say(n);
    const seen = [told((await waits).value as FeedNews)];
    if (seen[0] !== 'reset') seen.push(told((await news.next()).value as FeedNews));
    expect(seen.at(-1)).toBe('reset');
    gone.abort();
  });

  test('is told that nothing happens, and hears no more once they may not', async () => {
    const feed = someFeed([]);
    let may = true;
    const news = follow(feed.reads, feed.poller, {
      storeId: 'main',
      after: null,
      mayGoOn: () => Promise.resolve(may),
      gone: new AbortController().signal,
      silenceMs: 5,
    });
    expect(told((await news.next()).value as FeedNews)).toBe('hello');
    expect(told((await news.next()).value as FeedNews)).toBe('silence');
    may = false;
    expect((await news.next()).done).toBe(true);
    expect(feed.left()).toBe(1);
  });

  test('counts places as numbers', () => {
    expect([isAfter('10.1', '9.9'), isAfter('9.10', '9.9'), isAfter('9.9', '9.9'), isAfter('9.9', '10.1')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
