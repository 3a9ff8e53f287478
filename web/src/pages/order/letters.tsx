import { TriangleAlert } from 'lucide-react';
import type { Answer } from '../../api/route-types';
import { useWords } from '../../words/words';
import { Instant } from './instant';
import { PagesOf } from './pages-of';
import { ORDER_PAGE_WORDS } from './words';

type Letter = Answer<'GET /orders/{number}/notices'>['items'][number];

/** The letters about the order by their names: to whom, by which ways, and what became of each. */
export function Letters({ number }: { readonly number: string }) {
  return <PagesOf route="GET /orders/{number}/notices" number={number} row={(letter) => <OneLetter key={letter.id} letter={letter} />} />;
}

function OneLetter({ letter }: { readonly letter: Letter }) {
  const words = useWords(ORDER_PAGE_WORDS);
  const { title, recipient, channels, attempts, ruleId } = letter;
  const ways = channels.map((way) => (way === 'sms' ? words.sms : words.email)).join(' · ');
  return (
    <li>
      <p>
        <b>{title}</b> {words.letterTo(recipient)}
      </p>
      <p className="order-quiet">
        {ways} {attempts > 0 && words.tries(String(attempts))} {ruleId}
      </p>
      <Became letter={letter} />
    </li>
  );
}

/** Whether it has arrived. What has not has a sign and a word. */
function Became({ letter: { state, createdAt, sentAt, withdrawnAt } }: { readonly letter: Letter }) {
  const words = useWords(ORDER_PAGE_WORDS);
  if (state === 'undeliverable')
    return (
      <p className="order-undelivered">
        <TriangleAlert size={16} aria-hidden="true" /> {words.undelivered}
      </p>
    );
  if (state === 'withdrawn' && withdrawnAt !== null)
    return (
      <p>
        <Instant at={withdrawnAt} as={words.letterWithdrawn} />
      </p>
    );
  if (sentAt === null)
    return (
      <p>
        <Instant at={createdAt} as={words.notSentYet} />
      </p>
    );
  return (
    <p>
      <Instant at={sentAt} as={words.letterSent} />
    </p>
  );
}
