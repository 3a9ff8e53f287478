import { Check, Circle, CircleAlert, Minus, Play } from 'lucide-react';
import type { Order } from '../../api/route-types';
import { useNames } from '../../shell/catalogue';
import { Due } from '../../ui/due';
import { useWords } from '../../words/words';
import { ORDER_PAGE_WORDS } from './words';

type StageOf = Order['stages'][number];

const SIGNS = { notNeeded: Minus, done: Check, late: CircleAlert, going: Play, notBegun: Circle } as const;

/** How far a stage is. Its deadline may have passed without its being begun. */
function howFar({ applicable, doneAt, breachedAt, startedAt }: StageOf): keyof typeof SIGNS {
  if (!applicable) return 'notNeeded';
  if (doneAt !== null) return 'done';
  if (breachedAt !== null) return 'late';
  return startedAt === null ? 'notBegun' : 'going';
}

/** The stages in their order, each with its state in words, and what the next move still waits for. */
export function Track({ order: { stages, missing } }: { readonly order: Order }) {
  const words = useWords(ORDER_PAGE_WORDS);
  return (
    <section className="card" aria-label={words.stages}>
      <h2>{words.stages}</h2>
      <ol className="track">
        {stages.map((stage) => (
          <Stage key={stage.stage} stage={stage} />
        ))}
      </ol>
      {missing.length > 0 && (
        <>
          <h3>{words.missing}</h3>
          <ul className="order-missing">
            {missing.map(({ move, title, text, rule }) => (
              <li key={`${move} ${rule} ${text}`}>
                <b>{title}</b> {text} <span className="order-rule">{rule}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Stage({ stage }: { readonly stage: StageOf }) {
  const words = useWords(ORDER_PAGE_WORDS);
  const nameOf = useNames();
  const far = howFar(stage);
  const Sign = SIGNS[far];
  return (
    <li className={`track-stage track-${far}`}>
      <b>{nameOf('stages', stage.stage)}</b>
      <span className="track-how">
        <Sign size={16} aria-hidden="true" /> {words[far]}
      </span>
      {stage.assignee !== null && <span>{stage.assignee.name}</span>}
      {stage.doneAt === null && stage.applicable && <Due at={stage.dueAt} />}
    </li>
  );
}
