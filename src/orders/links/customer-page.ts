import type { z } from 'zod';
import type { CustomerView } from './links.schema';
import { localDay, localTime, offsetOf, type Calendar } from '../../base/calendar';
import { formatYuan } from '../../base/money';
import { HOUR_MS } from '../../base/rule';
import type { OrderState } from '../order-state.rules';
import { namesOf, type NameList } from '../../process/outbox/names';
import { sayDayAndHour } from '../../base/store-time';
import { facts, page, type Fact, type PageFrame, type PageTemplate } from './link-html';
import { PAGE_WORDS, sizeWords, type PageLanguage, type PageWords } from './link-words';

type CustomerStatus = z.infer<typeof CustomerView>;

/** What the customer's page is written from. */
interface CustomerFacts {
  readonly status: CustomerStatus;
  readonly token: string;
  readonly calendar: Calendar;
  readonly language: PageLanguage;
  /** Shop time. */
  readonly now: number;
}
interface Written extends CustomerFacts {
  readonly words: PageWords;
  /** An instant by the clock of the order's store. */
  readonly when: (instant: string) => string;
}

/** What a customer is told of an order in one state. A state says what is to come, or what has come of it, never both. */
interface Told {
  /** The hour that is promised, or the one at which it was handed over; neither, when nothing is handed over. */
  readonly hour: 'promised' | 'delivered' | 'none';
  /** Who gets it and where: as long as that is to come. */
  readonly place: boolean;
  /** How far the making has come: from acceptance to the road. */
  readonly stages: boolean;
}
const PLANNED: Told = { hour: 'promised', place: true, stages: false };
const UNDER_WAY: Told = { hour: 'promised', place: true, stages: true };
const HANDED_OVER: Told = { hour: 'delivered', place: false, stages: false };
const ENDED: Told = { hour: 'none', place: false, stages: false };
const TOLD: Readonly<Record<OrderState, Told>> = {
  draft: PLANNED,
  'awaiting-design': PLANNED,
  'feasibility-review': PLANNED,
  'awaiting-deposit': PLANNED,
  materials: UNDER_WAY,
  making: UNDER_WAY,
  decoration: UNDER_WAY,
  'final-check': UNDER_WAY,
  packing: UNDER_WAY,
  ready: UNDER_WAY,
  'out-for-delivery': UNDER_WAY,
  delivered: HANDED_OVER,
  closed: HANDED_OVER,
  declined: ENDED,
  cancelled: ENDED,
};

/** What an id is called; an id that no chapter names is shown as it is. */
const nameOf = (list: NameList, id: string, language: PageLanguage): string => namesOf(list, id)?.[language === 'en' ? 'en' : 'zh'] ?? id;

/** A line of the order in words: what, in which flavour and size, and how many. */
function lineOf({ product, flavour, size, quantity }: CustomerStatus['ordered'][number], language: PageLanguage): string {
  const words = [nameOf('product', product, language), flavour, size && sizeWords(size, language)].filter(Boolean);
  return `${words.join(language === 'en' ? ', ' : '，')} × ${quantity}`;
}

function particulars({ status, language, words, when }: Written): Fact[] {
  const { hour, place } = TOLD[status.state];
  const { delivery } = status;
  return facts([
    [words.ordered, status.ordered.map((line) => lineOf(line, language))],
    [words.deliveryAt[status.method], hour === 'promised' ? when(status.deliveryAt) : null],
    [words.deliveredAt, hour === 'delivered' && status.deliveredAt ? when(status.deliveredAt) : null],
    [words.details.method, place ? words.methods[status.method] : null],
    [words.place[status.method], place ? delivery.address : null],
    [words.recipient[status.method], place ? delivery.recipient : null],
    [words.details.phone, place ? delivery.phone : null],
  ]);
}

/** BAK-32, BAK-39…41. What is still to be paid, and what goes back; an order that has ended says so, too, when nothing does. */
function money({ status, words }: Written): Fact[] {
  const { totalFen, receivedFen, depositFen, outstandingFen, refund } = status;
  const nothing = TOLD[status.state].hour === 'none' && refund.owedFen === 0 && refund.paidFen === 0;
  const isPaid = receivedFen > 0;
  return facts([
    [words.money.total, formatYuan(totalFen)],
    [words.money.deposit, isPaid || TOLD[status.state].hour !== 'promised' ? null : formatYuan(depositFen)],
    [words.money.received, isPaid ? formatYuan(receivedFen) : null],
    [words.outstanding, outstandingFen > 0 ? formatYuan(outstandingFen) : null],
    [words.refund.owed, refund.owedFen > 0 ? formatYuan(refund.owedFen) : null],
    [words.refund.paid, refund.paidFen > 0 ? formatYuan(refund.paidFen) : null],
    [words.refund.heading, nothing ? words.refund.none : null],
  ]);
}

