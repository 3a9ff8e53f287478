import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { taskQuery } from '../api/queries';
import type { Task as TaskView } from '../api/route-types';
import { draftName } from '../keep/drafts';
import { putAway, send, useOutbox, type Sending } from '../keep/outbox';
import { TaskForm } from '../forms/task-form';
import { useMe } from '../shell/me';
import { Failed } from '../shell/failed';
import { Button } from '../ui/button';
import { Due } from '../ui/due';
import { Notice } from '../ui/notice';
import { useWords } from '../words/words';
import { Answered } from './answered';
import { Conflict } from './conflict';
import { Deeds } from './deeds';
import { OrderContext } from './order-context';
import { TASK_WORDS } from './words';
import './task.css';

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
  const sent = useOutbox().find(({ taskId }) => taskId === id);
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
          <summary>{words.why}</summary>
          <p>{task.because}</p>
        </details>
      )}
      {task.state === 'open' && <Deeds task={task} />}
      <OrderContext context={task.context} />
      <Body task={task} sent={sent} next={next} />
    </article>
  );
}

function Body({ task, sent, next }: { readonly task: TaskView; readonly sent: Sending | undefined; readonly next: () => void }) {
  const words = useWords(TASK_WORDS);
  const { staff } = useMe();
  if (sent?.refused?.answered) return <Conflict sending={sent} form={task.form} />;
  if (sent && sent.refused === null) return <Notice>{words.sending}</Notice>;
  if (task.state !== 'open') return <Answered task={task} />;
  if (!task.may.includes('answer')) return <Notice>{words.notYours}</Notice>;
  const refused = sent?.refused ?? null;
  return (
    <TaskForm
      thing={draftName(task.id)}
      form={task.form}
      order={task.order}
      refused={refused && refused.status === 0 ? { ...refused, detail: words.tooOld } : refused}
      submitLabel={words.answer}
      submit={(answer) => {
        void (sent ? putAway(task.id) : Promise.resolve()).then(() =>
          send({ staffId: staff.id, taskId: task.id, title: task.title, order: task.order, answer }),
        );
        next();
      }}
    />
  );
}
