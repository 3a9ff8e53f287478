import { Link } from '@tanstack/react-router';
import { BellRing } from 'lucide-react';
import type { TaskLine } from '../../api/route-types';
import { useWhen } from '../../shell/me';
import { Deeds } from '../../task/deeds';
import { useShopTime } from '../../time/ticker';
import { showInstant } from '../../time/time';
import { Due } from '../../ui/due';
import { useWords } from '../../words/words';
import { LATE_WORDS } from './words';

/** One late task: what, about which order, how late, by which rule and why, who hears of it next, and what can be done with it here. */
export function LateRow({ task }: { readonly task: TaskLine }) {
  const { title, order, dueAt, because, ruleIds } = task;
  return (
    <li className="late-row">
      <p className="late-row-what">
        <Link to="/tasks" search={{ view: 'all', task: task.id }}>
          {title}
        </Link>
        {order !== null && (
          <Link to="/orders/$number" params={{ number: order }}>
            #{order}
          </Link>
        )}
        <Due at={dueAt} />
      </p>
      <p className="late-row-why">{because ?? ruleIds.join(' · ')}</p>
      <Next task={task} />
      <Deeds task={task} />
    </li>
  );
}

/** How far it has been raised, and what comes next unless somebody answers. */
function Next({ task: { rung, nextRung, pausedSince } }: { readonly task: TaskLine }) {
  const words = useWords(LATE_WORDS);
  const when = useWhen();
  const at = useShopTime((now) => (nextRung === null ? '' : showInstant(nextRung.at, when, now)));
  const ahead =
    pausedSince !== null
      ? words.paused
      : nextRung === null
        ? words.noNext
        : nextRung.to
          ? words.next(at, nextRung.to.name)
          : words.nextAgain(at);
  return (
    <p className="late-row-next">
      <BellRing size={16} aria-hidden="true" />
      {rung > 0 && `${words.told(String(rung))} · `}
      {ahead}
    </p>
  );
}
