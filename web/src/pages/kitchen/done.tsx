import { CircleCheck } from 'lucide-react';
import type { Answer } from '../../api/route-types';
import { useWhen } from '../../shell/me';
import { showTime } from '../../time/time';
import { useWords } from '../../words/words';
import { Report } from './report';
import { KITCHEN_WORDS } from './words';

/** What has just been done and by whom: whoever pressed by mistake sees it, and says so. */
export function Done({ done }: { readonly done: Answer<'GET /boards/kitchen'>['done'] }) {
  const words = useWords(KITCHEN_WORDS);
  const when = useWhen();
  return (
    <section className="kitchen-done" aria-label={words.doneTitle}>
      <h2>{words.doneTitle}</h2>
      {done.length === 0 && <p>{words.doneNothing}</p>}
      <ul>
        {done.map(({ id, title, order, at, by }) => (
          <li key={id}>
            <CircleCheck size={20} aria-hidden="true" />
            <span>
              <b>#{order}</b> {words.doneBy(title, showTime(at, when), by?.name ?? words.theShop)}
            </span>
            <Report order={order} className="button button-bare">
              {words.wrong}
            </Report>
          </li>
        ))}
      </ul>
    </section>
  );
}
