import type { z } from 'zod';
import type { LinkView } from '../contracts/links.schema';
import { ALTERNATIVES } from '../domain/alternatives';
import type { Calendar } from '../domain/calendar';
import { formatYuan } from '../domain/money';
import type { OrderState } from '../domain/order-state';
import { productOf } from '../domain/rulebook/products';
import { sayDayAndHour } from '../domain/store-time';
import { comment, escape, facts, field, form, hidden, layout, question, radio } from './link-html';
import { PAGE_WORDS, sizeWords, type PageLanguage, type PageWords } from './link-words';

type CustomerStatus = Extract<z.infer<typeof LinkView>, { scope: 'customer' }>;

/** What the customer's page is written from. */
interface CustomerFacts {
  readonly status: CustomerStatus;
  readonly token: string;
  readonly calendar: Calendar;
  readonly language: PageLanguage;
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

/** A line of the order in words: what, in which flavour and size, and how many. */
function lineOf({ product, flavour, size, quantity }: CustomerStatus['ordered'][number], language: PageLanguage): string {
  const names = productOf(product);
  const name = names?.[language === 'en' ? 'en' : 'zh'] ?? product;
  const words = [name, flavour, size && sizeWords(size, language)].filter(Boolean);
  return `${words.join(language === 'en' ? ', ' : '，')} × ${quantity}`;
}

function particulars({ status, language, words, when }: Written): string {
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
function money({ status, words }: Written): string {
  const { outstandingFen, refund } = status;
  const nothing = TOLD[status.state].hour === 'none' && refund.owedFen === 0 && refund.paidFen === 0;
  return facts([
    [words.outstanding, outstandingFen > 0 ? formatYuan(outstandingFen) : null],
    [words.refund.owed, refund.owedFen > 0 ? formatYuan(refund.owedFen) : null],
    [words.refund.paid, refund.paidFen > 0 ? formatYuan(refund.paidFen) : null],
    [words.refund.heading, nothing ? words.refund.none : null],
  ]);
}

function stages({ status, words }: Written): string {
  if (!TOLD[status.state].stages) return '';
  const { progress, colon } = words;
  const done = ({ startedAt, doneAt }: CustomerStatus['stages'][number]): string =>
    doneAt ? progress.done : startedAt ? progress.underWay : progress.waiting;
  return `<ul>${status.stages.map((stage) => `<li>${words.stages[stage.stage]}${colon}${done(stage)}</li>`).join('')}</ul>`;
}

/** BAK-45. The details above to confirm, and the form that corrects them: what is left empty stays as it is. */
function detailsQuestion({ status, token, words }: Written): string {
  const { details } = words;
  const digits = 'type="text" inputmode="numeric" pattern="[0-9]{4}" maxlength="4" autocomplete="off" required';
  const fields =
    hidden('confirmed', 'false', 'boolean') +
    (status.method === 'courier'
      ? field(words.place.courier, 'correction.address', 'maxlength="500" autocomplete="shipping street-address"')
      : '') +
    field(words.recipient[status.method], 'correction.recipient.name', 'maxlength="120" autocomplete="shipping name"') +
    field(details.phone, 'correction.recipient.phone', 'type="tel" autocomplete="shipping tel"') +
    field(details.lastFour, 'phoneLastFour', digits);
  return question(
    details.heading,
    `<p>${escape(details.check)}</p>`,
    form(token, 'details-confirmation', hidden('confirmed', 'true', 'boolean'), details.right),
    `<h3>${escape(details.correct)}</h3><p>${escape(details.leaveEmpty)}</p>`,
    form(token, 'details-confirmation', fields, details.sendCorrection),
    `<p>${escape(details.other)}</p>`,
  );
}

const QUESTIONS: Readonly<Record<CustomerStatus['awaiting'][number], (written: Written) => string>> = {
  'design-approval': ({ token, words: { design, send } }) =>
    question(
      design.heading,
      `<p>${escape(design.seen)}</p>`,
      form(
        token,
        'design-approval',
        radio('outcome', 'approved', design.approved) +
          radio('outcome', 'rejected', design.rejected) +
          comment(design.comments, 'comments'),
        send,
      ),
    ),
  'details-confirmation': detailsQuestion,
  alternative: ({ status, token, language, words: { alternative, send } }) =>
    status.alternatives
      .map(({ exceptionId, options }) =>
        question(
          alternative.heading,
          form(
            token,
            'alternative',
            hidden('exceptionId', exceptionId) +
              options.map((option) => radio('option', option, ALTERNATIVES[option][language === 'en' ? 'en' : 'zh'])).join('') +
              radio('option', '', alternative.none),
            send,
          ),
        ),
      )
      .join(''),
  rating: ({ token, words: { rating, send } }) =>
    question(
      rating.heading,
      form(
        token,
        'rating',
        `<label>${escape(rating.score)} <input type="number" name="score" min="1" max="5" step="0.5" required data-type="number"></label>` +
          comment(rating.comment, 'comment'),
        send,
      ),
    ),
};

/** BAK-06. What was ordered, where it stands, and what its customer is asked, in the customer's language and by the store's clock. */
export function customerPage(given: CustomerFacts): string {
  const { status, calendar, language } = given;
  const words = PAGE_WORDS[language];
  const when = (instant: string): string => sayDayAndHour(calendar, Date.parse(instant), language);
  const written: Written = { ...given, words, when };
  const state = words.cancelledBecause[status.cancelledBecause ?? 'neither'];
  return layout({
    language,
    title: `${words.order} ${status.order}`,
    body:
      `<p>${escape(words.state)}${words.colon}<strong>${escape(words.states[status.state])}</strong></p>` +
      (status.state === 'cancelled' ? `<p>${escape(state)}</p>` : '') +
      particulars(written) +
      money(written) +
      (status.changeWindowEndsAt
        ? `<p>${escape(words.changesUntil)}${words.colon}${when(status.changeWindowEndsAt)}<br>${escape(words.howToChange)}</p>`
        : '') +
      stages(written) +
      status.awaiting.map((what) => QUESTIONS[what](written)).join('') +
      `<p>${escape(status.contact.shop)} ${escape(status.contact.phone)}</p>`,
  });
}
