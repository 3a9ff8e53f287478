import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { orderCheckQuery } from '../../api/order-queries';
import { Refused } from '../../api/problems';
import { missing } from '../../forms/errors';
import { yuanOf } from '../../forms/money';
import type { Field, Values } from '../../forms/schema';
import { answerOf } from '../../forms/values';
import { useNames } from '../../shell/catalogue';
import { useWhen } from '../../shell/me';
import { shopNow } from '../../time/shop-clock';
import { showInstant } from '../../time/time';
import { ASK_AFTER_MS, useSettled } from '../../time/use-settled';
import { useWords } from '../../words/words';
import { NEW_ORDER_WORDS } from './words';

interface PreviewProps {
  readonly form: Field;
  readonly values: Values;
  readonly kind: string | undefined;
}

/** What would follow, were the order taken now: the API's own word, which keeps nothing. */
export function Preview({ form, values, kind }: PreviewProps) {
  const words = useWords(NEW_ORDER_WORDS);
  const nameOf = useNames();
  const when = useWhen();
  const settled = useSettled(values, ASK_AFTER_MS);
  const isWhole = kind !== undefined && missing(form, settled, '').size === 0;
  const body = { ...(answerOf(form, settled) as Values), kind };
  const { data, error } = useQuery({ ...orderCheckQuery(body), enabled: isWhole, placeholderData: keepPreviousData });
  return (
    <section className="card new-order-preview" aria-label={words.what} aria-live="polite">
      <h2>{words.what}</h2>
      {!isWhole && <p>{words.notYet}</p>}
      {isWhole && error instanceof Refused && <p className="wrong">{error.problem.errors?.[0]?.detail ?? error.message}</p>}
      {isWhole && !error && data && (
        <>
          <p className="new-order-money">
            {words.total} <b>¥{yuanOf(data.money.totalFen)}</b> · {words.deposit} <b>¥{yuanOf(data.money.depositFen)}</b>
          </p>
          <ol className="new-order-moments">
            {data.moments.map(({ name, at, supposed, ruleId }) => (
              <li key={`${name} ${at}`}>
                <span>{nameOf('moments', name)}</span>
                <time dateTime={at}>{showInstant(at, when, shopNow())}</time>
                <small>
                  {ruleId} {supposed && words.supposed}
                </small>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
