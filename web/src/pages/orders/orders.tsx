import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { ordersQuery } from '../../api/queries';
import { Failed } from '../../shell/failed';
import { Exports } from '../../shell/exports';
import { useWords } from '../../words/words';
import { filterOf, type OrdersSearch } from './filters';
import { FilterBar } from './filter-bar';
import { OrderTable } from './order-table';
import { ORDERS_WORDS } from './words';
import './orders.css';

const SavedViews = lazy(() => import('../../saved-views/saved-views'));
const page = getRouteApi('/orders');

/** The shop's orders: those that are open, the next to be delivered first, or whichever one looks for. */
export default function Orders() {
  const words = useWords(ORDERS_WORDS);
  const search = page.useSearch();
  const navigate = page.useNavigate();
  const list = useInfiniteQuery(ordersQuery(filterOf(search)));
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);
  const count = list.data?.pages[0]?.count;
  useEffect(() => {
    document.title = `${words.title} · Levain`;
  }, [words]);
  const go = (to: OrdersSearch): void => void navigate({ search: (from) => ({ ...from, ...to }), replace: true });
  return (
    <section className="orders" aria-label={words.title}>
      <h1 className="unseen">{words.title}</h1>
      <FilterBar search={search} go={go} />
      <Suspense>
        <SavedViews page="/orders" />
      </Suspense>
      <div className="orders-head">
        <p className="orders-count" role="status">
          {count && words.count(`${count.total}${count.more ? '+' : ''}`)}
        </p>
        <Exports list="GET /orders" query={filterOf(search)} name={words.title} />
      </div>
      {list.error && !list.data ? (
        <Failed error={list.error} again={() => void list.refetch()} />
      ) : (
        <OrderTable
          rows={rows}
          isLoading={list.isPending}
          more={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined}
        />
      )}
    </section>
  );
}
