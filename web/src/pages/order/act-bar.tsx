import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Link2, Printer } from 'lucide-react';
import { actsQuery } from '../../api/order-queries';
import type { Order } from '../../api/route-types';
import { useMe } from '../../shell/me';
import { useWords } from '../../words/words';
import { LINK_ACT, PRINT_ACT } from './tabs';
import { ORDER_PAGE_WORDS } from './words';

/** What this person may do with the order, as the API says. What is being done stands in the address: Back leads out of it. */
export function ActBar({ order: { number } }: { readonly order: Order }) {
  const words = useWords(ORDER_PAGE_WORDS);
  const { may } = useMe();
  const { data: acts = [] } = useQuery(actsQuery(number));
  const mayLink = may.includes('GET /orders/{number}/links');
  const mayPrint = may.includes('GET /orders/{number}/papers');
  if (acts.length === 0 && !mayLink && !mayPrint) return null;
  return (
    <nav className="order-acts" aria-label={words.acts}>
      {acts.map(({ act, title }) => (
        <ToAct key={act} number={number} act={act}>
          {title}
        </ToAct>
      ))}
      {mayLink && (
        <ToAct number={number} act={LINK_ACT}>
          <Link2 size={18} aria-hidden="true" /> {words.customerLink}
        </ToAct>
      )}
      {mayPrint && (
        <ToAct number={number} act={PRINT_ACT}>
          <Printer size={18} aria-hidden="true" /> {words.print}
        </ToAct>
      )}
    </nav>
  );
}

interface ToActProps {
  readonly number: string;
  readonly act: string;
  readonly children: React.ReactNode;
}

function ToAct({ number, act, children }: ToActProps) {
  return (
    <Link
      from="/orders/$number"
      to="/orders/$number"
      params={{ number }}
      search={(now) => ({ ...now, act })}
      resetScroll={false}
      className="button button-quiet"
    >
      {children}
    </Link>
  );
}
