import { Link } from '@tanstack/react-router';
import { LoaderCircle, TriangleAlert } from 'lucide-react';
import { useOutbox } from '../../keep/outbox';
import { useRecent } from '../../live/recent';
import { useNames, usePeople } from '../../shell/catalogue';
import { useMe } from '../../shell/me';
import { Due } from '../../ui/due';
import { useWords } from '../../words/words';
import type { TaskLine } from '../../api/route-types';
import { TASKS_WORDS } from './words';

/** One task of the list: what, about which order, until when, whose, and what has just become of it. */
export function TaskRow({ task, isChosen }: { readonly task: TaskLine; readonly isChosen: boolean }) {
  const words = useWords(TASKS_WORDS);
  const nameOf = useNames();
  const { staff } = useMe();
  const sent = useOutbox().find(({ taskId }) => taskId === task.id);
  return (
    <Link
      from="/tasks"
      to="/tasks"
      search={(from) => ({ ...from, task: task.id })}
      className={isChosen ? 'task-row task-row-chosen' : 'task-row'}
      {...(isChosen && { 'aria-current': 'true' as const })}
    >
      <span className="task-row-title">{task.title}</span>
      <span className="task-row-due">
        {task.state !== 'open' ? null : task.dueAt === null ? <span className="due">{words.noDeadline}</span> : <Due at={task.dueAt} />}
      </span>
      <span className="task-row-about">
        {task.order !== null && <b>#{task.order}</b>}
        <span>{task.assignee === null ? nameOf('roles', task.role) : task.assignee.id === staff.id ? words.mine : task.assignee.name}</span>
        <ChangedBy id={task.id} />
        {sent && (
          <span className={sent.refused ? 'task-row-refused' : 'task-row-sending'}>
            {sent.refused ? (
              <TriangleAlert size={16} aria-hidden="true" />
            ) : (
              <LoaderCircle size={16} className="turning" aria-hidden="true" />
            )}
            {sent.refused ? words.refused : words.sending}
          </span>
        )}
      </span>
    </Link>
  );
}

/** For a moment: who has just changed it. */
function ChangedBy({ id }: { readonly id: string }) {
  const words = useWords(TASKS_WORDS);
  const nameOf = usePeople();
  const { staff } = useMe();
  const by = useRecent(id);
  if (by === null || by.id === staff.id) return null;
  const name = (by.id !== undefined && nameOf(by.id)) || (by.kind === 'customer' ? words.customer : words.theShop);
  return <span className="task-row-changed">{words.changedBy(name)}</span>;
}
