import { Find } from '../../ui/find';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../words/words';
import { TASK_VIEWS, type TasksSearch } from './filters';
import { TASKS_WORDS } from './words';
import '../../ui/views.css';

/** Which tasks are listed. All of it stands in the address. */
export function Filters({ search, go }: { readonly search: TasksSearch; readonly go: (to: TasksSearch) => void }) {
  const words = useWords(TASKS_WORDS);
  return (
    <div className="filters">
      <nav className="filters-views" aria-label={words.views}>
        {TASK_VIEWS.map((view) => (
          <Link
            key={view}
            to="/tasks"
            search={view === 'mine' ? {} : { view }}
            className="filters-view"
            {...((search.view ?? 'mine') === view && { 'aria-current': 'page' as const })}
          >
            {words[view]}
          </Link>
        ))}
      </nav>
      <Find label={words.find} q={search.q ?? ''} find={(q) => go({ q: q === '' ? undefined : q })} inputMode="numeric" />
    </div>
  );
}
