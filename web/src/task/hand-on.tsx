import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { call } from '../api/call';
import { forgetTasks } from '../api/client';
import { taskQuery } from '../api/queries';
import type { TaskLine } from '../api/route-types';
import { Failed } from '../shell/failed';
import { WhyNot } from '../shell/why-not';
import { Button } from '../ui/button';
import { Choose } from '../ui/choose';
import { Notice } from '../ui/notice';
import { Sheet } from '../ui/sheet';
import { useWords } from '../words/words';
import { TASK_WORDS } from './words';
import './deeds.css';

/** To whom, and why. */
export default function HandOn({ task, close }: { readonly task: TaskLine; readonly close: () => void }) {
  const words = useWords(TASK_WORDS);
  const { data: whole, error: unread, refetch } = useQuery(taskQuery(task.id)); // only one task says to whom it may be given
  const [to, setTo] = useState<string>();
  const [reason, setReason] = useState('');
  const hand = useMutation({
    mutationFn: () =>
      call('POST /tasks/{id}/reassign', { params: { id: task.id }, body: { to: to ?? '', reason }, idempotencyKey: crypto.randomUUID() }),
    onSuccess() {
      close();
      forgetTasks();
    },
  });
  const title = `${words.reassign} · ${task.title}`;
  if (!whole)
    return (
      <Sheet title={title} close={close}>
        {unread ? <Failed error={unread} again={() => void refetch()} /> : <Notice>{words.reading}</Notice>}
      </Sheet>
    );
  return (
    <Sheet title={title} close={close}>
      <form
        className="hand-on"
        onSubmit={(event) => {
          event.preventDefault();
          hand.mutate();
        }}
      >
        {hand.error && (
          <Notice tone="wrong">
            <WhyNot error={hand.error} />
          </Notice>
        )}
        <Choose label={words.reassignTo} options={whole.candidates ?? []} value={to ?? null} change={setTo} />
        <TextField value={reason} onChange={setReason}>
          <Label className="caption">{words.reason}</Label>
          <Input className="input" />
        </TextField>
        <Button look="main" type="submit" isPending={hand.isPending} isDisabled={to === undefined || reason.trim() === ''}>
          {words.hand}
        </Button>
      </form>
    </Sheet>
  );
}
