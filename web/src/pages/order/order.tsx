import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { orderQuery } from '../../api/order-queries';
import { Failed } from '../../shell/failed';
import { useWords } from '../../words/words';
import { About } from './about';
import { ActBar } from './act-bar';
import { ActSheet } from './act-sheet';
import { Agenda } from './agenda';
import { Head } from './head';
import { OnFile } from './on-file';
import { Track } from './track';
import { ORDER_PAGE_WORDS } from './words';
import '../../ui/card.css';
import './order.css';

const page = getRouteApi('/orders/$number');

/** One order: where it stands, what is to be done, what comes, and all that is on file of it. */
export default function OrderPage() {
  const words = useWords(ORDER_PAGE_WORDS);
  const { number } = page.useParams();
  const { tab = 'timeline', act } = page.useSearch();
  const { data: order, error, refetch } = useQuery(orderQuery(number));
  useEffect(() => {
    document.title = `${words.about(number)} · Levain`;
  }, [number, words]);

  if (!order) return error ? <Failed error={error} again={() => void refetch()} /> : null;
  return (
    <article className="order-page">
      <Head order={order} />
      <ActBar order={order} />
      <About order={order} />
      <Track order={order} />
      <Agenda order={order} />
      <OnFile order={order} tab={tab} />
      {act !== undefined && <ActSheet order={order} act={act} />}
    </article>
  );
}
