import { Phone, TriangleAlert } from 'lucide-react';
import { yuanOf } from '../../forms/money';
import { isValues, type Values } from '../../forms/schema';
import { useNames } from '../../shell/catalogue';
import { useWhen } from '../../shell/me';
import { useShopTime } from '../../time/ticker';
import { epoch, showDistance, showInstant } from '../../time/time';
import { useWords } from '../../words/words';
import { TASKS_WORDS } from './words';
import './order-context.css';

/** What the API says of the order that a task is about, as far as it says it. */
interface OrderFacts {
  readonly deliveryAt?: string;
  readonly delivery?: { readonly method?: string; readonly recipient?: { readonly name?: string }; readonly address?: string };
  readonly customer?: { readonly name?: string; readonly phone?: string };
  readonly lines?: readonly Line[];
  readonly money?: { readonly totalFen: number; readonly receivedFen: number; readonly outstandingFen: number };
}
interface Line {
  readonly product: string;
  readonly quantity: number;
  readonly size?: string;
  readonly flavour?: string;
  readonly allergens?: readonly string[];
  readonly requirements?: readonly string[];
}

const said = (context: Values): OrderFacts | null => (isValues(context['orderContext']) ? context['orderContext'] : null);

/** What one needs to know of the order before one answers: allergens first, for they must never be read past. */
export function OrderContext({ context }: { readonly context: Values }) {
  const words = useWords(TASKS_WORDS);
  const nameOf = useNames();
  const order = said(context);
  if (!order) return null;
  const { deliveryAt, delivery, customer, lines = [], money } = order;
  const allergens = [...new Set(lines.flatMap((line) => line.allergens ?? []))];
  return (
    <section className="order" aria-label={words.order}>
      {allergens.length > 0 && (
        <p className="order-allergens">
          <TriangleAlert size={18} aria-hidden="true" />
          {words.allergens(allergens.map((id) => nameOf('allergens', id)).join(' · '))}
        </p>
      )}
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
          </li>
        ))}
      </ul>
      {deliveryAt !== undefined && (
        <p>
          {nameOf('deliveryMethods', delivery?.method ?? '')} <Promise at={deliveryAt} /> {delivery?.address}
        </p>
      )}
      {customer && (
        <p>
          {customer.name}{' '}
          {customer.phone !== undefined && (
            <a href={`tel:${customer.phone}`}>
              <Phone size={14} aria-hidden="true" /> {customer.phone}
            </a>
          )}
        </p>
      )}
      {money && (
        <p>
          ¥{yuanOf(money.totalFen)} · {words.paid} ¥{yuanOf(money.receivedFen)} · {words.owed} ¥{yuanOf(money.outstandingFen)}
        </p>
      )}
    </section>
  );
}

/** When it is promised, and how far that is. */
function Promise({ at }: { readonly at: string }) {
  const when = useWhen();
  const shown = useShopTime((now) => `${showInstant(at, when, now)} · ${showDistance(epoch(at), now, when.language)}`);
  return <time dateTime={at}>{shown}</time>;
}
