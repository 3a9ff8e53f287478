import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { capacityQuery } from '../../api/capacity-queries';
import type { CapacityDay } from '../../api/route-types';
import { useNames } from '../../shell/catalogue';
import { useWhen } from '../../shell/me';
import { shopNow } from '../../time/shop-clock';
import { dayAfter, dayOf, epoch, showDate } from '../../time/time';
import { Room } from '../../ui/room';
import { ROOM_WORDS } from '../../words/room.words';
import { useWords } from '../../words/words';
import { NEW_ORDER_WORDS } from './words';

/** Days that are shown before and after the wanted one. */
const AROUND = 3;

interface DaysProps {
  /** The promise that is wanted. */
  readonly deliveryAt: string;
  /** Store dates on which the order would be worked. */
  readonly worked: readonly string[];
  /** The one among them that has no room for it. */
  readonly short: string | undefined;
}

/** What the days around the wanted promise have left; nothing in a shop that has said nothing of what it can do. */
export function Days({ deliveryAt, worked, short }: DaysProps) {
  const words = useWords(NEW_ORDER_WORDS);
  const { zone } = useWhen();
  const wanted = dayOf(epoch(deliveryAt), zone);
  const query = capacityQuery(dayAfter(wanted, -AROUND), dayAfter(wanted, AROUND));
  const { data } = useQuery({ ...query, placeholderData: keepPreviousData });
  if (!data?.days.some(({ work }) => work.some(({ limitMinutes }) => limitMinutes !== null))) return null;
  return (
    <section className="card" aria-label={words.days}>
      <h2>{words.days}</h2>
      <ol className="new-order-days">
        {data.days.map((day) => (
          <Day key={day.day} day={day} isWanted={day.day === wanted} isWorked={worked.includes(day.day)} isShort={day.day === short} />
        ))}
      </ol>
    </section>
  );
}

interface DayProps {
  readonly day: CapacityDay;
  readonly isWanted: boolean;
  readonly isWorked: boolean;
  readonly isShort: boolean;
}

function Day({ day: { day, closed, work }, isWanted, isWorked, isShort }: DayProps) {
  const words = useWords(NEW_ORDER_WORDS);
  const room = useWords(ROOM_WORDS);
  const nameOf = useNames();
  const when = useWhen();
  const notes = [closed && room.closed, isWanted && words.promised, isWorked && !isShort && words.worked, isShort && words.short].filter(
    Boolean,
  );
  return (
    <li data-worked={isWorked || isShort}>
      <b>{showDate(day, when.language, shopNow())}</b> {notes.join(' · ')}
      <dl>
        {work
          .filter(({ limitMinutes }) => limitMinutes !== null)
          .map(({ work: name, limitMinutes, takenMinutes }) => (
            <div key={name}>
              <dt>{nameOf('work', name)}</dt>
              <dd>
                <Room limitMinutes={limitMinutes} takenMinutes={takenMinutes} />
              </dd>
            </div>
          ))}
      </dl>
    </li>
  );
}
