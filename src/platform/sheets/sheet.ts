import { localDay, localTime, type Calendar } from '../../base/calendar';
import type { Words } from '../words/instants';

/** A column: what stands over it, and what its cells are. Money comes in fen, instants as epoch ms. */
export interface Column {
  readonly head: string;
  readonly kind: 'text' | 'money' | 'count' | 'instant';
}
/** What stands in a cell; null: nothing. */
export type Cell = string | number | null;

/** A list as rows and columns, in its reader's words and by the clock of its store. */
export interface Sheet<R> {
  /** On the tab of a workbook. */
  readonly title: string;
  readonly calendar: Calendar;
  readonly columns: readonly Column[];
  /** The cells of some rows, in the order of the columns. */
  readonly cells: (rows: readonly R[]) => readonly (readonly Cell[])[] | Promise<readonly (readonly Cell[])[]>;
}

/** No more rows are written: whoever needs them narrows the list. */
export const MOST_EXPORTED = 50_000;
/** In the row below the last one that is written. */
export const THERE_ARE_MORE: Words = { zh: '还有更多行未导出，请缩小筛选范围。', en: 'There are more rows than these: narrow the list.' };

/** An instant by the store's clock: `2026-12-05 15:00`. */
export const wallClockOf = (calendar: Calendar, at: number): string => `${localDay(calendar, at)} ${localTime(calendar, at)}`;
