import { photoUrl } from '../../api/order-queries';
import { useNames } from '../../shell/catalogue';
import { useWhen } from '../../shell/me';
import { shopNow } from '../../time/shop-clock';
import { showInstant } from '../../time/time';
import { useWords } from '../../words/words';
import { PagesOf } from './pages-of';
import { ORDER_PAGE_WORDS } from './words';

/** The photos, small; each opens large beside the page. */
export function Photos({ number }: { readonly number: string }) {
  const words = useWords(ORDER_PAGE_WORDS);
  const nameOf = useNames();
  const when = useWhen();
  return (
    <PagesOf
      route="GET /orders/{number}/photos"
      number={number}
      className="order-photos"
      row={({ id, step, takenAt, takenBy, width, height }) => {
        const what = words.photoOf(nameOf('photoSteps', step), showInstant(takenAt, when, shopNow()));
        return (
          <li key={id}>
            <a href={photoUrl(id, 1280)} target="_blank" rel="noreferrer" title={words.opensLarge}>
              <img src={photoUrl(id, 320)} width={width} height={height} alt={what} loading="lazy" />
            </a>
            <p>{what}</p>
            <p className="order-quiet">{takenBy.name}</p>
          </li>
        );
      }}
    />
  );
}
