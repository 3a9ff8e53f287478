import type { Task } from '../api/route-types';
import type { Field } from '../forms/schema';
import { useWhen } from '../shell/me';
import { shopNow } from '../time/shop-clock';
import { showInstant } from '../time/time';
import { Notice } from '../ui/notice';
import { useWords } from '../words/words';
import { Said } from './said';
import { TASK_WORDS } from './words';

/** What became of a task that is closed. */
export function Answered({ task }: { readonly task: Task }) {
  const words = useWords(TASK_WORDS);
  const when = useWhen();
  return (
    <div className="conflict">
      <Notice>{words.closed}</Notice>
      {task.answers.map(({ by, at, choices, text }, n) => (
        <section key={n}>
          <h3>{words.answeredBy(by.name ?? words.theShop, showInstant(at, when, shopNow()))}</h3>
          <Said form={task.form as Field} values={{ ...choices, ...text }} />
        </section>
      ))}
    </div>
  );
}
