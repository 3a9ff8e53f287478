import { quietUntil, type Calendars } from '../../base/calendar';
import { QUIET } from './quiet-hours.rules';
import type { NoticeRow } from '../process.messages';

/** The shop instant before which the quiet hours of a store hold a notice (BAK-08). */
export type NotBefore = (storeId: string, notice: NoticeRow) => Promise<number>;

/** BAK-08. A notice waits for the end of the quiet hours of its store. */
export const createQuietHours =
  (calendars: Calendars): NotBefore =>
  async (storeId, { createdAt }) =>
    quietUntil(await calendars.calendarOf(storeId), QUIET.from.at, QUIET.until.at, createdAt);
