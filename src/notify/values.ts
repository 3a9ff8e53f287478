import type { CallReason } from '../contracts/tasks';
import { ALTERNATIVES } from '../domain/alternatives';
import type { RefundCause } from '../domain/refunds';
import { BAKERY } from '../domain/rulebook/bakery';
import { isTaskKind, TASKS } from '../domain/rulebook/tasks';
import type { NoticeFacts } from './facts';
import type { Phrasing, Values } from './phrasing';

const text = (x: unknown): string | undefined => (typeof x === 'string' && x !== '' ? x : undefined);
const number = (x: unknown): number | undefined => (typeof x === 'number' && Number.isFinite(x) ? x : undefined);
const yes = (x: unknown): 'yes' | 'no' => (x ? 'yes' : 'no');

/** Whose cause a cancellation is; nobody's when the workflow does not say. */
export const causeOf = ({ notice: { cause } }: NoticeFacts): RefundCause => (cause === 'store' || cause === 'customer' ? cause : 'neither');

/** What is owed back after a cancellation: the workflow's figure, or what was received and not yet returned. */
export const refundOf = ({ notice, order }: NoticeFacts): number =>
  number(notice['refundFen']) ?? number(notice['amountFen']) ?? order.receivedFen - order.refundedFen;

/** What the store holds beyond the price after a change lowered it (BAK-32); it is paid back (BAK-39). */
export const overpaidOf = ({ order }: NoticeFacts): number => Math.max(0, order.receivedFen - order.refundedFen - order.totalFen);

/** BAK-31. What is asked for: all of the prepayment, the rest of one that is paid in part, or more of it after a change. */
function askedOf({ notice, order }: NoticeFacts): 'whole' | 'rest' | 'raised' {
  if (notice['changed'] === true) return 'raised';
  return (number(notice['missingFen']) ?? order.depositFen) < order.depositFen ? 'rest' : 'whole';
}

/** What of the price is paid, for the words of thanks: nothing is no prepayment, and a part is not all. */
const paidOf = ({ order }: NoticeFacts): 'none' | 'part' | 'all' => {
  if (order.receivedFen - order.refundedFen <= 0) return 'none';
  return order.outstandingFen > 0 ? 'part' : 'all';
};

/** Why the customer is to be telephoned, in the reader's language (BAK-08). */
export function callReasonOf(notice: NoticeFacts['notice'], p: Phrasing): string | null {
  const reason = text(notice['why']);
  if (reason === undefined || !Object.hasOwn(p.locale.calls, reason)) return null;
  const option = text(notice['option']) ?? '';
  const template = text(notice['template']) ?? '';
  return p.say(p.locale.calls[reason as CallReason], {
    option: isAlternative(option) ? p.named(ALTERNATIVES[option]) : option,
    letter: p.letterName(template),
  });
}
const isAlternative = (x: string): x is keyof typeof ALTERNATIVES => Object.hasOwn(ALTERNATIVES, x);

export const plannedStartOf = ({ notice, order }: NoticeFacts): number | null => number(notice['plannedStartAt']) ?? order.plannedStartAt;
export const windowEndOf = ({ notice, order }: NoticeFacts): number | null =>
  number(notice['endsAt']) ?? number(notice['changeWindowEndsAt']) ?? order.changeWindowEndsAt;

/** How it is handed over: a backup plan may ask a customer to collect what was to be brought (BAK-71). */
export const methodOf = ({ notice, order }: NoticeFacts): NoticeFacts['order']['method'] =>
  notice['method'] === 'pickup' ? 'pickup' : order.method;

/** When making starts, when it is handed over, and the days between (BAK-34). Null when the start is not planned. */
export function cycleOf(facts: NoticeFacts, p: Phrasing, when: (at: number) => string): string | null {
  const start = plannedStartOf(facts);
  if (start === null) return null;
  const { deliveryAt } = facts.order;
  return p.say(p.locale.phrases.cycle, {
    start: when(start),
    finish: when(deliveryAt),
    days: Math.max(0, p.daysBetween(start, deliveryAt)),
  });
}

