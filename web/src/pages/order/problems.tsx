import { useNames } from '../../shell/catalogue';
import { useWords } from '../../words/words';
import { Instant } from './instant';
import { PagesOf } from './pages-of';
import { ORDER_PAGE_WORDS } from './words';

/** The problems that were reported, and what became of them. */
export function Problems({ number }: { readonly number: string }) {
  const words = useWords(ORDER_PAGE_WORDS);
  const nameOf = useNames();
  return (
    <PagesOf
      route="GET /orders/{number}/exceptions"
      number={number}
      row={({ id, type, item, state, late, foundAt, reportedAt, description }) => (
        <li key={id}>
          <p>
            <b>{nameOf('exceptionTypes', type)}</b> {item !== null && nameOf('ingredients', item)} · {words[state]}
          </p>
          {description !== null && <p>{description}</p>}
          <p className="order-quiet">
            <Instant at={foundAt} as={words.found} /> · <Instant at={reportedAt} as={words.reported} />
          </p>
          {late && <p>{words.lateReport}</p>}
        </li>
      )}
    />
  );
}
