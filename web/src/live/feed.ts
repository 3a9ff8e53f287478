import { call } from '../api/call';
import type { FeedChange } from '../api/route-types';

/** What a page hears of the shop: changes, that what it has read is too old to be mended by changes, and whether it hears at all. */
export type News =
  | { readonly kind: 'changes'; readonly changes: readonly FeedChange[] }
  | { readonly kind: 'reset' }
  | { readonly kind: 'hearing'; readonly hearing: boolean };
type Tell = (news: News) => void;

/** Real milliseconds of silence after which a stream is taken for dead: the shop speaks every fifteen seconds. */
const DEAD_AFTER_MS = 40_000;
const LOOK_EVERY_MS = 5_000;
const AGAIN_AFTER_MS = 2_000;

/**
 * Follows the store's feed until it is stopped. A stream that breaks goes on where it was (`Last-Event-ID`); one that falls silent is opened
 * anew, and what came meanwhile is read as JSON, so that nothing is left out.
 */
export function followFeed(tell: Tell): () => void {
  const place = { last: null as string | null, heardAt: Date.now() };
  let stream = openStream(place, tell, reopen);
  let stopped = false;

  function reopen(): void {
    if (stopped) return;
    stream.close();
    stream = openStream(place, tell, reopen);
  }
  const watch = setInterval(() => {
    if (Date.now() - place.heardAt < DEAD_AFTER_MS) return;
    tell({ kind: 'hearing', hearing: false });
    reopen();
  }, LOOK_EVERY_MS);
  return () => {
    stopped = true;
    clearInterval(watch);
    stream.close();
  };
}

/** Where a reader is in the feed. */
interface Place {
  last: string | null;
  /** Real time, epoch ms. */
  heardAt: number;
}

function openStream(place: Place, tell: Tell, again: () => void): EventSource {
  place.heardAt = Date.now();
  const stream = new EventSource('/api/v1/feed');
  const heard = ({ lastEventId }: MessageEvent): void => {
    place.heardAt = Date.now();
    if (lastEventId !== '') place.last = lastEventId;
    tell({ kind: 'hearing', hearing: true });
  };
  stream.addEventListener('hello', (event: MessageEvent) => {
    const { last } = place;
    heard(event);
    // the first words of a stream that is opened anew: what it missed lies between
    if (last !== null && last !== event.lastEventId) catchUp(last, event.lastEventId, tell).catch(() => tell({ kind: 'reset' }));
  });
  stream.addEventListener('reset', (event: MessageEvent) => {
    heard(event);
    tell({ kind: 'reset' });
  });
  stream.addEventListener('silence', heard);
  stream.addEventListener('change', (event: MessageEvent<string>) => {
    heard(event);
    tell({ kind: 'changes', changes: [JSON.parse(event.data) as FeedChange] });
  });
  stream.addEventListener('error', () => {
    tell({ kind: 'hearing', hearing: false });
    // whoever is refused, by a session that has ended or a proxy, is not tried again by the browser
    if (stream.readyState === EventSource.CLOSED) setTimeout(again, AGAIN_AFTER_MS);
  });
  return stream;
}

/** Reads what lies between two places of the feed. */
async function catchUp(from: string, until: string, tell: Tell): Promise<void> {
  for (let after = from; after !== until;) {
    const page = await call('GET /feed', { query: { after } });
    if (page.reset) return tell({ kind: 'reset' });
    if (page.items.length > 0) tell({ kind: 'changes', changes: page.items });
    if (page.next === after) return;
    after = page.next;
  }
}
