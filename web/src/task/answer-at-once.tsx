import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { call } from '../api/call';
import { forgetTasks } from '../api/client';
import { forgetOrder } from '../api/order-queries';
import { Refused } from '../api/problems';
import type { Task } from '../api/route-types';
import { TaskForm } from '../forms/task-form';
import type { Field, Values } from '../forms/schema';
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
 * no, and sends it again where no answer came, under the same key, so that it counts once.
 */
export function AnswerAtOnce({ task, next }: AnswerProps) {
  const words = useWords(TASK_WORDS);
  const { staff } = useMe();
  const keyOf = useKeys();
  const forget = (): void => {
    forgetTasks();
    if (task.order !== null) forgetOrder(task.order);
  };
  const give = useMutation({
    networkMode: 'always',
    mutationFn: (answer: Values) =>
      call('POST /tasks/{id}/completion', { params: { id: task.id }, body: { answer }, idempotencyKey: keyOf(answer) }),
    async onSuccess() {
      await dropDraft(staff.id, draftName(task.id));
      next();
    },
    onSettled: forget,
  });
  const problem = give.error instanceof Refused ? give.error.problem : null;
  if (problem?.answered && give.variables) {
    const putAway = (): void => void dropDraft(staff.id, draftName(task.id)).then(give.reset);
    return <Conflict first={problem.answered} mine={give.variables} form={task.form} putAway={putAway} />;
  }
  if (task.state !== 'open') return <Answered task={task} />;
  if (!task.may.includes('answer')) return <Notice>{words.notYours}</Notice>;
  const { previewHash } = task.context;
  return (
    <>
      {give.error && !problem && <Notice tone="wrong">{words.notReached}</Notice>}
      <TaskForm
        key={String(previewHash)} // another preview is another question; what was typed is kept
        thing={draftName(task.id)}
        form={task.form}
        order={task.order}
        refused={give.error instanceof Refused && give.error.code === 'preview-stale' ? null : problem}
        submitLabel={give.isPending ? words.sending : words.answer}
        isSending={give.isPending}
        submit={give.mutate}
      />
    </>
  );
}

/** The `Idempotency-Key` of an answer: the same answer has the same one, for it may have arrived although nobody said so. */
function useKeys(): (answer: Values) => string {
  const last = useRef({ said: '', key: '' });
  return (answer) => {
    const said = JSON.stringify(answer);
    if (said !== last.current.said) last.current = { said, key: crypto.randomUUID() };
    return last.current.key;
  };
}
