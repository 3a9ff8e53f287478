import type { ShopClock } from '../../base/clock';
import type { AttemptOutcome, ClaimedNotice, FinishedAttempt, LedgerLine, NoticeRepository, Settlement } from './notice.repository';
import { isNoticeTemplate } from './register.letters';
import { givesUp, pauseAfter } from './back-off';
import { OutcomeUnknown, SEND_LIMIT_MS, SendRefused, type Mailer, type Texter } from './channels';
import { LetterIncomplete } from './facts';
import type { LetterSource } from './letter-sources.repository';
import { addressesOf, audienceOf, isHeadless, type Address } from './recipients';
import { renderNotice, type Rendered } from './render';

export interface DeliveryOptions {
  readonly queue: NoticeRepository;
  readonly mailer: Mailer;
  readonly texter: Texter | null;
  readonly clock: ShopClock;
  readonly now: () => number;
  readonly shopNow: () => number;
}

/** Sends whose outcome nobody knows; after the second the letter is not repeated again. */
const MOST_UNKNOWN = 2;

interface Result {
  readonly channel: string;
  readonly outcome: AttemptOutcome | null;
  readonly error: string | null;
}

/** Delivers one notice that was taken up, to each of its addresses, and settles it. Answers null when another office holds it by now. */
export function createDelivery(options: DeliveryOptions) {
  const { queue, texter, now, shopNow } = options;
  return async function deliver(
    notice: ClaimedNotice,
    source: LetterSource | null,
    past: readonly LedgerLine[],
    link: string | null,
  ): Promise<Settlement | null> {
    if (!source) return end(notice, undeliverable(notice, `The store ${notice.storeId} is not on file.`));
    const letters = createLetters(notice, source, link);
    const directory = { ...source, customer: source.about?.customer, sms: texter !== null };
    const meant = addressesOf(notice.to, directory, shopNow());
    const told = new Set(besidesOf(notice).flatMap((to) => addressesOf(to, directory, shopNow()).map(({ key }) => key)));
    const addresses = meant.filter(({ key }) => !told.has(key));
    if (meant.length > 0 && addresses.length === 0) return end(notice, needless());
    if (addresses.length === 0) return end(notice, undeliverable(notice, 'There is nobody to write to, or no way to reach them.'));
    const note = isHeadless(notice.to, directory) ? `There is no ${notice.to} in this store: the store manager was written to.` : null;
    try {
      addresses.forEach(letters); // all or none: what cannot be written is known before the first copy goes out
    } catch (error) {
      // what keeps it from being written does so at every try: said once, it holds no other letter up
      return end(
        notice,
        undeliverable(notice, error instanceof LetterIncomplete ? error.message : `It cannot be written: ${String(error)}`),
      );
    }

    const results: Result[] = [];
    let last: FinishedAttempt | null = null;
    for (const [place, address] of addresses.entries()) {
      const known = knownResult(address, past);
      if (known) {
        results.push(known);
        continue;
      }
      if (last) await queue.finish(last);
      const attempt = { notice, key: address.key, channel: address.channel };
      if (!(await queue.begin(attempt, { shop: shopNow(), leaseUntil: now() + LEASE_MS }))) {
        if (results.length > 0) await queue.settle(notice, settlementOf(options, notice, results, past, note), null); // withdrawn between two of its copies
        return null;
      }
      const result = await trySend(options, address, messageId(notice.id, place), letters(address));
      last = { ...attempt, outcome: result.outcome, error: result.error, at: shopNow() };
      results.push(result);
    }
    return end(notice, settlementOf(options, notice, results, past, note), last);
  };

  async function end(notice: ClaimedNotice, settlement: Settlement, last: FinishedAttempt | null = null): Promise<Settlement> {
    await queue.settle(notice, settlement, last);
    return settlement;
  }
}

/** Writes each language's letter once. */
function createLetters(notice: ClaimedNotice, source: LetterSource, link: string | null): (address: Address) => Rendered {
  const written = new Map<string, Rendered>();
  const audience = audienceOf(notice.to);
  return ({ language, name }) => {
    const key = `${language} ${name}`;
    const known = written.get(key);
    if (known) return known;
    if (!isNoticeTemplate(notice.template)) throw new LetterIncomplete(notice.template, 'its template');
    const { shop, process, about, words } = source;
    const facts = { shop, process, about, words, audience, recipientName: name, writtenAt: notice.createdAt, notice: notice.facts, link };
    const letter = renderNotice(notice.template, language, facts);
    written.set(key, letter);
    return letter;
  };
}

