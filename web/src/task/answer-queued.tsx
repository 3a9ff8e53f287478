import type { Task } from '../api/route-types';
import { TaskForm } from '../forms/task-form';
import { draftName, dropDraft } from '../keep/drafts';
import { putAway, send, useOutbox } from '../keep/outbox';
import { useMe } from '../shell/me';
import { Notice } from '../ui/notice';
import { useWords } from '../words/words';
import { Answered } from './answered';
import { Conflict } from './conflict';
import { TASK_WORDS } from './words';

interface AnswerProps {
  readonly task: Task;
  /** Goes on to the next task that waits. */
  readonly next: () => void;
}

/** The form of what may wait on this device: it is given to the outbox, and whoever answers goes on. */
export function AnswerQueued({ task, next }: AnswerProps) {
  const words = useWords(TASK_WORDS);
  const { staff } = useMe();
  const sent = useOutbox().find(({ taskId }) => taskId === task.id);
  const refused = sent?.refused ?? null;
  if (sent && refused?.answered) {
    const drop = (): void => void dropDraft(sent.staffId, draftName(task.id)).then(() => putAway(task.id));
    return <Conflict first={refused.answered} mine={sent.answer} form={task.form} putAway={drop} />;
  }
  if (sent && refused === null) return <Notice>{words.sending}</Notice>;
  if (task.state !== 'open') return <Answered task={task} />;
  if (!task.may.includes('answer')) return <Notice>{words.notYours}</Notice>;
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
