import { taskRule } from '../tasks/tasks.rules';
import type { CallReason } from '../../bakery/answers.messages';
import { ALTERNATIVES } from '../../bakery/alternatives.rules';
import type { RefundCause } from '../../orders/refunds.rules';
import { BAKERY } from '../../bakery/rulebook.rules';
import { isTaskKind } from '../tasks/tasks.rules';
import { isNoticeTemplate, letterOf } from './register.letters';
import { yes, type OwnValues } from './letter.letters';
import type { AnyNoticeFacts } from './facts';
import type { Phrasing, Values } from './phrasing';

const text = (x: unknown): string | undefined => (typeof x === 'string' && x !== '' ? x : undefined);
const number = (x: unknown): number | undefined => (typeof x === 'number' && Number.isFinite(x) ? x : undefined);

/** Whose cause a cancellation is; nobody's when the workflow does not say. */
export const causeOf = ({ notice: { cause } }: AnyNoticeFacts): RefundCause =>
  cause === 'store' || cause === 'customer' ? cause : 'neither';

/** What is owed back after a cancellation: the workflow's figure, or what was received and not yet returned. */
export const refundOf = ({ notice, order }: AnyNoticeFacts): number => number(notice['refundFen']) ?? order.receivedFen - order.refundedFen;

/** What the store holds beyond the price after a change lowered it (BAK-32); it is paid back (BAK-39). */
export const overpaidOf = ({ order }: AnyNoticeFacts): number => Math.max(0, order.receivedFen - order.refundedFen - order.totalFen);

/** What of the price is paid, for the words of thanks: nothing is no prepayment, and a part is not all. */
const paidOf = ({ order }: AnyNoticeFacts): 'none' | 'part' | 'all' => {
  if (order.receivedFen - order.refundedFen <= 0) return 'none';
  return order.outstandingFen > 0 ? 'part' : 'all';
};

/** Why the customer is to be telephoned, in the reader's language (BAK-08). */
export function callReasonOf(notice: AnyNoticeFacts['notice'], p: Phrasing): string | null {
  const reason = text(notice['why']);
  if (reason === undefined || !Object.hasOwn(p.locale.calls, reason)) return null;
  const option = text(notice['option']) ?? '';
  const template = text(notice['template']) ?? '';
  return p.say(p.locale.calls[reason as CallReason], {
    option: isAlternative(option) ? p.named(ALTERNATIVES[option]) : option,
    letter: letterName(template, p),
  });
}
/** What a letter is called where another speaks of it: its title. */
const letterName = (template: string, p: Phrasing): string =>
  isNoticeTemplate(template) ? p.named(letterOf(template).words).title.replace(/\{[^]*\}/, '') : template;
const isAlternative = (x: string): x is keyof typeof ALTERNATIVES => Object.hasOwn(ALTERNATIVES, x);

export const plannedStartOf = ({ notice, order }: AnyNoticeFacts): number | null =>
  number(notice['plannedStartAt']) ?? order.plannedStartAt;
export const windowEndOf = ({ notice, order }: AnyNoticeFacts): number | null => number(notice['endsAt']) ?? order.changeWindowEndsAt;

/** How it is handed over: a backup plan may ask a customer to collect what was to be brought (BAK-71). */
export const methodOf = ({ notice, order }: AnyNoticeFacts): AnyNoticeFacts['order']['method'] =>
  notice['method'] === 'pickup' ? 'pickup' : order.method;

/** When making starts, when it is handed over, and the days between (BAK-34). Null when the start is not planned. */
export function cycleOf(facts: AnyNoticeFacts, p: Phrasing, when: (at: number) => string): string | null {
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

/**
 * Everything a message may name, with the values of the letter's own. What is not known is left out, so that a message that needs it refuses
 * to be written.
 */
export function valuesOf(facts: AnyNoticeFacts, p: Phrasing, own: OwnValues = {}): Values {
  const { shop, order, notice } = facts;
  const kind = notice['kind'];
  const due = number(notice['dueAt']);
  const overpaid = overpaidOf(facts);
  const refundBy = number(notice['refundBy']);
  const why = callReasonOf(notice, p);
  const item = text(notice['item']);
  const products = order.lines.map((line) => midSentence(p.name('product', line.product)));
  const windowEndsAt = windowEndOf(facts);
  const plannedStartAt = plannedStartOf(facts);
  const cycle = cycleOf(facts, p, p.shortWhen);
  const taskTitle = isTaskKind(kind) ? p.named(taskRule(kind)) : undefined;
  const values: OwnValues = {
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
    paid: paidOf(facts),
    overpaid: p.money(overpaid),
    overpays: facts.audience === 'customer' ? yes(overpaid > 0) : 'no',
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
    windowEndsAt: windowEndsAt && p.when(windowEndsAt),
    windowEndsShort: windowEndsAt && p.shortWhen(windowEndsAt),
    hasWindow: yes(windowEndsAt && windowEndsAt > facts.writtenAt),
    plannedStartAt: plannedStartAt && p.when(plannedStartAt),
    plannedStartShort: plannedStartAt && p.shortWhen(plannedStartAt),
    cycle,
    consultant: order.consultant,
    hasConsultant: yes(order.consultant),
    task: taskTitle,
    due: due && p.when(due),
    hasDue: yes(due),
    dueState: due === undefined ? 'none' : due < facts.writtenAt ? 'past' : 'soon',
    cause: causeOf(facts),
    exceptionType: p.name('exception', text(notice['type']) ?? 'other'),
    item: item && p.name('item', item),
    hasItem: yes(item),
    words: facts.words,
    hasWords: yes(facts.words),
    link: facts.link,
    ...own,
  };
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string | number] => entry[1] !== null && entry[1] !== undefined),
  );
}
