import { queryOptions } from '@tanstack/react-query';
import { call } from './call';
import { keyOf } from './queries';

/** What can be printed of an order and, of what cannot be, what it lacks. */
export const papersQuery = (number: string) =>
  queryOptions({
    queryKey: keyOf('GET /orders/{number}/papers', { number }),
    staleTime: 0,
    queryFn: async ({ signal }) => (await call('GET /orders/{number}/papers', { params: { number }, signal })).items,
  });
