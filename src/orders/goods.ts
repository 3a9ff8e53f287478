import { sizeOf } from './letters/changes';
import type { LineRecord } from './order-read.repository';
import type { Services } from './services';
import type { Tongue } from '../platform/words/instants';
import { phrasingOf, type Phrasing } from '../process/outbox/phrasing';

/** The phrasing of whoever reads of a store's orders. */
export const phrasingFor = async (services: Pick<Services, 'calendars'>, storeId: string, language: Tongue): Promise<Phrasing> =>
  phrasingOf(language === 'en' ? 'en' : 'zh-CN', (await services.calendars.calendarOf(storeId)).zone);

/** What is ordered, in one line of its reader's words: product, size and how many of each. */
export const goodsIn = (lines: readonly LineRecord[], p: Phrasing): string =>
  p.list(
    lines.map(({ product, size, quantity }) =>
      [p.name('product', product), ...(size === undefined ? [] : [sizeOf(size, p)]), `× ${quantity}`].join(' '),
    ),
  );
