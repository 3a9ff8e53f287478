import { Router, type Response } from 'express';
import type { z } from 'zod';
import type { LinkView } from '../contracts/links.schema';
import type { OrderRecord } from '../db/order-read.repository';
import { ALTERNATIVES } from '../domain/alternatives';
import { shopTime } from '../domain/clock';
import { Refusal } from '../domain/errors';
import type { ApiDeps } from './deps';
import { openLink } from './link-access';
import { LINK_SCRIPT } from './link-script';
import { linkStatus } from './link-status';
import { PAGE_WORDS, pageLanguageOf, SUPPLIER_WORDS, UNOPENED_WORDS, type PageLanguage, type PageWords } from './link-words';
import { createServices, orderOf, type Services } from './services';

type Status = z.infer<typeof LinkView>;
type Of<S> = Extract<Status, { scope: S }>;

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
/** The store's wall clock, e.g. 2026-12-01 15:00. */
const wall = (iso: string, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(iso));
const yuan = (fen: number): string => `¥${(fen / 100).toFixed(2)}`;

interface Page {
  readonly language: PageLanguage;
  readonly title: string;
  readonly body: string;
}
const layout = ({ language, title, body }: Page): string =>
  `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">` +
  `<title>${escape(title)}</title><link rel="stylesheet" href="/assets/link.css"><main><h1>${escape(title)}</h1>${body}<p id="result" role="status" tabindex="-1"></p></main><script src="/assets/link.js"></script></html>`;

/** One thing that is asked. It goes when one of its forms has been answered. */
const question = (heading: string, ...parts: string[]): string => `<section><h2>${escape(heading)}</h2>${parts.join('')}</section>`;

/** A form that the script sends as JSON to the API; without the script nothing is sent. */
const form = (token: string, act: string, fields: string, button: string): string =>
  `<form data-post="/api/v1/links/${escape(token)}/${act}">${fields}<button>${escape(button)}</button></form>`;

const hidden = (name: string, value: string, type = ''): string =>
  `<input type="hidden" name="${name}" value="${escape(value)}"${type && ` data-type="${type}"`}>`;
const radio = (name: string, value: string, label: string, type = ''): string =>
  `<label><input type="radio" name="${name}" value="${value}" required${type && ` data-type="${type}"`}> ${escape(label)}</label>`;
const field = (label: string, name: string, value: string, more: string): string =>
  `<label>${escape(label)} <input name="${name}" value="${escape(value)}" required ${more}></label>`;
const comment = (label: string, name: string): string => `<label>${escape(label)} <textarea name="${name}"></textarea></label>`;

/** What the customer's page is written from. The order's private words are shown only while they are to be confirmed. */
interface CustomerFacts {
  readonly status: Of<'customer'>;
  readonly delivery: OrderRecord['delivery'];
  readonly token: string;
  readonly zone: string;
  readonly language: PageLanguage;
  readonly words: PageWords;
}
const deliveryRow = ({ status, zone, words }: CustomerFacts): readonly [string, string] => [
  words.deliveryAt[status.method],
  wall(status.deliveryAt, zone),
];

/** BAK-45. The details to confirm, and the form that corrects them; a correction starts from what we have. */
function detailsQuestion(facts: CustomerFacts): string {
  const { status, delivery, token, words } = facts;
  const { details, methods } = words;
  const { address, recipient } = delivery;
  const rows = [
    deliveryRow(facts),
    [details.method, methods[status.method]],
    [details.address, address],
    [details.recipient, recipient?.name],
    [details.phone, recipient?.phone],
  ] as const;
  const shown = rows.flatMap(([label, value]) => (value ? [`<dt>${escape(label)}</dt><dd>${escape(value)}</dd>`] : []));
  const fields =
    hidden('confirmed', 'false', 'boolean') +
    (status.method === 'courier'
      ? field(details.address, 'correction.address', address ?? '', 'maxlength="500" autocomplete="shipping street-address"')
      : '') +
    field(details.recipient, 'correction.recipient.name', recipient?.name ?? '', 'maxlength="120" autocomplete="shipping name"') +
    field(details.phone, 'correction.recipient.phone', recipient?.phone ?? '', 'type="tel" autocomplete="shipping tel"');
  return question(
    details.heading,
    `<p>${escape(details.check)}</p><dl>${shown.join('')}</dl>`,
    form(token, 'details-confirmation', hidden('confirmed', 'true', 'boolean'), details.right),
    `<h3>${escape(details.correct)}</h3>`,
    form(token, 'details-confirmation', fields, details.sendCorrection),
    `<p>${escape(details.other)}</p>`,
  );
}

