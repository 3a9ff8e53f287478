import type { Answer } from '../../api/route-types';
import { useWhen } from '../../shell/me';
import { shopNow } from '../../time/shop-clock';
import { showInstant } from '../../time/time';
import { useWords } from '../../words/words';
import { ChangeFigures } from '../../ui/change-figures';
import { PagesOf } from './pages-of';
import { useWho } from './who';
import { ORDER_PAGE_WORDS } from './words';

type Change = Answer<'GET /orders/{number}/changes'>['items'][number];

/** The changes asked for, each with what it would do and what was decided. */
export function Changes({ number }: { readonly number: string }) {
  return <PagesOf route="GET /orders/{number}/changes" number={number} row={(change) => <OneChange key={change.id} change={change} />} />;
}

function OneChange({ change }: { readonly change: Change }) {
  const words = useWords(ORDER_PAGE_WORDS);
  const who = useWho();
  const when = useWhen();
  const { state, reason, requestedBy, requestedAt, decidedBy, decidedAt, decisionReason, preview } = change;
  const shown = (at: string): string => showInstant(at, when, shopNow());
  return (
    <li>
      <p>
        <b>{words[state]}</b> {reason}
      </p>
      <p className="order-quiet">{words.asked(who(requestedBy), shown(requestedAt))}</p>
      <ChangeFigures preview={preview} />
      {decidedAt !== null && decidedBy !== null && (
        <p className="order-quiet">
          {words.decided(who(decidedBy), shown(decidedAt))} {decisionReason}
        </p>
      )}
    </li>
  );
}
