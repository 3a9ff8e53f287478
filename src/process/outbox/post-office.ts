import type { OwedNotice, PostOffice } from '../ports.messages';
import { shopTime, type ShopClock } from '../../base/clock';
import type { Db } from '../../platform/db/client';
import { createNoticeRepository, type ClaimedNotice, type LedgerLine } from './notice.repository';
import type { Mailer, Texter } from './channels';
import { createDelivery, LEASE_MS } from './delivery';
import { createLetterSources } from './letter-sources.repository';
import { createLetterLinks } from './links';

export interface PostOfficeOptions {
  readonly db: Db;
  readonly mailer: Mailer;
  /** Null when no SMS gateway is configured: customers without e-mail are then telephoned. */
  readonly texter: Texter | null;
  readonly clock: ShopClock;
  /** Where the links in letters lead, without a slash at the end. */
  readonly baseUrl: string;
  /** Signs the links. */
  readonly linkSecret: string;
  /** Real now; `Date.now` unless a test says otherwise. */
  readonly now?: () => number;
}

const BATCH = 20;
const AT_ONCE = 5;

/**
 * Sends what is queued (BAK-08). Several offices may run at once: each notice is held by one. A letter goes out at most once, except
 * when nobody knows whether it did (its process stopped between sending and noting it, or the mail server had all of it and gave no
 * answer): then it is repeated once, with the same Message-ID.
 */
export function createPostOffice({ db, mailer, texter, clock, baseUrl, linkSecret, now = Date.now }: PostOfficeOptions): PostOffice {
  const queue = createNoticeRepository(db);
  const sources = createLetterSources(db);
  const shopNow = (): number => shopTime(clock, now());
  const deliver = createDelivery({ queue, mailer, texter, clock, now, shopNow });
  const linksOf = createLetterLinks({ db, baseUrl, secret: linkSecret });

  /** Begins no letter after `until`: what it does not come to goes back when its lease is over. */
  async function deliverBatch(claimed: readonly ClaimedNotice[], until: number): Promise<{ owed: OwedNotice[]; settled: number }> {
    const [gathered, history, linkOf] = await Promise.all([sources.gather(claimed), queue.history(repeated(claimed)), linksOf(claimed)]);
    const owed: OwedNotice[] = [];
    let settled = 0;
    await eachOf(claimed, AT_ONCE, async (notice) => {
      if (now() >= until) return;
      const end = await deliver(notice, gathered.get(notice.id) ?? null, linesOf(history, notice), linkOf(notice));
      if (end === null || end.state === 'queued') return;
      settled += 1;
      if (end.owed) owed.push({ noticeId: notice.id, processId: notice.processId, template: notice.template });
    });
    return { owed, settled };
  }

  return {
    async deliverDue(limit) {
      const undeliverable = new Map<string, OwedNotice>();
      let settled = 0;
      const until = now() + LEASE_MS; // a slow mail server must not keep the caller for longer than a lease and a send
      for (let left = limit; left > 0 && now() < until;) {
        const size = Math.min(BATCH, left);
        const { claimed, owed } = await queue.claim(size, { shop: shopNow(), real: now() }, LEASE_MS);
        for (const notice of owed) undeliverable.set(notice.noticeId, notice);
        if (claimed.length === 0) break;
        const ended = await deliverBatch(claimed, until);
        for (const notice of ended.owed) undeliverable.set(notice.noticeId, notice);
        settled += ended.settled;
        left -= claimed.length; // those that waited for one of these are due now
      }
      return { settled, undeliverable: [...undeliverable.values()] };
    },
    acknowledge: (noticeId) => queue.acknowledge(noticeId),
  };
}

/** Only a notice that was taken up before has a past. */
const repeated = (claimed: readonly ClaimedNotice[]): string[] => claimed.filter(({ round }) => round > 1).map(({ id }) => id);
const linesOf = (history: readonly LedgerLine[], notice: ClaimedNotice): LedgerLine[] =>
  history.filter((line) => line.noticeId === notice.id);

/** At most `atOnce` at a time. All are tried; the first error is thrown at the end. */
async function eachOf<T>(things: readonly T[], atOnce: number, work: (thing: T) => Promise<void>): Promise<void> {
  const waiting = [...things];
  const errors: unknown[] = [];
  const lane = async (): Promise<void> => {
    for (let thing = waiting.shift(); thing !== undefined; thing = waiting.shift())
      await work(thing).catch((error: unknown) => errors.push(error));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, things.length) }, lane));
  if (errors.length > 0) throw errors[0];
}
