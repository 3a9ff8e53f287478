import { OctagonAlert } from 'lucide-react';
import type { Answer } from '../../api/route-types';
import { useWords } from '../../words/words';
import { DAY_WORDS } from './words';

/** High-risk orders with what is watched of them. */
export function Risks({ orders }: { readonly orders: Answer<'GET /boards/day'>['orders'] }) {
  const words = useWords(DAY_WORDS);
  const risky = orders.filter(({ highRisk }) => highRisk);
  return (
    <section className="card" aria-label={words.highRisk}>
      <h2>{words.highRisk}</h2>
      {risky.length === 0 && <p>{words.noRisk}</p>}
      {risky.map(({ number, title, trackingSheet }) => (
        <article key={number}>
          <h3>
            <OctagonAlert size={18} aria-hidden="true" /> #{number} {title}
          </h3>
          {trackingSheet ? (
            <dl className="day-sheet">
              <dt>{words.risks}</dt>
              <dd>{trackingSheet.risks}</dd>
              <dt>{words.mitigations}</dt>
              <dd>{trackingSheet.mitigations}</dd>
              <dt>{words.owner}</dt>
              <dd>{trackingSheet.owner?.name}</dd>
              <dt>{words.checkpoints}</dt>
              <dd>
                {trackingSheet.checkpoints.map((point) => (
                  <p key={point}>{point}</p>
                ))}
              </dd>
            </dl>
          ) : (
            <p>{words.noSheet}</p>
          )}
        </article>
      ))}
    </section>
  );
}
