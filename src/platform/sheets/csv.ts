import { stringify } from 'csv-stringify/sync';
import { wallClockOf, type Cell, type Column, type Sheet } from './sheet';

/** By which Excel knows that what follows is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';
/** What begins like a formula would be one, and do what a customer's name says: it is made text. */
const LINES = { escape_formulas: true, record_delimiter: 'windows' } as const;

/** A sheet as CSV, piece by piece: RFC 4180, money in yuan with two places. */
export async function* csvOf<R>(sheet: Sheet<R>, pages: AsyncIterable<readonly R[]>, rest: () => string | null): AsyncGenerator<string> {
  const { columns } = sheet;
  yield BYTE_ORDER_MARK + stringify([columns.map(({ head }) => head)], LINES);
  for await (const rows of pages) {
    const cells = await sheet.cells(rows);
    yield stringify(
      cells.map((row) => columns.map((column, n) => written(row[n] ?? null, column, sheet))),
      LINES,
    );
  }
  const more = rest();
  if (more !== null) yield stringify([[more]], LINES);
}

function written(cell: Cell, { kind }: Column, { calendar }: Pick<Sheet<never>, 'calendar'>): string {
  if (typeof cell !== 'number') return cell ?? '';
  if (kind === 'money') return (cell / 100).toFixed(2);
  return kind === 'instant' ? wallClockOf(calendar, cell) : String(cell);
}
