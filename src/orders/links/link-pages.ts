import { Router, type Response } from 'express';
import type { z } from 'zod';
import type { LinkView } from './links.schema';
import { offsetOf, type Calendar } from '../../base/calendar';
import { shopTime } from '../../base/clock';
import { Refusal } from '../../base/refusals';
import { isIngredient, INGREDIENTS } from '../../bakery/products.rules';
import { sayDayAndHour } from '../../base/store-time';
import { PAGE_CSS } from '../../generated/page-templates';
import { customerPage } from './customer-page';
import { openLink } from '../../platform/links/link-access';
import { facts, page, type Fact, type PageFrame } from './link-html';
import { LINK_SCRIPT } from './link-script';
import { linkStatus } from './link-status';
import { pageLanguageOf, SUPPLIER_WORDS, UNOPENED_WORDS } from './link-words';
import { refuseOtherMethods } from '../../platform/http/methods';
import { orderOf, type Services } from '../services';

type Status = z.infer<typeof LinkView>;
type SupplierStatus = Extract<Status, { scope: 'supplier' }>;

interface SupplierView extends PageFrame {
  readonly token: string;
  readonly words: typeof SUPPLIER_WORDS;
  readonly answered: boolean;
  readonly asked: readonly Fact[];
  /** From UTC, of the store's clock when the goods are needed: `+08:00`. */
  readonly offset: string;
}
const renderSupplier = page<SupplierView>('supplier');

/** BAK-59. What is asked of a supplier, while it is. */
function supplierPage({ item, neededBy, answered, contact }: SupplierStatus, token: string, calendar: Calendar): string {
  const needed = neededBy === null ? null : Date.parse(neededBy);
  const asked = item ?? '';
  return renderSupplier({
    language: 'zh-CN',
    title: SUPPLIER_WORDS.title,
    state: null,
    contact,
    token,
    words: SUPPLIER_WORDS,
    answered,
    asked: facts([
      [SUPPLIER_WORDS.item, isIngredient(asked) ? INGREDIENTS[asked].zh : asked],
      [SUPPLIER_WORDS.neededBy, needed === null ? null : sayDayAndHour(calendar, needed, 'zh-CN')],
    ]),
    offset: offsetOf(calendar, needed ?? 0),
  });
}

interface UnopenedView extends PageFrame {
  readonly why: string;
  readonly english: Readonly<Record<'title' | 'why', string>>;
}
const renderUnopened = page<UnopenedView>('unopened');

function unopenedPage(code: string): string {
  const { title } = UNOPENED_WORDS;
  const why = UNOPENED_WORDS[code === 'link-expired' ? code : 'no-such-link'];
  return renderUnopened({
    language: 'zh-CN',
    title: title['zh-CN'],
    state: null,
    contact: null,
    why: why['zh-CN'],
    english: { title: title.en, why: why.en },
  });
}

/** Pages for whoever holds a link: GET shows, and their forms POST to the API. No outside host, no member of staff's name. */
export function linkPages(services: Services): Router {
  const router = Router();
  router.get('/assets/link.js', (_req, res) => void res.type('js').send(LINK_SCRIPT));
  router.get('/assets/link.css', (_req, res) => void res.type('css').send(PAGE_CSS));
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
