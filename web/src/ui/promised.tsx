import { CircleAlert } from 'lucide-react';
import { useWhen } from '../shell/me';
import { useShopTime } from '../time/ticker';
import { epoch, showDistance, showInstant } from '../time/time';
import './due.css';

/** When an order is promised and how far that is; what is over is late no more. */
export function Promised({ at, isOver }: { readonly at: string; readonly isOver: boolean }) {
  const when = useWhen();
  const late = useShopTime((now) => !isOver && epoch(at) < now);
  const instant = useShopTime((now) => showInstant(at, when, now));
  const distance = useShopTime((now) => (isOver ? '' : showDistance(epoch(at), now, when.language)));
  return (
    <span className={late ? 'promised due-late' : 'promised'}>
      <time dateTime={at}>{instant}</time>
      {distance !== '' && (
        <span className="promised-distance">
          {late && <CircleAlert size={14} aria-hidden="true" />} {distance}
        </span>
      )}
    </span>
  );
}
