import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { actCheckQuery, type StaffAct } from '../../api/order-queries';
import { Refused } from '../../api/problems';
import { missing } from '../../forms/errors';
import { yuanOf } from '../../forms/money';
import type { Values } from '../../forms/schema';
import { answerOf } from '../../forms/values';
import { ASK_AFTER_MS, useSettled } from '../../time/use-settled';
import { useWords } from '../../words/words';
import { ChangeFigures } from '../../ui/change-figures';
import { ORDER_PAGE_WORDS } from './words';

interface ActPreviewProps {
  readonly number: string;
  readonly act: StaffAct;
  readonly values: Values;
}

/** What the act would do, were it done now: the API's own word, which keeps nothing. */
export function ActPreview({ number, act: { route, form }, values }: ActPreviewProps) {
  const words = useWords(ORDER_PAGE_WORDS);
  const settled = useSettled(values, ASK_AFTER_MS);
  const isWhole = missing(form, settled, '').size === 0;
  const body = (answerOf(form, settled) ?? {}) as Values;
  const { data, error } = useQuery({ ...actCheckQuery(route, number, body), enabled: isWhole, placeholderData: keepPreviousData });
  return (
    <section className="card order-would" aria-label={words.would} aria-live="polite">
      <h3>{words.would}</h3>
      {!isWhole && <p className="order-quiet">{words.notYet}</p>}
      {isWhole && error instanceof Refused && <p className="wrong">{error.problem.errors?.[0]?.detail ?? error.message}</p>}
      {isWhole && !error && data && 'preview' in data && <ChangeFigures preview={data.preview} />}
      {isWhole && !error && data && 'refund' in data && (
        <dl className="order-figures">
          {data.refund.lines.map(({ key, amountFen, text }) => (
            <div key={key}>
              <dt>{text}</dt>
              <dd>
                {amountFen < 0 && '−'}¥{yuanOf(Math.abs(amountFen))}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
