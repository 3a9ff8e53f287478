import type { Router } from 'express';
import type { z } from 'zod';
import { offsetOf, type Calendar } from '../base/calendar';
import { sayDayAndHour } from '../base/store-time';
import { facts, page, type Fact, type PageFrame } from '../orders/links/link-html';
import { pageByLink } from '../orders/links/link-page';
import type { Services } from '../orders/services';
import { listedName } from '../platform/words/register';
import type { QuestionView } from './question.schema';
import { questionBehind, questionStatus } from './question-status';
import { SUPPLIER_WORDS } from './supplier-page-words';

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
function supplierPage({ item, neededBy, answered, contact }: z.infer<typeof QuestionView>, token: string, calendar: Calendar): string {
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
      [SUPPLIER_WORDS.item, listedName('item', asked, 'zh') ?? asked],
      [SUPPLIER_WORDS.neededBy, needed === null ? null : sayDayAndHour(calendar, needed, 'zh-CN')],
    ]),
    offset: offsetOf(calendar, needed ?? 0),
  });
}

/** The page on which a supplier answers: GET shows, and its form POSTs to the API. */
export const questionPages = (services: Services): Router =>
  pageByLink(services, '/s/:token', async ({ link, token }) => {
    const asked = await questionBehind(services, link);
    if (!asked) return null;
    return supplierPage(await questionStatus(services, asked, link), token, await services.calendars.calendarOf(asked.order.storeId));
  });
