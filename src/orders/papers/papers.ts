import { Refusal } from '../../base/refusals';
import { printPaper } from '../../platform/papers/print';
import type { Answer } from '../../platform/http/route';
import type { Tongue } from '../../platform/words/instants';
import { fieldText } from '../../platform/words/faults';
import type { Reader } from '../../platform/words/reasons';
import { kindOfOrder } from '../define.order-kind';
import { phrasingFor } from '../goods';
import type { OrderRecord } from '../order-read.repository';
import type { Services } from '../services';
import type { Asked, OrderPaper } from './order-paper';
import type { PaperView } from './papers.schema';

/** The papers of an order by name, in the order in which they are needed. */
const papersOf = (order: OrderRecord): [name: string, paper: OrderPaper][] =>
  Object.entries(kindOfOrder(order.kind).papers).filter(([, { isOf }]) => isOf?.(order) ?? true);

/** What can be printed of an order now and, of what cannot be, what it lacks. */
export const showPapers = (services: Services, order: OrderRecord, now: number, reader: Reader): Promise<PaperView[]> =>
  Promise.all(
    papersOf(order).map(async ([name, paper]) => ({
      paper: name,
      title: paper.names[reader.language],
      language: languageOf(paper, order, reader.language),
      byLink: paper.byLink ?? false,
      missing: (await paper.prepare(services, order, { now, byLink: false })).lacks.map((lack) => ({
        pointer: lack.pointer,
        code: lack.code,
        detail: fieldText(lack, reader),
        rule: lack.rule ?? null,
      })),
    })),
  );

/** The papers that the order's customer can have by link now, as they are called in their language. */
export async function papersByLink(services: Services, order: OrderRecord, now: number): Promise<{ paper: string; title: string }[]> {
  const language = order.customer.language === 'en' ? 'en' : 'zh';
  const found: { paper: string; title: string }[] = [];
  for (const [name, { names, byLink, prepare }] of papersOf(order)) {
    if (byLink && (await prepare(services, order, { now, byLink })).lacks.length === 0) found.push({ paper: name, title: names[language] });
  }
  return found;
}

/** Which paper is wanted, and in which language; without one, in its reader's own. */
interface Wanted extends Asked {
  readonly name: string;
  readonly language: Tongue | undefined;
  /** The language of whoever asks. */
  readonly own: Tongue;
}

/**
 * A paper as a file, whose name says what it is and of which order, and nothing personal.
 * @throws {Refusal} `no-such-paper`; `paper-incomplete` with what it lacks.
 */
export async function printOrder(services: Services, order: OrderRecord, { name, language, own, now, byLink }: Wanted): Promise<Answer> {
  const [, paper] = papersOf(order).find(([known]) => known === name) ?? [];
  if (!paper || (byLink && !paper.byLink)) throw new Refusal('no-such-paper', { code: 'no-paper-here' });
  const { lacks, write } = await paper.prepare(services, order, { now, byLink });
  if (lacks.length > 0) {
    const [rule] = lacks.flatMap((lack) => lack.rule ?? []);
    const more = { errors: lacks, ...(rule !== undefined && { rule }) };
    throw new Refusal('paper-incomplete', { code: 'paper-lacks', params: { count: lacks.length } }, more);
  }
  const spoken = languageOf(paper, order, own, language);
  const p = await phrasingFor(services, order.storeId, spoken);
  const title = `${p.named(paper.names)} ${order.number}`;
  const body = await printPaper({ title, language: spoken, writtenAt: now, ...write(p) });
  return printed(`${name}-${order.number}`, body);
}

/** In which language a paper is: `own` is that of whoever asks. */
function languageOf({ reader }: OrderPaper, { customer }: OrderRecord, own: Tongue, asked?: Tongue): Tongue {
  if (reader === 'chinese') return 'zh';
  if (asked) return asked;
  if (reader === 'staff') return own;
  return customer.language === 'en' ? 'en' : 'zh';
}

/** A file that a browser shows; `name` without its ending. */
export const printed = (name: string, body: Buffer): Answer => ({
  status: 200,
  body,
  type: 'application/pdf',
  headers: { 'Content-Disposition': `inline; filename="${name}.pdf"` },
});
