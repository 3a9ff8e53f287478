import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { tasksQuery } from '../../api/queries';
import { Failed } from '../../shell/failed';
import { useMe } from '../../shell/me';
import { useOutbox } from '../../keep/outbox';
import { useWords } from '../../words/words';
import { filterOf, type TasksSearch } from './filters';
import { Filters } from './filter-bar';
import { Panes } from '../../task/panes';
import { Task } from '../../task/task';
import { TaskList } from './task-list';
import { useKeys } from './keys';
import { TASKS_WORDS } from './words';
import './tasks.css';

const SavedViews = lazy(() => import('../../saved-views/saved-views'));
const page = getRouteApi('/tasks');

/** What waits for whoever is signed in: what is late, what is due today, what comes later, and the one that is being answered. */
export default function Tasks() {
  const words = useWords(TASKS_WORDS);
  const search = page.useSearch();
  const navigate = page.useNavigate();
  const { store } = useMe();
  const sending = useOutbox();
  const list = useInfiniteQuery(tasksQuery(filterOf(search)));
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);
  const counts = list.data?.pages[0]?.counts;

  const go = (to: TasksSearch): void => void navigate({ search: (from) => ({ ...from, ...to }) });
  const open = (task: string | undefined): void =>
    void navigate({ search: ({ task: _closed, ...from }) => ({ ...from, ...(task !== undefined && { task }) }) });
  const next = (): void => {
    const busy = new Set(sending.map(({ taskId }) => taskId));
    const at = rows.findIndex(({ id }) => id === search.task);
    const others = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))];
    open(others.find(({ id, may }) => !busy.has(id) && may.includes('answer'))?.id);
  };
  useKeys(rows, search.task, open);
  useEffect(() => {
    document.title = counts && counts.late > 0 ? `(${counts.late}) ${words.title} · Levain` : `${words.title} · Levain`;
  }, [counts, words]);

  return (
    <Panes
      isOpen={search.task !== undefined}
      listLabel={words.title}
      list={
        <>
          <h1 className="unseen">{words.title}</h1>
          <Filters search={search} go={go} />
          <Suspense>
            <SavedViews page="/tasks" />
          </Suspense>
          {list.error && !list.data ? (
            <Failed error={list.error} again={() => void list.refetch()} />
          ) : (
            <TaskList
              rows={rows}
              counts={counts}
              isLoading={list.isPending}
              zone={store.zone}
              isDone={search.view === 'done'}
              isFiltered={search.q !== undefined}
              chosen={search.task}
              more={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined}
            />
          )}
        </>
      }
      oneLabel={words.choose}
      one={
        search.task === undefined ? (
          <p className="tasks-empty">{words.choose}</p>
        ) : (
          <Task key={search.task} id={search.task} close={() => open(undefined)} next={next} />
        )
      }
    />
  );
}