const QUESTIONS: Readonly<Record<Of<'customer'>['awaiting'][number], (facts: CustomerFacts) => string>> = {
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

/** BAK-06. Where the order stands, and what its customer is asked, in the customer's language. */
function customerPage(facts: CustomerFacts): string {
  const { status, zone, language, words } = facts;
  const { colon, progress } = words;
  const line = (label: string, value: string): string => `<p>${escape(label)}${colon}${value}</p>`;
  const done = ({ startedAt, doneAt }: (typeof status.stages)[number]): string =>
    doneAt ? progress.done : startedAt ? progress.underWay : progress.waiting;
  return layout({
    language,
    title: `${words.order} ${status.order}`,
    body:
      line(words.state, `<strong>${words.states[status.state]}</strong>`) +
      line(...deliveryRow(facts)) +
      (status.outstandingFen > 0 ? line(words.outstanding, yuan(status.outstandingFen)) : '') +
      (status.changeWindowEndsAt ? line(words.changesUntil, `${wall(status.changeWindowEndsAt, zone)}<br>${words.howToChange}`) : '') +
      `<ul>${status.stages.map((stage) => `<li>${words.stages[stage.stage]}${colon}${done(stage)}</li>`).join('')}</ul>` +
      status.awaiting.map((what) => QUESTIONS[what](facts)).join('') +
      contactLine(status),
  });
}

const contactLine = ({ contact }: Status): string => `<p>${escape(contact.shop)} ${escape(contact.phone)}</p>`;

function supplierPage(status: Of<'supplier'>, token: string, zone: string): string {
  const { title, item, neededBy, answered, heading, available, unavailable, promisedAt, send } = SUPPLIER_WORDS;
  const fields =
    radio('available', 'true', available, 'boolean') +
    radio('available', 'false', unavailable, 'boolean') +
    `<label>${promisedAt} <input type="datetime-local" name="promisedAt" data-type="instant"></label>`;
  return layout({
    language: 'zh-CN',
    title,
    body:
      `<p>${item}：<strong>${escape(status.item ?? '')}</strong></p>` +
      (status.neededBy ? `<p>${neededBy}：${wall(status.neededBy, zone)}</p>` : '') +
      (status.answered ? `<p>${answered}</p>` : question(heading, form(token, 'supplier-answer', fields, send))) +
      contactLine(status),
  });
}

function unopenedPage(code: string): string {
  const { title } = UNOPENED_WORDS;
  const why = UNOPENED_WORDS[code === 'link-expired' ? code : 'no-such-link'];
  return layout({
    language: 'zh-CN',
    title: title['zh-CN'],
    body: `<p>${why['zh-CN']}</p><section lang="en"><h2>${title.en}</h2><p>${why.en}</p></section>`,
  });
}

const CSS =
  'body{font:1.1rem/1.6 sans-serif;margin:0;background:#faf7f2;color:#222}main{max-width:34rem;margin:auto;padding:1rem}section{border-top:1px solid #ccc;padding:1rem 0}label{display:block;margin:.5rem 0}dt{color:#6b5f54}dd{margin:0 0 .5rem}textarea,input:not([type]),input[type=tel]{box-sizing:border-box;width:100%;font:inherit}button{font:inherit;padding:.5rem 1.5rem}:focus-visible{outline:3px solid #8a4b1f;outline-offset:2px}';

/** Pages for whoever holds a link: GET shows, and their forms POST to the API. No outside host, no member of staff's name. */
export function linkPages(deps: ApiDeps): Router {
  const router = Router();
  const services = createServices(deps);
  router.get('/assets/link.js', (_req, res) => void res.type('js').send(LINK_SCRIPT));
  router.get('/assets/link.css', (_req, res) => void res.type('css').send(CSS));
  for (const [path, scope] of [
    ['/o/:token', 'customer'],
    ['/s/:token', 'supplier'],
  ] as const) {
    router.get(path, async (req, res) => {
      res.set('Cache-Control', 'no-store').type('html');
      await show(services, String(req.params['token']), scope, res);
    });
  }
  return router;
}

async function show(services: Services, token: string, scope: Status['scope'], res: Response): Promise<void> {
  const { secret } = services.settings;
  try {
    const now = shopTime(services.clock, services.realNow());
    const link = await openLink(services.links, secret, token, now);
    if (link.scope !== scope) throw new Refusal('no-such-link', 'This link opens another page.');
    const status = await linkStatus(services, link, now);
    const { delivery, customer, storeId } = await orderOf(services, link.order, null);
    const { zone } = await services.calendars.calendarOf(storeId);
    if (status.scope === 'supplier') return void res.send(supplierPage(status, token, zone));
    const language = pageLanguageOf(customer.language);
    res.send(customerPage({ status, delivery, token, zone, language, words: PAGE_WORDS[language] }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    res.status(error.code === 'link-expired' ? 410 : 404).send(unopenedPage(error.code));
  }
}
