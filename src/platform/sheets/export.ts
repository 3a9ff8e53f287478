import type { Answer, Call } from '../http/route';
import { csvOf } from './csv';
import { MOST_EXPORTED, THERE_ARE_MORE, type Sheet } from './sheet';
import { xlsxOf } from './xlsx';

/** What a list can be had as, beside JSON, by the ending of the file. */
const AS = {
  csv: { type: 'text/csv', write: csvOf },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: xlsxOf },
} as const;
const FORMS = Object.entries(AS);

/** Content types of exports, as a caller's `Accept` names them. */
export const EXPORT_TYPES: readonly string[] = FORMS.map(([, { type }]) => type);

/** What OpenAPI says of a list that can be exported. */
export const EXPORT_NOTE = `As CSV or XLSX when \`Accept\` asks for \`${EXPORT_TYPES.join('` or `')}\`: every row that the filters mean, whatever \`limit\` and \`cursor\`, up to ${MOST_EXPORTED}; money in yuan, instants by the clock of the store, heads in the caller’s language.`;

/**
 * A list as a file, written while it is read: `page` reads at most so many rows, from the first on or those after a row.
 * @param call what was asked, with the content type that is wanted.
 */
export function exported<R>(
  { wants, language }: Pick<Call, 'wants' | 'language'>,
  name: string,
  sheet: Sheet<R>,
  page: (limit: number, after: R | undefined) => Promise<readonly R[]>,
): Answer {
  const [ending, { type, write }] = FORMS.find(([, form]) => form.type === wants) ?? ['csv', AS.csv];
  return {
    status: 200,
    type,
    headers: { 'Content-Disposition': `attachment; filename="${name}.${ending}"` },
    stream(gone) {
      let more = false;
      const pages = pagesOf(page, gone, () => (more = true));
      return write(sheet, pages, () => (more ? THERE_ARE_MORE[language] : null));
    },
  };
}

/** Rows that are read at a time. */
const PAGE = 200;

async function* pagesOf<R>(
  page: (limit: number, after: R | undefined) => Promise<readonly R[]>,
  gone: AbortSignal,
  tellMore: () => void,
): AsyncGenerator<readonly R[]> {
  let after: R | undefined;
  for (let written = 0; !gone.aborted; written += PAGE) {
    const rows = await page(PAGE + 1, after);
    if (written >= MOST_EXPORTED) return rows.length > 0 ? tellMore() : undefined;
    yield rows.slice(0, PAGE);
    if (rows.length <= PAGE) return;
    after = rows[PAGE - 1];
  }
}
