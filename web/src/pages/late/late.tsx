import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { tasksQuery } from '../../api/queries';
import type { TaskLine } from '../../api/route-types';
import { Failed } from '../../shell/failed';
import { useNames } from '../../shell/catalogue';
import { Skeleton } from '../../task/panes';
import { Button } from '../../ui/button';
import { useWords } from '../../words/words';
import { groupsOf } from './groups';
import { LateRow } from './late-row';
import { LATE_GROUPS, type LateGroup } from './search';
import { LATE_WORDS } from './words';
import '../../ui/card.css';
import '../../ui/views.css';
import './late.css';

const page = getRouteApi('/late');

/** What is late in the whole store, put together as the address says; what is latest comes first. */
export default function Late() {
  const words = useWords(LATE_WORDS);
  const { by = 'step' } = page.useSearch();
  const nameOf = useGroupName(by);
  const list = useInfiniteQuery(tasksQuery({ bucket: 'late', state: 'open' }));
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);
  const count = list.data?.pages[0]?.counts?.late ?? 0;
  useEffect(() => {
    document.title = count > 0 ? `(${count}) ${words.title} · Levain` : `${words.title} · Levain`;
  }, [count, words]);

  return (
    <div className="late">
      <header className="late-head">
        <h1>{words.title}</h1>
        {count > 0 && <span>{words.count(String(count))}</span>}
        <Views by={by} />
      </header>
      {list.error && !list.data ? (
        <Failed error={list.error} again={() => void list.refetch()} />
      ) : list.isPending ? (
        <Skeleton />
      ) : rows.length === 0 ? (
        <p className="tasks-empty">{words.nothing}</p>
      ) : (
        groupsOf(rows, nameOf).map((group) => (
          <section key={group.name} className="card" aria-label={group.name}>
            <h2>
              {group.name} <span className="late-count">{group.rows.length}</span>
            </h2>
            <ul className="card-rows">
              {group.rows.map((task) => (
                <LateRow key={task.id} task={task} />
              ))}
            </ul>
          </section>
        ))
      )}
      {list.hasNextPage && (
        <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </div>
  );
}

/** What the group of a task is called. */
function useGroupName(by: LateGroup): (task: TaskLine) => string {
  const words = useWords(LATE_WORDS);
  const nameOf = useNames();
  return ({ title, assignee, role, ruleIds: [rule] }) => {
    if (by === 'person') return assignee?.name ?? words.nobody(nameOf('roles', role));
    return by === 'rule' ? (rule ?? title) : title;
  };
}

function Views({ by }: { readonly by: LateGroup }) {
  const words = useWords(LATE_WORDS);
  return (
    <nav className="filters-views" aria-label={words.by}>
      {LATE_GROUPS.map((one) => (
        <Link
          key={one}
          to="/late"
          search={one === 'step' ? {} : { by: one }}
          className="filters-view"
          activeOptions={{ exact: true }}
          {...(one === by ? { 'aria-current': 'page' as const } : { 'aria-current': undefined })}
        >
          {words[one]}
        </Link>
      ))}
    </nav>
  );
}
