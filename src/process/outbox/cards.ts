import { reasonText } from '../../platform/words/reasons';
import type { Reason } from '../../base/reason';
import { refundFor, type RefundLine } from '../../orders/refunds.rules';
import { differences } from './changes';
import type { LineWords } from '../../orders/dossier.repository';
import type { AnyNoticeFacts } from './facts';
import type { Locale } from './locales/words';
import type { Phrasing } from './phrasing';
import { callReasonOf, causeOf, cycleOf, methodOf, overpaidOf, refundOf, valuesOf, windowEndOf } from './values';

export interface Row {
  readonly label: string;
  readonly value: string;
  /** The line the eye should find. */
  readonly strong?: boolean;
}
/** One product with its specification (BAK-34). */
export interface GoodsLine {
  readonly name: string;
  readonly details: readonly string[];
  readonly quantity: string;
  readonly amount: string;
}
/** A boxed part of a letter: goods, rows or items under a heading. */
export interface Card {
  readonly heading: string;
  readonly lines?: readonly GoodsLine[];
  readonly rows?: readonly Row[];
  readonly items?: readonly string[];
}

export type CardName =
  'goods' | 'delivery' | 'schedule' | 'amounts' | 'refunds' | 'calculation' | 'task' | 'exception' | 'work' | 'changes';

type Label = keyof Locale['labels'];
type Given = readonly [Label, string | null | undefined, 'strong'?];

/** Rows of what is known; an unknown value is left out rather than shown empty. */
const rowsOf = (p: Phrasing, given: readonly Given[]): Row[] =>
  given.flatMap(([label, value, strong]) => (value ? [{ label: p.locale.labels[label], value, ...(strong && { strong: true }) }] : []));

const instant = (p: Phrasing, at: unknown): string | null => (typeof at === 'number' ? p.when(at) : null);

/** BAK-07, BAK-21, BAK-23. A line as it is to be made. */
function specification(line: LineWords, p: Phrasing): Pick<GoodsLine, 'name' | 'details'> {
  const { labels, lists } = p.locale;
  const detail = (label: Label, value: string | undefined): string[] => (value ? [`${labels[label]}${lists.colon}${value}`] : []);
  return {
    name: p.name('product', line.product),
    details: [
      ...detail('flavour', line.flavour),
      ...detail('size', line.size && p.size(line.size)),
      ...detail('requirements', p.list(line.requirements.map((tag) => p.name('requirement', tag)))),
      ...detail('allergens', p.list(line.allergens.map((tag) => p.name('allergen', tag)))),
      ...detail('note', line.note),
    ],
  };
}

const piecesOf = ({ quantity }: LineWords, p: Phrasing): string => p.say(p.locale.phrases.quantity, { n: quantity });

const goods = ({ order }: AnyNoticeFacts, p: Phrasing): Card => ({
  heading: p.locale.headings.goods,
  lines: order.lines.map((line) => ({
    ...specification(line, p),
    quantity: `${p.money(line.unitPriceFen)} × ${piecesOf(line, p)}`,
    amount: p.money(line.unitPriceFen * line.quantity),
  })),
});

/** BAK-38. What is different now, old and new. */
const changes = (facts: AnyNoticeFacts, p: Phrasing): Card => ({ heading: p.locale.headings.changes, rows: differences(facts, p) });

const delivery = (facts: AnyNoticeFacts, p: Phrasing): Card => {
  const { order, shop } = facts;
  const method = methodOf(facts);
  return {
    heading: p.locale.headings.delivery,
    rows: rowsOf(p, [
      ['deliveryAt', p.when(order.deliveryAt), 'strong'],
      ['method', method && p.name('method', method)],
      method === 'pickup' ? ['shopAddress', shop.address] : ['address', order.address],
      [method === 'pickup' ? 'collector' : 'recipient', order.recipient?.name],
      ['recipientPhone', order.recipient?.phone],
      ['emergency', shop.emergencyContact],
    ]),
  };
};

const schedule = (facts: AnyNoticeFacts, p: Phrasing): Card => ({
  heading: p.locale.headings.schedule,
  rows: rowsOf(p, [
    ['cycle', cycleOf(facts, p, p.shortWhen)],
    ['acceptedAt', instant(p, facts.order.acceptedAt)],
    ['windowEndsAt', instant(p, windowEndOf(facts)), 'strong'],
  ]),
});