/** One send, and what came of it. */
async function trySend(
  { mailer, texter }: DeliveryOptions,
  address: Address,
  id: string,
  { subject, text, html, sms }: Rendered,
): Promise<Result> {
  const { channel, to } = address;
  try {
    if (channel === 'email') await mailer.send({ id, to, subject, text, html });
    else await texter?.send({ id, to, text: sms ?? subject });
    return { channel, outcome: 'sent', error: null };
  } catch (error) {
    return { channel, outcome: outcomeOf(error), error: describe(error, to) };
  }
}

/** How the take-up ended. `note`: what the ledger says of it where no send has failed. */
function settlementOf(
  { clock, now, shopNow }: DeliveryOptions,
  notice: ClaimedNotice,
  results: readonly Result[],
  past: readonly LedgerLine[],
  note: string | null,
): Settlement {
  const sent = results.filter(({ outcome }) => outcome === 'sent');
  const lastError = results.findLast(({ error }) => error !== null)?.error ?? note;
  const channels = [...new Set(sent.map(({ channel }) => channel))];
  const at = shopNow();
  const sentAt = sent.length > 0 ? at : null;
  const firstTryAt = Math.min(at, ...past.map(({ startedAt }) => startedAt));
  if (results.some(({ outcome }) => isOpen(outcome)) && !givesUp(notice.round, firstTryAt, at)) {
    return { state: 'queued', retryAt: now() + pauseAfter(notice.round, clock), sentAt, lastError, channels, owed: false };
  }
  if (sent.length > 0) return { state: 'sent', retryAt: null, sentAt, lastError, channels, owed: false };
  return undeliverable(notice, lastError ?? 'No address took it.');
}

/** Real milliseconds a stopped process may hold a notice before another takes it up. Renewed before each send, which takes less. */
export const LEASE_MS = SEND_LIMIT_MS + 5000;

/** Not told yet, or perhaps told: the next take-up decides, and repeats what is unknown at most once. */
const isOpen = (outcome: AttemptOutcome | null): boolean => outcome === 'failed' || outcome === null;

function outcomeOf(error: unknown): AttemptOutcome | null {
  if (error instanceof SendRefused) return 'refused';
  return error instanceof OutcomeUnknown ? null : 'failed';
}

/** A customer who cannot be reached is telephoned, so the process must hear of it; staff and suppliers have other people above them. */
const undeliverable = ({ to }: ClaimedNotice, lastError: string): Settlement => ({
  state: 'undeliverable',
  retryAt: null,
  sentAt: null,
  lastError,
  channels: [],
  owed: to === 'customer',
});

/** Whoever it is for has another role too, and was told in that one. */
const needless = (): Settlement => ({
  state: 'withdrawn',
  retryAt: null,
  sentAt: null,
  lastError: 'Everybody it is for was told in another role.',
  channels: [],
  owed: false,
});

/** Who was told the same before, by the notice's own word. */
const besidesOf = ({ facts }: ClaimedNotice): string[] =>
  Array.isArray(facts['besides']) ? facts['besides'].filter((to): to is string => typeof to === 'string') : [];

/** What earlier take-ups settled for this address: sent and refused stand; an unknown outcome is repeated once. */
function knownResult({ key, channel }: Address, past: readonly LedgerLine[]): Result | null {
  const lines = past.filter((line) => line.key === key);
  if (lines.some(({ outcome }) => outcome === 'sent')) return { channel, outcome: 'sent', error: null };
  if (lines.some(({ outcome }) => outcome === 'refused')) return { channel, outcome: 'refused', error: 'refused before' };
  const unknown = lines.filter(({ outcome }) => outcome === null).length;
  return unknown >= MOST_UNKNOWN ? { channel, outcome: 'refused', error: `the outcome of ${unknown} sends is unknown` } : null;
}

/** The Message-ID: the notice's id made fit for a header, with the recipient's place when there are several. The same at every try. */
export const messageId = (noticeId: string, place: number): string =>
  `${noticeId.replace(/[^A-Za-z0-9-]+/g, '.')}${place === 0 ? '' : `.${place}`}@levain`;

/** An error for the ledger: short, and without the address it was about. */
const describe = (error: unknown, to: string): string =>
  (error instanceof Error ? error.message : String(error)).replaceAll(to, '<recipient>').slice(0, 300);
