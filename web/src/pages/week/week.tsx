import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { capacityQuery } from '../../api/capacity-queries';
import type { CapacityDay } from '../../api/route-types';
import { useNames } from '../../shell/catalogue';
import { Failed } from '../../shell/failed';
import { useWhen } from '../../shell/me';
import { shopNow } from '../../time/shop-clock';
import { dayAfter, dayOf, showDate } from '../../time/time';
import { Room } from '../../ui/room';
import { ShareBar } from '../../ui/share-bar';
import { ROOM_WORDS } from '../../words/room.words';
import { useWords } from '../../words/words';
import { WEEK_WORDS } from './words';
import './week.css';

const page = getRouteApi('/week');
const WEEK = 7;

/** Seven days against what the shop can do on them; behind each bar stand the orders that take it. */
export default function Week() {
  const words = useWords(WEEK_WORDS);
  const when = useWhen();
  const { from = dayOf(shopNow(), when.zone) } = page.useSearch();
  const { data, error, refetch } = useQuery({ ...capacityQuery(from, dayAfter(from, WEEK - 1)), placeholderData: keepPreviousData });
  useEffect(() => {
    document.title = `${words.title} · Levain`;
  }, [words]);
  return (
    <section className="week" aria-label={words.title}>
      <header className="week-head">
        <h1>{words.title}</h1>
        <nav className="week-turn" aria-label={words.turn}>
          <Link to="/week" search={{ from: dayAfter(from, -WEEK) }}>
            {words.earlier}
          </Link>
          <Link to="/week" search={{}}>
            {words.today}
          </Link>
          <Link to="/week" search={{ from: dayAfter(from, WEEK) }}>
            {words.later}
          </Link>
        </nav>
      </header>
      {error && !data ? (
        <Failed error={error} again={() => void refetch()} />
      ) : (
        <ol className="week-days" aria-live="polite">
          {data?.days.map((day) => (
            <Day key={day.day} day={day} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Day({ day: { day, closed, work } }: { readonly day: CapacityDay }) {
  const room = useWords(ROOM_WORDS);
  const when = useWhen();
  return (
    <li className="week-day">
      <h2>
        {showDate(day, when.language, shopNow())} {closed && <small>{room.closed}</small>}
      </h2>
      {work.map((one) => (
        <Bench key={one.work} {...one} />
      ))}
    </li>
  );
}

/** What is taken of one kind of work, as a bar and in words; opened, the orders that take it. */
function Bench({ work, limitMinutes, takenMinutes, orders }: CapacityDay['work'][number]) {
  const words = useWords(WEEK_WORDS);
  const room = useWords(ROOM_WORDS);
  const nameOf = useNames();
  return (
    <details className="week-bench">
      <summary>
        <span className="week-name">{nameOf('work', work)}</span>
        <Room limitMinutes={limitMinutes} takenMinutes={takenMinutes} />
        {limitMinutes !== null && limitMinutes > 0 && (
          <ShareBar max={limitMinutes} value={takenMinutes} isGood={takenMinutes < limitMinutes} />
        )}
        <small>
          {room.taken(room.span(takenMinutes))} {limitMinutes !== null && room.limit(room.span(limitMinutes))} ·{' '}
          {words.orders(orders.length)}
        </small>
      </summary>
      {orders.length > 0 && (
        <ul className="week-orders">
          {orders.map((number) => (
            <li key={number}>
              <Link to="/orders/$number" params={{ number }}>
                {number}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
