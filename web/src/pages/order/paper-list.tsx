import { useQuery } from '@tanstack/react-query';
import { papersQuery } from '../../api/paper-queries';
import { Failed } from '../../shell/failed';
import { useWords } from '../../words/words';
import { ORDER_PAGE_WORDS } from './words';

/** What can be printed of an order, as the API says; of what cannot be, what it lacks. */
export function PaperList({ number }: { readonly number: string }) {
  const words = useWords(ORDER_PAGE_WORDS);
  const { data: papers, error, refetch } = useQuery(papersQuery(number));
  if (!papers) return error ? <Failed error={error} again={() => void refetch()} /> : null;
  return (
    <>
      <p className="order-quiet">{words.printHint}</p>
      <ul className="order-papers">
        {papers.map(({ paper, title, language, missing }) => (
          <li key={paper}>
            {missing.length === 0 ? (
              <a href={`/api/v1/orders/${number}/papers/${paper}?language=${language}`} target="_blank" rel="noreferrer" className="button">
                {title}
              </a>
            ) : (
              <>
                <b>{title}</b>
                <p className="order-quiet">{words.notPrintable(missing.map(({ detail }) => detail))}</p>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
