import { queryOptions } from '@tanstack/react-query';
import { call } from './call';
import { client } from './client';
import { keyOf } from './queries';
import type { Answer, Body } from './route-types';

export type SavedView = Answer<'GET /views'>['items'][number];

/** The lists that this person saved, and those that are shared with their roles. */
export const savedViewsQuery = () =>
  queryOptions({ queryKey: keyOf('GET /views'), queryFn: async ({ signal }) => (await call('GET /views', { signal })).items });

const forget = (): void => void client.invalidateQueries({ queryKey: keyOf('GET /views') });

/** Saves a list under an id: done twice, it is there once. @throws as `call`. */
export async function saveView(id: string, body: object): Promise<void> {
  await call('PUT /views/{id}', { params: { id }, body: body as Body<'PUT /views/{id}'>, idempotencyKey: crypto.randomUUID() });
  forget();
}

/** Takes a list away. @throws as `call`. */
export async function removeView(id: string): Promise<void> {
  await call('DELETE /views/{id}', { params: { id }, idempotencyKey: crypto.randomUUID() });
  forget();
}
