import { useEffect, useState } from 'react';
import { Search } from 'lucide-react';
import { Input, TextField } from 'react-aria-components/TextField';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../words/words';
import { TASK_VIEWS, type TasksSearch } from './filters';
import { TASKS_WORDS } from './words';

/** Real milliseconds after the last digit at which it is looked for. */
const FIND_AFTER_MS = 250;

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
      <Find q={search.q ?? ''} find={(q) => go({ q: q === '' ? undefined : q })} />
    </div>
  );
}

function Find({ q, find }: { readonly q: string; readonly find: (q: string) => void }) {
  const words = useWords(TASKS_WORDS);
  const [typed, setTyped] = useState(q);
  useEffect(() => {
    if (typed === q) return;
    const timer = setTimeout(() => find(typed.trim()), FIND_AFTER_MS);
    return () => clearTimeout(timer);
    // only what is typed sets it off
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [typed]);
  return (
    <TextField value={typed} onChange={setTyped} aria-label={words.find} className="filters-find" type="search">
      <Search size={18} aria-hidden="true" />
      <Input className="input" placeholder={words.find} inputMode="numeric" data-find />
    </TextField>
  );
}
