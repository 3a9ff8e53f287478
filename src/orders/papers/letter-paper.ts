import type { Block } from '../../platform/papers/paper';
import { createLetterSources } from '../../process/outbox/letter-sources.repository';
import type { LetterContext, NoticeFacts } from '../../process/outbox/facts';
import type { Phrasing } from '../../process/outbox/phrasing';
import { letterOf, type NoticeTemplate } from '../../process/outbox/register.letters';
import { unmetOf, viewOfLetter } from '../../process/outbox/render';
import type { OrderContext } from '../letter-context.repository';
import { maskedForLink } from '../masked';
import type { OrderRecord } from '../order-read.repository';
import { isFinal } from '../order-state.rules';
import type { Services } from '../services';
import { PAPER_NAMES } from '../words/papers';
import { cardBlocks, footOf } from './on-paper';
import type { OrderPaper, Prepared, Written } from './order-paper';
import { stateForbids } from './still-made';

/** BAK-33, BAK-34. The letter that confirmed an order to its customer, on paper: what it was written from, and what it must not lack. */
export const letterPaper = (template: NoticeTemplate): OrderPaper => ({
  names: PAPER_NAMES.letter,
  reader: 'customer',
  byLink: true,
  async prepare(services, order, { byLink }): Promise<Prepared> {
    if (byLink && isOver(order)) return { lacks: [stateForbids(order)], write: nothing };
    const facts = await factsOfLast(services, order, template, byLink);
    if (!facts) return { lacks: [{ pointer: '/order/letters', code: 'lacks-letter', rule: 'BAK-33' }], write: nothing };
    const letter = letterOf(template);
    return {
      lacks: unmetOf(letter, facts).map(({ lack, rule }) => ({ ...lack, rule })),
      write: (p) => ({ ...written(viewOfLetter(letter, p.language, facts), p), footer: footOf(facts.shop, p) }),
    };
  },
});

const nothing = (): never => {
  throw new Error('nothing was written to the customer');
};

/** What the last letter of a kind was written from; null when its customer was written none. */
async function factsOfLast(
  { db, notices }: Services,
  { number, customer }: OrderRecord,
  template: NoticeTemplate,
  byLink: boolean,
): Promise<NoticeFacts | null> {
  const notice = await notices.lastToCustomer(number, template);
  const source = notice && (await createLetterSources(db).gather([notice])).get(notice.id);
  if (!notice || !source) return null;
  const { shop, process, about, words } = source;
  const told = { audience: 'customer' as const, recipientName: customer.name, writtenAt: notice.createdAt, notice: notice.facts };
  return { shop, process, about: byLink ? unproven(about) : about, words, ...told, link: null };
}

/** What an order's page hides from whoever opens it by link: where it went, once it is there. */
const isOver = ({ state }: OrderRecord): boolean => state === 'delivered' || isFinal(state);

/** BAK-45. Without the telephone by whose last digits a customer proves who corrects. */
function unproven(about: LetterContext | null): LetterContext | null {
  const { order, ...context } = about as OrderContext;
  const { recipient } = order;
  return {
    ...context,
    order: { ...order, recipient: recipient && { ...recipient, phone: maskedForLink(recipient.phone) } },
  } as OrderContext;
}

function written(view: ReturnType<typeof viewOfLetter>, p: Phrasing): Written {
  const text = (words: string): Block => ({ kind: 'text', text: words });
  return {
    size: 'a4',
    header: view.shop,
    blocks: [
      { kind: 'title', text: view.title, ...(view.about !== null && { note: view.about }) },
      text(view.greeting),
      ...view.paragraphs.map(text),
      ...view.cards.flatMap((card) => cardBlocks(card, p)),
      { kind: 'room', height: 4 },
      ...view.closing.map(text),
    ],
  };
}
