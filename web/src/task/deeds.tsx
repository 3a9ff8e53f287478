import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { call } from '../api/call';
import { forgetTasks } from '../api/client';
import type { TaskLine } from '../api/route-types';
import { WhyNot } from '../shell/why-not';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useWords } from '../words/words';
import { TASK_WORDS } from './words';
import './deeds.css';

/** A task is handed on now and then: the dialog for it is fetched when it is. */
const HandOn = lazy(() => import('./hand-on'));

/** What can be done with an open task beside answering it: taken, given back, handed on. What the API says can be done is offered, nothing else. */
export function Deeds({ task }: { readonly task: TaskLine }) {
  const words = useWords(TASK_WORDS);
  const [handing, setHanding] = useState(false);
  const act = useMutation({
    mutationFn: (deed: 'claim' | 'release') =>
      call(`POST /tasks/{id}/${deed}`, { params: { id: task.id }, idempotencyKey: crypto.randomUUID() }),
    onSettled: forgetTasks,
  });
  const { error } = act;
  return (
    <div className="deeds">
      <span className="deeds-whose">{task.assignee?.name ?? words.nobody}</span>
      {task.may.includes('claim') && (
        <Button data-key="c" isPending={act.isPending} onPress={() => act.mutate('claim')}>
          {words.claim}
        </Button>
      )}
      {task.may.includes('release') && (
        <Button data-key="c" isPending={act.isPending} onPress={() => act.mutate('release')}>
          {words.release}
        </Button>
      )}
      {task.may.includes('reassign') && (
        <Button data-key="r" onPress={() => setHanding(true)}>
          {words.reassign}
        </Button>
      )}
      {error && (
        <Notice tone="wrong">
          <WhyNot error={error} />
        </Notice>
      )}
      {handing && (
        <Suspense>
          <HandOn task={task} close={() => setHanding(false)} />
        </Suspense>
      )}
    </div>
  );
}
