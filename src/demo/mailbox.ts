import { HOUR_MS } from '../base/rule';
import { waitFor, type People } from './people';
import { CallRefused } from './shop-client';

export interface Mailbox {
  readonly catcherUrl: string | null;
  readonly people: People;
  readonly order: string;
}

interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The tokens of the links in the letters about this order, newest letter first. */
async function linksIn({ catcherUrl, order, people }: Mailbox, scope: 'o' | 's'): Promise<string[]> {
  if (!catcherUrl) throw new Error('This shop sends real mail: its letters cannot be read here.');
  const given = await people.shop.get<{ items: { id: string }[] }>(`/orders/${order}/links`, { as: 'store-manager' });
  const ids = given.items.map(({ id }) => id);
  const letters = (await (await fetch(`${catcherUrl}/messages`)).json()) as Message[];
  return letters
    .map(({ text }) => new RegExp(`/${scope}/([\\w-]+\\.[\\w-]+)`).exec(text)?.[1])
    .filter((token): token is string => token !== undefined && ids.includes(idOf(token)));
}

/** The row of a link: the payload is signed, not secret. */
const idOf = (token: string): string =>
  (JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString('utf8')) as { id: string }).id;

/** The customer opens the link of a letter. */
export const customerLink = (mailbox: Mailbox): Promise<string> =>
  waitFor(async () => (await linksIn(mailbox, 'o'))[0], `a letter to the customer of ${mailbox.order}`);

/** The backup supplier that was asked last promises the goods by its link; one that is too late leaves it to the next. */
export function supplierPromises(mailbox: Mailbox, hoursAhead: number): Promise<true> {
  const tooLate = new Set<string>();
  return waitFor(async () => {
    const [link] = await linksIn(mailbox, 's');
    if (!link || tooLate.has(link)) return undefined;
    const promisedAt = new Date((await mailbox.people.now()) + hoursAhead * HOUR_MS).toISOString();
    try {
      await mailbox.people.shop.post(`/links/${link}/supplier-answer`, { available: true, promisedAt });
      return true;
    } catch (error) {
      if (!(error instanceof CallRefused) || (error.status !== 410 && error.status !== 409)) throw error;
      tooLate.add(link);
      return undefined;
    }
  }, `a backup supplier of ${mailbox.order}`);
}
