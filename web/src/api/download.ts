import { problemIn, requestOf } from './call';
import { Refused, Unanswered } from './problems';
import type { Query } from './route-types';

/** As what a list can be had, and the content type that asks for it. */
const TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type FileKind = keyof typeof TYPES;
export const FILE_KINDS = Object.keys(TYPES) as FileKind[];

/** The lists that can be had as files. */
export type ExportedList = 'GET /orders' | 'GET /tasks';

/** Real milliseconds after which a browser has taken a file over, whatever it asks its person first. */
const TAKEN_OVER_MS = 60_000;

/** Has a list as a file, every row that the query means. @throws {Refused} with the API's problem. @throws {Unanswered} when no answer came. */
export async function download<K extends ExportedList>(list: K, query: Query<K>, kind: FileKind, name: string): Promise<void> {
  const { url, headers } = requestOf(list, { query: query as object });
  const answer = await fetch(url, { headers: { ...headers, Accept: TYPES[kind] }, credentials: 'same-origin' }).catch(() => {
    throw new Unanswered();
  });
  if (!answer.ok) throw new Refused(problemIn(await answer.text(), answer.status, url));
  const file = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = file;
  link.download = `${name}.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(file), TAKEN_OVER_MS);
}
