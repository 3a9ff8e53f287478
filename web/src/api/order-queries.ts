import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call, type Ask } from './call';
import { keyOf, ROWS } from './queries';
import type { Answer, Key } from './route-types';

/** One order with its open tasks. */
export const orderQuery = (number: string) =>
  queryOptions({
    queryKey: keyOf('GET /orders/{number}', { number }),
    queryFn: ({ signal }) => call('GET /orders/{number}', { params: { number }, signal }),
  });

/** The lists below an order. */
export type OrderList = Extract<Key, `GET /orders/{number}/${string}`>;

/** One of them, page by page, as the API sorts it; the timeline comes latest first. */
export const orderListQuery = <K extends OrderList>(route: K, number: string) =>
  infiniteQueryOptions({
    queryKey: keyOf(route, { number }),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Answer<K>): string | null => last.next,
    queryFn: ({ pageParam, signal }) =>
      call(route, {
        params: { number },
        query: {
          limit: String(ROWS),
          ...(route === 'GET /orders/{number}/timeline' && { order: 'desc' }),
          ...(pageParam !== null && { cursor: pageParam }),
        },
        signal,
      } as unknown as Ask<K>), // which of the lists it is the compiler cannot follow through the key
  });

/** Where a photo is shown small, at that many pixels' width. */
export const photoUrl = (id: string, width: 320 | 1280): string => `/api/v1/photos/${encodeURIComponent(id)}?w=${width}`;
