import { yes, type OwnValues } from '../../process/outbox/letter.letters';
import type { AnyNoticeFacts } from '../../process/outbox/register.letters';
import type { Phrasing } from '../../process/outbox/phrasing';
import { numberIn, textIn } from '../../process/outbox/values';
import type { OrderContext, OrderWords } from '../letter-context.repository';
import { heldOf, type RefundCause } from '../refunds.rules';
import { PHRASES } from './words';

/** What a letter about an order is written from. */
export type OrderNotice = AnyNoticeFacts<OrderContext>;

/** Whose cause a cancellation is; nobody's when the workflow does not say. */
export const causeOf = ({ notice: { cause } }: OrderNotice): RefundCause => (cause === 'store' || cause === 'customer' ? cause : 'neither');

/** What is owed back after a cancellation: the workflow's figure, or what was received and not yet returned. */
export const refundOf = ({ notice, about: { order } }: OrderNotice): number => numberIn(notice['refundFen']) ?? heldOf(order);

/** What the store holds beyond the price after a change lowered it (BAK-32); it is paid back (BAK-39). */
export const overpaidOf = ({ about: { order } }: OrderNotice): number => Math.max(0, heldOf(order) - order.totalFen);

/** What of the price is paid, for the words of thanks: nothing is no prepayment, and a part is not all. */
function paidOf(order: OrderWords): 'none' | 'part' | 'all' {
  if (heldOf(order) <= 0) return 'none';
  return order.outstandingFen > 0 ? 'part' : 'all';
}

const plannedStartOf = ({ notice, about: { order } }: OrderNotice): number | null =>
  numberIn(notice['plannedStartAt']) ?? order.plannedStartAt;
export const windowEndOf = ({ notice, about: { order } }: OrderNotice): number | null =>
  numberIn(notice['endsAt']) ?? order.changeWindowEndsAt;

/** How it is handed over: a backup plan may ask a customer to collect what was to be brought (BAK-71). */
export const methodOf = ({ notice, about: { order } }: OrderNotice): OrderWords['method'] =>
  notice['method'] === 'pickup' ? 'pickup' : order.method;

/** When making starts, when it is handed over, and the days between (BAK-34). Null when the start is not planned. */
export function cycleOf(facts: OrderNotice, p: Phrasing): string | null {
  const start = plannedStartOf(facts);
  if (start === null) return null;
  const { deliveryAt } = facts.about.order;
  const days = Math.max(0, p.daysBetween(start, deliveryAt));
  return p.say(p.named(PHRASES.cycle), { start: p.shortWhen(start), finish: p.shortWhen(deliveryAt), days });
}

/** A product's name as it stands within a sentence. */
const midSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** What messages of letters about an order may name, in the numbers and at the hours that hold for this order. */
export function orderValues(facts: OrderNotice, p: Phrasing): OwnValues {
  const { notice, writtenAt } = facts;
  const { order } = facts.about;
  const item = textIn(notice['item']);
  const products = order.lines.map((line) => midSentence(p.name('product', line.product)));
  const version = numberIn(notice['version']) ?? order.version;
  return {
    order: order.number,
    goods: products[0] && p.say(p.named(PHRASES.goods), { n: products.length, first: products[0] }),
    version,
    reissued: yes(version > 1),
    deliveryAt: p.when(order.deliveryAt),
    deliveryShort: p.shortWhen(order.deliveryAt),
    deliveredAt: order.deliveredAt && p.when(order.deliveredAt),
    method: methodOf(facts),
    late: yes(writtenAt > order.deliveryAt),
    consultant: order.consultant,
    hasConsultant: yes(order.consultant),
    exceptionType: p.name('exception', textIn(notice['type']) ?? 'other'),
    item: item && p.name('item', item),
    hasItem: yes(item),
    ...moneyValues(facts, p),
    ...planValues(facts, p),
  };
}

function moneyValues(facts: OrderNotice, p: Phrasing): OwnValues {
  const { notice, audience } = facts;
  const { order, rules } = facts.about;
  const overpaid = overpaidOf(facts);
  const refundBy = numberIn(notice['refundBy']);
  return {
    total: p.money(order.totalFen),
    deposit: p.money(order.depositFen),
    paid: paidOf(order),
    outstanding: p.money(order.outstandingFen),
    owes: yes(order.outstandingFen > 0),
    overpaid: p.money(overpaid),
    overpays: audience === 'customer' ? yes(overpaid > 0) : 'no',
    cause: causeOf(facts),
    refund: p.money(refundOf(facts)),
    refunds: yes(refundOf(facts) > 0),
    refundDays: rules?.refundDue.n,
    refundBy: refundBy && p.when(refundBy),
    hasRefundBy: yes(refundBy),
    refundPaid: yes(notice['paid']),
  };
}

function planValues(facts: OrderNotice, p: Phrasing): OwnValues {
  const windowEndsAt = windowEndOf(facts);
  const plannedStartAt = plannedStartOf(facts);
  return {
    windowEndsAt: windowEndsAt && p.when(windowEndsAt),
    windowEndsShort: windowEndsAt && p.shortWhen(windowEndsAt),
    hasWindow: yes(windowEndsAt && windowEndsAt > facts.writtenAt),
    plannedStartAt: plannedStartAt && p.when(plannedStartAt),
    plannedStartShort: plannedStartAt && p.shortWhen(plannedStartAt),
    cycle: cycleOf(facts, p),
  };
}
