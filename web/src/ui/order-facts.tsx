import { Phone, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { yuanOf } from '../forms/money';
import { useNames } from '../shell/catalogue';
import { ORDER_WORDS } from '../words/order.words';
import { useWords } from '../words/words';
import './order-facts.css';

/** A line of an order, as far as the API says it. */
export interface OrderLine {
  readonly product: string;
  readonly quantity: number;
  readonly size?: string | undefined;
  readonly flavour?: string | undefined;
  readonly allergens?: readonly string[] | undefined;
  readonly requirements?: readonly string[] | undefined;
}

/** The allergens of all lines, before anything else: they must never be read past. */
export function Allergens({ lines }: { readonly lines: readonly OrderLine[] }) {
  const words = useWords(ORDER_WORDS);
  const nameOf = useNames();
  const allergens = [...new Set(lines.flatMap((line) => line.allergens ?? []))];
  if (allergens.length === 0) return null;
  return (
    <p className="order-allergens">
      <TriangleAlert size={18} aria-hidden="true" />
      {words.allergens(allergens.map((id) => nameOf('allergens', id)).join(' · '))}
    </p>
  );
}

/** What is ordered, line by line, with what each must be. `more` stands below a line. */
export function OrderLines<L extends OrderLine>({ lines, more }: { readonly lines: readonly L[]; readonly more?: (line: L) => ReactNode }) {
  const nameOf = useNames();
  return (
    <ul className="order-lines">
      {lines.map((line, n) => (
        <li key={n}>
          <b>
            {nameOf('products', line.product)} {line.size !== undefined && nameOf('sizes', line.size)} ×{line.quantity}
          </b>{' '}
          {line.flavour}
          {(line.requirements ?? []).map((id) => (
            <span key={id} className="order-need">
              {nameOf('requirements', id)}
            </span>
          ))}
          {more?.(line)}
        </li>
      ))}
    </ul>
  );
}

/** A telephone number that can be called. */
export function Telephone({ number }: { readonly number: string }) {
  return (
    <a href={`tel:${number}`}>
      <Phone size={14} aria-hidden="true" /> {number}
    </a>
  );
}

interface Money {
  readonly totalFen: number;
  readonly receivedFen: number;
  readonly outstandingFen: number;
}

/** What an order costs, what has come and what is owed. */
export function OrderMoney({ money }: { readonly money: Money }) {
  const words = useWords(ORDER_WORDS);
  return (
    <p>
      {words.total} ¥{yuanOf(money.totalFen)} · {words.paid} ¥{yuanOf(money.receivedFen)} · {words.owed} ¥{yuanOf(money.outstandingFen)}
    </p>
  );
}
