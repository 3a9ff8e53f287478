import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { tasksQuery } from '../../api/queries';
import type { TaskLine } from '../../api/route-types';
import { Failed } from '../../shell/failed';
import { Panes, Skeleton } from '../../task/panes';
import { Task } from '../../task/task';
import { Button } from '../../ui/button';
import { useWords } from '../../words/words';
import { useWaited, Waited } from './waited';
import { APPROVALS_WORDS } from './words';
import '../../ui/due.css';
import './approvals.css';

const page = getRouteApi('/approvals');

/** Which tasks these are, says the API. */
const DECISIONS = { decision: 'true', mine: 'true', state: 'open', sort: 'openedAt' } as const;

/** What others wait for a word of this person for, the longest wait first, and what one of them would do. There is no deciding in bulk. */
export default function Approvals() {
  const words = useWords(APPROVALS_WORDS);
  const { task: chosen } = page.useSearch();
  const navigate = page.useNavigate();
  const list = useInfiniteQuery(tasksQuery(DECISIONS));
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);
  const count = Object.values(list.data?.pages[0]?.counts ?? {}).reduce((sum, n) => sum + n, 0);

  const open = (task: string | undefined): void => void navigate({ search: task === undefined ? {} : { task } });
  const next = (): void => open(rows.find(({ id }) => id !== chosen)?.id);
  useEffect(() => {
    document.title = count > 0 ? `(${count}) ${words.title} · Levain` : `${words.title} · Levain`;
  }, [count, words]);

  return (
    <Panes
      isOpen={chosen !== undefined}
      listLabel={words.title}
      list={
        <>
          <header className="approvals-head">
            <h1>{words.title}</h1>
            {rows[0] && <Summary count={count} oldest={rows[0]} />}
          </header>
          {list.error && !list.data ? (
            <Failed error={list.error} again={() => void list.refetch()} />
          ) : list.isPending ? (
            <Skeleton />
          ) : rows.length === 0 ? (
            <p className="tasks-empty">{words.nothing}</p>
          ) : (
            <ul className="approvals-rows">
              {rows.map((task) => (
                <Row key={task.id} task={task} isChosen={task.id === chosen} />
              ))}
              {list.hasNextPage && (
                <li>
                  <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
                    {words.more}
                  </Button>
                </li>
              )}
            </ul>
          )}
        </>
      }
      oneLabel={words.choose}
      one={
        chosen === undefined ? (
          <p className="tasks-empty">{words.choose}</p>
        ) : (
          <Task key={chosen} id={chosen} close={() => open(undefined)} next={next} />
        )
      }
    />
  );
}

/** How many wait, and how long the one that has waited longest. */
function Summary({ count, oldest }: { readonly count: number; readonly oldest: TaskLine }) {
  const words = useWords(APPROVALS_WORDS);
  return (
    <p className="approvals-summary">
      {words.waiting(String(count))} · {words.oldest(useWaited(oldest))}
    </p>
  );
}

function Row({ task, isChosen }: { readonly task: TaskLine; readonly isChosen: boolean }) {
  return (
    <li>
      <Link
        to="/approvals"
        search={{ task: task.id }}
        className={isChosen ? 'approvals-row approvals-row-chosen' : 'approvals-row'}
        {...(isChosen && { 'aria-current': 'true' as const })}
      >
        <span className="approvals-row-title">
          {task.title} {task.order !== null && <b>#{task.order}</b>}
        </span>
        <Waited task={task} />
      </Link>
    </li>
  );
}
