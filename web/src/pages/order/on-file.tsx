import { Link } from '@tanstack/react-router';
import type { Order } from '../../api/route-types';
import { yuanOf } from '../../forms/money';
import { OrderLines } from '../../ui/order-facts';
import { useWords } from '../../words/words';
import { Changes } from './changes';
import { Letters } from './letters';
import { Money } from './money';
import { Photos } from './photos';
import { Problems } from './problems';
import { ORDER_TABS, type OrderTab } from './tabs';
import { Timeline } from './timeline';
import { ORDER_PAGE_WORDS } from './words';

interface OnFileProps {
  readonly order: Order;
  readonly tab: OrderTab;
}

/** What is on file of an order, one part at a time; which one stands in the address, so that Back leads to the part before. */
export function OnFile({ order, tab }: OnFileProps) {
  const words = useWords(ORDER_PAGE_WORDS);
  return (
    <section className="card" aria-label={words.tabs}>
      <nav className="order-tabs" aria-label={words.tabs}>
        {ORDER_TABS.map((one) => (
          <Link
            key={one}
            to="/orders/$number"
            params={{ number: order.number }}
            search={one === 'timeline' ? {} : { tab: one }}
            resetScroll={false}
            className="order-tab"
            activeOptions={{ exact: true }}
            {...(one === tab ? { 'aria-current': 'page' as const } : { 'aria-current': undefined })}
          >
            {words[one]}
          </Link>
        ))}
      </nav>
      <h2 className="unseen">{words[tab]}</h2>
      <Part order={order} tab={tab} />
    </section>
  );
}

function Part({ order, tab }: OnFileProps) {
  const { number } = order;
  switch (tab) {
    case 'timeline':
      return <Timeline number={number} />;
    case 'lines':
      return <Lines order={order} />;
    case 'changes':
      return <Changes number={number} />;
    case 'money':
      return <Money number={number} />;
    case 'photos':
      return <Photos number={number} />;
    case 'letters':
      return <Letters number={number} />;
    case 'problems':
      return <Problems number={number} />;
  }
}

/** Each line with its price and what was noted of it. */
function Lines({ order: { lines } }: { readonly order: Order }) {
  const words = useWords(ORDER_PAGE_WORDS);
  return (
    <OrderLines
      lines={lines}
      more={({ unitPriceFen, note }) => (
        <>
          {' '}
          <span>{words.each(yuanOf(unitPriceFen))}</span>
          {note !== undefined && <p className="order-note">{note}</p>}
        </>
      )}
    />
  );
}
