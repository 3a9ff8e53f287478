import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { deliveriesQuery } from '../../api/board-queries';
import { Failed } from '../../shell/failed';
import { useWhen } from '../../shell/me';
import { TaskSheet } from '../../task/task-sheet';
import { showTime } from '../../time/time';
import { DayNav } from '../../ui/day-nav';
import { Notice } from '../../ui/notice';
import { useWords } from '../../words/words';
import { groupsOf } from './groups';
import { StopRow } from './stop';
import { DELIVERIES_WORDS } from './words';
import './deliveries.css';

const page = getRouteApi('/deliveries');

/** What is brought to customers on a day, hour by hour; what is late stands above all. A telephone shows the same for whoever is on the road. */
export default function Deliveries() {
  const words = useWords(DELIVERIES_WORDS);
  const when = useWhen();
  const search = page.useSearch();
  const navigate = page.useNavigate();
  const { data: board, error, refetch } = useQuery(deliveriesQuery(search));
  const [opened, setOpened] = useState<{ readonly id: string; readonly title: string } | null>(null);
  useEffect(() => {
    document.title = `${words.title} · Levain`;
  }, [words]);
  if (!board) return error ? <Failed error={error} again={() => void refetch()} /> : null;
  return (
    <section className="deliveries" aria-label={words.title}>
      <DayNav date={board.date} go={(to) => void navigate({ search: to })} />
      {board.more && <Notice>{words.more}</Notice>}
      {board.stops.length === 0 && <p className="deliveries-empty">{words.nothing}</p>}
      {groupsOf(board.stops, (instant) => showTime(instant, when)).map(({ hour, stops }) => (
        <section key={hour ?? ''} className={hour === null ? 'hour hour-late' : 'hour'}>
          <h2>{hour === null ? words.lateFirst : words.byHour(hour)}</h2>
          <ul>
            {stops.map((stop) => (
              <StopRow key={stop.number} stop={stop} open={setOpened} />
            ))}
          </ul>
        </section>
      ))}
      {opened && <TaskSheet {...opened} close={() => setOpened(null)} />}
    </section>
  );
}
