import { Link } from '@tanstack/react-router';
import type { Answer } from '../../api/route-types';
import { useNames } from '../../shell/catalogue';
import { useWhen } from '../../shell/me';
import { showTime } from '../../time/time';
import { Lateness } from '../../ui/lateness';
import { Totals } from '../../ui/totals';
import { Warnings } from '../../ui/warnings';
import { useWords } from '../../words/words';
import { DAY_WORDS } from './words';

/** What is promised on the day, hour by hour, and how much that is. */
export function OrdersOfDay({ day: { orders, totals } }: { readonly day: Answer<'GET /boards/day'> }) {
  const words = useWords(DAY_WORDS);
  const nameOf = useNames();
  const when = useWhen();
  return (
    <section className="card" aria-label={words.orders(orders.length)}>
      <h2>{words.orders(orders.length)}</h2>
      {orders.length === 0 ? <p>{words.nothing}</p> : <Totals label={words.toMake} totals={totals} />}
      <ul className="card-rows">
        {orders.map(({ number, title, deliveryAt, method, state, allergens, requirements, late }) => (
          <li key={number} className="day-order">
            <b>{showTime(deliveryAt, when)}</b>
            <span>
              <Link to="/orders/$number" params={{ number }}>
                #{number}
              </Link>{' '}
              {title}
            </span>
            <span>
              {nameOf('deliveryMethods', method)} · {nameOf('states', state)} <Lateness late={late} />
            </span>
            <span className="day-warnings">
              <Warnings allergens={allergens} requirements={requirements} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
