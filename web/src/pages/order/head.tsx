import { ExternalLink, TriangleAlert } from 'lucide-react';
import type { Order } from '../../api/route-types';
import { useNames } from '../../shell/catalogue';
import { Due } from '../../ui/due';
import { useWords } from '../../words/words';
import { Instant } from './instant';
import { ORDER_PAGE_WORDS } from './words';

/** Which order it is, where it stands and what stands beside that, and when it is promised. */
export function Head({ order }: { readonly order: Order }) {
  const words = useWords(ORDER_PAGE_WORDS);
  const nameOf = useNames();
  const { number, title, state, overlays, workflow } = order;
  return (
    <header className="order-head">
      <h1>
        {title} <span className="order-number">#{number}</span>
      </h1>
      <p className="order-marks">
        <b className="order-state">{nameOf('states', state)}</b>
        {overlays.map((overlay) => (
          <span key={overlay} className="order-overlay">
            <TriangleAlert size={16} aria-hidden="true" /> {nameOf('overlays', overlay)}
          </span>
        ))}
        <Promised order={order} />
        <span>{nameOf('deliveryMethods', order.delivery.method)}</span>
        {workflow.url !== null && (
          <a href={workflow.url} target="_blank" rel="noreferrer" className="order-temporal">
            <ExternalLink size={16} aria-hidden="true" /> {words.temporal}
          </a>
        )}
      </p>
    </header>
  );
}

/** How far its hour is; once it has been delivered or has ended no clock runs, and only the instants are said. */
function Promised({ order: { deliveryAt, deliveredAt, closedAt } }: { readonly order: Order }) {
  const words = useWords(ORDER_PAGE_WORDS);
  if (deliveredAt === null && closedAt === null) return <Due at={deliveryAt} />;
  if (deliveredAt === null) return <Instant at={deliveryAt} />;
  return <Instant at={deliveredAt} as={words.deliveredAt} />;
}
