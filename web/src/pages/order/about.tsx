import type { Order } from '../../api/route-types';
import { yuanOf } from '../../forms/money';
import { Allergens, OrderLines, OrderMoney, Telephone } from '../../ui/order-facts';
import { useWords } from '../../words/words';
import { ORDER_PAGE_WORDS } from './words';

/** For whom it is and what it must be: allergens first, then the lines, the people and the money. */
export function About({ order: { lines, customer, delivery, money } }: { readonly order: Order }) {
  const words = useWords(ORDER_PAGE_WORDS);
  const { recipient, address } = delivery;
  return (
    <section className="card order-about" aria-label={words.customer}>
      <Allergens lines={lines} />
      <OrderLines lines={lines} />
      <p>
        {customer.name} <Telephone number={customer.phone} />
      </p>
      {recipient && (
        <p>
          {words.recipient} {recipient.name} <Telephone number={recipient.phone} /> {address}
        </p>
      )}
      <OrderMoney money={money} />
      <p>
        {words.deposit} ¥{yuanOf(money.depositFen)}
        {money.refundedFen > 0 && ` · ${words.refunded} ¥${yuanOf(money.refundedFen)}`}
      </p>
    </section>
  );
}
