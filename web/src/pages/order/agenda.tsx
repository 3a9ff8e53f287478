import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Order } from '../../api/route-types';
import { useNames } from '../../shell/catalogue';
import { useShopTime } from '../../time/ticker';
import { epoch } from '../../time/time';
import { Button } from '../../ui/button';
import { Due } from '../../ui/due';
import { useWords } from '../../words/words';
import { ORDER_PAGE_WORDS } from './words';
import { Instant } from './instant';

/** Moments that are shown until somebody asks for all. */
const FIRST = 4;

/** What is to be done now, and what comes by itself. */
export function Agenda({ order }: { readonly order: Order }) {
  return (
    <div className="order-agenda">
      <Now tasks={order.openTasks} />
      <Next moments={order.moments} />
    </div>
  );
}

function Now({ tasks }: { readonly tasks: Order['openTasks'] }) {
  const words = useWords(ORDER_PAGE_WORDS);
  const nameOf = useNames();
  return (
    <section className="card" aria-label={words.now}>
      <h2>{words.now}</h2>
      {tasks.length === 0 && <p className="order-quiet">{words.nothingNow}</p>}
      <ul className="card-rows">
        {tasks.map(({ id, title, role, assignee, dueAt }) => (
          <li key={id}>
            <Link to="/tasks" search={{ view: 'all', task: id }} className="order-task">
              <b>{title}</b>
              <span>{assignee?.name ?? `${nameOf('roles', role)} · ${words.nobody}`}</span>
              <Due at={dueAt} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Next({ moments }: { readonly moments: Order['moments'] }) {
  const words = useWords(ORDER_PAGE_WORDS);
  const nameOf = useNames();
  const inOrder = moments.filter(({ moot }) => !moot).sort((one, other) => epoch(one.at) - epoch(other.at));
  // drawn anew when one of them has come
  const past = useShopTime((now) => inOrder.filter(({ at }) => epoch(at) <= now).length);
  const [all, setAll] = useState(false);
  const toCome = inOrder.slice(past);
  const shown = all ? toCome : toCome.slice(0, FIRST);
  return (
    <section className="card" aria-label={words.next}>
      <h2>{words.next}</h2>
      {toCome.length === 0 && <p className="order-quiet">{words.nothingNext}</p>}
      <ul className="card-rows">
        {shown.map(({ name, at, because }) => (
          <li key={`${name} ${at}`}>
            <b>{nameOf('moments', name)}</b> <Instant at={at} />
            <details className="order-why">
              <summary aria-label={`${words.why} ${nameOf('moments', name)}`}>{words.why}</summary>
              <p>{because}</p>
            </details>
          </li>
        ))}
      </ul>
      {shown.length < toCome.length && <Button onPress={() => setAll(true)}>{words.more}</Button>}
    </section>
  );
}
