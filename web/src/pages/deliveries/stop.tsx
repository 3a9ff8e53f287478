import { Link } from '@tanstack/react-router';
import { CircleCheck, LoaderCircle, MapPin, Package, Truck } from 'lucide-react';
import type { Stop } from '../../api/route-types';
import { yuanOf } from '../../forms/money';
import { useOutbox } from '../../keep/outbox';
import { useNames } from '../../shell/catalogue';
import { useWhen } from '../../shell/me';
import { showTime } from '../../time/time';
import { Button } from '../../ui/button';
import { Lateness } from '../../ui/lateness';
import { Telephone } from '../../ui/order-facts';
import { Warnings } from '../../ui/warnings';
import { useWords } from '../../words/words';
import { DELIVERIES_WORDS } from './words';

interface StopProps {
  readonly stop: Stop;
  /** A step is to be answered. */
  readonly open: (task: { readonly id: string; readonly title: string }) => void;
}

/** One order on its way: until when, to whom and where, who brings it, what is owed at the door, and what is to be done now. */
export function StopRow({ stop, open }: StopProps) {
  const words = useWords(DELIVERIES_WORDS);
  const nameOf = useNames();
  const when = useWhen();
  const { number, title, method, deliveryAt, deliveredAt, leaveBy, late, owedFen, driver } = stop;
  const Sign = method === 'courier' ? Truck : Package;
  return (
    <li className={late === null ? 'stop' : 'stop stop-late'}>
      <div className="stop-when">
        <b>{showTime(deliveryAt, when)}</b>
        <Lateness late={late} />
        {leaveBy !== null && deliveredAt === null && <span>{words.leaveBy(showTime(leaveBy, when))}</span>}
      </div>
      <div className="stop-what">
        <Link to="/orders/$number" params={{ number }} className="stop-number">
          #{number}
        </Link>
        <span>{title}</span>
        <Warnings allergens={stop.allergens} requirements={[]} />
      </div>
      <div className="stop-how">
        <span>
          <Sign size={18} aria-hidden="true" /> {nameOf('deliveryMethods', method)} · {nameOf('states', stop.state)}
        </span>
        {method === 'courier' && deliveredAt === null && <span>{driver?.name ?? words.nobody}</span>}
        <b className={owedFen > 0 ? 'stop-owed' : ''}>{owedFen > 0 ? words.owed(yuanOf(owedFen)) : words.paid}</b>
      </div>
      <WhereTo stop={stop} />
      <div className="stop-steps">
        {stop.done.map(({ id, title: step, at, by }) => (
          <span key={id} className="stop-done">
            <CircleCheck size={18} aria-hidden="true" /> {words.done(step, showTime(at, when), by?.name ?? words.theShop)}
          </span>
        ))}
        {stop.tasks.map((task) => (
          <Step key={task.id} task={task} press={() => open({ id: task.id, title: `${title} #${number}` })} />
        ))}
      </div>
    </li>
  );
}

/** To whom and where, as far as the API tells whoever looks: whoever brings it can call. */
function WhereTo({ stop: { recipient, address } }: { readonly stop: Stop }) {
  if (!recipient) return null;
  return (
    <div className="stop-where">
      <span>{recipient.name}</span>
      {address === null ? <span>{recipient.phone}</span> : <Telephone number={recipient.phone} />}
      {address !== null && (
        <span>
          <MapPin size={18} aria-hidden="true" /> {address}
        </span>
      )}
    </div>
  );
}

function Step({ task: { id, title, may }, press }: { readonly task: Stop['tasks'][number]; readonly press: () => void }) {
  const words = useWords(DELIVERIES_WORDS);
  const isOnItsWay = useOutbox().some(({ taskId, refused }) => taskId === id && refused === null);
  if (isOnItsWay)
    return (
      <span role="status">
        <LoaderCircle size={18} className="turning" aria-hidden="true" /> {title} · {words.sending}
      </span>
    );
  return (
    <Button look={may.includes('answer') ? 'main' : 'quiet'} onPress={press}>
      {title}
    </Button>
  );
}
