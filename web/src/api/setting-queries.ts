import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call, type Ask } from './call';
import { client } from './client';
import { keyOf, ROWS } from './queries';
import type { Answer } from './route-types';

/** What the caller may look at and change of what the store says of itself. */
export const settingsQuery = () =>
  queryOptions({ queryKey: keyOf('GET /settings'), queryFn: async ({ signal }) => (await call('GET /settings', { signal })).items });

export type Setting = Answer<'GET /settings'>['items'][number];
export type Entry = Answer<'GET /settings/store'>['items'][number];

/** The routes of a setting are all of one shape, whatever its name is: those of the store stand for all. */
const readKey = (name: string) => `GET /settings/${name}` as 'GET /settings/store';
const changeKey = (name: string) => `PUT /settings/${name}/{id}` as 'PUT /settings/store/{id}';
const addKey = (name: string) => `POST /settings/${name}` as 'PUT /settings/store/{id}';
const removeKey = (name: string) => `DELETE /settings/${name}/{id}` as 'PUT /settings/store/{id}';

/** The entries of a setting, and the form of one. */
export const settingQuery = (name: string) =>
  queryOptions({ queryKey: keyOf('GET /settings/{name}', { name }), queryFn: ({ signal }) => call(readKey(name), { signal }) });

/** The rules' numbers in force, and which versions open orders carry. */
export const rulebookQuery = () =>
  queryOptions({ queryKey: keyOf('GET /rulebook'), queryFn: ({ signal }) => call('GET /rulebook', { signal }) });

/** Every letter the shop writes. */
export const lettersQuery = () =>
  queryOptions({ queryKey: keyOf('GET /letters'), queryFn: async ({ signal }) => (await call('GET /letters', { signal })).items });

/** A letter as it would read in a language. */
export const letterPreviewQuery = (name: string, language: 'zh-CN' | 'en') =>
  queryOptions({
    queryKey: keyOf('GET /letters/{name}/preview', { name, language }),
    queryFn: ({ signal }) => call('GET /letters/{name}/preview', { params: { name }, query: { language }, signal }),
  });

/** Who changed what, of one entry, of one setting, or of all, page by page, the latest first. */
export const editsQuery = (of: { readonly setting?: string; readonly entry?: string }) =>
  infiniteQueryOptions({
    queryKey: keyOf('GET /settings/edits', of),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Answer<'GET /settings/edits'>) => last.next,
    queryFn: ({ pageParam, signal }) =>
      call('GET /settings/edits', { query: { ...of, limit: String(ROWS), ...(pageParam !== null && { cursor: pageParam }) }, signal }),
  });

/** Everything that was read of settings is old: one of them was edited. What they say shows on every page. */
const forgetSettings = (): void => void client.invalidateQueries({ refetchType: 'active' });

/** Changes an entry, or adds one where there is none yet. `key` names it: sent again under it, it is done once. @throws as `call`. */
export async function saveEntry(name: string, entry: Entry | null, values: object, key: string): Promise<Entry> {
  const saved = entry
    ? await call(changeKey(name), { params: { id: entry.id }, query: { seen: entry.stamp }, body: values, idempotencyKey: key })
    : await call(addKey(name), { query: {}, body: values, idempotencyKey: key } as Ask<'PUT /settings/store/{id}'>);
  forgetSettings();
  return saved;
}

/** Takes an entry away. @throws as `call`. */
export async function removeEntry(name: string, { id, stamp }: Entry, key: string): Promise<void> {
  await call(removeKey(name), {
    params: { id },
    query: { seen: stamp },
    idempotencyKey: key,
  } as unknown as Ask<'PUT /settings/store/{id}'>);
  forgetSettings();
}
