import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { taskQuery } from '../api/queries';
import type { Task as TaskView } from '../api/route-types';
import { Failed } from '../shell/failed';
import { Button } from '../ui/button';
import { Due } from '../ui/due';
import { Notice } from '../ui/notice';
import { CHANGE_WORDS } from '../words/change.words';
import { useWords } from '../words/words';
import { AnswerAtOnce } from './answer-at-once';
import { AnswerQueued } from './answer-queued';
import { useAskedChange } from './asked-change';
import { Deeds } from './deeds';
import { OrderContext } from './order-context';
import { TASK_WORDS } from './words';
import './task.css';

/** What a change would do: fetched when one is decided. */
const ChangeView = lazy(() => import('./change-view'));
/** Taking a picture: fetched where one is taken. */
const Photographs = lazy(() => import('./photographs'));

interface TaskProps {
  readonly id: string;
  readonly close: () => void;
  /** Goes on to the next task that waits. */
  readonly next: () => void;
}

/** One task: what is to be done, until when and why, what one needs to know, and its form. */
export function Task({ id, close, next }: TaskProps) {
  const words = useWords(TASK_WORDS);
  const { data: task, error, refetch } = useQuery(taskQuery(id));
  const head = useRef<HTMLHeadingElement>(null);
  const isThere = task !== undefined;
  useEffect(() => {
    if (isThere) head.current?.focus({ preventScroll: true });
  }, [isThere]);

  if (!task) return error ? <Failed error={error} again={() => void refetch()} /> : null;
  return (
    <article className="task">
      <header className="task-top">
        <Button look="bare" aria-label={words.back} onPress={close}>
          <ArrowLeft size={20} aria-hidden="true" />
        </Button>
        <h2 ref={head} tabIndex={-1}>
          {task.title} {task.order !== null && <span className="task-order">#{task.order}</span>}
        </h2>
        {task.state === 'open' && <Due at={task.dueAt} />}
      </header>
      {task.because !== null && (
        <details className="task-why">
          <summary data-key="w">{words.why}</summary>
          <p>{task.because}</p>
        </details>
      )}
      {task.state === 'open' && <Deeds task={task} />}
      <OrderContext context={task.context} />
      {task.photos && task.photos.length > 0 && (
        <Suspense>
          <Photographs task={task} />
        </Suspense>
      )}
      <Answering task={task} next={next} />
    </article>
  );
}

/** What is decided beside the form that decides it: without the one the other is not there. */
function Answering({ task, next }: { readonly task: TaskView; readonly next: () => void }) {
  const asked = useAskedChange(task);
  const words = useWords(CHANGE_WORDS);
  if (asked === undefined) return <Notice>{words.reading}</Notice>;
  const Answer = task.atOnce ? AnswerAtOnce : AnswerQueued;
  return (
    <Suspense fallback={<Notice>{words.reading}</Notice>}>
      {asked && <ChangeView asked={asked} />}
      {asked?.isCurrent === false ? <Notice>{words.reading}</Notice> : <Answer task={task} next={next} />}
    </Suspense>
  );
}
