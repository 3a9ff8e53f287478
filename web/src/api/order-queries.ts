import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call, type Ask } from './call';
import { keyOf, ROWS } from './queries';
import type { Answer, Body, Key, Order, OrderCheck } from './route-types';

/** What the API's schema takes; whether somebody's answer is one the API says. */
type NewOrderBody = Body<'POST /orders'>;

/** One order with its open tasks. */
export const orderQuery = (number: string) =>
  queryOptions({
    queryKey: keyOf('GET /orders/{number}', { number }),
    queryFn: ({ signal }) => call('GET /orders/{number}', { params: { number }, signal }),
  });

/** Who has ordered with a telephone, whole or its last four digits. */
export const customersQuery = (phone: string) =>
  queryOptions({
    queryKey: keyOf('GET /customers', { phone }),
    queryFn: async ({ signal }) => (await call('GET /customers', { query: { phone, limit: '5' }, signal })).items,
  });

/** What would follow, were the order taken now. It keeps nothing. */
export const orderCheckQuery = (body: object) =>
  queryOptions({
    queryKey: keyOf('POST /orders?check=1', body),
    retry: false,
    staleTime: 0,
    queryFn: async ({ signal }) =>
      (await call('POST /orders', { query: { check: '1' }, body: body as NewOrderBody, signal })) as OrderCheck,
  });

/** Takes an order. `key` names it: sent again under it, it is taken once. @throws as `call`. */
export const takeOrder = async (body: object, key: string): Promise<string> =>
  ((await call('POST /orders', { query: {}, body: body as NewOrderBody, idempotencyKey: key })) as Order).number;

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
