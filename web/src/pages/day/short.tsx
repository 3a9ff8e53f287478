import { Link } from '@tanstack/react-router';
import type { Answer } from '../../api/route-types';
import { useNames } from '../../shell/catalogue';
import { Due } from '../../ui/due';
import { useWords } from '../../words/words';
import { DAY_WORDS } from './words';

type Day = Answer<'GET /boards/day'>;

/** Steps that are late by now, whatever the day. */
export function Late({ late }: { readonly late: Day['late'] }) {
  const words = useWords(DAY_WORDS);
  return (
    <section className="card" aria-label={words.late(late.length)}>
      <h2>{words.late(late.length)}</h2>
      {late.length === 0 && <p>{words.noLate}</p>}
      <ul className="card-rows">
        {late.map(({ id, title, order, assignee, dueAt }) => (
          <li key={id} className="day-late">
            <Link to="/tasks" search={{ view: 'all', task: id }}>
              {order !== null && `#${order} `}
              {title}
            </Link>
            <span>{assignee?.name ?? words.nobody}</span>
            <Due at={dueAt} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who is not there, and who does their work. */
export function Away({ away }: { readonly away: Day['away'] }) {
  const words = useWords(DAY_WORDS);
  const nameOf = useNames();
  return (
    <section className="card" aria-label={words.away}>
      <h2>{words.away}</h2>
      {away.length === 0 && <p>{words.noAway}</p>}
      <ul className="card-rows">
        {away.map(({ id, name, roles, deputy }) => (
          <li key={id}>
            <b>{name}</b> {roles.map((role) => nameOf('roles', role)).join(' · ')} · {deputy ? words.standsIn(deputy.name) : words.noDeputy}
          </li>
        ))}
      </ul>
    </section>
  );
}
