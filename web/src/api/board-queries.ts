import { queryOptions } from '@tanstack/react-query';
import { call } from './call';
import { keyOf } from './queries';
import type { Query } from './route-types';

/** Real milliseconds after which a board is read again though nothing happened: what is done leaves it by and by, and days end. */
const AGAIN_MS = 60_000;

/** What the kitchen, or one of its benches, has to do. */
export const kitchenQuery = (query: Query<'GET /boards/kitchen'>) =>
  queryOptions({
    queryKey: keyOf('GET /boards/kitchen', query),
    refetchInterval: AGAIN_MS,
    queryFn: ({ signal }) => call('GET /boards/kitchen', { query, signal }),
  });

/** What is brought to customers on a day. */
export const deliveriesQuery = (query: Query<'GET /boards/deliveries'>) =>
  queryOptions({
    queryKey: keyOf('GET /boards/deliveries', query),
    refetchInterval: AGAIN_MS,
    queryFn: ({ signal }) => call('GET /boards/deliveries', { query, signal }),
  });

/** The brief of a day. */
export const dayQuery = (query: Query<'GET /boards/day'>) =>
  queryOptions({
    queryKey: keyOf('GET /boards/day', query),
    refetchInterval: AGAIN_MS,
    queryFn: ({ signal }) => call('GET /boards/day', { query, signal }),
  });

/** Where every order stands that has not arrived. */
export const stagesQuery = () =>
  queryOptions({
    queryKey: keyOf('GET /boards/stages'),
    refetchInterval: AGAIN_MS,
    queryFn: ({ signal }) => call('GET /boards/stages', { signal }),
  });
