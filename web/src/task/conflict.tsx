import type { Problem } from '../api/problems';
import type { Field, Values } from '../forms/schema';
import { useWhen } from '../shell/me';
import { shopNow } from '../time/shop-clock';
import { showInstant } from '../time/time';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useWords } from '../words/words';
import { Said } from './said';
import { TASK_WORDS } from './words';

interface ConflictProps {
  /** The answer that came first. */
  readonly first: NonNullable<Problem['answered']>;
  readonly mine: Values;
  readonly form: Field;
  readonly putAway: () => void;
}

/** Somebody else was faster: who, when and what, with one's own answer beside it. Nothing of it is lost until its person says so. */
export function Conflict({ first, mine, form, putAway }: ConflictProps) {
  const words = useWords(TASK_WORDS);
  const when = useWhen();
  return (
    <div className="conflict">
      <Notice tone="wrong">
        <p>{words.answeredBy(first.by.name, showInstant(first.at, when, shopNow()))}</p>
      </Notice>
      <Said form={form} values={first.choices} />
      <h3>{words.yours}</h3>
      <Said form={form} values={mine} />
      <Button onPress={putAway}>{words.putAway}</Button>
    </div>
  );
}
