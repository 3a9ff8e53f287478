import { CircleAlert, Hourglass } from 'lucide-react';
import type { TaskLine } from '../../api/route-types';
import { useShopTime } from '../../time/ticker';
import { epoch, showSpan } from '../../time/time';
import { useLanguage } from '../../words/language';
import { useWords } from '../../words/words';
import { APPROVALS_WORDS } from './words';

type Clock = Pick<TaskLine, 'startedAt' | 'dueAt'>;

/** How long others have waited, of how long they may be kept waiting: `3小时10分钟 / 4小时`. */
export function useWaited({ startedAt, dueAt }: Clock): string {
  const words = useWords(APPROVALS_WORDS);
  const language = useLanguage();
  const since = epoch(startedAt);
  return useShopTime((now) => {
    const span = showSpan(Math.max(now - since, 0), language);
    if (dueAt === null) return words.waited(span);
    const whole = showSpan(Math.max(epoch(dueAt) - since, 0), language);
    return (epoch(dueAt) < now ? words.lateBy : words.waitedOf)(span, whole);
  });
}

/** The same as it stands in a row. What is late has a sign and a word as well. */
export function Waited({ task }: { readonly task: Clock }) {
  const { dueAt } = task;
  const late = useShopTime((now) => dueAt !== null && epoch(dueAt) < now);
  const Sign = late ? CircleAlert : Hourglass;
  return (
    <span className={late ? 'due due-late' : 'due'}>
      <Sign size={16} aria-hidden="true" /> {useWaited(task)}
    </span>
  );
}