/** A product's name as it stands within a sentence. */
const midSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** BAK-72. Causes of a delay that customers are told. */
const DELAYS: Readonly<Record<string, string>> = {
  'severe-weather': 'weather',
  'delivery-problem': 'road',
  overdue: 'overdue',
  replacement: 'replacement', // BAK-76
};

/** Everything a message may name. What is not known is left out, so that a message that needs it refuses to be written. */
export function valuesOf(facts: NoticeFacts, p: Phrasing): Values {
  const { shop, order, notice } = facts;
  const kind = notice['kind'];
  const due = number(notice['dueAt']);
  const answerBy = number(notice['expiresAt']);
  const overpaid = overpaidOf(facts);
  const refundBy = number(notice['refundBy']);
  const why = callReasonOf(notice, p);
  const item = text(notice['item']);
  const products = order.lines.map((line) => midSentence(p.name('product', line.product)));
  const windowEndsAt = windowEndOf(facts);
  const plannedStartAt = plannedStartOf(facts);
  const cycle = cycleOf(facts, p, p.shortWhen);
  const taskTitle = isTaskKind(kind) ? p.named(TASKS[kind]) : undefined;
  const values: Record<string, string | number | null | undefined> = {
    shop: shop.name,
    shopAddress: shop.address,
    emergency: text(shop.emergencyContact),
    complaints: shop.complaintPhone,
    name: facts.recipientName,
    order: order.number,
    goods: products[0] && p.say(p.locale.phrases.goods, { n: products.length, first: products[0] }),
    version: number(notice['version']) ?? order.version,
    reissued: yes((number(notice['version']) ?? order.version) > 1),
    deliveryAt: p.when(order.deliveryAt),
    deliveryShort: p.shortWhen(order.deliveryAt),
    deliveredAt: order.deliveredAt && p.when(order.deliveredAt),
    method: methodOf(facts),
    total: p.money(order.totalFen),
    deposit: p.money(order.depositFen),
    missing: p.money(number(notice['missingFen']) ?? order.depositFen),
    asks: askedOf(facts),
    paid: paidOf(facts),
    overpaid: p.money(overpaid),
    overpays: facts.audience === 'customer' ? yes(overpaid > 0) : 'no',
    allowance: p.money(number(notice['allowanceFen']) ?? 0),
    refundBy: refundBy && p.when(refundBy),
    hasRefundBy: yes(refundBy),
    refundPaid: yes(notice['paid']),
    late: yes(facts.writtenAt > order.deliveryAt),
    audience: facts.audience,
    yours: yes(notice['yours']),
    why: why ?? undefined,
    hasWhy: yes(why),
    outstanding: p.money(order.outstandingFen),
    owes: yes(order.outstandingFen > 0),
    refund: p.money(refundOf(facts)),
    refunds: yes(refundOf(facts) > 0),
    refundDays: BAKERY.refundDue.value.n,
    replyHours: BAKERY.alternativeReply.value.n,
    windowEndsAt: windowEndsAt && p.when(windowEndsAt),
    windowEndsShort: windowEndsAt && p.shortWhen(windowEndsAt),
    hasWindow: yes(windowEndsAt && windowEndsAt > facts.writtenAt),
    plannedStartAt: plannedStartAt && p.when(plannedStartAt),
    plannedStartShort: plannedStartAt && p.shortWhen(plannedStartAt),
    cycle,
    consultant: order.consultant,
    hasConsultant: yes(order.consultant),
    again: yes(notice['again']),
    addressCorrected: yes(notice['address']),
    recipientCorrected: yes(notice['recipient']),
    draft: number(notice['draft']) ?? 1,
    task: taskTitle,
    due: due && p.when(due),
    hasDue: yes(due),
    dueState: due === undefined ? 'none' : due < facts.writtenAt ? 'past' : 'soon',
    cause: causeOf(facts),
    delay: DELAYS[text(notice['type']) ?? ''] ?? 'other',
    exceptionType: p.name('exception', text(notice['type']) ?? 'other'),
    item: item && p.name('item', item),
    hasItem: yes(item),
    words: facts.words,
    hasWords: yes(facts.words),
    answerBy: answerBy && p.when(answerBy),
    link: facts.link,
  };
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string | number] => entry[1] !== null && entry[1] !== undefined),
  );
}
