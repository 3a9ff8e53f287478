import { queryOptions } from '@tanstack/react-query';
import { call } from './call';
import { keyOf } from './queries';

/** What the shop can do on some days, and what of it is taken; store dates, both included. */
export const capacityQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: keyOf('GET /capacity', { from, to }),
    queryFn: ({ signal }) => call('GET /capacity', { query: { from, to }, signal }),
  });
