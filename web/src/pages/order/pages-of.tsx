import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { orderListQuery, type OrderList } from '../../api/order-queries';
import type { Answer } from '../../api/route-types';
import { Failed } from '../../shell/failed';
import { Button } from '../../ui/button';
import { useWords } from '../../words/words';
import { ORDER_PAGE_WORDS } from './words';

type Item<K extends OrderList> = Answer<K>['items'][number];

interface PagesProps<K extends OrderList> {
  readonly route: K;
  readonly number: string;
  /** Draws one of its rows, as an item of a list. */
  readonly row: (item: Item<K>) => ReactNode;
  readonly className?: string;
}

/** A list of an order, page by page: its rows, that there are none, or why it could not be read. */
export function PagesOf<K extends OrderList>({ route, number, row, className = 'card-rows' }: PagesProps<K>) {
  const words = useWords(ORDER_PAGE_WORDS);
  const list = useInfiniteQuery(orderListQuery(route, number));
  if (!list.data) return list.error ? <Failed error={list.error} again={() => void list.refetch()} /> : null;
  const items = list.data.pages.flatMap((page): readonly Item<K>[] => page.items);
  if (items.length === 0) return <p className="order-quiet">{words.nothing}</p>;
  return (
    <>
      <ul className={className}>{items.map(row)}</ul>
      {list.hasNextPage && (
        <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  );
}
