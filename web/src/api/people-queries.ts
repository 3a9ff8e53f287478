import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from './call';
import { client } from './client';
import { keyOf, ROWS } from './queries';
import type { Answer, Body } from './route-types';

export type Session = Answer<'GET /sessions'>['items'][number];
export type SignInTry = Answer<'GET /sign-ins'>['items'][number];

/** What this person may change of themselves. */
export const profileQuery = () =>
  queryOptions({ queryKey: keyOf('GET /profile'), queryFn: ({ signal }) => call('GET /profile', { signal }) });

/** Sessions that have not ended, the latest first: one's own, or everybody's. */
export const sessionsQuery = (whose: 'own' | 'all') => {
  const route = whose === 'own' ? 'GET /sessions' : 'GET /sessions/all';
  return infiniteQueryOptions({
    queryKey: keyOf(route),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Answer<'GET /sessions'>) => last.next,
    queryFn: ({ pageParam, signal }) =>
      call(route, { query: { limit: String(ROWS), ...(pageParam !== null && { cursor: pageParam }) }, signal }),
  });
};

/** Who signed in or tried to, page by page, the latest first. */
export const signInsQuery = (failed: boolean) =>
  infiniteQueryOptions({
    queryKey: keyOf('GET /sign-ins', { failed }),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Answer<'GET /sign-ins'>) => last.next,
    queryFn: ({ pageParam, signal }) =>
      call('GET /sign-ins', {
        query: { limit: String(ROWS), ...(failed && { failed: 'true' }), ...(pageParam !== null && { cursor: pageParam }) },
        signal,
      }),
  });

const forgetSessions = (): void =>
  void client.invalidateQueries({ predicate: ({ queryKey: [route] }) => String(route).startsWith('GET /sessions') });

/** Changes one's own telephone and language. @throws as `call`. */
export async function saveProfile(values: object, key: string): Promise<void> {
  await call('PUT /profile', { body: values, idempotencyKey: key });
  await client.invalidateQueries({ queryKey: ['GET /profile'] });
}

/** Changes one's own password; all other sessions end. @throws as `call`. */
export async function changePassword(body: Body<'PUT /sessions/password'>): Promise<void> {
  await call('PUT /sessions/password', { body });
  forgetSessions();
}

/** Ends a session. @throws as `call`. */
export async function endSession(id: string): Promise<void> {
  await call('DELETE /sessions/{id}', { params: { id } });
  forgetSessions();
}

/** Gives somebody a temporary password, which is told this once; their sessions end. @throws as `call`. */
export async function givePassword(id: string): Promise<string> {
  const { password } = await call('POST /staff/{id}/password', { params: { id } });
  forgetSessions();
  return password;
}
