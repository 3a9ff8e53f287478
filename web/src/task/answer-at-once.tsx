import { call } from '../api/call';
import { forgetTasks } from '../api/client';
import { forgetOrder } from '../api/order-queries';
import { codeOf } from '../api/problems';
import type { Task } from '../api/route-types';
import { TaskForm } from '../forms/task-form';
import { useOnce } from '../forms/use-once';
import { draftName, dropDraft } from '../keep/drafts';
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

/**
 * The form of what is answered at once or not at all. Nothing of it waits on this device: whoever sends it stays until the shop has said yes or
 * no, and sends it again where no answer came.
 */
export function AnswerAtOnce({ task, next }: AnswerProps) {
  const words = useWords(TASK_WORDS);
  const { staff } = useMe();
  const { problem, isUnsure, isSending, sent, send, forget } = useOnce(async (answer, key) => {
    try {
      await call('POST /tasks/{id}/completion', { params: { id: task.id }, body: { answer }, idempotencyKey: key });
      await dropDraft(staff.id, draftName(task.id));
      next();
    } finally {
      forgetTasks();
      if (task.order !== null) forgetOrder(task.order);
    }
  });
  if (problem?.answered && sent) {
    const putAway = (): void => void dropDraft(staff.id, draftName(task.id)).then(forget);
    return <Conflict first={problem.answered} mine={sent} form={task.form} putAway={putAway} />;
  }
  if (task.state !== 'open') return <Answered task={task} />;
  if (!task.may.includes('answer')) return <Notice>{words.notYours}</Notice>;
  const { previewHash } = task.context;
  return (
    <>
      {isUnsure && <Notice tone="wrong">{words.notReached}</Notice>}
      <TaskForm
        key={String(previewHash)} // another preview is another question; what was typed is kept
        thing={draftName(task.id)}
        form={task.form}
        order={task.order}
        refused={problem && codeOf(problem) === 'preview-stale' ? null : problem}
        submitLabel={isSending ? words.sending : words.answer}
        submit={send}
      />
    </>
  );
}
