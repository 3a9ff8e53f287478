import { yuanOf } from '../../forms/money';
import { useNames } from '../../shell/catalogue';
import { useWhen } from '../../shell/me';
import { shopNow } from '../../time/shop-clock';
import { showInstant } from '../../time/time';
import { useWords } from '../../words/words';
import { ORDER_PAGE_WORDS } from './words';

/** The figures of a preview that are shown, as far as it has them. */
export interface Preview {
  readonly priceDiffFen?: number;
  readonly depositTopUpFen?: number;
  readonly costsFen?: number;
  readonly allergensAdded?: readonly string[];
  readonly allergensRemoved?: readonly string[];
  readonly movedMoments?: readonly { readonly name: string; readonly from: string | null; readonly to: string | null }[];
  readonly needsFeasibility?: boolean;
  readonly materialsChanged?: boolean;
}

const signed = (fen: number): string => `${fen < 0 ? '−' : '+'}¥${yuanOf(Math.abs(fen))}`;

/** What a change does: money, allergens, and what moves. */
export function Figures({ preview }: { readonly preview: Preview }) {
  const words = useWords(ORDER_PAGE_WORDS);
  const nameOf = useNames();
  const when = useWhen();
  const shown = (at: string | null): string => (at === null ? words.none : showInstant(at, when, shopNow()));
  const allergens = (ids: readonly string[] = []): string => ids.map((id) => nameOf('allergens', id)).join(' · ');
  const { priceDiffFen, depositTopUpFen, costsFen, allergensAdded, allergensRemoved, movedMoments = [] } = preview;
  const figures: readonly (readonly [string, string])[] = [
    [words.allergensAdded, allergens(allergensAdded)],
    [words.allergensRemoved, allergens(allergensRemoved)],
    [words.priceDiff, priceDiffFen === undefined ? '' : signed(priceDiffFen)],
    [words.topUp, depositTopUpFen === undefined ? '' : `¥${yuanOf(depositTopUpFen)}`],
    [words.spent, costsFen === undefined ? '' : `¥${yuanOf(costsFen)}`],
    ...movedMoments.map(({ name, from, to }) => [nameOf('moments', name), `${shown(from)} → ${shown(to)}`] as const),
  ];
  return (
    <>
      <dl className="order-figures">
        {figures.map(
          ([name, value]) =>
            value !== '' && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {preview.materialsChanged === true && <p>{words.materials}</p>}
      {preview.needsFeasibility === true && <p>{words.again}</p>}
    </>
  );
}
