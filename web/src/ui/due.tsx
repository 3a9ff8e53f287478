import { AlarmClock, Clock3, CircleAlert } from 'lucide-react';
import { epoch, isToday, showDay, showDistance, showTime } from '../time/time';
import { useShopTime } from '../time/ticker';
import { useWhen } from '../shell/me';
import './due.css';

/** A deadline: how far it is and when, by the shop's clock. Late has a sign, a word and a figure. */
export function Due({ at }: { readonly at: string | null }) {
  const when = useWhen();
  const shown = useShopTime((now) => {
    if (at === null) return '';
    const day = isToday(at, when.zone, now) ? '' : `${showDay(at, when, now)} `;
    return `${epoch(at) < now ? 'late' : isToday(at, when.zone, now) ? 'today' : 'later'}|${showDistance(epoch(at), now, when.language)}|${day}${showTime(at, when)}`;
  });
  if (at === null) return null;
  const [how = '', distance, instant] = shown.split('|');
  const Sign = how === 'late' ? CircleAlert : how === 'today' ? AlarmClock : Clock3;
  return (
    <span className={`due due-${how}`}>
      <Sign size={16} aria-hidden="true" />
      <span className="due-distance">{distance}</span>
      <time dateTime={at}>{instant}</time>
    </span>
  );
}
