import { useQuery } from '@tanstack/react-query';
import { customersQuery } from '../../api/order-queries';
import type { Customer } from '../../api/route-types';
import { isValues, type Values } from '../../forms/schema';
import { useNames } from '../../shell/catalogue';
import { useSettled } from '../../time/use-settled';
import { Button } from '../../ui/button';
import { useWords } from '../../words/words';
import { NEW_ORDER_WORDS } from './words';

/** Real milliseconds after the last digit at which they are looked for. */
const ASK_AFTER_MS = 300;
/** What is looked for: the last four digits, or a whole number. */
const SOUGHT = /^(?:\d{4}|\+?\d{7,15})$/;

interface KnownProps {
  readonly values: Values;
  /** Puts what is known of somebody into the form. */
  readonly take: (values: Values) => void;
}

/** Who has ordered before with the telephone that is being typed, with what they said of food. */
export function KnownCustomers({ values, take }: KnownProps) {
  const customer = isValues(values['customer']) ? values['customer'] : {};
  const typed = (typeof customer['phone'] === 'string' ? customer['phone'] : '').replace(/[\s-]/g, '');
  const phone = useSettled(typed, ASK_AFTER_MS);
  const { data: known = [] } = useQuery({ ...customersQuery(phone), enabled: SOUGHT.test(phone) });
  const words = useWords(NEW_ORDER_WORDS);
  if (known.length === 0 || !SOUGHT.test(phone)) return null;
  return (
    <section className="card" aria-label={words.known} aria-live="polite">
      <h2>{words.known}</h2>
      <ul className="card-rows">
        {known.map((one) => (
          <Known key={one.id} customer={one} take={() => take({ ...values, customer: { ...customer, name: one.name } })} />
        ))}
      </ul>
    </section>
  );
}

function Known({ customer, take }: { readonly customer: Customer; readonly take: () => void }) {
  const words = useWords(NEW_ORDER_WORDS);
  const nameOf = useNames();
  const { name, phone, orders, lastOrders, requirements, allergens, wishes } = customer;
  return (
    <li>
      <p>
        <b>{name}</b> {phone} · {words.before(orders)}{' '}
        <Button look="bare" onPress={take}>
          {words.takeOver}
        </Button>
      </p>
      {lastOrders[0] && <p>{lastOrders[0].title}</p>}
      <p>
        {[...requirements.map((id) => nameOf('requirements', id)), ...allergens.map((id) => nameOf('allergens', id)), ...wishes].join(
          ' · ',
        )}
      </p>
    </li>
  );
}
