import { Link } from '@tanstack/react-router';
import { LoaderCircle, TriangleAlert } from 'lucide-react';
import { useOutbox, type Sending } from '../keep/outbox';
import { inBoth, useWords } from '../words/words';
import './tray.css';

const WORDS = inBoth({
  zh: {
    title: '待发送',
    waiting: (n: number) => `正在发送 ${n} 份答复；以到达门店系统的时间为准。`,
    refused: (title: string) => `“${title}”未被接受，请处理`,
  },
  en: {
    title: 'Waiting to be sent',
    waiting: (n: number) => `Sending ${n === 1 ? 'one answer' : `${n} answers`}; the shop’s clock counts when they arrive.`,
    refused: (title: string) => `“${title}” was not taken: please look`,
  },
});

/** Answers that are on their way, and those that need their person. Nothing is ever dropped in silence. */
export function Tray() {
  const words = useWords(WORDS);
  const entries = useOutbox();
  const waiting = entries.filter(({ refused }) => refused === null);
  const refused = entries.filter((entry) => entry.refused !== null);
  if (entries.length === 0) return null;
  return (
    <aside className="tray" aria-label={words.title} aria-live="polite">
      {waiting.length > 0 && (
        <p className="tray-one">
          <LoaderCircle size={18} className="turning" aria-hidden="true" /> {words.waiting(waiting.length)}
        </p>
      )}
      {refused.map((entry) => (
        <p key={entry.taskId} className="tray-one tray-refused">
          <TriangleAlert size={18} aria-hidden="true" />
          <Link to="/tasks" search={{ task: entry.taskId }}>
            {words.refused(nameOf(entry))}
          </Link>
        </p>
      ))}
    </aside>
  );
}

const nameOf = ({ title, order }: Sending): string => (order === null ? title : `#${order} ${title}`);
