import { followFeed, type News } from './feed';

const NAME = 'levain-feed';

/**
 * One stream for all tabs of a browser: HTTP/1.1 gives it six connections. The tab that holds the lock listens and tells the others; when it
 * goes, another takes over. Where there are no locks (plain http on another machine's address) each tab listens for itself.
 */
export function hearFeed(hear: (news: News) => void): () => void {
  if (!('locks' in navigator) || !('BroadcastChannel' in window)) return followFeed(hear);
  const channel = new BroadcastChannel(NAME);
  const over = new AbortController();
  channel.addEventListener('message', (event: MessageEvent<News>) => hear(event.data));
  let led = false;
  void navigator.locks
    .request(NAME, { signal: over.signal }, () => {
      // whoever takes over has heard nothing since the tab before it died
      if (led) hear({ kind: 'reset' });
      const stop = followFeed((news) => {
        hear(news);
        channel.postMessage(news);
      });
      return new Promise<void>((resolve) => over.signal.addEventListener('abort', () => (stop(), resolve())));
    })
    .catch(() => undefined); // stopped before it led
  void navigator.locks.query().then(({ held = [] }) => (led = held.some(({ name }) => name === NAME)));
  return () => {
    over.abort();
    channel.close();
  };
}
