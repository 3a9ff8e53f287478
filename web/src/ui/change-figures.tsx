import { RefreshCw, TriangleAlert } from 'lucide-react';
import { yuanOf } from '../forms/money';
import { useNames } from '../shell/catalogue';
import { useWhen } from '../shell/me';
import { shopNow } from '../time/shop-clock';
import { showInstant } from '../time/time';
import { CHANGE_WORDS } from '../words/change.words';
import { useWords } from '../words/words';
import './change-figures.css';

/** The figures of a change's preview that are shown, as far as it has them. */
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

interface Figure {
  readonly name: string;
  readonly value: string;
  /** Must not be read past. */
  readonly warns?: true;
}

const signed = (fen: number): string => `${fen < 0 ? '−' : '+'}¥${yuanOf(Math.abs(fen))}`;

/** A preview in words, by figure: what has no value is not said. */
function useFigures(): (preview: Preview) => Figure[] {
  const words = useWords(CHANGE_WORDS);
  const nameOf = useNames();
  const when = useWhen();
  const shown = (at: string | null): string => (at === null ? words.none : showInstant(at, when, shopNow()));
  const allergens = (ids: readonly string[] = []): string => ids.map((id) => nameOf('allergens', id)).join(' · ');
  const yuan = (fen: number | undefined): string => (fen === undefined ? '' : `¥${yuanOf(fen)}`);
  return ({ priceDiffFen, depositTopUpFen, costsFen, allergensAdded, allergensRemoved, movedMoments = [], ...effects }) =>
    [
      { name: words.allergensAdded, value: allergens(allergensAdded), warns: true as const },
      { name: words.allergensRemoved, value: allergens(allergensRemoved) },
      { name: words.priceDiff, value: priceDiffFen === undefined ? '' : signed(priceDiffFen) },
      { name: words.topUp, value: yuan(depositTopUpFen) },
      { name: words.spent, value: yuan(costsFen) },
      ...movedMoments.map(({ name, from, to }) => ({ name: nameOf('moments', name), value: `${shown(from)} → ${shown(to)}` })),
      { name: words.materials, value: effects.materialsChanged === true ? words.yes : '' },
      { name: words.again, value: effects.needsFeasibility === true ? words.yes : '' },
    ].filter(({ value }) => value !== '');
}

interface ChangeFiguresProps {
  readonly preview: Preview;
  /** The preview that was looked at before this one: what differs from it is marked. */
  readonly before?: Preview | undefined;
}

/** What approving a change does: allergens before anything else, money, and what moves. */
export function ChangeFigures({ preview, before }: ChangeFiguresProps) {
  const words = useWords(CHANGE_WORDS);
  const figures = useFigures();
  const now = figures(preview);
  const then = new Map(before && figures(before).map(({ name, value }) => [name, value]));
  const gone = before ? [...then.keys()].filter((name) => now.every((figure) => figure.name !== name)) : [];
  const rows: Figure[] = [...now, ...gone.map((name) => ({ name, value: words.none }))];
  return (
    <dl className="change-figures">
      {rows.map(({ name, value, warns }) => {
        const moved = before !== undefined && then.get(name) !== value;
        return (
          <div key={name} className={warns ? 'change-figure change-figure-warns' : 'change-figure'} data-moved={moved || undefined}>
            <dt>
              {warns && <TriangleAlert size={16} aria-hidden="true" />} {name}
            </dt>
            <dd>
              {value}
              {moved && (
                <span className="change-figure-moved">
                  <RefreshCw size={14} aria-hidden="true" /> {words.moved} · {words.before(then.get(name) ?? words.none)}
                </span>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
