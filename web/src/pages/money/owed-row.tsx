import { Link } from '@tanstack/react-router';
import type { StaffAct } from '../../../../src/orders/staff-acts.rules';
import type { OrderRow } from '../../api/route-types';
import { yuanOf } from '../../forms/money';
import { useMe, useWhen } from '../../shell/me';
import { useShopTime } from '../../time/ticker';
import { showInstant } from '../../time/time';
import { useWords } from '../../words/words';
import { MONEY_WORDS } from './words';

/** What is done here, by the API's word for it. */
const PAY: StaffAct = 'recordPayment';

/** One order of which something is owed: what, of whom, since when, how much, and the way to record that it came in. */
export function OwedRow({ order: { number, title, customer, deliveryAt, money } }: { readonly order: OrderRow }) {
  const words = useWords(MONEY_WORDS);
  const when = useWhen();
  const { may } = useMe();
  const promised = useShopTime((now) => showInstant(deliveryAt, when, now));
  return (
    <li className="money-row">
      <Link to="/orders/$number" params={{ number }}>
        #{number} {title}
      </Link>
      <span>
        {customer.name} {customer.phone}
      </span>
      <span className="money-quiet">{words.since(promised)}</span>
      <span className="money-quiet">{words.paid(yuanOf(money.receivedFen - money.refundedFen))}</span>
      <b className="money-owed">¥{yuanOf(money.outstandingFen)}</b>
      {may.includes('POST /orders/{number}/payments') && (
        <Link to="/orders/$number" params={{ number }} search={{ act: PAY }} className="button button-quiet">
          {words.record}
        </Link>
      )}
    </li>
  );
}
