import { actCheckQuery, type StaffAct } from '../../api/order-queries';
import { yuanOf } from '../../forms/money';
import type { Values } from '../../forms/schema';
import { useTried } from '../../forms/use-tried';
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
  const { isWhole, data, refused } = useTried(form, values, (answer) => actCheckQuery(route, number, answer));
  return (
    <section className="card order-would" aria-label={words.would} aria-live="polite">
      <h3>{words.would}</h3>
      {!isWhole && <p className="order-quiet">{words.notYet}</p>}
      {refused && <p className="wrong">{refused.errors?.[0]?.detail ?? refused.detail}</p>}
      {data && 'preview' in data && <ChangeFigures preview={data.preview} />}
      {data && 'refund' in data && (
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
