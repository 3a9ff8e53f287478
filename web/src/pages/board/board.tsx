import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { OctagonAlert, TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { stagesQuery } from '../../api/board-queries';
import type { Answer } from '../../api/route-types';
import { useNames } from '../../shell/catalogue';
import { Failed } from '../../shell/failed';
import { Lateness } from '../../ui/lateness';
import { Promised } from '../../ui/promised';
import { useWords } from '../../words/words';
import { BOARD_WORDS } from './words';
import './board.css';

type Column = Answer<'GET /boards/stages'>['columns'][number];

/** Where every order stands that has not arrived, for a screen on the wall. Nothing is moved here: where an order stands follows from its steps. */
export default function Board() {
  const words = useWords(BOARD_WORDS);
  const { data: board, error, refetch } = useQuery(stagesQuery());
  useEffect(() => {
    document.title = `${words.title} · Levain`;
  }, [words]);
  if (!board) return error ? <Failed error={error} again={() => void refetch()} /> : null;
  return (
    <section className="board" aria-label={words.title}>
      <h1 className="unseen">{words.title}</h1>
      {board.columns.map((column) => (
        <StageColumn key={column.id} column={column} />
      ))}
    </section>
  );
}

function StageColumn({ column: { title, total, orders } }: { readonly column: Column }) {
  const words = useWords(BOARD_WORDS);
  return (
    <section className="board-column" aria-label={title}>
      <h2>
        {title} <span className="board-total">{total}</span>
      </h2>
      {total === 0 && <p>{words.nothing}</p>}
      <ul>
        {orders.map((order) => (
          <Card key={order.number} order={order} />
        ))}
      </ul>
      {total > orders.length && <p>{words.more(total - orders.length)}</p>}
    </section>
  );
}

function Card({ order: { number, title, state, overlays, deliveryAt, late, highRisk } }: { readonly order: Column['orders'][number] }) {
  const nameOf = useNames();
  return (
    <li className={late === null ? 'board-card' : 'board-card board-card-late'}>
      <Link to="/orders/$number" params={{ number }}>
        {highRisk && <OctagonAlert size={16} aria-hidden="true" />} #{number}
      </Link>
      <span>{title}</span>
      <span className="board-state">{nameOf('states', state)}</span>
      <Promised at={deliveryAt} isOver={false} />
      <Lateness late={late === 'departure' ? late : null} />
      {overlays.map((overlay) => (
        <span key={overlay} className="board-overlay">
          <TriangleAlert size={16} aria-hidden="true" /> {nameOf('overlays', overlay)}
        </span>
      ))}
    </li>
  );
}
