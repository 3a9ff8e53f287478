import { LoaderCircle, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { Answer } from '../../api/route-types';
import { useOutbox } from '../../keep/outbox';
import { useNames } from '../../shell/catalogue';
import { Button } from '../../ui/button';
import { Due } from '../../ui/due';
import { Warnings } from '../../ui/warnings';
import { useWords } from '../../words/words';
import { Lines } from './lines';
import { Report } from './report';
import { KITCHEN_WORDS } from './words';

type TileView = Answer<'GET /boards/kitchen'>['tiles'][number];
type Step = TileView['tasks'][number];

interface TileProps {
  readonly tile: TileView;
  /** The step that was pressed once. */
  readonly chosen: string | null;
  /** A step was pressed. */
  readonly press: (step: Step, tile: TileView) => void;
}

/** One order: until when, what may make somebody ill, what is to be made, and what whoever stands here can do. */
export function Tile({ tile, chosen, press }: TileProps) {
  const words = useWords(KITCHEN_WORDS);
  const nameOf = useNames();
  const isChosen = tile.tasks.some(({ id }) => id === chosen);
  return (
    <article className={isChosen ? 'tile tile-chosen' : 'tile'} aria-label={`${tile.title} #${tile.number}`}>
      <header className="tile-head">
        <Due at={tile.deliveryAt} />
        <b className="tile-number">#{tile.number}</b>
        {tile.highRisk && (
          <span className="tile-mark">
            <OctagonAlert size="1em" aria-hidden="true" /> {words.highRisk}
          </span>
        )}
        {tile.overlays.map((overlay) => (
          <span key={overlay} className="tile-mark">
            <TriangleAlert size="1em" aria-hidden="true" /> {nameOf('overlays', overlay)}
          </span>
        ))}
      </header>
      <Warnings allergens={tile.allergens} requirements={tile.requirements} />
      <Lines tile={tile} />
      <div className="tile-steps">
        {tile.tasks.map((step) => (
          <StepOf key={step.id} step={step} isChosen={step.id === chosen} press={() => press(step, tile)} />
        ))}
        {isChosen && (
          <Report order={tile.number} className="button button-danger">
            <TriangleAlert size={20} aria-hidden="true" /> {words.problem}
          </Report>
        )}
      </div>
    </article>
  );
}

/** One step: pressed once it is chosen, pressed again it is opened, so that a sleeve does nothing. Another's step is only told of. */
function StepOf({ step, isChosen, press }: { readonly step: Step; readonly isChosen: boolean; readonly press: () => void }) {
  const words = useWords(KITCHEN_WORDS);
  const nameOf = useNames();
  const sent = useOutbox().find(({ taskId }) => taskId === step.id);
  if (sent && sent.refused === null)
    return (
      <p className="tile-other" role="status">
        <LoaderCircle size={20} className="turning" aria-hidden="true" /> {step.title} · {words.sending}
      </p>
    );
  if (!step.may.includes('answer'))
    return (
      <p className="tile-other">
        {step.title} · {step.assignee?.name ?? nameOf('roles', step.role)}
      </p>
    );
  return (
    <Button look={isChosen ? 'main' : 'quiet'} onPress={press}>
      {sent && <TriangleAlert size={20} aria-hidden="true" />}
      {isChosen ? words.again(step.title) : sent ? `${step.title} · ${words.refused}` : step.title}
    </Button>
  );
}
