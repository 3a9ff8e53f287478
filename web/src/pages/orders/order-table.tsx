import { useVirtualizer } from '@tanstack/react-virtual';
import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { OrderRow } from '../../api/route-types';
import { yuanOf } from '../../forms/money';
import { useNames } from '../../shell/catalogue';
import { Promised } from '../../ui/promised';
import { useWords } from '../../words/words';
import { ORDERS_WORDS } from './words';

/** Pixels that a row takes until it is measured, and rows drawn beyond what is seen. */
const ROW = 53;
const BEYOND = 10;

interface OrderTableProps {
  readonly rows: readonly OrderRow[];
  readonly isLoading: boolean;
  /** Reads the next page; absent where there is none. */
  readonly more: (() => void) | undefined;
}

/** A table of which only the rows that are seen are drawn; what stands above and below them is one empty row each. */
export function OrderTable({ rows, isLoading, more }: OrderTableProps) {
  const words = useWords(ORDERS_WORDS);
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: BEYOND,
    getItemKey: (n) => rows[n]?.number ?? n,
  });
  const shown = virtual.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastShown >= rows.length - BEYOND) more?.();
  }, [lastShown, rows.length, more]);
  const above = shown[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);

  if (!isLoading && rows.length === 0) return <p className="tasks-empty">{words.nothing}</p>;
  return (
    <div ref={box} className="orders-box" tabIndex={0} role="region" aria-label={words.title}>
      <table className="orders-table" aria-rowcount={more ? -1 : rows.length + 1}>
        <thead>
          <tr>
            {[words.promised, words.order, words.customer, words.state, words.owes, words.takenBy].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Gap height={above} />}
          {shown.map(({ index, key }) => {
            const row = rows[index];
            return row && <Row key={key} row={row} index={index} measure={virtual.measureElement} />;
          })}
          {below > 0 && <Gap height={below} />}
        </tbody>
      </table>
    </div>
  );
}

const Gap = ({ height }: { readonly height: number }) => (
  <tr aria-hidden="true">
    <td colSpan={6} style={{ height, padding: 0, border: 0 }} />
  </tr>
);

interface RowProps {
  readonly row: OrderRow;
  readonly index: number;
  readonly measure: (element: HTMLTableRowElement | null) => void;
}

function Row({ row, index, measure }: RowProps) {
  const nameOf = useNames();
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2} className="orders-row">
      <td>
        <Promised at={row.deliveryAt} isOver={row.deliveredAt !== null || row.closedAt !== null} />
      </td>
      <td>
        <Link to="/orders/$number" params={{ number: row.number }} className="orders-link">
          #{row.number}
        </Link>
        <span className="orders-goods">{row.title}</span>
      </td>
      <td>
        {row.customer.name} <span className="orders-phone">{row.customer.phone}</span>
      </td>
      <td>
        {nameOf('states', row.state)}
        {row.overlays.map((overlay) => (
          <span key={overlay} className="orders-overlay">
            <TriangleAlert size={14} aria-hidden="true" /> {nameOf('overlays', overlay)}
          </span>
        ))}
      </td>
      <td className="orders-money">{row.money.outstandingFen > 0 && `¥${yuanOf(row.money.outstandingFen)}`}</td>
      <td>{row.takenBy.name}</td>
    </tr>
  );
}
