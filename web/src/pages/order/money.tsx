import { yuanOf } from '../../forms/money';
import { useNames } from '../../shell/catalogue';
import { useWords } from '../../words/words';
import { Instant } from './instant';
import { PagesOf } from './pages-of';
import { useWho } from './who';
import { ORDER_PAGE_WORDS } from './words';

/** Money in and back, and what the order has cost the store. */
export function Money({ number }: { readonly number: string }) {
  const words = useWords(ORDER_PAGE_WORDS);
  const nameOf = useNames();
  const who = useWho();
  return (
    <>
      <h3>{words.payments}</h3>
      <PagesOf
        route="GET /orders/{number}/payments"
        number={number}
        row={({ id, direction, amountFen, method, receivedAt, by, reference }) => (
          <li key={id}>
            <p>
              <b>
                {direction === 'in' ? words.received : words.refund} ¥{yuanOf(amountFen)}
              </b>{' '}
              {nameOf('paymentMethods', method)} {reference}
            </p>
            <p className="order-quiet">
              {who(by)} · <Instant at={receivedAt} />
            </p>
          </li>
        )}
      />
      <h3>{words.costs}</h3>
      <PagesOf
        route="GET /orders/{number}/costs"
        number={number}
        row={({ id, cost, amountFen, at, by }) => (
          <li key={id}>
            <p>
              <b>¥{yuanOf(amountFen)}</b> {nameOf('costs', cost)}
            </p>
            <p className="order-quiet">
              {who(by)} · <Instant at={at} />
            </p>
          </li>
        )}
      />
    </>
  );
}
