import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { dayQuery } from '../../api/board-queries';
import { Failed } from '../../shell/failed';
import '../../ui/card.css';
import { DayNav } from '../../ui/day-nav';
import { Notice } from '../../ui/notice';
import { useLanguage } from '../../words/language';
import { useWords } from '../../words/words';
import { OrdersOfDay } from './orders-of-day';
import { Risks } from './risks';
import { Away, Late } from './short';
import { DAY_WORDS } from './words';
import './day.css';

const page = getRouteApi('/day');

/** What the morning meeting talks about, on one page and on one sheet of paper: the day's orders, the risky ones, what is late, who is away. */
export default function Day() {
  const words = useWords(DAY_WORDS);
  const search = page.useSearch();
  const language = useLanguage();
  const navigate = page.useNavigate();
  const { data: day, error, refetch } = useQuery(dayQuery(search));
  useEffect(() => {
    document.title = `${words.title} · Levain`;
  }, [words]);
  if (!day) return error ? <Failed error={error} again={() => void refetch()} /> : null;
  return (
    <section className="day" aria-label={words.title}>
      <DayNav
        date={day.date}
        go={(to) => void navigate({ search: to })}
        paper={`/api/v1/boards/day/paper?date=${day.date}&language=${language}`}
      />
      {day.more && <Notice>{words.more}</Notice>}
      <OrdersOfDay day={day} />
      <div className="day-side">
        <Risks orders={day.orders} />
        <Late late={day.late} />
        <Away away={day.away} />
      </div>
    </section>
  );
}
