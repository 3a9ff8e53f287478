import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Answer, TaskLine } from '../../api/route-types';
import { Skeleton } from '../../task/panes';
import { shopNow } from '../../time/shop-clock';
import { useShopTime } from '../../time/ticker';
import { useWords } from '../../words/words';
import { bucketOf, linesOf, type Bucket } from './buckets';
import { TaskRow } from './task-row';
import { TASKS_WORDS } from './words';

/** Pixels that a line takes until it is measured, and lines drawn beyond what is seen. */
const ROW = 72;
const BEYOND = 8;

interface TaskListProps {
  readonly rows: readonly TaskLine[];
  readonly counts: Answer<'GET /tasks'>['counts'];
  readonly isLoading: boolean;
  readonly zone: string;
  /** What is done is late or early no more. */
  readonly isDone: boolean;
  readonly isFiltered: boolean;
  readonly chosen: string | undefined;
  /** Reads the next page; absent where there is none. */
  readonly more: (() => void) | undefined;
}

/** The list itself: only the lines that are seen are drawn, however long it is. */
export function TaskList({ rows, counts, isLoading, zone, isDone, isFiltered, chosen, more }: TaskListProps) {
  const words = useWords(TASKS_WORDS);
  const box = useRef<HTMLDivElement>(null);
  // drawn anew when one of them changes its bucket
  const buckets = useShopTime((now) => (isDone ? '' : rows.map((row) => bucketOf(row, zone, now)[3]).join('')));
  const lines = buckets === '' ? rows.map((task) => ({ task, id: task.id })) : linesOf(rows, (row) => bucketOf(row, zone, shopNow()));
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: BEYOND,
    getItemKey: (n) => lines[n]?.id ?? n,
  });
  const shown = virtual.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastShown >= lines.length - BEYOND) more?.();
  }, [lastShown, lines.length, more]);

  if (isLoading) return <Skeleton />;
  if (lines.length === 0) return <p className="tasks-empty">{isFiltered || isDone ? words.nothingFound : words.nothing}</p>;
  return (
    <div ref={box} className="task-lines" tabIndex={-1}>
      <ul style={{ height: virtual.getTotalSize() }} className="task-lines-all">
        {shown.map(({ index, key, start }) => {
          const line = lines[index];
          return (
            line && (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                className="task-line"
                style={{ transform: `translateY(${start}px)` }}
              >
                {'head' in line ? (
                  <Head bucket={line.head} count={counts?.[line.head]} />
                ) : (
                  <TaskRow task={line.task} isChosen={line.id === chosen} />
                )}
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

function Head({ bucket, count }: { readonly bucket: Bucket; readonly count: number | undefined }) {
  const words = useWords(TASKS_WORDS);
  return (
    <h2 className={`task-head task-head-${bucket}`}>
      {words[bucket]} {count !== undefined && <span className="task-head-count">{count}</span>}
    </h2>
  );
}
