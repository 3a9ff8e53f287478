import { orderCheckQuery } from '../../api/order-queries';
import type { Problem } from '../../api/problems';
import { yuanOf } from '../../forms/money';
import type { Field, Values } from '../../forms/schema';
import { useTried } from '../../forms/use-tried';
import { useNames } from '../../shell/catalogue';
import { useWhen } from '../../shell/me';
import { shopNow } from '../../time/shop-clock';
import { showInstant } from '../../time/time';
import { Button } from '../../ui/button';
import { useWords } from '../../words/words';
import { Days } from './days';
import { NEW_ORDER_WORDS } from './words';

interface PreviewProps {
  readonly form: Field;
  readonly values: Values;
  readonly kind: string | undefined;
  /** Puts another promise into the form. */
  readonly change: (values: Values) => void;
}

/** What would follow, were the order taken now: the API's own word, which keeps nothing. */
export function Preview({ form, values, kind, change }: PreviewProps) {
  const words = useWords(NEW_ORDER_WORDS);
  const nameOf = useNames();
  const when = useWhen();
  const tried = useTried(form, values, (answer) => ({ ...orderCheckQuery({ ...answer, kind }), enabled: kind !== undefined }));
  const isWhole = kind !== undefined && tried.isWhole;
  const data = isWhole ? tried.data : undefined;
  const refused = isWhole ? tried.refused : null;
  const { deliveryAt } = values;
  const worked = data ? data.room.map(({ day }) => day) : [];
  return (
    <>
      <section className="card new-order-preview" aria-label={words.what} aria-live="polite">
        <h2>{words.what}</h2>
        {!isWhole && <p>{words.notYet}</p>}
        {refused && <p className="wrong">{refused.errors?.[0]?.detail ?? refused.detail}</p>}
        {refused && <Others problem={refused} take={(instant) => change({ ...values, deliveryAt: instant })} />}
        {data && (
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
      {typeof deliveryAt === 'string' && <Days deliveryAt={deliveryAt} worked={worked} short={shortOf(refused)} />}
    </>
  );
}

/** The day that has no room for the order, as the API refuses it. */
const shortOf = (refused: Problem | null): string | undefined => {
  const day = refused?.fault.params['day'];
  return typeof day === 'string' ? day : undefined;
};

/** Other promises that would fit, each one press away. */
function Others({ problem, take }: { readonly problem: Problem; readonly take: (instant: string) => void }) {
  const words = useWords(NEW_ORDER_WORDS);
  const when = useWhen();
  const { alternatives = [] } = problem;
  if (alternatives.length === 0) return null;
  return (
    <div className="new-order-others" role="group" aria-label={words.fitting}>
      <p>{words.fitting}</p>
      {alternatives.map((instant) => (
        <Button key={instant} onPress={() => take(instant)}>
          {showInstant(instant, when, shopNow())}
        </Button>
      ))}
    </div>
  );
}
