import { PassThrough } from 'node:stream';
import { stream as streaming } from 'exceljs';
import { wallClockOf, type Cell, type Column, type Sheet } from './sheet';

/** How a kind of cell is shown, and how wide its column is, in characters. */
const LOOKS: Readonly<Record<Column['kind'], { readonly numFmt?: string; readonly width: number }>> = {
  text: { width: 22 },
  money: { numFmt: '¥#,##0.00', width: 14 },
  count: { numFmt: '0', width: 10 },
  instant: { numFmt: 'yyyy-mm-dd hh:mm', width: 18 },
};

/** A sheet as a workbook of Excel, piece by piece: money and instants are numbers that can be reckoned with, text is never a formula. */
export async function* xlsxOf<R>(
  sheet: Sheet<R>,
  pages: AsyncIterable<readonly R[]>,
  rest: () => string | null,
): AsyncGenerator<Uint8Array> {
  const pipe = new PassThrough();
  const failed = (error: unknown): void => void pipe.destroy(error instanceof Error ? error : new Error(String(error)));
  void write(sheet, pages, rest, pipe).catch(failed);
  yield* pipe as AsyncIterable<Uint8Array>;
}

async function write<R>(sheet: Sheet<R>, pages: AsyncIterable<readonly R[]>, rest: () => string | null, pipe: PassThrough): Promise<void> {
  const { columns, title } = sheet;
  const book = new streaming.xlsx.WorkbookWriter({ stream: pipe, useStyles: true });
  const tab = book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] });
  tab.columns = columns.map(({ head, kind }) => {
    const { numFmt, width } = LOOKS[kind];
    return { header: head, width, style: { ...(numFmt !== undefined && { numFmt }) } };
  });
  const heads = tab.getRow(1);
  heads.font = { bold: true };
  heads.commit();
  for await (const rows of pages) {
    for (const row of await sheet.cells(rows)) {
      tab.addRow(columns.map((column, n) => written(row[n] ?? null, column, sheet))).commit();
    }
  }
  const more = rest();
  if (more !== null) tab.addRow([more]).commit();
  tab.commit();
  await book.commit();
}

/** Excel knows no zones: an instant becomes what the store's clock showed. */
function written(cell: Cell, { kind }: Column, { calendar }: Pick<Sheet<never>, 'calendar'>): string | number | Date | null {
  if (typeof cell !== 'number') return cell;
  if (kind === 'money') return cell / 100;
  return kind === 'instant' ? new Date(`${wallClockOf(calendar, cell).replace(' ', 'T')}:00Z`) : cell;
}
