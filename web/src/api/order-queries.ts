import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call, type Ask } from './call';
import { client } from './client';
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

/** What customers owe, by age. */
export const receivablesQuery = () =>
  queryOptions({ queryKey: keyOf('GET /receivables'), queryFn: ({ signal }) => call('GET /receivables', { signal }) });

/** Takes an order. `key` names it: sent again under it, it is taken once. @throws as `call`. */
export const takeOrder = async (body: object, key: string): Promise<string> =>
  ((await call('POST /orders', { query: {}, body: body as NewOrderBody, idempotencyKey: key })) as Order).number;

/** What the caller may do with an order, with the form of each act. */
export const actsQuery = (number: string) =>
  queryOptions({
    queryKey: keyOf('GET /orders/{number}/acts', { number }),
    queryFn: async ({ signal }) => (await call('GET /orders/{number}/acts', { params: { number }, signal })).items,
  });
export type StaffAct = Answer<'GET /orders/{number}/acts'>['items'][number];
type ActRoute = StaffAct['route'];

/** Calls the route that takes an act. Which of the bodies it takes the compiler cannot follow through the key; the API says whether it is one. */
const callAct = <K extends ActRoute>(route: K, number: string, ask: object): Promise<Answer<K>> =>
  call(route, { params: { number }, query: {}, ...ask } as unknown as Ask<K>);

/** Does it. `key` names it: sent again under it, it is done once. @throws as `call`. */
export const doAct = (route: ActRoute, number: string, body: object, key: string): Promise<unknown> =>
  callAct(route, number, { body, idempotencyKey: key });

/** What it would do, were it done now. It keeps nothing. */
export const actCheckQuery = (route: ActRoute, number: string, body: object) =>
  queryOptions({
    queryKey: keyOf(`${route}?check=1`, { number, body }),
    retry: false,
    staleTime: 0,
    queryFn: ({ signal }) => callAct(route, number, { query: { check: '1' }, body, signal }),
  });

/** Whatever was read of an order is old: it has been acted on. */
export const forgetOrder = (number: string): void =>
  void client.invalidateQueries({
    predicate: ({ queryKey: [, asked] }) => (asked as { readonly number?: string } | undefined)?.number === number,
  });

/** The lists below an order. */
export type OrderList = Exclude<
  Extract<Key, `GET /orders/{number}/${string}`>,
  'GET /orders/{number}/acts' | 'GET /orders/{number}/papers'
>;

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

/** The changes of an order that wait to be decided: each with its preview, and the hash that a decision is about. */
export const pendingChangesQuery = (number: string) =>
  queryOptions({
    queryKey: keyOf('GET /orders/{number}/changes', { number, state: 'pending' }),
    queryFn: async ({ signal }) =>
      (await call('GET /orders/{number}/changes', { params: { number }, query: { state: 'pending', limit: '200' }, signal })).items,
  });

/** The first photos of an order. */
export const somePhotosQuery = (number: string, limit: number) =>
  queryOptions({
    queryKey: keyOf('GET /orders/{number}/photos', { number, limit }),
    queryFn: async ({ signal }) =>
      (await call('GET /orders/{number}/photos', { params: { number }, query: { limit: String(limit) }, signal })).items,
  });

/** Where a photo is shown small, at that many pixels' width. */
export const photoUrl = (id: string, width: 320 | 1280): string => `/api/v1/photos/${encodeURIComponent(id)}?w=${width}`;
