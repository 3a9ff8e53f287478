import type { Answer } from '../api/route-types';
import { useNames } from '../shell/catalogue';
import './totals.css';

interface TotalsProps {
  readonly label: string;
  readonly totals: Answer<'GET /boards/kitchen'>['totals'];
}

/** How many pieces of what there are to make. */
export function Totals({ label, totals }: TotalsProps) {
  const nameOf = useNames();
  return (
    <ul className="totals" aria-label={label}>
      {totals.map(({ product, size, quantity }) => (
        <li key={`${product} ${size}`}>
          {nameOf('products', product)} {size !== null && nameOf('sizes', size)} <b>×{quantity}</b>
        </li>
      ))}
    </ul>
  );
}
