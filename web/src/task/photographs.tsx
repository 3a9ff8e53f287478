import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { taskQuery } from '../api/queries';
import type { Task } from '../api/route-types';
import { FormProvider } from '../forms/context';
import { FieldView } from '../forms/field-view';
import { useWhen } from '../shell/me';
import { useWords } from '../words/words';
import { TASK_WORDS } from './words';

/** BAK-50. What is photographed while the task is open: each step with how much of it there is, and a picture taken at one touch. */
export default function Photographs({ task: { id: taskId, order, photos = [] } }: { readonly task: Task }) {
  const words = useWords(TASK_WORDS);
  const id = useId();
  const when = useWhen();
  return (
    <section className="task-photos" aria-label={words.photographs}>
      <h3>{words.photographs}</h3>
      <FormProvider value={{ order, when, errors: new Map(), id, Field: FieldView }}>
        {photos.map((photo) => (
          <StepPhoto key={photo.step} taskId={taskId} photo={photo} />
        ))}
      </FormProvider>
    </section>
  );
}

interface StepPhotoProps {
  readonly taskId: string;
  readonly photo: NonNullable<Task['photos']>[number];
}

function StepPhoto({ taskId, photo: { step, title, taken } }: StepPhotoProps) {
  const words = useWords(TASK_WORDS);
  const client = useQueryClient();
  const [sent, setSent] = useState<unknown>();
  const change = (photoId: unknown): void => {
    setSent(photoId);
    if (photoId !== undefined) void client.invalidateQueries(taskQuery(taskId));
  };
  return (
    <FieldView
      field={{ type: 'string', ui: { widget: 'photo', photoStep: step } }}
      pointer={`/${step}`}
      label={words.photosTaken(title, taken)}
      value={sent}
      change={change}
      required={taken === 0}
    />
  );
}
