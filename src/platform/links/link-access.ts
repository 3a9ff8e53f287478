import type { LinkAct, PartyLink } from './link';
import type { Links } from './link.repository';
import type { ApiDeps } from '../http/deps';
import { addDays, atTime, localDay, type Calendar } from '../../base/calendar';
import { Refusal } from '../../base/refusals';
import { readLink } from './link-token';
import type { Call } from '../http/route';

/**
 * Acts by one link on one store day. A customer with everything to say (design, details, choices, changes, rating) needs fewer than ten, and
 * each one costs the process a part of what Temporal lets it hear in its life.
 */
export const LINK_ACTS_A_DAY = 30;

/**
 * Opens a link at shop time `now` and notes that it was used.
 * @throws {Refusal} `no-such-link` when it was not signed here; `link-expired` when its time is over, or it was revoked.
 */
export async function openLink(links: Links, secret: string, token: string, now: number): Promise<PartyLink> {
  const link = readLink(secret, token, now);
  if (!(await links.use(link, now))) throw new Refusal('link-expired', { code: 'link-withdrawn' });
  return link;
}

/** @throws {Refusal} `no-such-link` for a link that does not let its holder do this. */
export function assertMay({ may }: PartyLink, act: LinkAct): void {
  if (!may.includes(act)) throw new Refusal('no-such-link', { code: 'link-for-something-else' });
}

/** What acts by link are counted with. */
interface Counting extends Pick<ApiDeps, 'clock'> {
  readonly links: Links;
  readonly calendars: { calendarOf(storeId: string): Promise<Calendar> };
}

/**
 * Takes one act off the link's budget of the store day, before the process is asked. Counted in Postgres: a restart or another process
 * gives nothing back.
 * @throws {Refusal} `too-many-requests` until the next store day.
 */
export async function spendAct(services: Counting, { link, now }: Pick<Call, 'link' | 'now'>, storeId: string): Promise<void> {
  const calendar = await services.calendars.calendarOf(storeId);
  const today = localDay(calendar, now);
  if ((await services.links.countAct(link.id, today)) <= LINK_ACTS_A_DAY) return;
  const tomorrow = atTime(calendar, addDays(today, 1), '00:00');
  throw new Refusal(
    'too-many-requests',
    { code: 'link-spent' },
    {
      retryAfterSeconds: Math.max(1, Math.ceil((tomorrow - now) / services.clock.rate / 1000)),
    },
  );
}