function stages({ status, words: { progress, stages } }: Written): CustomerView['stages'] {
  if (!TOLD[status.state].stages) return [];
  const done = ({ startedAt, doneAt }: CustomerStatus['stages'][number]): string =>
    doneAt ? progress.done : startedAt ? progress.underWay : progress.waiting;
  return status.stages.map((stage) => ({ name: stages[stage.stage], progress: done(stage) }));
}

/** What `templates/customer.hbs` and the questions on it show. */
interface CustomerView extends PageFrame {
  readonly token: string;
  readonly words: PageWords;
  /** Why it was cancelled. */
  readonly cause: string | null;
  readonly particulars: readonly Fact[];
  readonly money: readonly Fact[];
  readonly changesUntil: string | null;
  /** What the customer has asked for and the shop has not decided. */
  readonly pending: readonly string[];
  /** Where the picture of the design is; null where there is none. */
  readonly design: string | null;
  readonly designPhoto: string | null;
  readonly confirmedDesign: boolean;
  /** The hour as it is, the first that can be asked for, both by the store's clock, and how that differs from UTC; null: none can be. */
  readonly change: { readonly now: string; readonly from: string; readonly offset: string } | null;
  readonly cancellable: boolean;
  readonly stages: readonly { readonly name: string; readonly progress: string }[];
  /** What can be read on paper: WeChat's browser downloads nothing, so each is a plain link. */
  readonly papers: readonly { readonly title: string; readonly url: string }[];
  /** What is asked: the templates of the questions, named like them. */
  readonly awaiting: readonly PageTemplate[];
  readonly courier: boolean;
  readonly place: string;
  readonly recipient: string;
  readonly alternatives: readonly {
    readonly exceptionId: string;
    readonly options: readonly { readonly id: string; readonly name: string }[];
  }[];
}
const render = page<CustomerView>('customer');

/** BAK-36. The hours that the form for a change begins with. */
function changeForm({ status, calendar, now }: CustomerFacts): CustomerView['change'] {
  const deliveryAt = Date.parse(status.deliveryAt);
  const local = (at: number): string => `${localDay(calendar, at)}T${localTime(calendar, at)}`;
  const from = Math.ceil(now / HOUR_MS) * HOUR_MS;
  return { now: local(deliveryAt), from: local(from), offset: offsetOf(calendar, deliveryAt) };
}

/** BAK-06. What was ordered, where it stands, and what its customer is asked, in the customer's language and by the store's clock. */
export function customerPage(given: CustomerFacts): string {
  const { status, token, calendar, language } = given;
  const { method, changeWindowEndsAt } = status;
  const words = PAGE_WORDS[language];
  const when = (instant: string): string => sayDayAndHour(calendar, Date.parse(instant), language);
  const written: Written = { ...given, words, when };
  return render({
    language,
    title: `${words.order} ${status.order}`,
    state: { label: `${words.state}${words.colon}`, value: words.states[status.state] },
    contact: status.contact,
    token,
    words,
    cause: status.state === 'cancelled' ? words.cancelledBecause[status.cancelledBecause ?? 'neither'] : null,
    particulars: particulars(written),
    money: money(written),
    changesUntil: changeWindowEndsAt && when(changeWindowEndsAt),
    pending: [
      ...(status.changePending ? [words.change.pending] : []),
      ...(status.cancellation === 'asked' ? [words.cancellation.asked] : []),
    ],
    design: status.design && `/api/v1/links/${token}/photos/${encodeURIComponent(status.design.photo)}`,
    designPhoto: status.design?.photo ?? null,
    confirmedDesign: status.design !== null && !status.awaiting.includes('design-approval') && TOLD[status.state].hour !== 'none',
    change: changeWindowEndsAt === null || status.changePending ? null : changeForm(given),
    cancellable: status.cancellation === 'possible',
    stages: stages(written),
    papers: status.papers.map(({ paper, title }) => ({ title, url: `/api/v1/links/${token}/papers/${paper}` })),
    awaiting: status.awaiting,
    courier: method === 'courier',
    place: words.place[method],
    recipient: words.recipient[method],
    alternatives: status.alternatives.map(({ exceptionId, options }) => ({
      exceptionId,
      options: options.map((id) => ({ id, name: nameOf('option', id, language) })),
    })),
  });
}
