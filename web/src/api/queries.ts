import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from './call';
import { keepSession } from './session';
import { setShopClock } from '../time/shop-clock';
import { language } from '../words/language';
import type { Answer, Query } from './route-types';

/** What was read in one language is not shown in another. */
export const keyOf = (route: string, asked: object = {}) => [route, asked, language()] as const;

/** Rows that a list reads at once, and pages of them that it keeps. */
export const ROWS = 50;
const MOST_PAGES = 10;

/** Who is signed in, with what guards their writes and the shop's clock. */
export const meQuery = () =>
  queryOptions({
    queryKey: keyOf('GET /me'),
    staleTime: Infinity,
    async queryFn({ signal }) {
      const [session, me] = await Promise.all([call('GET /sessions/current', { signal }), call('GET /me', { signal })]);
      keepSession({ csrf: session.csrf, staffId: me.staff.id });
      setShopClock(me.clock);
      return me;
    },
  });

/** What everything is called. */
export const catalogueQuery = () =>
  queryOptions({
    queryKey: ['GET /catalogue'],
    staleTime: Infinity,
    queryFn: async ({ signal }) => (await call('GET /catalogue', { signal })).lists,
  });

/** Everybody's name, by id. */
export const peopleQuery = () =>
  queryOptions({
    queryKey: ['GET /staff'],
    staleTime: 10 * 60_000,
    async queryFn({ signal }) {
      const names: Record<string, string> = {};
      for (let cursor: string | undefined | null; cursor !== null;) {
        const page: Awaited<ReturnType<typeof staffPage>> = await staffPage(cursor, signal);
        for (const { id, name } of page.items) names[id] = name;
        cursor = page.next;
      }
      return names;
    },
  });
const staffPage = (cursor: string | undefined, signal: AbortSignal) =>
  call('GET /staff', { query: { limit: '100', ...(cursor !== undefined && { cursor }) }, signal });

/** Which tasks a list shows. */
export type TaskFilter = Omit<Query<'GET /tasks'>, 'limit' | 'cursor' | 'rows' | 'counts'>;

/** An inbox page by page, the most urgent first where the filter sorts it by nothing else. */
export const tasksQuery = (filter: TaskFilter) =>
  infiniteQueryOptions({
    queryKey: keyOf('GET /tasks', filter),
    initialPageParam: null as string | null,
    maxPages: MOST_PAGES,
    getNextPageParam: (last: Answer<'GET /tasks'>) => last.next,
    queryFn: ({ pageParam, signal }) =>
      call('GET /tasks', {
        query: {
          sort: 'dueAt',
          ...filter,
          rows: 'true',
          counts: 'true',
          limit: String(ROWS),
          ...(pageParam !== null && { cursor: pageParam }),
        },
        signal,
      }),
  });

/** One task with its form. */
export const taskQuery = (id: string) =>
  queryOptions({
    queryKey: keyOf('GET /tasks/{id}', { id }),
    queryFn: ({ signal }) => call('GET /tasks/{id}', { params: { id }, signal }),
  });

/** A list of orders, page by page. */
export const ordersQuery = (filter: Omit<Query<'GET /orders'>, 'limit' | 'cursor' | 'rows' | 'count'>) =>
  infiniteQueryOptions({
    queryKey: keyOf('GET /orders', filter),
    initialPageParam: null as string | null,
    maxPages: MOST_PAGES,
    getNextPageParam: (last: Answer<'GET /orders'>) => last.next,
    queryFn: ({ pageParam, signal }) =>
      call('GET /orders', {
        query: { ...filter, rows: 'true', count: 'true', limit: String(ROWS), ...(pageParam !== null && { cursor: pageParam }) },
        signal,
      }),
  });
