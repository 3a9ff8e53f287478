import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from './call';
import { client } from './client';
import { keyOf, ROWS } from './queries';
import type { Answer, Body, Query } from './route-types';

/** The figures that there are. */
export const figuresQuery = () =>
  queryOptions({
    queryKey: keyOf('GET /reports'),
    staleTime: Infinity,
    queryFn: async ({ signal }) => (await call('GET /reports', { signal })).items,
  });

/** A figure of one month. */
export const reportQuery = (figure: string, query: Query<'GET /reports/{figure}'>) =>
  queryOptions({
    queryKey: keyOf('GET /reports/{figure}', { figure, ...query }),
    queryFn: ({ signal }) => call('GET /reports/{figure}', { params: { figure }, query, signal }),
  });

/** What is behind a part of a figure, page by page. */
export const evidenceQuery = (figure: string, query: Omit<Query<'GET /reports/{figure}/orders'>, 'limit' | 'cursor'>) =>
  infiniteQueryOptions({
    queryKey: keyOf('GET /reports/{figure}/orders', { figure, ...query }),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Answer<'GET /reports/{figure}/orders'>) => last.next,
    queryFn: ({ pageParam, signal }) =>
      call('GET /reports/{figure}/orders', {
        params: { figure },
        query: { ...query, limit: String(ROWS), ...(pageParam !== null && { cursor: pageParam }) },
        signal,
      }),
  });

/** Says to whom a delay is put down; whether the figures of its month still move. `key` names it: sent again, it is said once. @throws as `call`. */
export async function codeDelay(number: string, body: object, key: string): Promise<boolean> {
  const ask = { params: { number }, body: body as Body<'POST /orders/{number}/delay-cause'>, idempotencyKey: key };
  const { counts } = await call('POST /orders/{number}/delay-cause', ask);
  await client.invalidateQueries({ predicate: ({ queryKey: [route] }) => String(route).startsWith('GET /reports/') });
  return counts;
}