const amounts = (facts: AnyNoticeFacts, p: Phrasing): Card => {
  const { order } = facts;
  return {
    heading: p.locale.headings.amounts,
    rows: rowsOf(p, [
      ['total', p.money(order.totalFen)],
      ['deposit', order.depositFen > 0 ? p.money(order.depositFen) : null],
      ['received', p.money(order.receivedFen)],
      ['refunded', order.refundedFen > 0 ? p.money(order.refundedFen) : null],
      ['outstanding', p.money(order.outstandingFen), 'strong'],
      ['refundDue', overpaidOf(facts) > 0 ? p.money(overpaidOf(facts)) : null, 'strong'],
    ]),
  };
};

const refunds = (facts: AnyNoticeFacts, p: Phrasing): Card => ({
  heading: p.locale.headings.refunds,
  items: p.locale.refundRules.map((rule) => p.say(rule, valuesOf(facts, p))),
});

/** BAK-40, BAK-41. The customer sees the reckoning itself, line by line: the rows above the refund add up to it. */
function calculation(facts: AnyNoticeFacts, p: Phrasing): Card {
  const { notice, order } = facts;
  const cause = causeOf(facts);
  const receivedFen = typeof notice['receivedFen'] === 'number' ? notice['receivedFen'] : order.receivedFen;
  const refundedFen = typeof notice['refundedFen'] === 'number' ? notice['refundedFen'] : order.refundedFen;
  const costs = typeof notice['costsFen'] === 'number' ? notice['costsFen'] : order.costsFen;
  const { lines } = refundFor(cause, { receivedFen, refundedFen }, costs, refundOf(facts));
  return {
    heading: p.locale.headings.calculation,
    rows: [
      ...rowsOf(p, [['cause', p.name('cause', cause)]]),
      ...lines.map((line) => ({ label: p.named(line), value: amountOf(line, p), ...(line.key === 'refund' && { strong: true }) })),
    ],
  };
}

/** What a line takes away is shown with its sign, and so is what it gives back. */
function amountOf({ key, amountFen }: RefundLine, p: Phrasing): string {
  if (key === 'received' || key === 'refund') return p.money(amountFen);
  return `${amountFen < 0 ? '−' : '+'} ${p.money(Math.abs(amountFen))}`;
}

/** Why it is due then, in the letter's language; a task without a deadline has no reason. */
function becauseOf({ reason, dueAt }: AnyNoticeFacts['notice'], p: Phrasing): string | null {
  if (typeof reason !== 'object' || reason === null || typeof dueAt !== 'number') return null;
  return reasonText(reason as Reason, dueAt, { language: p.language === 'en' ? 'en' : 'zh', when: p.shortWhen });
}

const task = ({ notice }: AnyNoticeFacts, p: Phrasing): Card => ({
  heading: p.locale.headings.task,
  rows: rowsOf(p, [
    ['why', callReasonOf(notice, p)],
    ['due', instant(p, notice['dueAt']), 'strong'],
    ['because', becauseOf(notice, p)],
    ['rung', typeof notice['rung'] === 'number' ? String(notice['rung']) : null],
  ]),
});

const exception = ({ notice, words }: AnyNoticeFacts, p: Phrasing): Card => ({
  heading: p.locale.headings.exception,
  rows: rowsOf(p, [
    ['exceptionType', typeof notice['type'] === 'string' ? p.name('exception', notice['type']) : null, 'strong'],
    ['item', typeof notice['item'] === 'string' ? p.name('item', notice['item']) : null],
    ['due', instant(p, notice['dueAt']), 'strong'],
    ['words', words],
  ]),
});

/** For those who work on it: what and when, without the customer and the money. */
const work = (facts: AnyNoticeFacts, p: Phrasing): Card => ({
  heading: p.locale.headings.order,
  lines: facts.order.lines.map((line) => ({ ...specification(line, p), quantity: '', amount: piecesOf(line, p) })),
  rows: rowsOf(p, [
    ['number', facts.order.number],
    ['deliveryAt', p.when(facts.order.deliveryAt)],
    ['method', facts.order.method && p.name('method', facts.order.method)],
  ]),
});

/** The cards that letters share, by name. */
export const CARDS: Readonly<Record<CardName, (facts: AnyNoticeFacts, p: Phrasing) => Card>> = {
  goods,
  delivery,
  schedule,
  amounts,
  refunds,
  calculation,
  task,
  exception,
  work,
  changes,
};
