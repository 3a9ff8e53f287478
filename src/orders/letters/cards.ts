import { rowsOf, type Card, type GivenRow, type GoodsLine, type Row } from '../../process/outbox/card';
import type { CardOf } from '../../process/outbox/letter-contexts';
import type { Phrasing } from '../../process/outbox/phrasing';
import { valuesOf } from '../../process/outbox/values';
import type { OrderContext } from '../letter-context.repository';
import type { LineRecord } from '../order-read.repository';
import { refundFor, type RefundLine } from '../refunds.rules';
import { differences, piecesOf, sizeOf } from './changes';
import type { OrderCards } from './order-letter.letters';
import { causeOf, cycleOf, methodOf, overpaidOf, refundOf, windowEndOf, type OrderNotice } from './values';
import { HEADINGS, LABELS, REFUND_RULES, type Label } from './words';

type Given = readonly [Label, ...rest: GivenRow extends readonly [string, ...infer Rest] ? Rest : never];

const labelled = (p: Phrasing, given: readonly Given[]): Row[] =>
  rowsOf(given.map(([label, ...rest]): GivenRow => [p.named(LABELS[label]), ...rest]));

const instant = (p: Phrasing, at: unknown): string | null => (typeof at === 'number' ? p.when(at) : null);

/** BAK-07, BAK-21, BAK-23. A line as it is to be made. */
function specification(line: LineRecord, p: Phrasing): Pick<GoodsLine, 'name' | 'details'> {
  const detail = (label: Label, value: string | undefined): string[] =>
    value ? [`${p.named(LABELS[label])}${p.locale.lists.colon}${value}`] : [];
  return {
    name: p.name('product', line.product),
    details: [
      ...detail('flavour', line.flavour),
      ...detail('size', line.size && sizeOf(line.size, p)),
      ...detail('requirements', p.list(line.requirements.map((tag) => p.name('requirement', tag)))),
      ...detail('allergens', p.list(line.allergens.map((tag) => p.name('allergen', tag)))),
      ...detail('note', line.note),
    ],
  };
}

const goods = ({ about: { order } }: OrderNotice, p: Phrasing): Card => ({
  heading: p.named(HEADINGS.goods),
  lines: order.lines.map((line) => ({
    ...specification(line, p),
    quantity: `${p.money(line.unitPriceFen)} × ${piecesOf(line, p)}`,
    amount: p.money(line.unitPriceFen * line.quantity),
  })),
});

/** BAK-38. What is different now, old and new. */
const changes = (facts: OrderNotice, p: Phrasing): Card => ({ heading: p.named(HEADINGS.changes), rows: differences(facts, p) });

function delivery(facts: OrderNotice, p: Phrasing): Card {
  const { shop } = facts;
  const { order } = facts.about;
  const method = methodOf(facts);
  return {
    heading: p.named(HEADINGS.delivery),
    rows: labelled(p, [
      ['deliveryAt', p.when(order.deliveryAt), 'strong'],
      ['method', method && p.name('method', method)],
      method === 'pickup' ? ['shopAddress', shop.address] : ['address', order.address],
      [method === 'pickup' ? 'collector' : 'recipient', order.recipient?.name],
      ['recipientPhone', order.recipient?.phone],
      ['emergency', shop.emergencyContact],
    ]),
  };
}

const schedule = (facts: OrderNotice, p: Phrasing): Card => ({
  heading: p.named(HEADINGS.schedule),
  rows: labelled(p, [
    ['cycle', cycleOf(facts, p)],
    ['acceptedAt', instant(p, facts.about.order.acceptedAt)],
    ['windowEndsAt', instant(p, windowEndOf(facts)), 'strong'],
  ]),
});

function amounts(facts: OrderNotice, p: Phrasing): Card {
  const { order } = facts.about;
  return {
    heading: p.named(HEADINGS.amounts),
    rows: labelled(p, [
      ['total', p.money(order.totalFen)],
      ['deposit', order.depositFen > 0 ? p.money(order.depositFen) : null],
      ['received', p.money(order.receivedFen)],
      ['refunded', order.refundedFen > 0 ? p.money(order.refundedFen) : null],
      ['outstanding', p.money(order.outstandingFen), 'strong'],
      ['refundDue', overpaidOf(facts) > 0 ? p.money(overpaidOf(facts)) : null, 'strong'],
    ]),
  };
}

const refunds = (facts: OrderNotice, p: Phrasing): Card => ({
  heading: p.named(HEADINGS.refunds),
  items: REFUND_RULES.map((rule) => p.say(p.named(rule), valuesOf(facts, p))),
});

/** BAK-40, BAK-41. The customer sees the reckoning itself, line by line: the rows above the refund add up to it. */
function calculation(facts: OrderNotice, p: Phrasing): Card {
  const { notice } = facts;
  const { order } = facts.about;
  const cause = causeOf(facts);
  const receivedFen = typeof notice['receivedFen'] === 'number' ? notice['receivedFen'] : order.receivedFen;
  const refundedFen = typeof notice['refundedFen'] === 'number' ? notice['refundedFen'] : order.refundedFen;
  const costs = typeof notice['costsFen'] === 'number' ? notice['costsFen'] : order.costsFen;
  const { lines } = refundFor(cause, { receivedFen, refundedFen }, costs, refundOf(facts));
  return {
    heading: p.named(HEADINGS.calculation),
    rows: [
      ...labelled(p, [['cause', p.name('cause', cause)]]),
      ...lines.map((line) => ({ label: p.named(line), value: amountOf(line, p), ...(line.key === 'refund' && { strong: true }) })),
    ],
  };
}

/** What a line takes away is shown with its sign, and so is what it gives back. */
function amountOf({ key, amountFen }: RefundLine, p: Phrasing): string {
  if (key === 'received' || key === 'refund') return p.money(amountFen);
  return `${amountFen < 0 ? '−' : '+'} ${p.money(Math.abs(amountFen))}`;
}

const exception = ({ notice, words }: OrderNotice, p: Phrasing): Card => ({
  heading: p.named(HEADINGS.exception),
  rows: [
    ...labelled(p, [
      ['exceptionType', typeof notice['type'] === 'string' ? p.name('exception', notice['type']) : null, 'strong'],
      ['item', typeof notice['item'] === 'string' ? p.name('item', notice['item']) : null],
    ]),
    ...rowsOf([
      [p.locale.labels.due, instant(p, notice['dueAt']), 'strong'],
      [p.locale.labels.words, words],
    ]),
  ],
});

/** For those who work on it: what and when, without the customer and the money. */
const work = ({ about: { order } }: OrderNotice, p: Phrasing): Card => ({
  heading: p.named(HEADINGS.order),
  lines: order.lines.map((line) => ({ ...specification(line, p), quantity: '', amount: piecesOf(line, p) })),
  rows: labelled(p, [
    ['number', order.number],
    ['deliveryAt', p.when(order.deliveryAt)],
    ['method', order.method && p.name('method', order.method)],
  ]),
});

/** The cards of letters about an order, by name. */
export const ORDER_CARDS: Readonly<Record<keyof OrderCards | 'work', CardOf<OrderContext>>> = {
  goods,
  delivery,
  schedule,
  amounts,
  refunds,
  calculation,
  exception,
  work,
  changes,
};
