import { Replace } from 'lucide-react';
import type { Answer } from '../../api/route-types';
import { useNames } from '../../shell/catalogue';
import { useWhen } from '../../shell/me';
import { shopNow } from '../../time/shop-clock';
import { showInstant } from '../../time/time';
import { useWords } from '../../words/words';
import { KITCHEN_WORDS } from './words';

type Tile = Answer<'GET /boards/kitchen'>['tiles'][number];
type Line = Tile['lines'][number];

const isSame = (one: Line) => (other: Line) => JSON.stringify(one) === JSON.stringify(other);

/** What is to be made; what was signed for and is so no more is struck through until the new sheet is signed. */
export function Lines({ tile: { lines, was, deliveryAt } }: { readonly tile: Tile }) {
  const words = useWords(KITCHEN_WORDS);
  const when = useWhen();
  return (
    <>
      {was && (
        <p className="tile-changed">
          <Replace size="1em" aria-hidden="true" /> {words.changed}
          {was.deliveryAt !== deliveryAt && <del>{words.wasFor(showInstant(was.deliveryAt, when, shopNow()))}</del>}
        </p>
      )}
      <ul className="tile-lines">
        {was?.lines
          .filter((line) => !lines.some(isSame(line)))
          .map((line, n) => (
            <li key={`was-${n}`}>
              <del>
                <Made line={line} />
              </del>
            </li>
          ))}
        {lines.map((line, n) => (
          <li key={n}>
            {was && !was.lines.some(isSame(line)) ? (
              <ins>
                <Made line={line} />
              </ins>
            ) : (
              <Made line={line} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** One line: what, how large, how many, of what flavour, and what is to be written or heeded. */
function Made({ line: { product, size, quantity, flavour, note } }: { readonly line: Line }) {
  const nameOf = useNames();
  return (
    <>
      {nameOf('products', product)} {size !== undefined && nameOf('sizes', size)} ×{quantity}
      {flavour !== undefined && <b className="tile-flavour">{flavour}</b>}
      {note !== undefined && <span className="tile-note">{note}</span>}
    </>
  );
}
