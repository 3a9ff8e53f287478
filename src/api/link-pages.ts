import { Router, type Response } from 'express';
import type { z } from 'zod';
import type { LinkView } from '../contracts/links.schema';
import { offsetOf, type Calendar } from '../domain/calendar';
import { shopTime } from '../domain/clock';
import { Refusal } from '../domain/errors';
import { isIngredient, INGREDIENTS } from '../domain/rulebook/products';
import { sayDayAndHour } from '../domain/store-time';
import { customerPage } from './customer-page';
import type { ApiDeps } from './deps';
import { openLink } from './link-access';
import { CSS, escape, form, layout, question, radio } from './link-html';
import { LINK_SCRIPT } from './link-script';
import { linkStatus } from './link-status';
import { pageLanguageOf, SUPPLIER_WORDS, UNOPENED_WORDS } from './link-words';
import { refuseOtherMethods } from './methods';
import { createServices, orderOf, type Services } from './services';

type Status = z.infer<typeof LinkView>;
type SupplierStatus = Extract<Status, { scope: 'supplier' }>;

/** BAK-59. What is asked of a supplier, while it is. The hour it promises is one of the store's clock, whatever its own shows. */
function supplierPage(status: SupplierStatus, token: string, calendar: Calendar): string {
  const { title, item, neededBy, answered, heading, available, unavailable, promisedAt, send } = SUPPLIER_WORDS;
  const needed = status.neededBy === null ? null : Date.parse(status.neededBy);
  const fields =
    radio('available', 'true', available, 'boolean') +
    radio('available', 'false', unavailable, 'boolean') +
    `<label>${promisedAt} <input type="datetime-local" name="promisedAt" data-type="instant" data-offset="${offsetOf(calendar, needed ?? 0)}"></label>`;
  const asked = status.item ?? '';
  return layout({
    language: 'zh-CN',
    title,
    body:
      (status.answered
        ? `<p>${answered}</p>`
        : `<p>${item}：<strong>${escape(isIngredient(asked) ? INGREDIENTS[asked].zh : asked)}</strong></p>` +
          (needed === null ? '' : `<p>${neededBy}：${sayDayAndHour(calendar, needed, 'zh-CN')}</p>`) +
          question(heading, form(token, 'supplier-answer', fields, send))) +
      `<p>${escape(status.contact.shop)} ${escape(status.contact.phone)}</p>`,
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
  refuseOtherMethods(router, ['/assets/link.js', '/assets/link.css', '/o/:token', '/s/:token'], ['GET']);
  return router;
}

async function show(services: Services, token: string, scope: Status['scope'], res: Response): Promise<void> {
  try {
    const now = shopTime(services.clock, services.realNow());
    const link = await openLink(services.links, services.settings.secret, token, now);
    if (link.scope !== scope) throw new Refusal('no-such-link', { code: 'link-for-something-else' });
    const status = await linkStatus(services, link, now);
    const { customer, storeId } = await orderOf(services, link.order, null);
    const calendar = await services.calendars.calendarOf(storeId);
    if (status.scope === 'supplier') return void res.send(supplierPage(status, token, calendar));
    res.send(customerPage({ status, token, calendar, language: pageLanguageOf(customer.language) }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    res.status(error.code === 'link-expired' ? 410 : 404).send(unopenedPage(error.code));
  }
}
