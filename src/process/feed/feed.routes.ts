import { shopTime } from '../../base/clock';
import { Refusal } from '../../base/refusals';
import { isOver } from '../../platform/http/auth';
import { iso } from '../../platform/http/iso';
import type { Answer, Call, Route } from '../../platform/http/route';
import { route } from '../permissions';
import type { Services } from '../services';
import { isFeedCursor, type FeedCursor, type FeedEntry } from './feed.repository';
import { FeedPage, FeedQuery, NOW, type Change } from './feed.schema';
import type { FeedNews } from './follow';

const MOST = 200;
/** Real milliseconds after which a browser whose stream broke comes again, and by how much two of them differ at most. */
const RETRY_MS = 1_000;
const RETRY_SPREAD_MS = 2_000;

/** What happens in the caller's store, as it happens. */
export function feedRoutes(services: Services): Route[] {
  const { clock, feed, realNow, sessions, stopping } = services;

  const changeOf = ({ cursor: _cursor, storeId: _store, writtenAt, ...entry }: FeedEntry): Change => ({
    ...entry,
    kinds: [...entry.kinds],
    tasks: [...entry.tasks],
    at: iso(shopTime(clock, writtenAt)),
  });

  async function* events({ staff }: Call, after: FeedCursor | null, gone: AbortSignal): AsyncGenerator<string> {
    yield `retry: ${RETRY_MS + Math.floor(Math.random() * RETRY_SPREAD_MS)}\n\n`;
    const mayGoOn = async (): Promise<boolean> => {
      const session = await sessions.find(staff.session.tokenHash);
      return session !== null && !isOver(session, realNow());
    };
    const follower = { storeId: staff.storeId, after, mayGoOn, gone: AbortSignal.any([gone, stopping]) };
    for await (const news of feed.follow(follower)) yield eventOf(news, changeOf);
  }

  async function page({ staff }: Call, after: string): Promise<Answer> {
    if (after === NOW) return { status: 200, body: { items: [], next: await feed.end(), reset: false } };
    if (!isFeedCursor(after)) throw new Refusal('invalid-cursor', { code: 'cursor-damaged' });
    if (!(await feed.isKept(after))) return { status: 200, body: { items: [], next: await feed.end(), reset: true } };
    const entries = await feed.read(after, staff.storeId, MOST);
    return { status: 200, body: { items: entries.map(changeOf), next: entries.at(-1)?.cursor ?? after, reset: false } };
  }

  return [
    route({
      key: 'GET /feed',
      summary: 'What happens in the caller’s store, as it happens',
      notes:
        'A stream of events: `hello` and `reset` say where it begins, `change` what one decision changed, `silence` comes every fifteen seconds in which nothing else does. After `reset` what was read before must be read anew. ' +
        '`Last-Event-ID` goes on where a stream broke, for a day. It ends with the session.',
      tag: 'sessions',
      query: FeedQuery,
      status: 200,
      answer: FeedPage,
      answerType: 'text/event-stream',
      refusals: ['invalid-cursor'],
      handle(call) {
        const { after } = call.query;
        if (after !== undefined) return page(call, after);
        const left = call.lastEventId !== null && isFeedCursor(call.lastEventId) ? call.lastEventId : null;
        return Promise.resolve({ status: 200, type: 'text/event-stream', stream: (gone) => events(call, left, gone) });
      },
    }),
  ];
}

/** As the event stream format writes it. */
export function eventOf(news: FeedNews, changeOf: (entry: FeedEntry) => Change): string {
  if (news.kind === 'silence') return 'event: silence\ndata: {}\n\n'; // an event, for a comment is never heard by a page
  if (news.kind === 'change') return `id: ${news.entry.cursor}\nevent: change\ndata: ${JSON.stringify(changeOf(news.entry))}\n\n`;
  return `id: ${news.cursor}\nevent: ${news.kind}\ndata: {}\n\n`;
}
