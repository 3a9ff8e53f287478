import { isValues, type Values } from '../forms/schema';
import { useNames } from '../shell/catalogue';
import { useWhen } from '../shell/me';
import { useShopTime } from '../time/ticker';
import { epoch, showDistance, showInstant } from '../time/time';
import { Allergens, OrderLines, OrderMoney, Telephone, type OrderLine } from '../ui/order-facts';
import { useWords } from '../words/words';
import { TASK_WORDS } from './words';
import './order-context.css';

/** What the API says of the order that a task is about, as far as it says it. */
interface OrderFacts {
  readonly deliveryAt?: string;
  readonly delivery?: { readonly method?: string; readonly recipient?: { readonly name?: string }; readonly address?: string };
  readonly customer?: { readonly name?: string; readonly phone?: string };
  readonly lines?: readonly OrderLine[];
  readonly money?: { readonly totalFen: number; readonly receivedFen: number; readonly outstandingFen: number };
}

const said = (context: Values): OrderFacts | null => (isValues(context['orderContext']) ? context['orderContext'] : null);

/** What one needs to know of the order before one answers: allergens first, for they must never be read past. */
export function OrderContext({ context }: { readonly context: Values }) {
  const words = useWords(TASK_WORDS);
  const nameOf = useNames();
  const order = said(context);
  if (!order) return null;
  const { deliveryAt, delivery, customer, lines = [], money } = order;
  return (
    <section className="order" aria-label={words.order}>
      <Allergens lines={lines} />
      <OrderLines lines={lines} />
      {deliveryAt !== undefined && (
        <p>
          {nameOf('deliveryMethods', delivery?.method ?? '')} <Promise at={deliveryAt} /> {delivery?.address}
        </p>
      )}
      {customer && (
        <p>
          {customer.name} {customer.phone !== undefined && <Telephone number={customer.phone} />}
        </p>
      )}
      {money && <OrderMoney money={money} />}
    </section>
  );
}

/** When it is promised, and how far that is. */
function Promise({ at }: { readonly at: string }) {
  const when = useWhen();
  const shown = useShopTime((now) => `${showInstant(at, when, now)} · ${showDistance(epoch(at), now, when.language)}`);
  return <time dateTime={at}>{shown}</time>;
}
